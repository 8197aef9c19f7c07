"""Printing the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from clausekit.cli.console import Console
from clausekit.cli.opening import MisuseError
from clausekit.law import Instrument, Register, due_events, status, unknown_instrument
from clausekit.law.register import Event, LeftOut, Source, Verification


def print_register(register: Register, on: date, known_at: date, as_json: bool, console: Console) -> None:
    """One line, or one object, for each instrument."""
    rows = [_row(register, instrument, on, known_at) for instrument in register.instruments.values()]
    if as_json:
        console.json({"on": str(on), "known_at": str(known_at), "instruments": rows})
        return
    for row in rows:
        sure = "" if row["confirmed"] else " (not confirmed)"
        console.data(f"{row['id']}  {row['jurisdiction']}  {row['status']}{sure}  {row['title']}")


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
            console.data(f"\n{_event_line(event)}")


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


def _event_line(event: Event) -> str:
    if event.verified is Verification.LEAD:
        return f"unconfirmed public note, {event.dated}: {event.says or event.act}"
    said = f": {event.says}" if event.says else ""
    return f"{event.dated} {event.kind}, {event.act}{said} [{event.verified.printed}] {event.link}"
