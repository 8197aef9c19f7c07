"""A block's words, cut into what is shown in different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"


class PieceKind(StrEnum):
    """What a piece is."""

    WORDS = "words"
    FACT = "fact"
    TAG = "tag"
    REMARK = "remark"
    TERM = "term"
    REFERENCE = "reference"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block.

    Args:
        text: as it is written, signs included.
        inner: without the signs: a fact's path with its filters, a term, the name of a topic.
    """

    kind: PieceKind
    text: str
    inner: str


SIGNS = re.compile(
    r"(?P<fact>\{\{(.*?)\}\})"
    r"|(?P<tag>\{%(.*?)%\})"
    r"|(?P<remark>\{#(.*?)#\})"
    r"|(?P<term>\*\*[“\"]([^*\[\]]+?)[”\"]\*\*)"
    rf"|(?P<reference>\[\[({NAME}(?:\.{NAME})?)\]\])"
    rf"|(?P<anchor>\[#({NAME})\])",
    re.DOTALL,
)


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order; together they are `text`."""
    end = 0
    for found in SIGNS.finditer(text):
        if found.start() > end:
            yield _words(text[end : found.start()])
        yield Piece(PieceKind(found.lastgroup or ""), found.group(), found[(found.lastindex or 0) + 1].strip())
        end = found.end()
    if end < len(text):
        yield _words(text[end:])


def _words(text: str) -> Piece:
    return Piece(PieceKind.WORDS, text, text)
