"""python-docx with raw elements: numbered styles, bookmarks, live references and a table."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.word.sample import Numbered, Reference, Sample

STYLES = {1: "List Number", 2: "List Number 2", 3: "List Number 3", 4: "List Bullet 3"}


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Writes the sample when called."""
    return lambda: _written(sample)


def _written(sample: Sample) -> bytes:
    document = Document()
    document.add_heading(sample.title, 0)
    ids = {one.key: at for at, one in enumerate(sample.numbered, 1)}
    styles = {level: document.styles[name].style_id for level, name in STYLES.items()}
    for one in sample.numbered:
        paragraph = document.add_paragraph()
        paragraph._p.style = styles[one.level]  # quicker than by name
        _numbered(paragraph, one, ids)
    for term, text in sample.definitions:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"“{term}”").bold = True
        paragraph.add_run(f" {text}")
    _table(document, sample.table)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _numbered(paragraph: Any, one: Numbered, ids: dict[str, int]) -> None:
    paragraph._p.append(_element("w:bookmarkStart", id=ids[one.key], name=f"_Ref{ids[one.key]}"))
    for piece in one.pieces:
        if isinstance(piece, str):
            paragraph.add_run(piece)
        else:
            _refer(paragraph, piece, ids[piece.key])
    paragraph._p.append(_element("w:bookmarkEnd", id=ids[one.key]))


def _refer(paragraph: Any, reference: Reference, target: int) -> None:
    _mark(paragraph, "begin")
    instruction = _element("w:instrText")
    instruction.text = f" REF _Ref{target} \\w \\h "
    paragraph.add_run()._r.append(instruction)
    _mark(paragraph, "separate")
    paragraph.add_run(reference.number)
    _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str) -> None:
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType=kind))


def _element(tag: str, /, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), str(value))
    return element


def _table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
