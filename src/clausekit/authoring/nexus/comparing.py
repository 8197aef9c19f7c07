"""What a bench catches more and less than was expected of it, or than another one does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.authoring.nexus.answering import CANNOT_TELL, CAUGHT, NOT_CAUGHT, Bench
from clausekit.authoring.nexus.entities import Entities


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that is another than before."""

    name: str
    entity: str
    before: str
    after: str


def between(before: Bench, after: Bench) -> list[Difference]:
    """The answers that differ, of what both know: a definition that only one of them prints is left out."""
    return list(_between(before, after))


def _between(before: Bench, after: Bench) -> Iterator[Difference]:
    for name, answers in after.answers.items():
        earlier = before.answers.get(name, {})
        for entity, answer in answers.items():
            if entity in earlier and earlier[entity].word != answer.word:
                yield Difference(name, entity, earlier[entity].word, answer.word)


def against_expected(entities: Entities, bench: Bench) -> list[Difference]:
    """The answers that differ from what the file expects; what it does not list is not caught."""
    return list(_against_expected(entities, bench))


def _against_expected(entities: Entities, bench: Bench) -> Iterator[Difference]:
    for entity in entities.all.values():
        expected = dict.fromkeys(entity.expected["caught"], CAUGHT)
        expected |= dict.fromkeys(entity.expected["cannot_tell"], CANNOT_TELL)
        found = {name: answers[entity.id].word for name, answers in bench.answers.items() if entity.id in answers}
        for name in {**found, **expected}:
            wanted, word = expected.get(name, NOT_CAUGHT), found.get(name, NOT_CAUGHT)
            if wanted != word:
                yield Difference(name, entity.id, wanted, word)
