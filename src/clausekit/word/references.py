"""Bookmarks and the live fields that point at them, worked out before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from clausekit.agreement.document import Block, Paragraph, Reference, Role, Run, SignatureBlock, Table
from clausekit.word.xml_text import Bookmark

SCHEDULE_PARAGRAPHS = (Role.SCHEDULE_2, Role.SCHEDULE_3)
OF_SCHEDULES = frozenset({Role.SCHEDULE_HEADING, Role.SCHEDULE_2})
ENTRIES = frozenset({Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING})
FULL_CONTEXT = "w"
OWN_LEVEL = "n"


class Pointer(NamedTuple):
    """One field of a reference.

    Args:
        bookmark: the name of what it points at.
        switch: which number of it is printed.
        result: what it prints.
        whole: whether that includes the word before the number ("Schedule 1").
    """

    bookmark: str
    switch: str
    result: str
    whole: bool = False

    @property
    def instruction(self) -> str:
        return f"REF {self.bookmark} \\{self.switch} \\h"


@dataclass(frozen=True, slots=True)
class References:
    """Bookmarks by place of their paragraph among the blocks; fields by key of what they refer to.

    Args:
        bookmarks: what stands around each paragraph.
        pointers: the fields that print the number of a target, one after the other.
        entries: the bookmark of each heading of the table of contents.
    """

    bookmarks: Mapping[int, tuple[Bookmark, ...]]
    pointers: Mapping[str, tuple[Pointer, ...]]
    entries: Mapping[int, Bookmark]


def references(blocks: Sequence[Block], schedule_label: str, contents: bool) -> References:
    """Bookmarks for what is referred to, and for the table of contents if there is one."""
    wanted = {run.target for block in blocks for run in runs_of(block) if type(run) is Reference and run.number}
    steps = _targets(blocks, wanted)
    names = _Names()
    pointed = {at: names.next("_Ref", blocks[at], at) for at in sorted({at for line in steps.values() for at in line})}
    entries = {at: names.next("_Toc", block, at) for at, block in enumerate(blocks) if contents and is_entry(block)}
    pointers = {key: tuple(_pointers(line, blocks, pointed, schedule_label)) for key, line in steps.items()}
    around = {at: tuple(marks[at] for marks in (entries, pointed) if at in marks) for at in entries | pointed}
    return References(around, pointers, entries)


def runs_of(block: Block) -> Sequence[Run]:
    """Every run of a block."""
    match block:
        case Paragraph():
            return block.runs
        case Table():
            return [run for row in (block.header, *block.rows) for cell in row for run in cell]
        case SignatureBlock():
            return block.party + block.signatory + block.title
    return ()


def is_entry(block: Block) -> bool:
    """Whether the table of contents lists it."""
    return isinstance(block, Paragraph) and block.role in ENTRIES


def _targets(blocks: Sequence[Block], wanted: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The places whose numbers, joined, are the number of each wanted key.

    Word's full context of a paragraph in a schedule would begin with the schedule's own
    name, so such a paragraph is reached by its own level, after the level above.
    """
    found: dict[str, tuple[int, ...]] = {}
    above: tuple[int, ...] = ()
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.role in OF_SCHEDULES:
                above = _above(block.role, at)
            if block.key and block.key in wanted and block.number:
                found.setdefault(block.key, (*above, at) if block.role is Role.SCHEDULE_3 else (at,))
    return found


def _above(role: Role, at: int) -> tuple[int, ...]:
    """The place that what follows in a schedule stands under, if it is a paragraph of it and not its heading."""
    return (at,) if role is Role.SCHEDULE_2 else ()


def _pointers(
    line: tuple[int, ...], blocks: Sequence[Block], pointed: Mapping[int, Bookmark], schedule_label: str
) -> Iterator[Pointer]:
    for at in line:
        block = blocks[at]
        if isinstance(block, Paragraph):
            switch = OWN_LEVEL if block.role in SCHEDULE_PARAGRAPHS else FULL_CONTEXT
            whole = block.role is Role.SCHEDULE_HEADING
            yield Pointer(pointed[at].name, switch, _printed(block, schedule_label), whole)


def _printed(paragraph: Paragraph, schedule_label: str) -> str:
    if paragraph.role is Role.SCHEDULE_HEADING:
        return schedule_label.replace("%1", paragraph.number).rstrip(".")
    return paragraph.label.rstrip(".") if paragraph.role in SCHEDULE_PARAGRAPHS else paragraph.number


class _Names:
    """Gives bookmarks hidden names that stay the same from draft to draft, and ids in order."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._ids = count(1)

    def next(self, prefix: str, block: Block, at: int) -> Bookmark:
        key = block.key if isinstance(block, Paragraph) else ""
        name = self._free(prefix, key or f"paragraph {at}")
        self._taken.add(name)
        return Bookmark(name, next(self._ids))

    def _free(self, prefix: str, key: str) -> str:
        name, again = prefix + _digits(key), count(1)
        while name in self._taken:
            name = prefix + _digits(f"{key}/{next(again)}")
        return name


@lru_cache(maxsize=4096)
def _digits(key: str) -> str:
    return str(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) % 900_000_000 + 100_000_000)
