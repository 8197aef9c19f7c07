"""python-docx through its public interface alone: no fields, so the numbers of references are plain text."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from docx import Document

from benchmarks.word.raw_objects import STYLES
from benchmarks.word.sample import Numbered, Sample


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Writes the sample when called."""
    return lambda: _written(sample)


def _written(sample: Sample) -> bytes:
    document = Document()
    document.add_heading(sample.title, 0)
    styles = {level: document.styles[name] for level, name in STYLES.items()}
    for one in sample.numbered:
        document.add_paragraph(_text(one), style=styles[one.level])
    for term, text in sample.definitions:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"“{term}”").bold = True
        paragraph.add_run(f" {text}")
    table = document.add_table(rows=len(sample.table), cols=len(sample.table[0]))
    for cells, row in zip(table.rows, sample.table, strict=True):
        for cell, value in zip(cells.cells, row, strict=True):
            cell.text = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _text(one: Numbered) -> str:
    return "".join(piece if isinstance(piece, str) else piece.number for piece in one.pieces)
