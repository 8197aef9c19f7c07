"""Every rule of the check, one small file for each kind of fault."""

from __future__ import annotations

from clausekit.authoring.checking.rule import Rule
from clausekit.authoring.checking.rules import (
    audience,
    branches,
    deals,
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
    *branches.RULES,
)
