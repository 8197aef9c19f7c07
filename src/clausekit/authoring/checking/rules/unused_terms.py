"""Terms that some agreement defines and does not use."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.checking.terms import Place, Terms
from clausekit.finding import Severity


def defined_and_not_used(ground: Ground) -> Iterator[Fault]:
    terms = Terms.of(ground)
    needed = terms.needed
    for term, places in terms.defined.items():
        if term in ground.unread:
            continue
        if not ground.can_be([needed[term]]):
            yield _fault(places[0], "no position uses it")
            continue
        never = [-terms.printed(use) for use in terms.used[term]]
        for place in places:
            if place.general:
                continue
            witness = ground.witness([terms.printed(place), *never], place.passage.sheet.key)
            if witness:
                yield _fault(place, f"an agreement can do without it: {witness}")


def _fault(place: Place, why: str) -> Fault:
    message = f"“{place.term}” is defined here, and {why}."
    return Fault(place.passage.place(place.term), message, *place.passage.sheet.key)


RULE = Rule(
    "unused-term",
    Severity.WARNING,
    "A term is defined, and some combination of positions does not use it.",
    "Use it, leave it out, or move it to clauses/definitions, where only what is used is printed.",
    defined_and_not_used,
)
