"""Spots: the places of a wording where the deal decides what is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clausekit.conditions.formula import Formula


class SpotKind(StrEnum):
    """What stands at a spot."""

    FACT = "fact"
    CHOICE = "choice"
    LOOP = "loop"


# How a spot can come out.
OUTCOMES = {
    SpotKind.FACT: ("printed", "blank"),
    SpotKind.CHOICE: ("yes", "no", "undecided"),
    SpotKind.LOOP: ("members", "none", "open"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot.

    Args:
        number: its place in the order of the file; references to spots use it.
        line: the line of the file.
        text: the fact, the list or the test, as its author wrote it.
        under: the spots around it, outermost first, each with the outcome that leads here.
        test: what a choice tests.
        name: what a loop calls its members.
    """

    number: int
    kind: SpotKind
    line: int
    text: str
    under: tuple[tuple[int, str], ...] = ()
    test: Formula | None = None
    name: str = ""
