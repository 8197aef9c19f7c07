"""An edited file of sheets, read again: for each position its blocks, and what could be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausekit.agreement.authored import Block, Kind, names_in
from clausekit.agreement.authored.blocks import DEFINITIONS, TAGS, block_of, is_tags, row_of
from clausekit.agreement.authored.tidying import KEYWORDS, UNSEEN, tidy
from clausekit.finding import Severity
from clausekit.word.reading import ReadParagraph, View, WordFile
from clausekit.word.sheets.faults import SheetFault
from clausekit.word.sheets.inline import InlineReader
from clausekit.word.sheets.kept import Kept, read_kept
from clausekit.word.sheets.roles import CELL, HEAD_LABEL, HEAD_WORDS, IGNORED, KINDS, POSITION
from clausekit.word.sheets.starts import Starts
from clausekit.word.tree import Element, W, below, each, value

NOT_OURS = Kept("", "")


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One position as it was edited.

    Args:
        key: its topic and the name of its file.
        kept: the text it was made from, as the file keeps it; None where another program dropped that.
        marked: the name of its bookmark, which says by a hash what its text was; empty where it is lost.
    """

    key: str
    blocks: tuple[Block, ...]
    kept: Kept | None
    marked: str


@dataclass(frozen=True, slots=True)
class ReadSheets:
    """The sheets of a file, and the faults of its paragraphs; with an error among them nothing may be written."""

    sheets: tuple[ReadSheet, ...]
    faults: tuple[SheetFault, ...]


def read_sheets(file: WordFile, view: View, samples: Mapping[str, Mapping[str, str]]) -> ReadSheets:
    """The positions in `file`, their tracked changes taken as `view` says.

    Args:
        samples: for each position that is known, what each of its facts is shown as; it answers only
            where the file has lost what it kept.
    """
    return _Reader(file, view, samples).read()


@dataclass
class _Open:
    """A position that is being read."""

    key: str
    kept: Kept
    marked: str
    blocks: list[Block] = field(default_factory=list)
    head: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class _Row:
    """A row of a table that is being read; a cell for each element, with the text of its paragraphs."""

    element: Element
    paragraph: ReadParagraph
    number: int
    cells: dict[Element, list[str]] = field(default_factory=dict)
    style: str = ""


