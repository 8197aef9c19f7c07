"""What an instrument is on a day, as far as the register knew on another.

Two clocks: `law_as_of` is the day whose law is asked for, `known_at` the day whose
knowledge answers. A lead never moves a status; it is only mentioned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clausekit.law.register import Event, Instrument, Register, Verification

NOT_MADE = "not-made"
SAID_OF_STATUS = frozenset({"extension-announced"})  # says what a status will be, and is no step itself
ENDS = frozenset({"expired", "revoked", "withdrawn"})
LIVE = frozenset({"in-force"})
STANDS = frozenset(
    {"guidance", "policy", "presumption", "statement", "decision"}
)  # such things are not in force, they stand


@dataclass(frozen=True, slots=True)
class Status:
    """The answer.

    Args:
        name: one of ``not-made``, ``proposed``, ``announced``, ``in-force``, ``suspended``,
            ``stayed``, ``not-enforced``, ``scheduled``, ``expired``, ``revoked``.
        confirmed: whether a record confirms it for that very day.
        summary: the nuance, in a sentence without a full stop.
        settled: False where the register cannot say whether it is live.
    """

    name: str
    confirmed: bool
    summary: str
    settled: bool = True

    @property
    def live(self) -> bool | None:
        """Whether its duties bind on that day; None where the register cannot say."""
        return self.name in LIVE if self.settled else None


def status(register: Register, instrument: Instrument, law_as_of: date, known_at: date) -> Status:
    """The status of `instrument` on `law_as_of`, from the records made by `known_at`."""
    if known_at < register.begins:
        return Status(NOT_MADE, False, f"the register begins on {register.begins}", settled=False)
    known = [event for event in instrument.events if event.recorded <= known_at]
    answer = _fold(known, law_as_of)
    return _confirmed(register, instrument, answer, known, law_as_of)


def _fold(events: list[Event], on: date) -> Status:
    answer = Status(NOT_MADE, True, "nothing made by that day")
    firm = [event for event in events if event.verified is not Verification.LEAD and event.dated <= on]
    for event in sorted(firm, key=lambda event: (event.day, event.dated)):
        answer = _after(answer, event, on)
    return answer


def _after(answer: Status, event: Event, on: date) -> Status:
    """The status once `event`, made by `on`, is taken into account."""
    if event.day > on:
        return _pending(answer, event)
    step = STEPS.get(event.kind)
    return step(answer, event, on) if step else answer


def _pending(answer: Status, event: Event) -> Status:
    if event.kind == "in-force" and answer.name in {NOT_MADE, "proposed", "announced"}:
        return Status("scheduled", True, f"made on {event.dated}; takes effect on {event.day}")
    if event.kind in STEPS:
        return replace(answer, summary=f"{answer.summary}; {event.kind.replace('-', ' ')} from {event.day}")
    return answer


def _becomes(name: str, words: str) -> Callable[[Status, Event, date], Status]:
    return lambda answer, event, on: Status(name, True, words.format(day=event.day))


def _suspended(answer: Status, event: Event, on: date) -> Status:
    if event.until is None or on <= event.until:
        end = f" until {event.until}" if event.until else ""
        return Status("suspended", True, f"suspended from {event.day}{end}")
    if event.then != "revived":
        return Status("suspended", False, f"suspended until {event.until}; no record of what followed", settled=False)
    returns = event.until + timedelta(days=1)
    return Status("scheduled", False, f"was to return on {returns}; no confirming record", settled=False)


def _announced_suspension(answer: Status, event: Event, on: date) -> Status:
    return replace(answer, summary=f"{answer.summary}; its suspension was announced on {event.dated}, not yet law")


def _weaker(name: str, words: str) -> Callable[[Status, Event, date], Status]:
    """A step that says something only while nothing stronger has been said."""
    return lambda answer, event, on: (
        Status(name, True, words.format(day=event.day)) if answer.name in {NOT_MADE, "proposed"} else answer
    )


STEPS: dict[str, Callable[[Status, Event, date], Status]] = {
    "proposed": _weaker("proposed", "proposed on {day}; not law"),
    "announced": _weaker("announced", "announced on {day}; not law"),
    "in-force": _becomes("in-force", "in force since {day}"),
    "revived": _becomes("in-force", "in force again since {day}"),
    "suspension-announced": _announced_suspension,
    "suspended": _suspended,
    "stayed": _becomes("stayed", "stayed since {day}"),
    "enforcement-withheld": _becomes("not-enforced", "announced as not enforced on {day}; its text still stands"),
    "expired": _becomes("expired", "expired on {day}"),
    "withdrawn": _becomes("revoked", "withdrawn on {day}"),
    "revoked": _becomes("revoked", "revoked on {day}"),
}


def _confirmed(register: Register, instrument: Instrument, answer: Status, known: list[Event], on: date) -> Status:
    """Adds what is not sure: the last day it was seen alive, and unconfirmed public notes."""
    last_seen = min(instrument.last_seen, register.horizon)
    summary = answer.summary
    if instrument.force in STANDS:
        summary = summary.replace("in force since", "stands since")
    if on > last_seen and answer.settled:
        summary = f"{summary}; last seen so on {last_seen}, not confirmed since"
    for event in known:
        if event.verified is Verification.LEAD and _bears_on(event, on):
            summary = f"{summary}; unconfirmed public note, {event.dated}: {event.says or event.act}"
    return replace(answer, summary=summary, confirmed=answer.confirmed and on <= last_seen)


def _bears_on(event: Event, on: date) -> bool:
    return event.dated <= on and (event.until is None or on <= event.until)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is to happen to an instrument on a day to come.

    `bears` says whether it is about the instrument's own being in force.
    """

    instrument: str
    on: date
    says: str
    unconfirmed: bool
    bears: bool = True


def due_events(instrument: Instrument, after: date, known_at: date) -> tuple[Due, ...]:
    """What is due after a day, in order: ends of suspensions and delayed effects, leads among them."""
    found = []
    for event in instrument.events:
        if event.recorded <= known_at:
            found += [due for due in _dues(instrument.id, event) if due.on > after]
    return tuple(sorted(found, key=lambda due: (due.on, due.says)))


def _dues(instrument: str, event: Event) -> list[Due]:
    found = []
    if event.effective and event.effective > event.dated:
        says = f"{event.act}: no longer" if event.kind in ENDS else f"{event.act} takes effect"
        found.append((event.effective, says))
    if event.until:
        found.append((event.until + timedelta(days=1), f"{event.act}: ends on {event.until}"))
    lead, bears = event.verified is Verification.LEAD, event.kind in STEPS or event.kind in SAID_OF_STATUS
    return [Due(instrument, day, says, lead, bears) for day, says in found]
