"""Who defines and who uses each term, and under which tests: what the rules about terms reason from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.agreement import AgreementForm
from clausekit.agreement.document import Definition
from clausekit.agreement.terms import TermFinder, words_of
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.passages import Passage
from clausekit.authoring.reasoning import Under

DEFINITIONS = AgreementForm(title="").definitions


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term is defined, or used: the passage, and the tests under which it is printed."""

    term: str
    passage: Passage
    under: Under

    @property
    def general(self) -> bool:
        """Whether it stands in a definition of the definitions topic, which is printed only if its term is used."""
        return bool(self.passage.entry) and self.passage.sheet.key[0] == DEFINITIONS

    @property
    def own(self) -> bool:
        """Whether a use stands in the definition of its own term."""
        return self.passage.entry == self.term


@dataclass(frozen=True)
class Terms:
    """The terms of a library as propositions."""

    ground: Ground

    @classmethod
    def of(cls, ground: Ground) -> Terms:
        """The terms, with what their use rests on told to the solver."""
        terms = cls(ground)
        for term, needed in terms.needed.items():
            ground.world.encoding.solver.add(-needed, *{terms.printed(place) for place in terms.used.get(term, ())})
        return terms

    @cached_property
    def defined(self) -> Mapping[str, tuple[Place, ...]]:
        """Every term, and where it is defined."""
        return _by_term(place for passage in self.ground.passages for place in _definitions(passage))

    @cached_property
    def used(self) -> Mapping[str, tuple[Place, ...]]:
        """Every term, and where it is used; uses in its own definition are none."""
        finder = TermFinder(self.defined)
        places = (place for passage in self.ground.passages for place in _uses(passage, finder))
        return _by_term(place for place in places if not place.own)

    def printed(self, place: Place) -> int:
        """That a place is printed."""
        printed = self.ground.printed(place.passage.sheet, place.under)
        if place.general:
            return self.ground.world.encoding.all_of([printed, self.needed[place.passage.entry]])
        return printed

    def available(self, place: Place) -> int:
        """That a definition stands in the agreement if its term is used."""
        return self.ground.printed(place.passage.sheet, place.under)

    @cached_property
    def needed(self) -> Mapping[str, int]:
        """For each term, that some printed words use it."""
        return {term: self.ground.world.encoding.solver.variable() for term in self.defined}


def _definitions(passage: Passage) -> Iterator[Place]:
    for number, run in enumerate(passage.runs):
        if isinstance(run, Definition):
            yield Place(run.term, passage, passage.under(len(words_of(passage.runs[:number]))))


def _uses(passage: Passage, finder: TermFinder) -> Iterator[Place]:
    if not passage.heading:
        for term, start, _ in finder.matches(passage.words):
            yield Place(term, passage, passage.under(start))


def _by_term(places: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.term, []).append(place)
    return {term: tuple(found[term]) for term in sorted(found)}
