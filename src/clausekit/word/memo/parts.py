"""Small pieces that the memo's sections are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from clausekit.agreement.document import Block, PageBreak, Paragraph, Role, Run, Table, Text
from clausekit.agreement.wording.printing import plain_value

Cell = str | Run | tuple[str | Run, ...]
DAY = re.compile(r"(?<![\w/.=?&%-])\d{4}-\d{2}-\d{2}(?![\w/-])")
"""A day by itself; those in addresses of pages have such signs beside them."""
NEW_LINE = "\n"


def heading(text: str) -> Paragraph:
    return Paragraph(Role.PLAIN_HEADING, (Text(text),), keep_with_next=True)


def subheading(text: str) -> Paragraph:
    return Paragraph(Role.PLAIN_SUBHEADING, (Text(text),), keep_with_next=True)


def body(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.BODY, _runs(runs))


def lead_in(*runs: Run | str) -> Paragraph:
    """Words that stay on one page with what follows them."""
    return Paragraph(Role.BODY, _runs(runs), keep_with_next=True)


def bullet(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.BULLET, _runs(runs))


def small(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.SMALL, _runs(runs))


def strong(text: str) -> Text:
    return Text(in_long(text), strong=True)


def fact(text: str) -> Text:
    """Words that come from the deal file and are printed as they stand."""
    return Text(text, literal=True)


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> Table:
    """A table with one row of headings."""
    return Table(
        tuple((Text(cell),) for cell in header),
        tuple(tuple(_runs(cell if isinstance(cell, tuple) else (cell,)) for cell in row) for row in rows),
        tuple(widths),
    )


def _runs(runs: Iterable[Run | str]) -> tuple[Run, ...]:
    return tuple(Text(in_long(run)) if isinstance(run, str) else run for run in runs)


def in_long(text: str) -> str:
    """Words with each day written out: ``10 November 2026``."""
    return DAY.sub(lambda found: _day(found.group()), text)


def _day(written: str) -> str:
    try:
        return plain_value(date.fromisoformat(written))
    except ValueError:
        return written


def section(title: str, blocks: Iterable[Block]) -> list[Block]:
    """A heading and its blocks; nothing at all where there are no blocks."""
    content = list(blocks)
    return [heading(title), *content] if content else []


def new_page(blocks: list[Block]) -> list[Block]:
    """The blocks on a page that begins with them."""
    return [PageBreak(), *blocks] if blocks else []


def counted(number: int, word: str) -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def sentence(text: str) -> str:
    """The text with a capital first letter and one full stop."""
    trimmed = text.strip().rstrip(".")
    return f"{trimmed[:1].upper()}{trimmed[1:]}."
