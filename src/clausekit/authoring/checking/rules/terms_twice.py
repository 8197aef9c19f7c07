"""Terms that one agreement can define twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.checking.terms import Place, Terms
from clausekit.finding import Severity


def defined_twice(ground: Ground) -> Iterator[Fault]:
    terms = Terms.of(ground)
    needed = terms.needed
    for same in _same_terms(terms):
        for first, again in combinations(same, 2):
            literals = [terms.available(first), terms.available(again), needed[again.term]]
            keys = first.passage.sheet.key, again.passage.sheet.key
            if not _alternatives(first, again) and (witness := ground.witness(literals, *keys)):
                message = f"“{again.term}” is defined here and at {first.passage.place(first.term)}: {witness}."
                yield Fault(again.passage.place(again.term), message, *keys[1])


def _same_terms(terms: Terms) -> Iterator[list[Place]]:
    """The places of terms that differ in no letter."""
    found: dict[str, list[Place]] = {}
    for places in terms.defined.values():
        for place in places:
            found.setdefault(place.term.casefold(), []).append(place)
    yield from (places for places in found.values() if len(places) > 1)


def _alternatives(first: Place, again: Place) -> bool:
    """Whether both stand on different sides of one test."""
    sides = dict(again.under)
    same = first.passage.sheet.key == again.passage.sheet.key
    return same and any(sides.get(spot, side) != side for spot, side in first.under)


RULE = Rule(
    "term-defined-twice",
    Severity.WARNING,
    "Two definitions of one term can stand in one agreement.",
    "Keep one of them, in clauses/definitions if several positions need it.",
    defined_twice,
)
