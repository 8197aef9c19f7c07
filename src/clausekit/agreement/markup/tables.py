"""Rows between bars, read into tables."""

from __future__ import annotations

import re
from dataclasses import replace

from clausekit.agreement.document import Run, Table
from clausekit.agreement.markup.inline import InlineReader
from clausekit.agreement.markup.lines import LEADING_TOKEN, Line
from clausekit.agreement.tokens import END, INSERT

Row = tuple[tuple[Run, ...], ...]

TRAILING_MARKS = re.compile(f"(?:{INSERT}[0-9]+{END})*$")
LEADING_MARKS = re.compile(f"(?:{LEADING_TOKEN.pattern})*")
RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")


class TableReader:
    """Reads the tables of one clause file."""

    def __init__(self, inline: InlineReader) -> None:
        self.inline = inline

    def table(self, lines: tuple[Line, ...]) -> Table | None:
        """The table in `lines`; its first row is the header."""
        rows = self._rows(lines)
        if not rows:
            return None
        clause = self.inline.filled.clause
        (line, header), *others = rows
        return self._with_rows(Table(header, (), clause=clause.topic, place=clause.place(line)), others)

    def longer(self, table: Table, lines: tuple[Line, ...]) -> Table:
        """`table` with the rows that follow it after a blank line."""
        return self._with_rows(table, self._rows(lines))

    def _with_rows(self, table: Table, rows: list[tuple[int, Row]]) -> Table:
        columns = len(table.header)
        for line, row in rows:
            if len(row) != columns:
                message = f"this row has {len(row)} cells and the first row of the table has {columns}"
                self.inline.report("bad-table", message, line)
        even = tuple((*row, *((),) * (columns - len(row)))[:columns] for _, row in rows)
        return replace(table, rows=(*table.rows, *even))

    def _rows(self, lines: tuple[Line, ...]) -> list[tuple[int, Row]]:
        return [(line.number, row) for line in lines if (row := self._row(line))]

    def _row(self, line: Line) -> Row:
        before = LEADING_MARKS.match(line.text)
        start = before.end() if before else 0
        end = TRAILING_MARKS.search(line.text, start)
        stop = end.start() if end else len(line.text)
        words = line.text[start:stop].rstrip()
        if RULE.fullmatch(words):
            self.inline.report("bad-table", "leave the row of dashes out; the first row is the header", line.number)
            return ()
        if not words.endswith("|") or words == "|":
            self.inline.report("bad-table", "this row of a table is not closed; end it with a bar |", line.number)
        cells = [cell.strip() for cell in words.removeprefix("|").removesuffix("|").split("|")]
        cells[0] = line.text[:start] + cells[0]
        cells[-1] += line.text[stop:]
        return tuple(self.inline.runs(cell, line.number) for cell in cells)
