"""Every rule of the check, one small file for each kind of fault."""

from __future__ import annotations

from clausekit.authoring.checking.rule import Rule
from clausekit.authoring.checking.rules import (
    audience,
    branches,
    deals,
    fresh,
    house,
    loops,
    lost_words,
    nationality,
    phrases,
    positions,
    references,
    reviews,
    running,
    sentences,
    slips,
    terms_alike,
    terms_twice,
    twins,
    undefined_terms,
    unused_terms,
    withdrawn,
)

RULES: tuple[Rule, ...] = (
    audience.RULE,
    *undefined_terms.RULES,
    unused_terms.RULE,
    terms_twice.RULE,
    *terms_alike.RULES,
    references.RULE,
    *positions.RULES,
    nationality.RULE,
    withdrawn.RULE,
    sentences.RULE,
    *phrases.RULES,
    *slips.RULES,
    *twins.RULES,
    loops.RULE,
    lost_words.RULE,
    running.RULE,
    reviews.RULE,
    *deals.RULES,
    house.RULE,
    *fresh.RULES,
    *branches.RULES,
)
