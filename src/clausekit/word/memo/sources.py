"""Every instrument that matters to the deal: status on the day, events, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.law.register import Event, Instrument, Source, Verification
from clausekit.word.memo.parts import body, bullet, sentence, small, strong, subheading


def sources(assessment: Assessment) -> Iterator[Block]:
    """The instruments that bind, or may bind, somebody here; those the findings name first."""
    register = assessment.outcome.bench.register
    bound = {reason.duty.instrument for reason in assessment.duties}
    named = {name for finding in assessment.findings for name in finding.instruments}
    for instrument in register.instruments.values():
        if instrument.id in bound | named or _matters(assessment, instrument):
            yield from _instrument(assessment, instrument)


def _matters(assessment: Assessment, instrument: Instrument) -> bool:
    """Whether one that has no duty is, or may be, worth knowing here."""
    return not instrument.duties and instrument.matters_when(assessment.matter.standpoint.scope).possible


def _instrument(assessment: Assessment, instrument: Instrument) -> Iterator[Block]:
    status = assessment.matter.standpoint.statuses[instrument.id]
    sure = "confirmed" if status.confirmed else "not confirmed"
    yield subheading(instrument.title)
    yield body(strong(f"{status.name.replace('-', ' ')} ({sure}). "), sentence(status.summary))
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