class _Reader:
    def __init__(self, file: WordFile, view: View, samples: Mapping[str, Mapping[str, str]]) -> None:
        self.file, self.view, self.samples = file, view, samples
        self.kept = read_kept(file)
        self.style_names = dict(_style_names(file))
        self.starts = Starts(frozenset(self.kept) | frozenset(samples))
        self.inline = InlineReader(view, self.style_names)
        self.faults: list[SheetFault] = self.inline.faults
        self.open: list[_Open] = []
        self.row: _Row | None = None

    def read(self) -> ReadSheets:
        for number, paragraph in enumerate(self.file.paragraphs(self.view), 1):
            self._paragraph(number, paragraph)
        self._end_row()
        for one in self.open:
            self._check_head(one)
        if not self.open:
            message = "no position is marked in this file; make one with 'clausekit templates to-word'"
            self.faults.append(SheetFault("no-position", message, 1, self._first_words()))
        sheets = (ReadSheet(one.key, tuple(one.blocks), self.kept.get(one.key), one.marked) for one in self.open)
        return ReadSheets(tuple(sheets), tuple(self.faults))

    def _first_words(self) -> str:
        texts = (paragraph.text(self.view) for paragraph in self.file.paragraphs(self.view))
        return next((text for text in texts if text.strip()), "")

    def _paragraph(self, number: int, paragraph: ReadParagraph) -> None:
        row = _around(paragraph.element, "tr")
        if self.row is not None and (row is None or row is not self.row.element):
            self._end_row()
        style = self._style(paragraph)
        plain = paragraph.text(self.view)
        self._start(number, paragraph, style, plain)
        if style == POSITION or not _seen(plain):
            return
        if style in IGNORED:
            if style in (HEAD_LABEL, HEAD_WORDS) and self.open:
                self.open[-1].head.append((number, " ".join(plain.split())))
            return
        if not self.open:
            self._fault("outside", "this stands before the first position, and belongs to none", number, plain)
            return
        text = self._text(number, paragraph, plain)
        if row is not None:
            self._cell(number, paragraph, row, style, text)
        else:
            self._block(number, style, text, plain)

    def _start(self, number: int, paragraph: ReadParagraph, style: str, plain: str) -> None:
        """Begin a position where one is marked."""
        start = self.starts.at(paragraph, style == POSITION, plain)
        if start.conflict:
            self._fault("two-positions", start.conflict, number, plain)
        if not start.key:
            return
        if self.open and self.open[-1].key == start.key and not self.open[-1].blocks:
            self.open[-1].marked = self.open[-1].marked or start.mark
            return
        if any(one.key == start.key for one in self.open):
            self._fault("position-twice", f"the position {start.key} begins here a second time", number, plain)
        self.open.append(_Open(start.key, self._kept(start.key), start.mark))

    def _kept(self, key: str) -> Kept:
        return self.kept.get(key) or Kept(key, "", self.samples.get(key, {}))

    def _text(self, number: int, paragraph: ReadParagraph, plain: str) -> str:
        """The paragraph in the words of a clause file, its tags tidy."""
        now = self.open[-1]
        text = self.inline.text(paragraph, number, now.kept.samples)
        if "\n" in text.strip() and self._kind_of(paragraph) is not Kind.REMARK:
            self._fault("line-break", "a line break stands in it; make two paragraphs of it, or one", number, plain)
        return tidy(text, names_in(now.kept.text))

    def _kind_of(self, paragraph: ReadParagraph) -> Kind:
        return KINDS.get(self._style(paragraph), (Kind.PARAGRAPH, 0))[0]

    def _style(self, paragraph: ReadParagraph) -> str:
        """The name of a paragraph's style; before tracked changes of it, where they are read as rejected."""
        before = below(paragraph.element, "w:pPr/w:pPrChange/w:pPr")
        style = paragraph.style
        if self.view is View.ORIGINAL and before is not None:
            style = value(before, "w:pStyle") or ""
        return self.style_names.get(style, "Normal")

    # Paragraphs

    def _block(self, number: int, style: str, text: str, plain: str) -> None:
        if style not in KINDS:
            self._unstyled(number, style, text, plain)
            return
        kind, depth = KINDS[style]
        now = self.open[-1]
        match kind:
            case Kind.CONDITION | Kind.REPEAT:
                self._tags(number, text, plain)
            case Kind.REMARK:
                now.blocks.append(Block(kind, text.strip()))
            case Kind.HEADING:
                now.blocks.append(block_of(f"# {text.strip()}", 0, self._names()))
            case Kind.DEFINITIONS:
                now.blocks.append(block_of(f"## {DEFINITIONS}", 0, frozenset()))
            case _:
                now.blocks.append(block_of(text.replace("\t", " ").strip(), depth, self._names()))

    def _names(self) -> frozenset[str]:
        return names_in(self.open[-1].kept.text)

    def _unstyled(self, number: int, style: str, text: str, plain: str) -> None:
        """A paragraph in a style that says nothing: tags speak for themselves, words do not."""
        if is_tags(text.strip()):
            self.open[-1].blocks.append(block_of(text.strip(), 0, self._names()))
            return
        message = (
            f"its style is '{style}', so that its level is not clear; give it a style such as 'CK Level 1', "
            "'CK Level 2' or 'CK Definition'"
        )
        self._fault("unknown-style", message, number, plain)

    def _tags(self, number: int, text: str, plain: str) -> None:
        """A line of tags; braces that were lost are put back where the line says what it is."""
        words = text.strip()
        if not set("{}%") & set(words) and words.split(" ")[0].lower() in KEYWORDS:
            words = tidy(f"{{% {words} %}}", self._names())
        if not is_tags(words):
            message = "it has the style of a condition or a repeat, and is no tag such as {% if … %} alone"
            self._fault("words-beside-tag", message, number, plain)
            return
        self.open[-1].blocks.append(block_of(words, 0, self._names()))

    # Tables

    def _cell(self, number: int, paragraph: ReadParagraph, element: Element, style: str, text: str) -> None:
        row = self.row
        if row is None:
            row = self.row = _Row(element, paragraph, number, {cell: [] for cell in each(element, "w:tc")}, style)
        cell = _around(paragraph.element, "tc")
        if cell is None or cell not in row.cells:
            self._fault("table-in-table", "a table stands within a table; take it out", number, text)
            return
        row.style = style if style != CELL else row.style
        row.cells[cell].append(text.strip())

    def _end_row(self) -> None:
        row, self.row = self.row, None
        if row is None:
            return
        quoted = " | ".join(" ".join(cell) for cell in row.cells.values())
        if any(len(cell) > 1 for cell in row.cells.values()):
            self._fault("two-in-a-cell", "a cell holds one paragraph; join its paragraphs", row.number, quoted)
        cells = [" ".join(cell) for cell in row.cells.values()]
        filled = [cell for cell in cells if cell]
        is_tag_row = KINDS.get(row.style, (Kind.ROW, 0))[0] in TAGS or (len(cells) == 1 and is_tags(filled[0]))
        if is_tag_row and len(filled) == 1:
            self._tags(row.number, filled[0], quoted)
        else:
            self.open[-1].blocks.append(block_of(row_of(cells), 0, self._names()))

    # Heads

    def _check_head(self, one: _Open) -> None:
        """Words of the head that were changed here are told, for they are not read."""
        shown = [" ".join(text.split()) for row in one.kept.head for text in row]
        for number, text in one.head:
            if shown and text not in shown:
                message = f"the head of {one.key} is not read from Word; change it in its file"
                self.faults.append(SheetFault("head-changed", message, number, text, Severity.WARNING))

    def _fault(self, code: str, message: str, number: int, quoted: str) -> None:
        self.faults.append(SheetFault(code, message, number, quoted))


def _style_names(file: WordFile) -> Iterator[tuple[str, str]]:
    for part in file.named("styles"):
        for style in each(file.tree(part), "w:style"):
            yield style.get(f"{W}styleId") or "", value(style, "w:name") or ""


def _seen(text: str) -> bool:
    """Whether anything in `text` can be seen."""
    return bool(text.translate(dict.fromkeys(map(ord, UNSEEN))).strip())


def _around(element: Element, name: str) -> Element | None:
    return next((one for one in element.iterancestors() if one.tag == f"{W}{name}"), None)
