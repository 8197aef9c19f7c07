"""Tables as XML."""

from __future__ import annotations

from clausekit.agreement.document import Run, Table
from clausekit.word import styles as names
from clausekit.word.inline import inline
from clausekit.word.plan import Plan
from clausekit.word.printed import printed

LONGEST_UNBROKEN_CELL = 1200
"""Letters; a row with a longer cell may run over the page, or it could be cut off at its foot."""


def table(plan: Plan, block: Table) -> str:
    """A table as wide as the text; its first row is repeated on each page."""
    widths = shared(plan.section.text_width, block.widths or (1,) * len(block.header))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(plan, row, widths, names.TABLE_TEXT) for row in block.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{plan.house.style(names.TABLE)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(plan, block.header, widths, names.TABLE_HEADING)}{rows}</w:tbl>"
    )


def shared(width: int, shares: tuple[int, ...]) -> list[int]:
    """`width` cut into whole parts in the proportion of `shares`; they add up to it."""
    total = sum(shares)
    ends = [width * sum(shares[: at + 1]) // total for at in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _row(plan: Plan, cells: tuple[tuple[Run, ...], ...], widths: list[int], style: str) -> str:
    header = "<w:tblHeader/>" if style == names.TABLE_HEADING else ""
    whole = "<w:cantSplit/>" if max((len(printed(cell)) for cell in cells), default=0) < LONGEST_UNBROKEN_CELL else ""
    made = "".join(_cell(plan, cell, width, style) for cell, width in zip(cells, widths, strict=True))
    properties = f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""
    return f"<w:tr>{properties}{made}</w:tr>"


def _cell(plan: Plan, runs: tuple[Run, ...], width: int, style: str) -> str:
    content = inline(runs, plan.house, plan.references)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{plan.house.style(style)}"/></w:pPr>{content}</w:p></w:tc>'
    )
