"""Wrapping to a width, hanging numbers, and columns, by the width that characters take on a screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

WIDTH = 88
GAP = "  "  # between two columns of a table


def width_of(text: str) -> int:
    """Columns that `text` takes on a screen: wide characters take two, combining ones none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int) -> str:
    return text + " " * max(0, width - width_of(text))


def _breakable(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` where wide characters, such as Chinese ones, allow it."""
    pieces = [""]
    for character in word:
        if _width(character) == 2 and width_of(pieces[-1]) + 2 > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width`, broken at spaces only; its own line breaks stay."""
    return [line for own in text.split("\n") for line in _wrapped_line(own, width)]


def _wrapped_line(text: str, width: int) -> list[str]:
    lines: list[str] = []
    used = 0
    for word in text.split(" "):
        size = width_of(word)
        if lines and used + 1 + size <= width:
            used += 1 + size
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines += [word] if size <= width else _breakable(word, width)
            used = width_of(lines[-1])
    return lines


def hanging(label: str, text: str, indent: int, column: int) -> str:
    """`label` at `indent`, and `text` wrapped from `column` on."""
    column = max(column, indent + width_of(label) + 1) if label else column
    first, *others = wrapped(text, max(WIDTH - column, 20))
    head = padded(" " * indent + label, column) + first
    return "\n".join([head.rstrip(), *((" " * column + line).rstrip() for line in others)])


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns; the first row is the header, with a rule below it."""
    widths = _column_widths(rows)
    header, *others = (_row(row, widths) for row in rows)
    rule = GAP.join("-" * width for width in widths)
    return "\n".join([header, rule, *others])


def _column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Each column's natural width; the widest give way until the row fits."""
    natural = [max(1, *(_cell_width(cell) for cell in column)) for column in zip(*rows, strict=True)]
    room = WIDTH - len(GAP) * (len(natural) - 1)
    limit = max(natural)
    while limit > 8 and sum(min(width, limit) for width in natural) > room:
        limit -= 1
    return [min(width, limit) for width in natural]


def _cell_width(cell: str) -> int:
    return max(width_of(line) for line in cell.split("\n"))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    wraps = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wraps)
    rows = ([lines[index] if index < len(lines) else "" for lines in wraps] for index in range(height))
    return "\n".join(
        GAP.join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
