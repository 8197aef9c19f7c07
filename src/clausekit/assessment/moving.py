"""What moves between two outcomes: levels and positions. Undecided facts and cliffs are found with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausekit.assessment.choosing import Outcome
from clausekit.finding import NOTHING, Level
from clausekit.law.atoms import worst

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """The difference between two outcomes.

    Args:
        levels: for each atom that differs, its level before and after.
        positions: for each topic that differs, its position before and after.
    """

    levels: Mapping[Key, tuple[Level, Level]]
    positions: Mapping[str, tuple[str, str]]

    def __bool__(self) -> bool:
        return bool(self.levels or self.positions)

    @property
    def size(self) -> tuple[int, int]:
        """How much moves: steps of the levels of gaps and exposures, then positions.

        A double bind is left out, since it is as serious as its exposure, which is counted;
        so is a clause that takes another position, which is counted as that.
        """
        counted = [
            pair
            for key, pair in self.levels.items()
            if key[0] != "double-bind" and self.positions.keys().isdisjoint(key)
        ]
        steps = [abs(b.at_most - a.at_most) + abs(b.at_least - a.at_least) for b, a in counted]
        return sum(steps), len(self.positions)


def move(before: Outcome, after: Outcome) -> Move:
    """What differs between two outcomes of one matter."""
    old, new = levels(before), levels(after)
    keys = sorted(old.keys() | new.keys())
    moved = {key: (old.get(key, NOTHING), new.get(key, NOTHING)) for key in keys}
    chosen = after.chosen
    return Move(
        {key: pair for key, pair in moved.items() if pair[0] != pair[1]},
        {
            topic: (was, chosen[topic])
            for topic, was in before.chosen.items()
            if topic in chosen and was != chosen[topic]
        },
    )


def levels(outcome: Outcome) -> dict[Key, Level]:
    """The level of every atom, by what it is about."""
    found: dict[Key, list[Level]] = {}
    for atom in outcome.atoms:
        found.setdefault(atom.key, []).append(atom.level)
    return {key: worst(group) for key, group in found.items()}
