"""The agreement that every writer is handed, as plain data: it imports nothing of any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

CLAUSES = 40
DEFINITIONS = 40
REFERENCES = 150
# Levels of the nine paragraphs below each heading: with it they make ten, so that 40 clauses make 400.
LEVELS = (2, 2, 3, 3, 3, 2, 3, 4, 4)
LETTERS = "abcdefghi"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
CLAUSE_FILES = Path(__file__).parents[3] / "templates" / "clauses"
STRETCH = 7
"""Words in a row that are taken from a clause as they stand, so that the text packs about as well as a contract's."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to the numbered paragraph `key`, whose number is `number`."""

    key: str
    number: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered paragraph at a level from 1, a heading, to 4; its label is what stands at it, its number the whole."""

    level: int
    key: str
    label: str
    number: str
    pieces: tuple[str | Reference, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """An agreement: `size` times 400 numbered paragraphs, 40 definitions and 150 references, and one table."""

    title: str
    numbered: tuple[Numbered, ...]
    definitions: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, ...], ...]


def sample(size: int) -> Sample:
    """The agreement at `size` times its size."""
    bare = [one for clause in range(1, CLAUSES * size + 1) for one in _clause(clause)]
    every = len(bare) / (REFERENCES * size)
    referring = {int(at * every) for at in range(REFERENCES * size)}
    numbered = tuple(_referring(bare, at) if at in referring else one for at, one in enumerate(bare))
    definitions = tuple((f"Defined Item {at}", f"means {_text(-at, 28)}") for at in range(1, DEFINITIONS * size + 1))
    table = (("Item", "Maker", "Place"), *((f"Item {at}", f"Maker {at}", "TW") for at in range(1, 13)))
    return Sample("Technology supply agreement", numbered, definitions, table)


def _clause(clause: int) -> Iterator[Numbered]:
    yield Numbered(1, f"c{clause}", f"{clause}.", f"{clause}", (f"Duty number {clause}",))
    counts = [0, 0, 0]
    for at, level in enumerate(LEVELS):
        counts[level - 2] += 1
        counts[level - 1 :] = [0] * (3 - (level - 1))
        label, number = _number(clause, level, counts)
        yield Numbered(level, f"c{clause}p{at}", label, number, (_text(clause * 10 + at, 75),))


def _number(clause: int, level: int, counts: list[int]) -> tuple[str, str]:
    own = (f"{clause}.{counts[0]}", f"({LETTERS[counts[1] - 1]})", f"({ROMAN[counts[2] - 1]})")
    return own[level - 2], "".join(own[: level - 1])


def _referring(bare: list[Numbered], at: int) -> Numbered:
    """The paragraph with a reference to another one, some way off, in its midst."""
    one, target = bare[at], bare[(at * 7 + 13) % len(bare)]
    text = str(one.pieces[0])
    middle = len(text) // 2
    pieces = (f"{text[:middle]} (clause ", Reference(target.key, target.number), f") {text[middle:]}")
    return Numbered(one.level, one.key, one.label, one.number, pieces)


def _text(seed: int, length: int) -> str:
    """So many words of our clauses, other ones for each seed."""
    words, draw = _words(), Random(seed)
    starts = (draw.randrange(len(words) - STRETCH) for _ in range(0, length, STRETCH))
    return " ".join(word for start in starts for word in words[start : start + STRETCH]) + "."


@cache
def _words() -> tuple[str, ...]:
    files = sorted(CLAUSE_FILES.rglob("*.md"))
    return tuple(word for file in files for word in re.findall(r"[A-Za-z]+[,;]?", file.read_text(encoding="utf-8")))
