"""Tables that others made: pasted, or read from CSV, TSV and Excel files; every cell as a text."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml.reading import read_bytes

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})
EXCEL = frozenset({".xlsx", ".xlsm"})
LARGEST = 20_000_000  # bytes of a file
MOST_ROWS, MOST_COLUMNS = 2_000, 100
SEPARATORS = ("\t", ";", ",", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Args:
        header: the names of its columns.
        rows: as many cells as the header has; empty rows are left out.
        told: what is to be said of how it was read.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    told: tuple[str, ...] = ()


def pasted_table(text: str) -> Table:
    """A table that was pasted: from a spreadsheet, with tabs, or as comma-separated text."""
    first = text.strip("\n").partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    return _table(list(lines))


def read_table(path: Path) -> tuple[Table | None, list[Finding]]:
    """A table in a file; None and why where it cannot be read."""
    place = Place(path.name)
    content, findings = read_bytes(path, path.name)
    if content is None:
        return None, findings
    if len(content) > LARGEST:
        return None, [error("unreadable-file", f"the table is larger than {LARGEST // 1_000_000} MB", place)]
    try:
        table = _workbook(path) if path.suffix.lower() in EXCEL else pasted_table(_decoded(content))
    except (csv.Error, zipfile.BadZipFile, KeyError, ValueError, OSError):
        return None, [error("unreadable-file", "this is not a table that can be read; save it as CSV or XLSX", place)]
    if len(table.rows) > MOST_ROWS:
        return None, [error("unreadable-file", f"the table has more than {MOST_ROWS} rows", place)]
    return table, []


def _decoded(content: bytes) -> str:
    """Text as spreadsheets save it: UTF-8, UTF-16 with its mark, or the Western code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _table(lines: list[list[str]], told: Iterable[str] = ()) -> Table:
    cells = [[cell.strip() for cell in line[:MOST_COLUMNS]] for line in lines]
    full = [line for line in cells if any(line)]
    width = max((index + 1 for line in full for index, cell in enumerate(line) if cell), default=0)
    even = [(*line[:width], *[""] * (width - len(line))) for line in full]
    return Table(even[0] if even else (), tuple(even[1:]), tuple(told))


def _workbook(path: Path) -> Table:
    """The first sheet that holds anything."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheets = {sheet.title: list(_cells(sheet)) for sheet in book.worksheets}
    finally:
        book.close()
    full = {title: lines for title, lines in sheets.items() if any(any(line) for line in lines)}
    title = next(iter(full), "")
    others = ", ".join(other for other in full if other != title)
    told = [f"Only the sheet “{title}” was read; the workbook has others: {others}."] if others else []
    return _table(full.get(title, []), told)


def _cells(sheet: object) -> Iterator[list[str]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]  # openpyxl has no types
    for row in rows:
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    """A cell as one would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value == int(value):
            return str(int(value))
    return str(value)
