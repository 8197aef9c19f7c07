"""clausekit's own writer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.word.sample import Numbered, Reference, Sample
from clausekit.agreement.document import (
    Block,
    Contents,
    Definition,
    Document,
    Paragraph,
    Role,
    Run,
    Table,
    Text,
)
from clausekit.agreement.document import Reference as LiveReference
from clausekit.kept import kept_of
from clausekit.word import load_house_style, write

HOUSE_STYLE = Path(__file__).parents[3] / "templates" / "house-style.docx"
ROLES = {1: Role.CLAUSE_HEADING, 2: Role.CLAUSE_2, 3: Role.CLAUSE_3, 4: Role.CLAUSE_4}
MADE = date(2026, 1, 1)


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Writes the sample when called; the house style is kept from an earlier run, as `draft` does."""
    with kept_of(HOUSE_STYLE) as kept:
        house, findings = load_house_style(HOUSE_STYLE, kept)
    if house is None:
        raise SystemExit(f"the house style cannot be used: {findings}")
    document = as_document(sample)
    return lambda: write(document, house, made=MADE)


def as_document(sample: Sample) -> Document:
    """The sample as clausekit keeps a contract."""
    title = Paragraph(Role.TITLE, (Text(sample.title),))
    blocks: tuple[Block, ...] = (
        title,
        Contents(),
        *map(_numbered, sample.numbered),
        *(Paragraph(Role.DEFINITION, (Definition(term), Text(f" {text}"))) for term, text in sample.definitions),
        Table(_cells(sample.table[0]), tuple(_cells(row) for row in sample.table[1:])),
    )
    return Document(sample.title, blocks)


def _numbered(one: Numbered) -> Paragraph:
    runs = tuple(_run(piece) for piece in one.pieces)
    return Paragraph(ROLES[one.level], runs, key=one.key, number=one.number, label=one.label)


def _run(piece: str | Reference) -> Run:
    return Text(piece) if isinstance(piece, str) else LiveReference(piece.key, "clause", piece.number)


def _cells(row: tuple[str, ...]) -> tuple[tuple[Run, ...], ...]:
    return tuple((Text(cell),) for cell in row)
