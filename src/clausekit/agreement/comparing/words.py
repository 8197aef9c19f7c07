"""What changed in the words of one paragraph or cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from clausekit.agreement.document import Run, Text

# A number with its brackets, a sum of money and a clause number are each one word: half of one says nothing.
TOKEN = re.compile(
    r"\s+"
    r"|\(\w{1,4}\)"
    r"|(?:[A-Z]{3}|[£€$¥])\s?\d[\d,.]*\d"
    r"|\d+(?:[.,:]\d+)*(?:\([a-zA-Z0-9]+\))*%?"
    r"|\w+(?:[-’'&]\w+)*"
    r"|."
)
LEAST_ALIKE = 0.25
"""Below this share of common words a paragraph reads better struck out and written anew."""


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that stayed, went or came; what went stands before what came in its place."""

    change: Change
    runs: tuple[Run, ...]


def changed_words(old: Sequence[Run], new: Sequence[Run]) -> tuple[Piece, ...]:
    """`old` and `new` as one sequence of pieces: without the inserted ones it is `old`, without the deleted `new`."""
    before, after = list(_tokens(old)), list(_tokens(new))
    matcher = SequenceMatcher(None, [_key(run) for run in before], [_key(run) for run in after], autojunk=False)
    if before and after and matcher.ratio() < LEAST_ALIKE:
        return (Piece(Change.DELETED, tuple(_joined(before))), Piece(Change.INSERTED, tuple(_joined(after))))
    return tuple(_merged(_settled(_pieces(matcher.get_opcodes(), before, after))))


def _tokens(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        if isinstance(run, Text):
            yield from (replace(run, text=token) for token in TOKEN.findall(run.text))
        else:
            yield run


def _key(run: Run) -> object:
    """What two words must share to be the same; a fact's value may become plain words without a mark."""
    return (run.text, run.strong) if isinstance(run, Text) else run


def _pieces(
    steps: Iterable[tuple[str, int, int, int, int]], before: Sequence[Run], after: Sequence[Run]
) -> Iterator[Piece]:
    for step, old_start, old_end, new_start, new_end in steps:
        if step == "equal":
            yield Piece(Change.SAME, tuple(after[new_start:new_end]))
            continue
        yield Piece(Change.DELETED, tuple(before[old_start:old_end]))
        yield Piece(Change.INSERTED, tuple(after[new_start:new_end]))


def _settled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without lone spaces that stayed between two changes: they belong to both."""
    waiting = list(pieces)
    for at, piece in enumerate(waiting):
        between = 0 < at < len(waiting) - 1
        if piece.change is Change.SAME and between and all(_is_space(run) for run in piece.runs):
            yield replace(piece, change=Change.DELETED)
            yield replace(piece, change=Change.INSERTED)
        else:
            yield piece


def _is_space(run: Run) -> bool:
    return isinstance(run, Text) and run.text.isspace()


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one deletion and one insertion, and words joined again."""
    for stays, group in groupby(pieces, key=lambda piece: piece.change is Change.SAME):
        found = list(group)
        for change in (Change.SAME,) if stays else (Change.DELETED, Change.INSERTED):
            runs = tuple(_joined(run for piece in found if piece.change is change for run in piece.runs))
            if runs:
                yield Piece(change, runs)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    waiting: Text | None = None
    for run in runs:
        if waiting and isinstance(run, Text) and (run.literal, run.strong) == (waiting.literal, waiting.strong):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting:
            yield waiting
        waiting = run if isinstance(run, Text) else None
        if waiting is None:
            yield run
    if waiting:
        yield waiting
