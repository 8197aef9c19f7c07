"""Every instrument that matters to the deal: status on the day, events, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.law.register import Event, Instrument, Source, Verification
from clausekit.law.status import Status
from clausekit.word.memo.parts import NEW_LINE, Cell, body, bullet, sentence, small, strong, subheading, table

UNCONFIRMED = "; unconfirmed public note"
"""Where the notes begin in a status; they follow among the events."""


def sources(assessment: Assessment) -> Iterator[Block]:
    """The instruments that bind, or may bind, somebody here, and those that a finding names."""
    for instrument in _told(assessment):
        yield from _instrument(assessment, instrument)


def _told(assessment: Assessment) -> list[Instrument]:
    bound = {reason.duty.instrument for reason in assessment.duties}
    named = {name for finding in assessment.findings for name in finding.instruments}
    return [one for one in assessment.outcome.bench.register.instruments.values() if one.id in bound | named]


def also_seen(assessment: Assessment) -> Iterator[Block]:
    """A row for each instrument that binds nobody here and is still worth knowing: a bill, a rule of procedure."""
    told = _told(assessment)
    register = assessment.outcome.bench.register
    others = [one for one in register.instruments.values() if one not in told and _matters(assessment, one)]
    if others:
        rows = [_row(assessment, instrument) for instrument in others]
        yield table(("Instrument", "Status", "What it is, and where it was read"), rows, (24, 26, 50))


def _row(assessment: Assessment, instrument: Instrument) -> tuple[Cell, ...]:
    status = assessment.matter.standpoint.statuses[instrument.id]
    read = [source.link for source in instrument.sources if source.verified is not Verification.LEAD]
    said = " ".join(text for text in (instrument.summary, instrument.note) if text)
    name = (strong(instrument.title), f"{NEW_LINE}{instrument.citation}")
    return name, sentence(status.summary), NEW_LINE.join((said, *dict.fromkeys(read)))


def _state(status: Status) -> str:
    """A status in words, and whether a record confirms it for the day."""
    return f"{status.name.replace('-', ' ')} ({'confirmed' if status.confirmed else 'not confirmed'})"


def _matters(assessment: Assessment, instrument: Instrument) -> bool:
    """Whether one that has no duty is, or may be, worth knowing here."""
    return not instrument.duties and instrument.matters_when(assessment.matter.standpoint.scope).possible


def _instrument(assessment: Assessment, instrument: Instrument) -> Iterator[Block]:
    status = assessment.matter.standpoint.statuses[instrument.id]
    yield subheading(instrument.title)
    yield body(strong(f"{sentence(_state(status))} "), sentence(status.summary.partition(UNCONFIRMED)[0]))
    yield body(instrument.summary)
    if instrument.note:
        yield body(strong("To be said with it: "), instrument.note)
    for duty in instrument.duties:
        checked = "our reading" if duty.verified is Verification.ANALYSIS else duty.verified.printed
        yield bullet(
            strong(f"{duty.at}: "),
            f"{sentence(duty.says)} [{checked}] {_stakes(duty.stakes.says, duty.stakes.amount, duty.stakes.year)}",
        )
    yield small(f"{instrument.citation}. {instrument.issuer}.")
    for event in instrument.events:
        yield small(_event(event))
    for source in instrument.sources:
        yield small(_source(source))


def _stakes(says: str, amount: str, year: int | None) -> str:
    sums = f" {sentence(amount)[:-1]} ({year})." if amount else ""
    return f"At stake: {sentence(says)[0].lower()}{sentence(says)[1:]}{sums}"


def _event(event: Event) -> str:
    if event.verified is Verification.LEAD:
        return f"Unconfirmed public note, {event.dated}: {sentence(event.says or event.act)}"
    effect = f", effective {event.effective}" if event.effective and event.effective != event.dated else ""
    until = f", until {event.until}" if event.until else ""
    said = f" {sentence(event.says)}" if event.says else ""
    link = f" {event.link}" if event.link else ""
    kind = event.kind.replace("-", " ")
    return f"{event.dated}{effect}{until}: {kind}, {event.act}.{said} [{event.verified.printed}]{link}"


def _source(source: Source) -> str:
    if source.verified is Verification.LEAD:
        return f"Unconfirmed public note: {sentence(source.says)}"
    return f"{sentence(source.says)} [{source.verified.printed}] {source.link}"
