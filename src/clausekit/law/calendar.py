"""The register over time: on which days something happens to an instrument, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clausekit.finding import Finding, Place, note, warning
from clausekit.law.register import Event, Instrument, Register, Verification
from clausekit.law.status import Status, status

A_DAY = timedelta(days=1)
REVIEWED_EVERY = timedelta(days=365)  # how old the last sight of an instrument may be


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to one instrument on one day.

    Args:
        before, after: its status on the day before and on the day.
        events: the events of that day; a lead among them moves nothing.
    """

    instrument: Instrument
    on: date
    before: Status
    after: Status
    events: tuple[Event, ...]

    @property
    def moved(self) -> bool:
        """Whether the instrument is something else, or binds otherwise, from that day."""
        return (self.before.name, self.before.live) != (self.after.name, self.after.live)


def days_of(event: Event) -> frozenset[date]:
    """The days on which an event is made, takes effect, and no longer has effect."""
    ends = {event.until + A_DAY} if event.until else set()
    return frozenset({event.dated, event.day} | ends)


def event_days(register: Register) -> tuple[date, ...]:
    """Every day on which anything happens to any instrument, in order."""
    events = (event for instrument in register.instruments.values() for event in instrument.events)
    return tuple(sorted({day for event in events for day in days_of(event)}))


def turns(register: Register, first: date, last: date, known_at: date) -> tuple[Turn, ...]:
    """What happens after `first`, up to and on `last`, as far as was known; by day, then by instrument."""
    found = (turn for one in register.instruments.values() for turn in _turns(register, one, first, last, known_at))
    return tuple(sorted(found, key=lambda turn: (turn.on, turn.instrument.id)))


def _turns(register: Register, instrument: Instrument, first: date, last: date, known_at: date) -> Iterator[Turn]:
    known = [event for event in instrument.events if event.recorded <= known_at]
    days = {day for event in known for day in days_of(event) if first < day <= last}
    for day in sorted(days):
        before, after = (status(register, instrument, on, known_at) for on in (day - A_DAY, day))
        yield Turn(instrument, day, before, after, tuple(event for event in known if day in days_of(event)))


def overdue_reviews(register: Register, on: date) -> tuple[Finding, ...]:
    """Instruments last looked at too long before a day, or before something that was due since; a finding each."""
    found = (_overdue(register, instrument, on) for instrument in register.instruments.values())
    return tuple(finding for finding in found if finding)


def _overdue(register: Register, instrument: Instrument, on: date) -> Finding | None:
    seen = min(instrument.last_seen, register.horizon)
    passed = sorted(day for event in _firm(instrument) for day in days_of(event) if seen < day <= on)
    if not passed and on - seen <= REVIEWED_EVERY:
        return None
    why = f"something was due on {passed[0]} since" if passed else f"that is {(on - seen).days} days ago"
    message = f"{instrument.title}: last seen on {seen}, and {why}. Look at its sources and enter what they say."
    at = Place(instrument.at.file, instrument.at.line)
    return replace(
        (warning if passed else note)("review-overdue", message, at),
        instruments=(instrument.id,),
        family=instrument.family,
    )


def _firm(instrument: Instrument) -> Iterator[Event]:
    return (event for event in instrument.events if event.verified is not Verification.LEAD)
