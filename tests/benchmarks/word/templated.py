"""docxtpl with a template prepared beforehand: styles, bookmarks, live references and a table."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docxtpl import DocxTemplate

from benchmarks.word.raw_objects import STYLES
from benchmarks.word.sample import Numbered, Sample

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    "<w:r><w:instrText xml:space='preserve'> REF _Ref{{ piece.id }} \\w \\h </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    "<w:r><w:t>{{ piece.number }}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
)


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Renders the sample when called; docxtpl wants its template opened anew for each document."""
    template, context = _template(sample), _context(sample)
    return lambda: _rendered(template, context)


def _rendered(template: bytes, context: dict[str, Any]) -> bytes:
    opened = DocxTemplate(BytesIO(template))
    opened.render(context, autoescape=True)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _context(sample: Sample) -> dict[str, Any]:
    ids = {one.key: at for at, one in enumerate(sample.numbered, 1)}
    return {
        "title": sample.title,
        "numbered": [_numbered(one, ids) for one in sample.numbered],
        "definitions": [{"term": term, "text": text} for term, text in sample.definitions],
        "rows": [{"cells": list(row)} for row in sample.table],
    }


def _numbered(one: Numbered, ids: dict[str, int]) -> dict[str, Any]:
    pieces = [
        {"text": piece} if isinstance(piece, str) else {"id": ids[piece.key], "number": piece.number}
        for piece in one.pieces
    ]
    return {"level": one.level, "id": ids[one.key], "pieces": pieces}


def _template(sample: Sample) -> bytes:
    document = Document()
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{%p for one in numbered %}")
    for level, name in STYLES.items():
        document.add_paragraph(f"{{%p if one.level == {level} %}}")
        paragraph = document.add_paragraph(style=name)
        for run in _runs():
            paragraph._p.append(run)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for one in definitions %}")
    defined = document.add_paragraph()
    defined.add_run("“{{ one.term }}”").bold = True
    defined.add_run(" {{ one.text }}")
    document.add_paragraph("{%p endfor %}")
    _table(document, len(sample.table[0]))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _runs() -> list[Any]:
    """Every run of a numbered paragraph, with the turns of the loop over its pieces in runs of their own."""
    inside = (
        "<w:bookmarkStart w:id='{{ one.id }}' w:name='_Ref{{ one.id }}'/>"
        + RUN.format("{%r for piece in one.pieces %}")
        + RUN.format("{%r if piece.text %}")
        + RUN.format("{{ piece.text }}")
        + RUN.format("{%r else %}")
        + FIELD
        + RUN.format("{%r endif %}")
        + RUN.format("{%r endfor %}")
        + "<w:bookmarkEnd w:id='{{ one.id }}'/>"
    )
    return list(parse_xml(f"<w:p {WORD}>{inside}</w:p>"))


def _table(document: Any, columns: int) -> None:
    table = document.add_table(rows=3, cols=columns)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for at in range(columns):
        table.cell(1, at).text = f"{{{{ row.cells[{at}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
