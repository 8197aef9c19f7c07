"""Lines of the deal as rows of the grid: one row a fact, headings between them, a message under what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clausekit.editing.lines import Count, Line, State
from clausekit.editing.lines import Kind as LineKind
from clausekit.finding import Severity
from clausekit.interview.glyphs import GLYPHS

MARKS = {State.KNOWN: "●", State.NOT_KNOWN: "?", State.NOT_ASKED: "○", State.WRONG: "✗"}
LOOKS = {State.KNOWN: "known", State.NOT_KNOWN: "unknown", State.NOT_ASKED: "open", State.WRONG: "wrong"}
MOOT = "–"
NOTHING_YET = "nothing yet; Enter adds one"


class Kind(StrEnum):
    """What a row is."""

    SECTION = "section"
    GROUP = "group"
    FACT = "fact"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the grid.

    Args:
        path: the fact or group it stands for; a section's heading has its title.
        label: what stands in the first column.
        value: the answer as shown and edited; for headings, how their facts stand.
        mark: a glyph that needs no colour: ○ not asked, ? not known, ● known, ✗ wrong, – does not matter now.
        depth: how far it is indented.
        codes: what stands in the gutter, such as the worst finding about it.
        look: the look of its value.
        gloss: what the value means, where that is not plain.
    """

    path: str
    kind: Kind
    label: str
    value: str = ""
    mark: str = ""
    depth: int = 0
    codes: str = ""
    look: str = ""
    gloss: str = ""

    @property
    def can_edit(self) -> bool:
        return self.kind is Kind.FACT

    @property
    def can_point(self) -> bool:
        return self.kind is not Kind.MESSAGE


def rows_of(lines: Iterable[Line], folded: Collection[str] = (), words: str = "", roomy: bool = False) -> list[Row]:
    """The rows of some lines.

    Args:
        folded: paths of sections and groups whose facts are not shown.
        words: only facts that hold these words, and the headings above them.
        roomy: whether an empty row stands before each section.
    """
    wanted = list(lines)
    if words:
        wanted = _holding(wanted, words.casefold())
    return list(_rows(wanted, folded, roomy))


def _holding(lines: list[Line], words: str) -> list[Line]:
    found = [line for line in lines if words in f"{line.label} {line.text} {line.gloss} {line.path}".casefold()]
    paths = [line.path for line in found]
    sections = {line.section for line in found}
    return [
        line
        for line in lines
        if line in found
        or (line.kind is LineKind.SECTION and line.section in sections)
        or any(path.startswith((f"{line.path}.", f"{line.path}[")) for path in paths)
    ]


def _rows(lines: list[Line], folded: Collection[str], roomy: bool) -> Iterator[Row]:
    hidden_from: int | None = None
    for line in lines:
        depth = -1 if line.kind is LineKind.SECTION else line.depth
        if hidden_from is not None and depth > hidden_from:
            continue
        shut = fold_key(line) in folded
        hidden_from = depth if shut else None
        if roomy and line.kind is LineKind.SECTION:
            yield Row("", Kind.MESSAGE, "")
        yield row_of(line, shut)
        if line.problem:
            yield Row(line.path, Kind.MESSAGE, "", line.problem, look="message")


def fold_key(line: Line) -> str:
    """The name under which a heading is folded; sections have names that no fact has."""
    return f"section:{line.path}" if line.kind is LineKind.SECTION else line.path


def row_of(line: Line, shut: bool) -> Row:
    """One line as a row, without the message below it."""
    codes = _codes(line)
    arrow = "▸" if shut else "▾"
    if line.kind is LineKind.SECTION:
        return Row(fold_key(line), Kind.SECTION, line.label, tally(line.count), arrow, 0, codes)
    if line.kind in {LineKind.FACT, LineKind.STRAY}:
        kind = Kind.FACT if line.kind is LineKind.FACT else Kind.GROUP
        mark = MOOT if line.moot else MARKS[line.state]
        look = "aside" if line.moot else LOOKS[line.state]
        return Row(line.path, kind, line.label, line.text, mark, line.depth, codes, look, line.gloss)
    text = line.text or tally(line.count) or (NOTHING_YET if line.kind is LineKind.LIST else "")
    return Row(line.path, Kind.GROUP, line.label, text, arrow, line.depth, codes, "aside")


def _codes(line: Line) -> str:
    source = "§" if line.about is not None else ""
    if not line.severity or not line.codes:
        return source
    more = f"+{len(line.codes) - 1}" if len(line.codes) > 1 else ""
    glyph = GLYPHS[line.severity] if line.severity in Severity else ""
    return f"{source}{glyph} {line.codes[0]}{more}"


def tally(count: Count) -> str:
    """``3/5 ?1 ✗1``: known of all, not known, wrong."""
    if not count.total:
        return ""
    unknown = f" ?{count.not_known}" if count.not_known else ""
    wrong = f" ✗{count.wrong}" if count.wrong else ""
    return f"{count.known}/{count.total}{unknown}{wrong}"
