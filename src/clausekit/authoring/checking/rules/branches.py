"""Branches that no agreement prints, and those that no starter deal shows."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Needs, Rule
from clausekit.finding import Severity

SAYS = {
    "yes": "“{text}” can never hold.",
    "no": "“{text}” always holds, so there is nothing to test.",
    "members": "“{text}” never has a member here, so what stands in the loop is never printed.",
    "printed": "“{text}” is never known where it stands, so it always leaves a blank.",
}


def dead_branch(ground: Ground) -> Iterator[Fault]:
    for goal, literal in ground.goals.items():
        told = goal.outcome in SAYS and goal.spot >= 0
        if told and ground.can_be([ground.world.positions[goal.key]]) and not ground.can_be([literal]):
            yield Fault(goal.place, SAYS[goal.outcome].format(text=goal.text), *goal.key)


def uncovered_branch(ground: Ground) -> Iterator[Fault]:
    for goal in ground.coverage.missing:
        message = f"No variant of the starter deals shows an agreement that {goal.words}."
        yield Fault(goal.place, message, *goal.key)


RULES = (
    Rule(
        "dead-branch",
        Severity.WARNING,
        "A test, a loop or a fact in wording comes out the same in every agreement.",
        "Leave the test out with what it guards, or test something else.",
        dead_branch,
        needs=Needs.FILES,
    ),
    Rule(
        "uncovered-branch",
        Severity.WARNING,
        "An agreement can print a branch, and no variant of the starter deals does.",
        "Add or change a deal in deals/ so that its facts lead there.",
        uncovered_branch,
        needs=Needs.DRAFTS,
    ),
)
