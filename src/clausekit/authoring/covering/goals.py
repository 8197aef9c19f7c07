"""What is to be reached: every position, branch, list and blank of the templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.agreement.wording import OUTCOMES
from clausekit.authoring.clause_texts import Key
from clausekit.authoring.reasoning import World
from clausekit.finding import Place

PRINTED = "printed"
WORDS = {
    "printed": "prints {text}",
    "blank": "leaves a blank for {text}",
    "yes": "holds {text}",
    "no": "does not hold {text}",
    "undecided": "cannot decide {text}",
    "members": "has members of {text}",
    "none": "has no member of {text}",
    "open": "does not know {text}",
}


@dataclass(frozen=True, slots=True, order=True)
class Goal:
    """One thing that some deal should show.

    Args:
        topic, position: the wording; `spot` the number of its spot, -1 for the position as a whole.
        outcome: how the spot comes out.
        text: the fact, list or test, as its author wrote it.
    """

    topic: str
    position: str
    spot: int
    outcome: str
    text: str
    file: str
    line: int

    @property
    def place(self) -> Place:
        return Place(self.file, self.line)

    @property
    def words(self) -> str:
        """What a deal that reaches it does."""
        if self.spot < 0:
            return f"prints the position {self.position} of {self.topic}"
        return WORDS[self.outcome].format(text=f"'{self.text}'")

    @property
    def key(self) -> Key:
        return self.topic, self.position


def possible_goals(world: World) -> list[Goal]:
    """Every goal that some contract can reach, each position's own first."""
    literals = dict(goals_of(world))  # all of them first, so that one contract answers for many
    return [goal for goal, literal in literals.items() if world.can_be(literal)]


def goals_of(world: World) -> Iterator[tuple[Goal, int]]:
    """Every goal, whether or not a contract can reach it, and the proposition that one does."""
    for sheet in world.sheets.all.values():
        topic, position = sheet.key
        own = Goal(topic, position, -1, PRINTED, position, sheet.text.file, 1)
        yield own, world.positions[sheet.key]
        for spot in sheet.laid_out.spots:
            for outcome in OUTCOMES[spot.kind]:
                goal = Goal(topic, position, spot.number, outcome, spot.text, sheet.text.file, spot.line)
                yield goal, world.reached(sheet, spot, outcome)
