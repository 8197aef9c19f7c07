"""Terms that can be mistaken for each other, and terms that are not worth a definition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from clausekit.agreement.terms import forms
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.checking.terms import Terms
from clausekit.finding import Severity


def alike(ground: Ground) -> Iterator[Fault]:
    """Two terms of which one is the plural of the other: nobody can tell which is meant."""
    terms = Terms(ground)
    for one, other in combinations(terms.defined, 2):
        if forms(one) & forms(other):
            place = terms.defined[other][0]
            at = terms.defined[one][0].passage.place(one)
            message = f"“{other}” is defined here and “{one}” at {at}: they are forms of one word."
            yield Fault(place.passage.place(other), message, *place.passage.sheet.key)


def used_once(ground: Ground) -> Iterator[Fault]:
    terms = Terms(ground)
    for term, places in terms.defined.items():
        uses = terms.used.get(term, ())
        headed = any(term in passage.words for passage in ground.passages if passage.heading)
        if len(uses) == 1 and not headed and term not in ground.unread:
            message = f"“{term}” is used once, at {uses[0].passage.place(term)}."
            yield Fault(places[0].passage.place(term), message, *places[0].passage.sheet.key)


RULES = (
    Rule(
        "terms-alike",
        Severity.WARNING,
        "Two terms are forms of one word, as Deliverable and Deliverables.",
        "Keep one of them, or name the other for what it is.",
        alike,
    ),
    Rule(
        "term-used-once",
        Severity.NOTE,
        "A term is defined for a single use.",
        "Say it where it is used, without a definition.",
        used_once,
    ),
)
