"""Which schedules an agreement has: those that some included text refers to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausekit.agreement.clause_text import Numbering
from clausekit.agreement.definitions import collected
from clausekit.agreement.document import Block, Paragraph, Reference
from clausekit.agreement.markup import Part
from clausekit.agreement.terms import run_lists


def settled(parts: Sequence[Part], definitions_topic: str) -> tuple[list[Part], list[Paragraph]]:
    """The schedules that are included, in order, and the definitions that are needed.

    Each may call for the other: a definition refers to a schedule, whose words use a term.
    """
    schedules = [part for part in parts if part.clause.numbering is Numbering.SCHEDULE]
    others = [part for part in parts if part.clause.numbering is not Numbering.SCHEDULE]
    included: list[Part] = []
    while True:
        now = [*others, *included]
        definitions = collected(now, definitions_topic)
        topics = topics_in([*(block for part in now for block in part.body), *definitions])
        reached = [schedule for schedule in schedules if schedule.clause.topic in topics]
        if reached == included:
            return included, definitions
        included = reached


def topics_in(blocks: Iterable[Block]) -> set[str]:
    """The topics that `blocks` refer to."""
    runs = (run for block in blocks for cell in run_lists(block) for run in cell)
    return {run.target.partition(".")[0] for run in runs if isinstance(run, Reference)}
