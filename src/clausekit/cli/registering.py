"""Printing the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from clausekit.cli.console import Console
from clausekit.cli.opening import MisuseError
from clausekit.facts import is_place, place_name
from clausekit.law import Instrument, Register, Status, due_events, status, unknown_instrument
from clausekit.law.calendar import Turn, overdue_reviews, turns
from clausekit.law.register import Event, LeftOut, Source, Verification


def print_register(register: Register, on: date, known_at: date, as_json: bool, console: Console) -> None:
    """The instruments of each jurisdiction: status, verification and next event; then reviews that are overdue."""
    rows = [_row(register, instrument, on, known_at) for instrument in register.instruments.values()]
    overdue = overdue_reviews(register, on)
    if as_json:
        found = [finding.as_json() for finding in overdue]
        console.json({"on": str(on), "known_at": str(known_at), "instruments": rows, "findings": found})
        return
    for place, inside in groupby(sorted(rows, key=_by_place), key=_by_place):
        console.data(_jurisdiction(register, place))
        for row in inside:
            console.data(_line(row))
    console.listed(overdue)


def _jurisdiction(register: Register, place: str) -> str:
    """A country by its name; a union of states by the words of its set of places."""
    union = register.places.get(place.lower())
    name = place_name(place) if is_place(place) else union.says if union else place
    return name[:1].upper() + name[1:]


def _by_place(row: Mapping[str, Any]) -> str:
    return str(row["jurisdiction"])


def _line(row: Mapping[str, Any]) -> str:
    sure = "" if row["confirmed"] else " (not confirmed)"
    checked = Verification(row["verification"]).printed
    due = row["next_event"]
    note = "unconfirmed public note, " if due and due["unconfirmed"] else ""
    then = f"\n      next: {due['on']}, {note}{due['says']}" if due else ""
    return f"  {row['id']}  {row['status']}{sure}  {row['title']}  [{checked}]{then}"


def print_changes(register: Register, days: tuple[date, date], known_at: date, as_json: bool, console: Console) -> None:
    """What happened to the law after one day, up to and on another, whoever it concerns."""
    found = turns(register, *days, known_at)
    if as_json:
        first, last = map(str, days)
        changes = [_turn(turn) for turn in found]
        console.json({"from": first, "to": last, "known_at": str(known_at), "changes": changes})
        return
    for turn in found:
        console.data(f"{turn.on}  {turn.instrument.id}  {_status_of(turn)}")
        for event in turn.events:
            console.data(f"    {event_in_words(event)}")


def _status_of(turn: Turn) -> str:
    return f"{turn.before.name} -> {turn.after.name}" if turn.moved else f"still {turn.after.name}"


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "on": str(turn.on),
        "instrument": turn.instrument.id,
        "moved": turn.moved,
        "before": _told(turn.before),
        "after": _told(turn.after),
        "events": [_event(event) for event in turn.events],
    }


def _told(answer: Status) -> dict[str, Any]:
    return {"status": answer.name, "confirmed": answer.confirmed, "summary": answer.summary}


def _row(register: Register, instrument: Instrument, on: date, known_at: date) -> dict[str, Any]:
    answer = status(register, instrument, on, known_at)
    return {
        "id": instrument.id,
        "title": instrument.title,
        "jurisdiction": instrument.place,
        "family": instrument.family,
        "status": answer.name,
        "confirmed": answer.confirmed,
        "summary": answer.summary,
        "verification": str(_verification(instrument)),
        "next_event": _next(instrument, on, known_at),
    }


def _verification(instrument: Instrument) -> Verification:
    """How well the instrument's own making was checked."""
    firm = (event.verified for event in instrument.events if event.verified is not Verification.LEAD)
    return next(firm, Verification.LEAD)


def _next(instrument: Instrument, on: date, known_at: date) -> dict[str, Any] | None:
    due = next(iter(due_events(instrument, on, known_at)), None)
    return {"on": str(due.on), "says": due.says, "unconfirmed": due.unconfirmed} if due else None


def print_left_out(register: Register, as_json: bool, console: Console) -> None:
    """What is deliberately not in the register, one paragraph or one object each."""
    if as_json:
        console.json({"left_out": [_left_out(one) for one in register.left_out.values()]})
        return
    for one in register.left_out.values():
        console.data(f"{one.id}  {one.place}  {one.title}\n    {one.reason}\n    last met {one.seen}")


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "jurisdiction": one.place,
        "reason": one.reason,
        "seen": str(one.seen),
        "decided_by": one.decided_by,
        "decided_on": str(one.decided_on),
    }


def print_instrument(register: Register, name: str, on: date, known_at: date, as_json: bool, console: Console) -> None:
    """One instrument with its status, events and sources; raises MisuseError for an unknown one."""
    instrument = register.instruments.get(name)
    if instrument is None:
        raise MisuseError(unknown_instrument(register, name).message)
    answer = status(register, instrument, on, known_at)
    if as_json:
        console.json(
            {
                "id": instrument.id,
                "on": str(on),
                "known_at": str(known_at),
                "status": answer.name,
                "confirmed": answer.confirmed,
                "summary": answer.summary,
                "title": instrument.title,
                "note": instrument.note or None,
                "events": [_event(event) for event in instrument.events if event.recorded <= known_at],
                "sources": [_source(source) for source in instrument.sources],
            }
        )
        return
    sure = "confirmed" if answer.confirmed else "not confirmed"
    console.data(f"{instrument.title}\n{answer.name} ({sure}): {answer.summary}\n\n{instrument.summary}")
    if instrument.note:
        console.data(f"\n{instrument.note}")
    for event in instrument.events:
        if event.recorded <= known_at:
            console.data(f"\n{event_in_words(event)}")


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "act": event.act,
        "dated": str(event.dated),
        "effective": str(event.effective) if event.effective else None,
        "until": str(event.until) if event.until else None,
        "says": event.says or None,
        "source": event.source,
        "link": event.link if event.verified is not Verification.LEAD else None,
        "recorded": str(event.recorded),
        "verified": str(event.verified),
        "verified_by": event.verified_by,
    }


def _source(source: Source) -> dict[str, Any]:
    link = source.link if source.verified is not Verification.LEAD else None
    return {"link": link, "says": source.says, "verified": str(source.verified)}


def event_in_words(event: Event) -> str:
    if event.verified is Verification.LEAD:
        return f"unconfirmed public note, {event.dated}: {event.says or event.act}"
    said = f": {event.says}" if event.says else ""
    return f"{event.dated} {event.kind}, {event.act}{said} [{event.verified.printed}] {event.link}"
