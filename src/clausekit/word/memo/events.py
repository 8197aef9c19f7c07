"""Every dated event between signature and the end of the last duty, with the clause that deals with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clausekit.agreement.document import Block
from clausekit.assessment import Assessment
from clausekit.assessment.coming import Coming, last_duty
from clausekit.assessment.naming import Names
from clausekit.word.memo.parts import listed, sentence, small, table


def events_to_come(assessment: Assessment) -> Iterator[Block]:
    """The events as a table, by day."""
    names = Names(assessment)
    rows = [
        (str(one.due.on), _said(assessment, one), names.clauses(one.topics) or "–", _gap(one))
        for one in assessment.coming
    ]
    last = last_duty(assessment.outcome)
    until = "the end of the agreement is not stated" if last == date.max else f"the last duty ends on {last}"
    if rows:
        yield small(f"Scheduled, conditional and expiring alike; {until}. Cliffs among them stand above.")
        yield table(("Day", "What happens", "Clauses that deal with it", "Gap"), rows, (12, 44, 28, 16))


def _said(assessment: Assessment, one: Coming) -> str:
    instrument = assessment.outcome.bench.register.instruments.get(one.due.instrument)
    note = "unconfirmed public note: " if one.due.unconfirmed else ""
    said = sentence(f"{note}{one.due.says}")
    return f"{instrument.short}. {said}" if instrument else said


def _gap(one: Coming) -> str:
    return f"No clause for {listed(one.missing)}" if one.missing else "none"
