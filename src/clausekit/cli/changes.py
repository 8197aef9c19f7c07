"""Two changes of one text, told with their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.agreement.comparing import changed_line
from clausekit.authoring.three_way import Lines, Part


class Sides(NamedTuple):
    """What the two sides of a change are called, such as ``in Word``."""

    mine: str
    theirs: str


def told_changes(parts: Iterable[Part], sides: Sides, first_line: int = 1, colour: bool = False) -> Iterator[str]:
    """Each change, with the line at which it was, and who made it.

    Args:
        first_line: the line of the file on which the compared text begins.
    """
    for part in parts:
        if part.changed:
            yield from _told(part, sides, f"  line {first_line + part.line - 1}", colour)


def _told(part: Part, sides: Sides, line: str, colour: bool) -> Iterator[str]:
    mine, theirs = (_line(part.base, side, colour) for side in (part.mine, part.theirs))
    if part.mine == part.theirs:
        yield from (f"{line}, alike {sides.mine} and {sides.theirs}:", mine)
    elif part.mine == part.base:
        yield from (f"{line}, {sides.theirs}:", theirs)
    elif part.theirs == part.base:
        yield from (f"{line}, {sides.mine}:", mine)
    else:
        yield from (f"{line}, CLASH, {sides.mine}:", mine, f"  and {sides.theirs}:", theirs)


def _line(before: Lines, after: Lines, colour: bool) -> str:
    was, now = (" ".join(filter(None, map(str.strip, lines))) for lines in (before, after))
    return changed_line("", was, now, colour=colour) or f"        {_moved(before, after)}"


def _moved(before: Lines, after: Lines) -> str:
    """What to say of lines whose words stay."""
    was, now = (next(filter(str.strip, lines), "") for lines in (before, after))
    if _level(was) == _level(now):
        return "(blank lines only)"
    return f"(from level {_level(was)} to {_level(now)}) {now.strip()}"


def _level(line: str) -> int:
    return 1 + (len(line) - len(line.lstrip())) // 2
