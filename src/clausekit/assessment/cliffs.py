"""Cliffs: findings or positions that differ before and after a dated event inside the deal's window.

The law of the day before an event is held against that of its day; where either is not
confirmed, its binding against its not binding. What the contract promises is judged at
signature, what is performed under it on the day. Ends of authorisations are events like
any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clausekit.assessment.choosing import Matter, Outcome, outcome
from clausekit.assessment.moving import Move, move
from clausekit.facts import View
from clausekit.finding import Finding, Place, Severity
from clausekit.law.atoms import worst
from clausekit.law.looking import known, views
from clausekit.law.register import Instrument
from clausekit.law.standpoint import Standpoint, law_fact
from clausekit.law.status import Due, due_events, status


@dataclass(frozen=True, slots=True)
class Cliff:
    """A dated event and what it moves."""

    due: Due
    moved: Move


def cliffs(result: Outcome) -> tuple[Cliff, ...]:
    """Every cliff between the day of the law and the end of the deal, by date."""
    start, end = window(result.matter)
    found = [*_of_law(result, start, end), *_of_authorisations(result, start, end)]
    return tuple(sorted(found, key=lambda cliff: (cliff.due.on, cliff.due.instrument, cliff.due.says)))


def window(matter: Matter) -> tuple[date, date]:
    """From the day whose law applies to the end of the deal, or without limit where it is open."""
    end = known(matter.standpoint.view, "dates", "end")
    return matter.standpoint.law_as_of, end if isinstance(end, date) else date.max


def _of_law(result: Outcome, start: date, end: date) -> Iterator[Cliff]:
    standpoint = result.matter.standpoint
    for instrument in standpoint.register.instruments.values():
        dues = [due for due in due_events(instrument, start, standpoint.known_at) if due.on <= end]
        for due in {due.on: due for due in reversed(dues)}.values():
            moved = _moved_by(result, instrument, due) if instrument.duties and due.bears else None
            if moved:
                yield Cliff(due, moved)


def _moved_by(result: Outcome, instrument: Instrument, due: Due) -> Move | None:
    """What moves from the day before an event to its day; both outcomes where either is not confirmed."""
    standpoint = result.matter.standpoint
    days = (due.on - timedelta(days=1), due.on)
    was, now = (status(standpoint.register, instrument, day, standpoint.known_at).live for day in days)
    if due.unconfirmed or was is None or now is None:
        was, now = False, True
    if was == now:
        return None
    on_the_day = standpoint.performing_on(due.on)
    path = law_fact(instrument.id)
    return move(*(_kept(result, on_the_day.assuming({path: live})) for live in (was, now)))


def _kept(result: Outcome, standpoint: Standpoint) -> Outcome:
    """The contract as it was signed, judged from another standpoint, beside what would then be chosen."""
    later = outcome(replace(result.matter, standpoint=standpoint))
    return replace(later, signed=result.chosen)


def _of_authorisations(result: Outcome, start: date, end: date) -> Iterator[Cliff]:
    standpoint = result.matter.standpoint
    for due in authorisation_ends(standpoint.view):
        if start < due.on <= end:
            moved = move(result, _kept(result, standpoint.performing_on(due.on)))
            if moved:
                yield Cliff(due, moved)


def authorisation_ends(deal: View) -> Iterator[Due]:
    """The first day without each authorisation of the deal."""
    for grant in views(deal, "authorisations"):
        until = known(grant, "until")
        if isinstance(until, date):
            yield Due(grant.id, until + timedelta(days=1), f"authorisation {grant.id} ends on {until}", False)


def cliff_findings(result: Outcome, found: tuple[Cliff, ...]) -> Iterator[Finding]:
    """One finding for each cliff."""
    instruments = result.bench.register.instruments
    for cliff in found:
        instrument = instruments.get(cliff.due.instrument)
        title = f"{instrument.title}: " if instrument else ""
        yield Finding(
            "cliff",
            Severity.NOTE if cliff.due.unconfirmed else Severity.WARNING,
            f"{cliff.due.on}: {title}{_said(cliff.due)}. {_effect(cliff.moved)}",
            Place(file=instrument.at.file, line=instrument.at.line, fact="dates.end") if instrument else Place(),
            instruments=(instrument.id,) if instrument else (),
            family=instrument.family if instrument else None,
            level=worst(level for pair in cliff.moved.levels.values() for level in pair),
        )


def _said(due: Due) -> str:
    return f"unconfirmed public note, {due.says}" if due.unconfirmed else due.says


def _effect(moved: Move) -> str:
    count = len(moved.levels)
    topics = f" and the position of {', '.join(moved.positions)}" if moved.positions else ""
    return f"It would move {count} finding{'s' if count != 1 else ''}{topics}."
