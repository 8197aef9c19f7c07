"""A text as blocks, each with the lines it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clausekit.agreement.authored.pieces import PieceKind, pieces_of
from clausekit.agreement.authored.tidying import names_in, tidy

DEFINITIONS = "Definitions"
OPENS = ("if", "for", "else", "elif")
STEP = "  "
"""What one level is indented by."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    DEFINITIONS = "definitions"
    PARAGRAPH = "paragraph"
    CONDITION = "condition"
    REPEAT = "repeat"
    REMARK = "remark"
    ROW = "row"


TAGS = (Kind.CONDITION, Kind.REPEAT)


@dataclass(frozen=True, slots=True)
class Block:
    """A block's words in one line and in one way of writing them.

    Args:
        depth: the level of a paragraph, from 0.
    """

    kind: Kind
    text: str
    depth: int = 0

    @property
    def line(self) -> str:
        """The block as a line of a text."""
        match self.kind:
            case Kind.HEADING:
                return f"# {self.text}"
            case Kind.DEFINITIONS:
                return f"## {DEFINITIONS}"
            case Kind.PARAGRAPH:
                return STEP * self.depth + self.text
        return self.text

    @property
    def tag_word(self) -> str:
        """The first word of a line of tags, such as ``if`` or ``endfor``."""
        first = next(pieces_of(self.text), None)
        return first.inner.split()[0] if first and first.kind is PieceKind.TAG and first.inner else ""

    @property
    def opens(self) -> bool:
        """Whether what follows stands within this line of tags."""
        return self.kind in TAGS and self.tag_word in OPENS

    def told(self, most: int = 60) -> str:
        """The block's words, cut short, for a message."""
        return self.text if len(self.text) <= most else f"{self.text[: most - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Written:
    """A block as it stands in a text.

    Args:
        lines: its lines, as they are.
        gap: how many blank lines stand before it.
        line: the number of its first line in the text, from 1.
    """

    block: Block
    lines: tuple[str, ...]
    gap: int
    line: int


def blocks_of(text: str) -> tuple[Written, ...]:
    """The blocks of a text, in order."""
    names = names_in(text)
    return tuple(
        Written(_block(lines, names), tuple(lines), gap, number) for number, gap, lines in _chunks(text.split("\n"))
    )


def _chunks(lines: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The lines that belong together, with the number of the first and the blank lines before it."""
    gap, chunk, start = 0, list[str](), 0
    for number, line in enumerate(lines, 1):
        if chunk and not _goes_on(chunk, line):
            yield start, gap, chunk
            gap, chunk = 0, []
        if not line.strip() and not chunk:
            gap += 1
        else:
            start = start if chunk else number
            chunk = [*chunk, line]
    if chunk:
        yield start, gap, chunk


def _goes_on(chunk: list[str], line: str) -> bool:
    """Whether `line` belongs to the block that `chunk` begins."""
    joined = "\n".join(chunk)
    if joined.count("{#") > joined.count("#}"):
        return True
    before = chunk[-1]
    return bool(line.strip()) and _plain(before) and _plain(line) and _indent(before) == _indent(line)


def _plain(line: str) -> bool:
    """Whether a line is part of a paragraph that may run over several lines."""
    words = line.strip()
    return not words.startswith(("#", "|", "{#", "[#")) and not is_tags(words)


def is_tags(words: str) -> bool:
    """Whether there is nothing but tags in `words`."""
    kinds = {piece.kind for piece in pieces_of(words) if piece.text.strip()}
    return kinds == {PieceKind.TAG}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block(lines: list[str], names: frozenset[str]) -> Block:
    words = " ".join(lines).strip()
    if words.startswith("{#") and words.endswith("#}"):
        return Block(Kind.REMARK, "\n".join(line.strip() for line in lines))
    return block_of(words, _indent(lines[0]) // len(STEP), names)


def block_of(words: str, depth: int, names: frozenset[str]) -> Block:
    """The block that a line of a text, without its indentation, makes."""
    words = re.sub(" {2,}", " ", tidy(words, names))
    if is_tags(words):
        repeats = next(pieces_of(words)).inner.split()[0:1] in (["for"], ["endfor"])
        return Block(Kind.REPEAT if repeats else Kind.CONDITION, words)
    if words == f"## {DEFINITIONS}":
        return Block(Kind.DEFINITIONS, DEFINITIONS)
    if words.startswith("# "):
        return Block(Kind.HEADING, words[2:].strip())
    if words.startswith("|"):
        return Block(Kind.ROW, row_of(cells_of(words)))
    return Block(Kind.PARAGRAPH, words, depth)


def cells_of(row: str) -> tuple[str, ...]:
    """The words of each cell of a row; a line within a tag divides nothing."""
    cells = [""]
    for piece in pieces_of(row):
        first, *others = piece.text.split("|") if piece.kind is PieceKind.WORDS else [piece.text]
        cells[-1] += first
        cells += others
    inside = cells[1:-1] if not cells[-1].strip() else cells[1:]
    return tuple(cell.strip() for cell in inside)


def row_of(cells: Iterable[str]) -> str:
    """The row that these cells make."""
    return f"| {' | '.join(cells)} |"
