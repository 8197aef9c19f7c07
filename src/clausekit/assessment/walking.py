"""A deal over time: which headlines and positions change on which day.

The day before the first event and then every day on which anything happens to the law,
the deal is judged as if it were signed that day. Days under the same law share one
judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from clausekit.assessment.assess import assess
from clausekit.assessment.choosing import Matter
from clausekit.law.looking import known, views

State = tuple[tuple[bool | None, ...], tuple[bool, ...]]


@dataclass(frozen=True, slots=True)
class Stop:
    """What a deal meets under the law of one day.

    Args:
        live: for each instrument with duties, whether it binds; None where that is not known.
    """

    on: date
    live: Mapping[str, bool | None]
    headlines: tuple[str, ...]
    positions: Mapping[str, str]


def walk(matter: Matter, days: Iterable[date]) -> Iterator[Stop]:
    """The deal on each of these days, in their order."""
    judged: dict[State, tuple[tuple[str, ...], Mapping[str, str]]] = {}
    for day in days:
        there = replace(matter, standpoint=matter.standpoint.on(day))
        live = _live(there)
        state = (tuple(live.values()), _authorisations(there, day))
        if state not in judged:
            assessment = assess(there)
            judged[state] = tuple(one.message for one in assessment.headlines), assessment.outcome.chosen
        yield Stop(day, live, *judged[state])


def _live(matter: Matter) -> dict[str, bool | None]:
    standpoint = matter.standpoint
    instruments = standpoint.register.instruments.values()
    return {one.id: standpoint.live(one).value for one in instruments if one.duties}


def _authorisations(matter: Matter, day: date) -> tuple[bool, ...]:
    """Which authorisations have not ended."""
    ends = (known(grant, "until") for grant in views(matter.standpoint.view, "authorisations"))
    return tuple(isinstance(end, date) and day <= end for end in ends)
