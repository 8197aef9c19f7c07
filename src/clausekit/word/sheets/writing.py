"""Sheets as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from clausekit.agreement.authored import Kind, PieceKind, Written, pieces_of
from clausekit.agreement.authored.blocks import TAGS, cells_of
from clausekit.word.blocks import KEEP_WITH_NEXT, paragraph
from clausekit.word.comments import NO_COMMENTS, Comments, comments_part
from clausekit.word.house_style import Section
from clausekit.word.package import Part, package
from clausekit.word.sheets.kept import kept_part
from clausekit.word.sheets.looks import look_parts
from clausekit.word.sheets.roles import (
    CELL,
    CHARACTERS,
    CONDITION,
    DEFINITION_LEVELS,
    DEFINITIONS_STYLE,
    HEAD_LABEL,
    HEAD_WORDS,
    HEADER_FILL,
    HEADING_STYLE,
    HELP,
    LEVELS,
    POSITION,
    REMARK,
    REPEAT,
    STRONG,
    TABLE,
    TOPIC,
    shade,
    style_id,
)
from clausekit.word.sheets.sheet import CONTROL, Sheet
from clausekit.word.tables import shared
from clausekit.word.xml_text import DECLARATION, RELATIONS, WORD, Bookmark, attribute, words

PAGE = Section()
HEAD_WIDTHS = (1, 5)
STYLES = {
    Kind.HEADING: HEADING_STYLE,
    Kind.DEFINITIONS: DEFINITIONS_STYLE,
    Kind.CONDITION: CONDITION,
    Kind.REPEAT: REPEAT,
    Kind.REMARK: REMARK,
}
WHOLE = (Kind.REMARK, *TAGS)
"""What the style of its paragraph says already."""
ADVICE = (
    "Change the words as in any Word file, with or without tracked changes.",
    "A green box is a fact of a deal, shown with a sample. Leave it, move it or delete it whole.",
    "A yellow or blue line decides what is printed, or repeats it. Keep each opening and its end.",
    "[[name]] is a reference, [#name] what others refer to. New paragraphs need one of the CK styles.",
    "The table above each position shows its head. It is changed in the text file, not here.",
)


def write_sheets(sheets: Sequence[Sheet], *, made: date, comments: Comments = NO_COMMENTS) -> bytes:
    """The sheets as the bytes of a .docx file, the same for the same arguments.

    Args:
        made: stands in the file's properties as created and modified.
        comments: remarks on blocks, by the identity of a block of `Sheet.blocks`.
    """
    return _File(comments).written(sheets, made)


@dataclass
class _File:
    comments: Comments
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def written(self, sheets: Sequence[Sheet], made: date) -> bytes:
        body = "".join([*map(self._help, ADVICE), *self._all(sheets)])
        page = (
            f'<w:sectPr><w:pgSz w:w="{PAGE.width}" w:h="{PAGE.height}"/><w:pgMar w:top="{PAGE.top}"'
            f' w:right="{PAGE.right}" w:bottom="{PAGE.bottom}" w:left="{PAGE.left}" w:header="{PAGE.header}"'
            f' w:footer="{PAGE.footer}" w:gutter="0"/></w:sectPr>'
        )
        xml = f"{DECLARATION}<w:document {WORD} {RELATIONS}><w:body>{body}{page}</w:body></w:document>"
        parts = [*look_parts(), kept_part(sheets)]
        if self.comments.texts:
            parts.append(Part("comments", "comments", comments_part(self.comments, made, style_id(STRONG))))
        return package([xml], parts, ", ".join(dict.fromkeys(sheet.title for sheet in sheets)), made)

    def _help(self, line: str) -> str:
        return paragraph(style_id(HELP), words(line))

    def _all(self, sheets: Sequence[Sheet]) -> Iterator[str]:
        title = ""
        for sheet in sheets:
            if sheet.title != title:
                title = sheet.title
                yield paragraph(style_id(TOPIC), words(title), '<w:spacing w:before="480"/>')
            yield self._start(sheet)
            yield self._head(sheet)
            yield from self._words(sheet)

    def _start(self, sheet: Sheet) -> str:
        """Where a position begins: a content control, a bookmark and a style."""
        label = Bookmark(sheet.mark, next(self.ids)).around(words(sheet.key))
        return self._control(f"{CONTROL}{sheet.key}", paragraph(style_id(POSITION), label))

    def _control(self, label: str, content: str, lock: str = "") -> str:
        locked = f'<w:lock w:val="{lock}"/>' if lock else ""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(label)}"/><w:tag w:val="{attribute(label)}"/>'
            f'<w:id w:val="{next(self.ids)}"/>{locked}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        )

    def _head(self, sheet: Sheet) -> str:
        """What is shown of the head; locked, for it is not read back."""
        styles = (style_id(HEAD_LABEL), style_id(HEAD_WORDS))
        rows = (
            _row([paragraph(style, words(text)) for style, text in zip(styles, row, strict=True)], HEAD_WIDTHS)
            for row in sheet.head
        )
        return _table("".join(rows), HEAD_WIDTHS)

    def _words(self, sheet: Sheet) -> Iterator[str]:
        in_definitions = False
        for group in _groups(sheet.blocks):
            if group[0].block.kind is Kind.ROW:
                yield self._rows(group, sheet)
                continue
            (one,) = group
            in_definitions = in_definitions or one.block.kind is Kind.DEFINITIONS
            yield self._paragraph(one, sheet, _style(one, in_definitions))

    def _paragraph(self, one: Written, sheet: Sheet, style: str) -> str:
        block = one.block
        content = words(block.text) if block.kind in WHOLE else self._inline(block.text, sheet)
        return paragraph(style_id(style), self.comments.around_block(block, content))

    def _inline(self, text: str, sheet: Sheet) -> str:
        return "".join(self._piece(piece.kind, piece.text, piece.inner, sheet) for piece in pieces_of(text))

    def _piece(self, kind: PieceKind, text: str, inner: str, sheet: Sheet) -> str:
        if kind is PieceKind.WORDS:
            return words(text)
        style = style_id(CHARACTERS[kind][0])
        if kind is PieceKind.FACT and inner in sheet.samples:
            return self._control(inner, words(sheet.samples[inner], style))
        return words(f"“{inner}”" if kind is PieceKind.TERM else text, style)

    def _rows(self, group: Sequence[Written], sheet: Sheet) -> str:
        first = cells_of(group[0].block.text)
        widths = (1,) * max(len(first), 1)
        rows = (self._table_row(one, sheet, widths, header=one is group[0]) for one in group)
        return _table("".join(rows), widths) + paragraph("Normal", "", '<w:spacing w:before="0" w:after="60"/>')

    def _table_row(self, one: Written, sheet: Sheet, widths: Sequence[int], *, header: bool) -> str:
        if one.block.kind in TAGS:
            style = STYLES[one.block.kind]
            line = paragraph(style_id(style), self.comments.around_block(one.block, words(one.block.text)))
            return _row([line], (sum(widths),), span=len(widths))
        cells = cells_of(one.block.text)
        keep = KEEP_WITH_NEXT if header else ""
        filled = [self._inline(cell, sheet) for cell in cells]
        filled[0] = self.comments.around_block(one.block, filled[0])
        made = [paragraph(style_id(CELL), content, keep) for content in filled]
        return _row(made, (1,) * len(cells), shade(HEADER_FILL) if header else "")


def _style(one: Written, in_definitions: bool) -> str:
    if one.block.kind is not Kind.PARAGRAPH:
        return STYLES[one.block.kind]
    levels = DEFINITION_LEVELS if in_definitions and one.block.depth < len(DEFINITION_LEVELS) else LEVELS
    return levels[min(one.block.depth, len(levels) - 1)]


def _groups(blocks: Iterable[Written]) -> Iterator[list[Written]]:
    """Each block by itself, but the lines of a table together with the lines of tags between them."""
    group: list[Written] = []
    for one in blocks:
        in_table = one.block.kind is Kind.ROW or (one.block.kind in TAGS and one.gap == 0)
        if group and (group[0].block.kind is not Kind.ROW or not in_table):
            yield group
            group = []
        group = [*group, one]
    if group:
        yield group


def _table(rows: str, shares: Sequence[int]) -> str:
    widths = shared(PAGE.text_width, tuple(shares))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(TABLE)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(cells: Sequence[str], shares: Sequence[int], shading: str = "", span: int = 1) -> str:
    widths = shared(PAGE.text_width, tuple(shares))
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shading}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(made)}</w:tr>"
