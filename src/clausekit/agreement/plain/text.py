"""A document as plain text, wrapped, with hanging numbers."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.agreement.document import (
    Block,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Role,
    Run,
    SignatureBlock,
    Table,
)
from clausekit.agreement.plain.layout import WIDTH, columns, hanging, width_of
from clausekit.agreement.plain.words import SIGNATURE_LINE, contents_entries, joined, plain_words

# where the label stands, and where the words begin
COLUMNS: Mapping[Role, tuple[int, int]] = {
    Role.PARTY: (0, 6),
    Role.RECITAL: (0, 6),
    Role.CLAUSE_HEADING: (0, 6),
    Role.CLAUSE_2: (0, 6),
    Role.CLAUSE_3: (6, 12),
    Role.CLAUSE_4: (12, 18),
    Role.CLAUSE_5: (18, 24),
    Role.DEFINITION: (6, 6),
    Role.DEFINITION_3: (6, 12),
    Role.SCHEDULE_2: (0, 6),
    Role.SCHEDULE_3: (6, 12),
    Role.BULLET: (0, 3),
}
CAPITALS = frozenset({Role.TITLE, Role.PLAIN_HEADING})


def plain_text(document: Document) -> str:
    """`document` as plain text: at most 88 columns where words allow, every number included."""
    return joined([_block(block, document) for block in document.blocks])


def _block(block: Block, document: Document) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Table():
            return columns([[plain_words(cell) for cell in row] for row in (block.header, *block.rows)])
        case SignatureBlock():
            return _signature(block)
        case Contents():
            return _contents(block, document)
        case PageBreak():
            return ""


def _paragraph(paragraph: Paragraph) -> str:
    words = plain_words(paragraph.runs)
    if paragraph.role is Role.SCHEDULE_HEADING:
        return paragraph.label
    indent, column = COLUMNS.get(paragraph.role, (0, 0))
    label = "•" if paragraph.role is Role.BULLET else paragraph.label
    text = hanging(label, words, indent, column)
    return f"{text}\n{'=' * min(width_of(words), WIDTH)}" if paragraph.role in CAPITALS and words else text


def _contents(contents: Contents, document: Document) -> str:
    entries = (hanging(label, words, 0, 14 if label.startswith("Schedule") else 6)
               for label, words in contents_entries(document))  # fmt: skip
    return "\n".join([contents.heading, "", *entries])


def _signature(block: SignatureBlock) -> str:
    lines = [
        f"Signed for and on behalf of {plain_words(block.party)}",
        "",
        f"Signature:  {SIGNATURE_LINE}",
        f"Name:       {_or_line(block.signatory)}",
        f"Title:      {_or_line(block.title)}",
        f"Date:       {SIGNATURE_LINE}",
    ]
    return "\n".join(lines)


def _or_line(runs: tuple[Run, ...]) -> str:
    return plain_words(runs) or SIGNATURE_LINE
