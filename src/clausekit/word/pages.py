"""A guess at the page of each block, for the table of contents until Word counts for itself."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.agreement.document import Block, Contents, Paragraph, Role, Run, SignatureBlock, Table
from clausekit.word.house_style import HouseStyle, Measure, Section
from clausekit.word.layout import Laid, Layout
from clausekit.word.printed import printed
from clausekit.word.references import is_entry

HEADINGS = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.PLAIN_HEADING, Role.PLAIN_SUBHEADING)
WIDTH_OF_LETTER = 0.455
"""Of an average letter, in the height of its font."""
HEIGHT_OF_LINE = 1.15
TABLE_TEXT = Measure(size=180, before=60, after=60, line=276, indent=0)
SIGNATURE = 2900
TWO_LINES = 500
ENTRIES_ON_A_PAGE = 38


def pages_of(layout: Layout, house: HouseStyle, section: Section) -> tuple[tuple[int, ...], int]:
    """The page on which each block is likely to begin, and the number of the last."""
    flow = _Flow(house, section, entries=sum(is_entry(laid.block) for laid in layout.all))
    starts = [flow.place(laid) for laid in layout.cover]
    flow.next_page()
    starts += [flow.place(laid) for laid in layout.body]
    return tuple(starts), flow.page


@dataclass(slots=True)
class _Flow:
    """Where on which page the next block begins."""

    house: HouseStyle
    section: Section
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
        if laid.new_page or self._begins_page(laid.block) or self._too_tall(laid.block):
            self.next_page()
        start = self.page
        self._move(self._height(laid.block))
        return start

    def _move(self, height: float) -> None:
        over, self.down = divmod(self.down + height, self.section.text_height)
        self.page += int(over)

    def _begins_page(self, block: Block) -> bool:
        return isinstance(block, Paragraph) and block.role is Role.SCHEDULE_HEADING

    def _too_tall(self, block: Block) -> bool:
        """Whether a heading with two lines of text, or a signature, has no room left."""
        room = self.section.text_height - self.down
        if isinstance(block, Paragraph):
            return block.role in HEADINGS and self._height(block) + TWO_LINES > room
        return isinstance(block, SignatureBlock) and room < SIGNATURE

    def _height(self, block: Block) -> float:
        match block:
            case Paragraph():
                measure = self.house.measures[block.role.value]
                return _height(measure, printed(block.runs), self.section.text_width - measure.indent)
            case Table():
                return sum(self._row(block, row) for row in (block.header, *block.rows))
            case SignatureBlock():
                return SIGNATURE
            case Contents():
                return self.section.text_height * self.entries / ENTRIES_ON_A_PAGE
        return 0

    def _row(self, table: Table, row: tuple[tuple[Run, ...], ...]) -> float:
        shares = table.widths or (1,) * len(row)
        widths = [self.section.text_width * share / sum(shares) - 216 for share in shares]
        heights = (_height(TABLE_TEXT, printed(cell), width) for cell, width in zip(row, widths, strict=True))
        return max(heights, default=0)


def _height(measure: Measure, text: str, width: float) -> float:
    letters = max(1, int(width / (measure.size * WIDTH_OF_LETTER)))
    lines = sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))
    return measure.before + measure.after + lines * measure.size * HEIGHT_OF_LINE * measure.line / 240
