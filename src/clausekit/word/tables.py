"""Tables as XML."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.agreement.document import Run, Table
from clausekit.word import styles as names
from clausekit.word.inline import inline
from clausekit.word.plan import Plan
from clausekit.word.printed import printed

LONGEST_UNBROKEN_CELL = 1200
"""Letters; a row with a longer cell may run over the page, or it could be cut off at its foot."""


def table(plan: Plan, block: Table) -> str:
    """A table as wide as the text; its first row is repeated on each page."""
    rows = "".join(row(plan, block, cells, contents(plan, cells)) for cells in (block.header, *block.rows))
    return around(plan, block, rows)


def around(plan: Plan, block: Table, rows: str) -> str:
    """The table of `block` with these rows."""
    widths = _widths(plan, block)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{plan.house.style(names.TABLE)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def contents(plan: Plan, cells: tuple[tuple[Run, ...], ...]) -> list[str]:
    """The content of each cell."""
    return [inline(cell, plan.house, plan.references, plan.comments) for cell in cells]


def row(plan: Plan, block: Table, cells: tuple[tuple[Run, ...], ...], made: Iterable[str]) -> str:
    """A row of the table of `block`: `cells` decide how it is set, `made` is what stands in them."""
    is_header = cells is block.header
    style = plan.house.style(names.TABLE_HEADING if is_header else names.TABLE_TEXT)
    whole = "<w:cantSplit/>" if max((len(printed(cell)) for cell in cells), default=0) < LONGEST_UNBROKEN_CELL else ""
    header = "<w:tblHeader/>" if is_header else ""
    properties = f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""
    filled = (_cell(content, width, style) for content, width in zip(made, _widths(plan, block), strict=True))
    return f"<w:tr>{properties}{''.join(filled)}</w:tr>"


def _widths(plan: Plan, block: Table) -> list[int]:
    return shared(plan.section.text_width, block.widths or (1,) * len(block.header))


def shared(width: int, shares: tuple[int, ...]) -> list[int]:
    """`width` cut into whole parts in the proportion of `shares`; they add up to it."""
    total = sum(shares)
    ends = [width * sum(shares[: at + 1]) // total for at in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _cell(content: str, width: int, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:tc>'
    )
