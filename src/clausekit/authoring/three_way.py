"""Two changes of one text brought together, line by line.

The libraries for this either do not fit our licence or give text with marks of conflict
in it, which must never stand in a clause. It is the usual way: what both sides still
share with the text they began from holds the rest in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines, as it was and as each side has it now; `line` is the first of `base`, from 1."""

    base: Lines
    mine: Lines
    theirs: Lines
    line: int

    @property
    def changed(self) -> bool:
        return not self.base == self.mine == self.theirs

    @property
    def settled(self) -> Lines | None:
        """What both changes give together, or None where they clash."""
        if self.mine in (self.base, self.theirs):
            return self.theirs
        return self.mine if self.theirs == self.base else None


def parts(base: str, mine: str, theirs: str) -> list[Part]:
    """The three texts, cut at the lines that they share."""
    return list(_parts(_lines(base), _lines(mine), _lines(theirs)))


def merged(found: Sequence[Part]) -> str | None:
    """Both changes in one text, or None where they clash."""
    settled = [part.settled for part in found]
    if None in settled:
        return None
    return "\n".join(line for lines in settled if lines is not None for line in lines)


def _lines(text: str) -> Lines:
    return tuple(text.split("\n"))


def _parts(base: Lines, mine: Lines, theirs: Lines) -> Iterator[Part]:
    at = in_mine = in_theirs = 0
    for start, mine_start, theirs_start, length in _shared(base, mine, theirs):
        if (at, in_mine, in_theirs) != (start, mine_start, theirs_start):
            yield Part(base[at:start], mine[in_mine:mine_start], theirs[in_theirs:theirs_start], at + 1)
        same = base[start : start + length]
        if same:
            yield Part(same, same, same, start + 1)
        at, in_mine, in_theirs = start + length, mine_start + length, theirs_start + length


def _shared(base: Lines, mine: Lines, theirs: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Where all three agree: the first line of each and how many; last, the end of all three."""
    in_mine, in_theirs = _matches(base, mine), _matches(base, theirs)
    start = 0
    while start < len(base):
        if start not in in_mine or start not in in_theirs:
            start += 1
            continue
        length = 1
        while _goes_on(in_mine, start, length) and _goes_on(in_theirs, start, length):
            length += 1
        yield start, in_mine[start], in_theirs[start], length
        start += length
    yield len(base), len(mine), len(theirs), 0


def _matches(base: Lines, other: Lines) -> dict[int, int]:
    """The line of `other` that each line of `base` became, where it stayed."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {one.a + step: one.b + step for one in blocks for step in range(one.size)}


def _goes_on(matches: dict[int, int], start: int, length: int) -> bool:
    return matches.get(start + length) == matches[start] + length
