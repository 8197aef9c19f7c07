"""What a page of text is made of: entries of spans with a hanging label, wrapped into lines of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

# Every character here takes one cell, so that a text of them can be broken by counting characters.
ONE_CELL = re.compile(r"[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20b1]*")
NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look; `look` is the last part of a component class, such as ``blank`` or ``error``."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a page.

    Args:
        key: what it stands for, given back when it is chosen; empty where it cannot be.
        spans: its words.
        label: what hangs before them, such as a clause's number or a severity.
        indent: the column at which the label stands.
        column: the column at which words begin.
        look, label_look: the look of words without one, and of the label.
        space: blank lines after it.
    """

    key: str
    spans: tuple[Span, ...]
    label: str = ""
    indent: int = 0
    column: int = 0
    look: str = ""
    label_look: str = ""
    space: int = 0

    @property
    def words(self) -> str:
        return "".join(span.text for span in self.spans)


Piece = tuple[str, str]
Line = tuple[Piece, ...]


def plain_entry(text: str, look: str = "", *, key: str = "", space: int = 0, column: int = 0) -> Entry:
    """An entry of words in one look."""
    return Entry(key, (Span(text),), column=column, look=look, space=space)


def wrap(entry: Entry, width: int) -> tuple[Line, ...]:
    """The lines of an entry at most `width` cells wide, its label hanging before the first."""
    column = max(entry.column, entry.indent + cell_len(entry.label) + 1) if entry.label else entry.column
    column = min(column, max(0, width - NARROWEST))
    ends = list(accumulate(len(span.text) for span in entry.spans))
    lines = [_pieces(entry, ends, start, end) for start, end in breaks(entry.words, max(1, width - column))]
    head = _head(entry, column)
    margin: Line = ((" " * column, ""),) if column else ()
    body = [(*(head if not number else margin), *line) for number, line in enumerate(lines or [()])]
    return (*body, *(((),) * entry.space))


def _head(entry: Entry, column: int) -> Line:
    label = " " * entry.indent + entry.label
    return ((label + " " * (column - cell_len(label)), entry.label_look),) if column else ()


def _pieces(entry: Entry, ends: list[int], start: int, end: int) -> Line:
    """The spans between two places of the words."""
    found: list[Piece] = []
    begin = 0
    for span, finish in zip(entry.spans, ends, strict=True):
        low, high = max(start, begin), min(end, finish)
        if low < high:
            found.append((span.text[low - begin : high - begin], span.look or entry.look))
        begin = finish
    return tuple(found)


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where lines of at most `width` cells begin and end; a line break in the text ends one."""
    start = 0
    for own in text.split("\n"):
        simple = ONE_CELL.fullmatch(own) is not None
        yield from ((start + a, start + b) for a, b in (_simple if simple else _measured)(own, width))
        start += len(own) + 1


def _simple(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        end = space if space > start else start + width
        yield start, end
        start = end + (space > start)
    yield start, len(text)


def _measured(text: str, width: int) -> Iterator[tuple[int, int]]:
    """As `_simple`, where characters take two cells or none; those of two may part from one another."""
    start = used = 0
    chance: int | None = None
    for index, character in enumerate(text):
        size = get_character_cell_size(character)
        if character == " " or (size == 2 and index > start):
            chance = index
        if used + size > width and index > start:
            end = chance if chance is not None and chance > start else index
            yield start, end
            start = end + (text[end] == " ")
            used, chance = cell_len(text[start:index]), None
        used += size
    yield start, len(text)
