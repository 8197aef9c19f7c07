"""Filled text as lines that know their template line, gathered into chunks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clausekit.agreement.document import Mark
from clausekit.agreement.filled import Filled
from clausekit.agreement.tokens import END, INSERT, LINE_TOKEN

LEADING_TOKEN = re.compile(f"{INSERT}[0-9]+{END}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of filled text: the template line it came from, its indentation and its words."""

    number: int
    indent: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text


def lines(filled: Filled) -> tuple[Line, ...]:
    """The lines of `filled`, with each mark of an alternative beside the words it belongs to."""
    return tuple(_settled(_raw_lines(filled), filled))


def _raw_lines(filled: Filled) -> Iterator[tuple[int, str]]:
    number = filled.clause.first_line
    for raw in filled.text.split("\n"):
        found = LINE_TOKEN.findall(raw)
        number = int(found[0]) if found else number
        yield number, LINE_TOKEN.sub("", raw)


def _settled(raw_lines: Iterable[tuple[int, str]], filled: Filled) -> list[Line]:
    """Marks that stand alone move: an opening one to the words that follow, a closing one back."""
    settled: list[Line] = []
    waiting: list[str] = []
    last = -1
    for number, raw in raw_lines:
        marks, rest = _leading_marks(raw, filled)
        for token in marks:
            _place_mark(token, filled, waiting, settled, last)
        words = rest.strip(" ") if rest.strip() else ""
        indent = len(rest) - len(rest.lstrip(" "))
        if words:
            words, last = "".join(waiting) + words, len(settled)
            waiting.clear()
        settled.append(Line(number, indent if words else 0, words))
    return settled


def _leading_marks(raw: str, filled: Filled) -> tuple[list[str], str]:
    marks = []
    while (token := LEADING_TOKEN.match(raw)) and filled.mark_of(token.group()):
        marks.append(token.group())
        raw = raw[token.end() :]
    return marks, raw


def _place_mark(token: str, filled: Filled, waiting: list[str], settled: list[Line], last: int) -> None:
    if filled.mark_of(token) is not Mark.CLOSE:
        waiting.append(token)
        return
    if waiting and filled.mark_of(waiting[-1]) is Mark.OR:
        waiting.pop()
    if waiting:
        waiting.pop()  # nothing was printed since this alternative was opened: it is empty
    elif last >= 0:
        settled[last] = replace(settled[last], text=settled[last].text + token)


def chunks(all_lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Runs of lines that belong together: what blank lines, headings and tables set apart."""
    current: list[Line] = []
    for line in all_lines:
        if current and (line.blank or _kind(line) != _kind(current[-1]) or _kind(line) == "#"):
            yield tuple(current)
            current = []
        if not line.blank:
            current.append(line)
    if current:
        yield tuple(current)


def _kind(line: Line) -> str:
    """What the line's own words begin with, where that sets it apart."""
    first = bare(line.text)[:1]
    return first if first in ("#", "|") else ""


def bare(text: str) -> str:
    """`text` without the inserted runs it begins with."""
    while token := LEADING_TOKEN.match(text):
        text = text[token.end() :]
    return text
