"""Positions that nobody has reviewed for too long."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity
from clausekit.law.calendar import REVIEWED_EVERY


def review_overdue(ground: Ground) -> Iterator[Fault]:
    for topic in ground.sheets.library.topics.values():
        for position in topic.positions.values():
            day, place = position.reviewed_on, ground.line_of(position.file, "reviewed_on:")
            if day + REVIEWED_EVERY < ground.on:
                message = f"“{position.id}” was last reviewed on {day}, more than a year before {ground.on}."
                yield Fault(place, message, topic.id, position.id)
            elif day > ground.on:
                message = f"“{position.id}” is said to be reviewed on {day}, which is after {ground.on}."
                yield Fault(place, message, topic.id, position.id)


RULE = Rule(
    "review-overdue",
    Severity.WARNING,
    "A position was reviewed more than a year ago, or on a day to come.",
    "Let its approver read it again, and write the day into “reviewed_on”.",
    review_overdue,
)
