"""Which block became which: sections by their key, then blocks by likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

from rapidfuzz.fuzz import ratio

from clausekit.agreement.document import Block, Paragraph, Role, Run, Table
from clausekit.agreement.plain.words import plain_words

ALIKE = 0.5
"""The least likeness at which a paragraph counts as the same one, changed."""
SAME_KEY = 0.6
"""What a common key is worth; words make up the rest."""
HEADINGS = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.PLAIN_HEADING)
LEVELS = {Role.CLAUSE_2, Role.CLAUSE_3, Role.CLAUSE_4, Role.CLAUSE_5}
"""Roles between which a paragraph may move and stay the same paragraph."""

Thing = TypeVar("Thing")
Steps = list[tuple[int | None, int | None]]
Row = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A block and what became of it, by their places; None where there is none."""

    old: int | None
    new: int | None


def compare(old: Sequence[Block], new: Sequence[Block]) -> tuple[Pair, ...]:
    """Every block of both, in the order in which a redline shows them."""
    before, after = _sections(old), _sections(new)
    matcher = SequenceMatcher(
        None, [_name(old, part) for part in before], [_name(new, part) for part in after], autojunk=False
    )
    pairs: list[Pair] = []
    for step, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if step == "equal":
            for was, became in zip(before[old_start:old_end], after[new_start:new_end], strict=True):
                pairs += _within(old, was, new, became)
        else:
            pairs += [Pair(at, None) for part in before[old_start:old_end] for at in part]
            pairs += [Pair(None, at) for part in after[new_start:new_end] for at in part]
    return tuple(pairs)


def row_pairs(old: Sequence[Row], new: Sequence[Row]) -> Steps:
    """Which row of a table became which."""
    return _aligned(old, new, _rows_alike)


def _sections(blocks: Sequence[Block]) -> list[range]:
    """The stretches from one heading to the next."""
    starts = [at for at, block in enumerate(blocks) if _is_heading(block)]
    edges = [0, *(start for start in starts if start), len(blocks)]
    return [range(start, end) for start, end in pairwise(edges) if start < end]


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in HEADINGS


def _name(blocks: Sequence[Block], section: range) -> str:
    """The key of a section's heading, or its words."""
    first = blocks[section.start]
    if not isinstance(first, Paragraph) or not _is_heading(first):
        return ""
    return first.key or plain_words(first.runs)


def _within(old: Sequence[Block], was: range, new: Sequence[Block], became: range) -> Iterator[Pair]:
    steps = _aligned([old[at] for at in was], [new[at] for at in became], _alike)
    for before, after in steps:
        yield Pair(
            None if before is None else was.start + before,
            None if after is None else became.start + after,
        )


def _aligned(old: Sequence[Thing], new: Sequence[Thing], alike: Callable[[Thing, Thing], float]) -> Steps:
    """The pairing in order that keeps most likeness; what is equal at both ends is not weighed."""
    ends = min(len(old), len(new))
    head = next((at for at in range(ends) if old[at] != new[at]), ends)
    tail = next((at for at in range(ends - head) if old[-1 - at] != new[-1 - at]), ends - head)
    inner = _best(old[head : len(old) - tail], new[head : len(new) - tail], alike)
    shifted = [(_plus(before, head), _plus(after, head)) for before, after in inner]
    same_head: Steps = [(at, at) for at in range(head)]
    same_tail: Steps = [(len(old) - at, len(new) - at) for at in range(tail, 0, -1)]
    return [*same_head, *shifted, *same_tail]


def _plus(at: int | None, more: int) -> int | None:
    return None if at is None else at + more


def _best(old: Sequence[Thing], new: Sequence[Thing], alike: Callable[[Thing, Thing], float]) -> Steps:
    """The best pairing in order, found by working back from both ends."""
    likeness = [[alike(before, after) for after in new] for before in old]
    worth = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in range(len(old) - 1, -1, -1):
        for to in range(len(new) - 1, -1, -1):
            paired = worth[at + 1][to + 1] + likeness[at][to] if likeness[at][to] >= ALIKE else 0.0
            worth[at][to] = max(paired, worth[at + 1][to], worth[at][to + 1])
    return list(_path(worth, likeness))


def _path(worth: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int | None, int | None]]:
    at, to = 0, 0
    while at < len(likeness) and to < len(worth[0]) - 1:
        kept = likeness[at][to]
        if kept >= ALIKE and worth[at][to] == worth[at + 1][to + 1] + kept:
            yield at, to
            at, to = at + 1, to + 1
        elif worth[at][to] == worth[at + 1][to]:
            yield at, None
            at += 1
        else:
            yield None, to
            to += 1
    yield from ((rest, None) for rest in range(at, len(likeness)))
    yield from ((None, rest) for rest in range(to, len(worth[0]) - 1))


def _alike(old: Block, new: Block) -> float:
    """How alike two blocks are, from 0 to 1; 0 where one cannot become the other."""
    if old == new:
        return 1
    match old, new:
        case Paragraph(), Paragraph():
            return _paragraphs_alike(old, new)
        case Table(), Table():
            return 0.9 if len(old.header) == len(new.header) and old.widths == new.widths else 0
    return 0


def _paragraphs_alike(old: Paragraph, new: Paragraph) -> float:
    if old.restarts != new.restarts or (old.role is not new.role and {old.role, new.role} - LEVELS):
        return 0
    words = ratio(plain_words(old.runs), plain_words(new.runs)) / 100
    if old.key and old.key == new.key:
        return SAME_KEY + (1 - SAME_KEY) * words
    return words


def _rows_alike(old: Row, new: Row) -> float:
    return ratio(_row_words(old), _row_words(new)) / 100


def _row_words(row: Row) -> str:
    return "\t".join(map(plain_words, row))
