"""Every dated event from the day of the law to the end of the last duty, and the clauses that provide for it.

A cliff is an event that moves a finding; here stands every scheduled, conditional or
expiring one of the laws that concern the deal, and of its authorisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clausekit.assessment.choosing import Outcome
from clausekit.assessment.cliffs import authorisation_ends, window
from clausekit.finding import Finding, Place, Severity
from clausekit.law.register import Instrument
from clausekit.law.status import Due, due_events

LAW_NEEDS = ("change-in-law", "suspension", "wind-down")
AUTHORISATION_NEEDS = ("authorisation-end", "suspension", "wind-down")
NEEDS_IN_WORDS = {
    "change-in-law": "a change in law",
    "authorisation-end": "the end of a licence",
    "suspension": "suspension",
    "wind-down": "winding down",
}


@dataclass(frozen=True, slots=True)
class Coming:
    """A dated event, and for each thing that it calls for the clauses that provide it."""

    due: Due
    provided: Mapping[str, tuple[str, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        """What no clause provides, in words."""
        return tuple(NEEDS_IN_WORDS[need] for need, topics in self.provided.items() if not topics)

    @property
    def topics(self) -> tuple[str, ...]:
        """The clauses that deal with it, each once."""
        return tuple(dict.fromkeys(topic for topics in self.provided.values() for topic in topics))

    def as_json(self) -> dict[str, Any]:
        return {
            "on": str(self.due.on),
            "about": self.due.instrument,
            "says": self.due.says,
            "unconfirmed": self.due.unconfirmed,
            "clauses": list(self.topics),
            "missing": list(self.missing),
        }


def last_duty(result: Outcome) -> date:
    """The day on which the last duty that survives the agreement ends; without limit where its end is open."""
    _, end = window(result.matter)
    years = max((position.survives_years for position in result.matter.positions(result.chosen)), default=0)
    if end.year + years > date.max.year:
        return date.max
    # The anniversary of 29 February is the day before 1 March.
    return end.replace(year=end.year + years, day=28 if (end.month, end.day) == (2, 29) else end.day)


def coming(result: Outcome) -> tuple[Coming, ...]:
    """Every such event, by day."""
    start, _ = window(result.matter)
    last = last_duty(result)
    law = [Coming(due, _provided(result, LAW_NEEDS)) for due in _told_once(_of_law(result, start)) if due.on <= last]
    grants = [
        Coming(due, _provided(result, AUTHORISATION_NEEDS))
        for due in authorisation_ends(result.matter.standpoint.view)
        if start < due.on <= last
    ]
    return tuple(sorted((*law, *grants), key=lambda one: (one.due.on, one.due.instrument, one.due.says)))


def _of_law(result: Outcome, start: date) -> Iterator[Due]:
    standpoint = result.matter.standpoint
    for instrument in standpoint.register.instruments.values():
        if _concerns(result, instrument):
            yield from due_events(instrument, start, standpoint.known_at)


def _told_once(dues: Iterable[Due]) -> Iterator[Due]:
    """What is due to one law on one day, told together; a day that only notes tell of is apart."""
    days: dict[tuple[str, date, bool], list[Due]] = {}
    for due in dues:
        days.setdefault((due.instrument, due.on, due.unconfirmed), []).append(due)
    for group in days.values():
        yield replace(group[0], says="; ".join(due.says for due in group))


def _concerns(result: Outcome, instrument: Instrument) -> bool:
    """Whether a law is, or would be if it were in force, about this deal."""
    scope = result.matter.standpoint.scope
    if not instrument.duties:
        return instrument.matters_when(scope).certain
    return any(
        duty.live_when(person.scope).possible and duty.binds(person.scope).possible
        for duty in instrument.duties
        for person in result.bench.persons
    )


def _provided(result: Outcome, needs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    conducts = result.bench.register.conducts
    given = result.terms.commitments
    return {
        need: tuple(dict.fromkeys(one.topic for one in given if need in conducts[one.conduct].deals_with))
        for need in needs
    }


def coming_findings(result: Outcome, found: tuple[Coming, ...]) -> Iterator[Finding]:
    """A finding for each thing that coming events call for and no clause provides."""
    for need in dict.fromkeys(need for one in found for need in one.provided):
        without = [one for one in found if one.provided.get(need) == ()]
        if without:
            days = ", ".join(dict.fromkeys(str(one.due.on) for one in without))
            register = result.bench.register
            laws = dict.fromkeys(one.due.instrument for one in without if one.due.instrument in register.instruments)
            yield Finding(
                "unprovided-event",
                Severity.WARNING,
                f"Before the last duty ends something is due on {days}, and no clause provides for "
                f"{NEEDS_IN_WORDS[need]}.",
                Place(fact="dates.end"),
                instruments=tuple(laws),
            )
