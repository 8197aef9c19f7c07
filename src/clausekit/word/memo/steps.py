"""What to do beside the contract, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.assessment import Assessment
from clausekit.assessment.naming import Names
from clausekit.word.memo.parts import sentence, small, table


def steps(assessment: Assessment) -> Iterator[Block]:
    """The checklist as a table, in the order of legal staff."""
    names = Names(assessment)
    rows = [
        (due.step.says, sentence(due.step.who), sentence(due.step.by), names.families(due.families, ", ") or "Dates")
        for due in assessment.steps
    ]
    if rows:
        yield small("Wording does none of this. Each step serves a finding above.")
        yield table(("What", "Who", "When", "For"), rows, (46, 20, 16, 18))
