"""A guess at the page of each block, for the table of contents until Word counts for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausekit.agreement.document import Block, Contents, Paragraph, Role, Run, SignatureBlock, Table
from clausekit.word.house_style import HouseStyle, Measure, Section
from clausekit.word.layout import Laid, Layout
from clausekit.word.printed import printed
from clausekit.word.references import is_entry

HEADINGS = frozenset({Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.PLAIN_HEADING, Role.PLAIN_SUBHEADING})
WIDTH_OF_LETTER = 0.455
"""Of an average letter, in the height of its font."""
HEIGHT_OF_LINE = 1.15
TABLE_TEXT = Measure(size=180, before=60, after=60, line=276, indent=0)
SIGNATURE = 2900
TWO_LINES = 500
ENTRIES_ON_A_PAGE = 38


def pages_of(layout: Layout, house: HouseStyle, section: Section) -> tuple[tuple[int, ...], int]:
    """The page on which each block is likely to begin, and the number of the last."""
    entries = sum(is_entry(laid.block) for laid in layout.all)
    flow = _Flow(_columns(house, section), section.text_width, section.text_height, entries)
    starts = [flow.place(laid) for laid in layout.cover]
    flow.next_page()
    starts += [flow.place(laid) for laid in layout.body]
    return tuple(starts), flow.page


@dataclass(frozen=True, slots=True)
class _Column:
    """Text of one measure in a column: the space around it, the height of a line and the letters in one."""

    around: int
    line: float
    letters: int

    def height(self, runs: tuple[Run, ...]) -> float:
        text = printed(runs)
        if "\n" in text:
            return self.around + self.line * sum(-(-len(line) // self.letters) or 1 for line in text.split("\n"))
        return self.around + self.line * (-(-len(text) // self.letters) or 1)


def _column(measure: Measure, width: float) -> _Column:
    return _Column(
        around=measure.before + measure.after,
        line=measure.size * HEIGHT_OF_LINE * measure.line / 240,
        letters=max(1, int(width / (measure.size * WIDTH_OF_LETTER))),
    )


def _columns(house: HouseStyle, section: Section) -> Mapping[str, _Column]:
    """The column of each role."""
    return {role: _column(one, section.text_width - one.indent) for role, one in house.measures.items()}


@dataclass(slots=True)
class _Flow:
    """Where on which page the next block begins."""

    columns: Mapping[str, _Column]
    text_width: int
    text_height: int
    entries: int
    page: int = 1
    down: float = 0

    def next_page(self) -> None:
        """Go to a new page, unless the flow stands at the head of one."""
        if self.down:
            self.page += 1
            self.down = 0

    def place(self, laid: Laid) -> int:
        """The page on which the block begins, after which the flow stands below it."""
        block = laid.block
        if isinstance(block, Paragraph) and block.role not in HEADINGS:
            height = self.columns[block.role].height(block.runs)
            begins_page = laid.new_page
        else:
            height = self._height(block)
            begins_page = laid.new_page or self._begins_page(block, height)
        if begins_page:
            self.next_page()
        start = self.page
        self.down += height
        if self.down >= self.text_height:
            over, self.down = divmod(self.down, self.text_height)
            self.page += int(over)
        return start

    def _begins_page(self, block: Block, height: float) -> bool:
        """Whether a heading has no room left with two lines of text, nor a signature; a schedule begins its own."""
        room = self.text_height - self.down
        if isinstance(block, Paragraph):
            return block.role is Role.SCHEDULE_HEADING or height + TWO_LINES > room
        return isinstance(block, SignatureBlock) and room < SIGNATURE

    def _height(self, block: Block) -> float:
        match block:
            case Paragraph():
                return self.columns[block.role].height(block.runs)
            case Table():
                return sum(self._row(block, row) for row in (block.header, *block.rows))
            case SignatureBlock():
                return SIGNATURE
            case Contents():
                return self.text_height * self.entries / ENTRIES_ON_A_PAGE
        return 0

    def _row(self, table: Table, row: tuple[tuple[Run, ...], ...]) -> float:
        shares = table.widths or (1,) * len(row)
        widths = [self.text_width * share / sum(shares) - 216 for share in shares]
        columns = (_column(TABLE_TEXT, width) for width in widths)
        return max((one.height(cell) for one, cell in zip(columns, row, strict=True)), default=0)
