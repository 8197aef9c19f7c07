"""The words of a position in order, each with the tests under which it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausekit.agreement.document import Alternative, Mark, Paragraph, Run, Table
from clausekit.agreement.proofreading.passages import HEADINGS
from clausekit.agreement.terms import run_lists, words_of
from clausekit.agreement.wording import Spot
from clausekit.authoring.clause_texts import Sheet
from clausekit.authoring.reasoning import Under
from clausekit.finding import Place

SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+(?=[A-Z“‘(\ufffc\u2063])")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one paragraph or cell.

    Args:
        words: the author's own; each fact and reference is one stand-in.
        tests: where in `words` other tests begin to hold, and which.
        entry: the term of the definition that it belongs to, if it belongs to one.
        key: what others refer to it by.
    """

    sheet: Sheet
    runs: tuple[Run, ...]
    words: str
    line: int
    tests: tuple[tuple[int, Under], ...]
    entry: str = ""
    heading: bool = False
    key: str = ""

    def under(self, at: int = 0) -> Under:
        """The tests under which the words at an offset are printed."""
        return next((under for start, under in reversed(self.tests) if start <= at), ())

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(SENTENCE_END.split(self.words))

    def place(self, words: str = "") -> Place:
        """The line on which some words of it stand, as near as the file tells."""
        lines = self.sheet.text.text.split("\n")[self.line - self.sheet.text.first_line :]
        wanted = _straight(words)
        for number, line in enumerate(lines, self.line) if wanted else ():
            if wanted in _straight(line):
                return self.sheet.text.place(number)
            if not line.strip():
                break
        return self.sheet.text.place(self.line)


def passages(sheet: Sheet) -> Iterator[Passage]:
    """The passages of a position, its definitions last, as they stand in its file."""
    reader = _Reader(sheet)
    for block in sheet.part.body:
        yield from reader.passages(block)
    for entry in sheet.part.definitions:
        for paragraph in entry.paragraphs:
            yield from reader.passages(paragraph, entry.term)


class _Reader:
    """Follows the marks of alternatives through a position."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.spots: Mapping[int, Spot] = {spot.number: spot for spot in sheet.laid_out.spots}
        self.open: list[tuple[int, str]] = []

    def passages(self, block: Paragraph | Table, entry: str = "") -> Iterator[Passage]:
        heading = isinstance(block, Paragraph) and block.role in HEADINGS
        for number, runs in enumerate(run_lists(block)):
            key = block.key if isinstance(block, Paragraph) and not number else ""
            line = block.place.line or self.sheet.text.first_line
            yield Passage(self.sheet, runs, words_of(runs), line, self._tests(runs), entry, heading, key)

    def _tests(self, runs: Sequence[Run]) -> tuple[tuple[int, Under], ...]:
        found = [(0, self._under())]
        for number, run in enumerate(runs):
            if isinstance(run, Alternative):
                self._follow(run)
                found.append((len(words_of(runs[: number + 1])), self._under()))
        return tuple(found)

    def _follow(self, run: Alternative) -> None:
        if run.mark is Mark.OPEN:
            self.open.append((int(run.question), "yes"))
        elif run.mark is Mark.OR and self.open:
            self.open[-1] = (self.open[-1][0], "no")
        elif self.open:
            self.open.pop()

    def _under(self) -> Under:
        """The innermost test says under which others it stands."""
        if not self.open:
            return ()
        number, side = self.open[-1]
        return (*self.spots[number].under, (number, side))


def _straight(words: str) -> str:
    return re.sub("[“”]", '"', re.sub("[‘’]", "'", words)).casefold()
