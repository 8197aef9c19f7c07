"""Which law governs, who decides, and what comes in all the same."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.assessment import Assessment
from clausekit.assessment.choice_of_law import FAMILY
from clausekit.assessment.undecided import question_about
from clausekit.word.memo.parts import body, bullet, strong


def forum(assessment: Assessment) -> Iterator[Block]:
    """The findings on choice of law and forum, the most serious first; they settle no clash of duties."""
    found = [finding for finding in assessment.findings if finding.family == FAMILY and finding.level]
    for finding in sorted(found, key=lambda one: (-one.level.at_most, -one.level.at_least) if one.level else (0, 0)):
        yield bullet(strong(f"{str(finding.level).capitalize()}: "), finding.message)
    open_facts = dict.fromkeys(fact for finding in found for fact in finding.decided_by)
    if open_facts:
        questions = [question_about(assessment.outcome, fact) for fact in open_facts]
        yield body(strong("Turns on: "), " ".join(questions))
