"""Every dated event between signature and the end of the last duty, with the clause that deals with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from clausekit.agreement.document import Block
from clausekit.agreement.wording.labels import in_words
from clausekit.assessment import Assessment
from clausekit.assessment.coming import Coming, last_duty
from clausekit.assessment.naming import Names
from clausekit.facts import Deal
from clausekit.law.status import Due
from clausekit.word.memo.parts import listed, sentence, small, table


def events_to_come(assessment: Assessment) -> Iterator[Block]:
    """The events as a table, by day."""
    names = Names(assessment)
    rows = [
        (str(one.due.on), what_happens(assessment, one.due), names.clauses(one.topics) or "–", _gap(one))
        for one in assessment.coming
    ]
    last = last_duty(assessment.outcome)
    until = "the end of the agreement is not stated" if last == date.max else f"the last duty ends on {last}"
    if rows:
        yield small(f"Scheduled, conditional and expiring alike; {until}. Cliffs among them stand above.")
        yield table(("Day", "What happens", "Clauses that deal with it", "Gap"), rows, (12, 44, 28, 16))


def what_happens(assessment: Assessment, due: Due) -> str:
    """What is due, in a sentence or two: a step of an instrument, or the end of an authorisation by its reference."""
    instrument = assessment.outcome.bench.register.instruments.get(due.instrument)
    if instrument is None:
        return _end_of_authorisation(assessment.matter.standpoint.deal, due)
    note = "unconfirmed public note: " if due.unconfirmed else ""
    return f"{sentence(instrument.short)} {sentence(f'{note}{due.says}')}"


def _end_of_authorisation(deal: Deal, due: Due) -> str:
    held = deal.authorisations.get(due.instrument) if isinstance(deal.authorisations, Mapping) else None
    reference = held.reference if held and isinstance(held.reference, str) else in_words(due.instrument)
    return f"The authorisation “{reference}” has ended the day before."


def _gap(one: Coming) -> str:
    return f"No clause for {listed(one.missing)}" if one.missing else "none"
