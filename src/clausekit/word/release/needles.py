"""What must not stand in a file, and the search for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from clausekit.finding import Finding, Place, error
from clausekit.word.release.places import Spot, listed, quoted
from clausekit.word.release.plain_words import holds, plain_words, stretches
from clausekit.word.release.stated import Stated

STRETCH = 8
"""So many words in a row that are the same are no accident."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that must not be there: `what` says whose or which they are, for a person."""

    code: str
    what: str
    text: str


@dataclass(frozen=True)
class Secrets:
    """All that must not be there.

    Args:
        needles: names, ids and short texts, found as whole words.
        passages: longer texts, found by any eight words of theirs in a row.
        open: texts that may be read by everybody; what stands in them is no secret.
        stated: what the deal states and everybody may read, which stands for itself.
        matters: whether other matters were looked at.
    """

    needles: tuple[Needle, ...]
    passages: tuple[Needle, ...]
    open: tuple[str, ...]
    stated: Stated = field(default_factory=Stated)
    matters: bool = False

    @cached_property
    def known_to_all(self) -> frozenset[tuple[str, ...]]:
        """The stretches of words that are no secret."""
        return frozenset(stretch for text in self.open for stretch in self.telling(plain_words(text)))

    def telling(self, plain: str) -> set[tuple[str, ...]]:
        """The stretches of words in which a name that all may read counts as one word: two of them are no sentence."""
        return stretches(self.stated.with_names_as_words(plain), STRETCH)


def found(secrets: Secrets, spots: Sequence[Spot], file: str) -> Iterator[Finding]:
    """A finding for each secret that stands in the file, with its places."""
    yield from _needles(secrets, spots, file)
    yield from _passages(secrets, spots, file)


def _needles(secrets: Secrets, spots: Sequence[Spot], file: str) -> Iterator[Finding]:
    everything = "\n".join(spot.plain for spot in spots)
    for needle in secrets.needles:
        words = plain_words(needle.text)
        if words and words in everything:
            places = [str(spot) for spot in spots if holds(spot.plain, words)]
            if places:
                message = f"{needle.what}, {quoted(needle.text)}, stands in {listed(places)}"
                yield error(needle.code, message, Place(file))


def _passages(secrets: Secrets, spots: Sequence[Spot], file: str) -> Iterator[Finding]:
    there: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, spot in enumerate(spots):
        for stretch in stretches(spot.plain, STRETCH):
            there[stretch].add(at)
    for passage in secrets.passages:
        plain = plain_words(passage.text)
        hits = stretches(plain, STRETCH) & there.keys()
        told = secrets.telling(plain) - secrets.known_to_all if hits else set()
        near = sorted({at for hit in hits for at in there[hit]}) if told else []
        places = [str(spots[at]) for at in near if told & secrets.telling(spots[at].plain)]
        if places:
            message = f"{passage.what}, {quoted(passage.text)}, stands in {listed(places)}"
            yield error(passage.code, message, Place(file))
