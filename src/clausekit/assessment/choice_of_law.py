"""Choice of law and forum: a small rule of its own, not conduct.

Some instruments apply in the courts of their place whatever law was chosen. This
asks where the courts, the seat, the governing law and performance are. What else is
to be known of a law, a court, a seat or an institution stands in `law/forum.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausekit.assessment.findings import severity_of
from clausekit.conditions import Truth, either
from clausekit.facts import Fact, Open, View, country_of, place_name
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.law.looking import known
from clausekit.law.practice import ForumPoint
from clausekit.law.register import Instrument
from clausekit.law.standpoint import Standpoint

FAMILY = "choice-of-law"
FACTS = {"governing_law": None, "forum.courts": "courts", "forum.seat": "arbitration"}


@dataclass(frozen=True, slots=True)
class _Court:
    """The instruments that the courts of one place apply whatever was chosen."""

    place: str
    instruments: tuple[Instrument, ...]


def choice_of_law(standpoint: Standpoint) -> Iterator[Finding]:
    """Findings of the family choice of law, for every place whose courts override a choice."""
    for court in _courts(standpoint):
        chosen = {fact: _is_there(standpoint.view, fact, court.place) for fact in _relevant(standpoint.view)}
        if any(truth.certain for truth in chosen.values()):
            yield _overriding(court, chosen)
        elif either(chosen.values()).possible:
            yield _open(court, chosen)
        yield from _performance(standpoint, court)
    yield from _points(standpoint)


def _points(standpoint: Standpoint) -> Iterator[Finding]:
    """What legal staff know of the forum chosen; links that are still open are told where they widen a level."""
    for point in standpoint.register.forum.values():
        if point.when(standpoint.scope).certain:
            yield _told(point)


def _told(point: ForumPoint) -> Finding:
    confirm = f" Confirm with counsel: {point.confirm}" if point.confirm else ""
    level = Level(point.level, point.level)
    return Finding(
        point.code,
        severity_of(level),
        f"{point.says}{confirm}",
        Place(fact=point.fact),
        instruments=point.instruments,
        family=FAMILY,
        level=level,
    )


def _courts(standpoint: Standpoint) -> list[_Court]:
    places: dict[str, list[Instrument]] = {}
    for instrument in standpoint.register.instruments.values():
        override = instrument.overrides_choice
        for place in override.in_courts_of if override and standpoint.live(instrument).possible else ():
            places.setdefault(place, []).append(instrument)
    return [_Court(place, tuple(found)) for place, found in sorted(places.items())]


def _relevant(deal: View) -> list[str]:
    """The facts that matter to the kind of forum chosen; all of them while that is open."""
    kind = known(deal, "forum", "kind")
    return [fact for fact, only_for in FACTS.items() if kind is None or only_for in (None, kind)]


def _is_there(deal: View, path: str, place: str) -> Truth:
    """Whether a fact that is a place lies in `place`."""
    fact = _fact(deal, path)
    if isinstance(fact.value, Open):
        return Truth(None, frozenset({fact.path}))
    return Truth(isinstance(fact.value, str) and country_of(fact.value) == place)


def _fact(deal: View, path: str) -> Fact:
    found: View | Fact = deal
    for name in path.split("."):
        found = found.get(name) if isinstance(found, View) else found
    assert isinstance(found, Fact)
    return found


def _titles(court: _Court) -> str:
    return ", ".join(instrument.title for instrument in court.instruments)


def _overriding(court: _Court, chosen: Mapping[str, Truth]) -> Finding:
    facts = [fact for fact, truth in chosen.items() if truth.certain]
    return Finding(
        "overriding-mandatory-rules",
        Severity.WARNING,
        f"The deal points to {place_name(court.place)} ({', '.join(map(_called, facts))}). Its courts apply these "
        f"whatever law the parties choose: {_titles(court)}. A seat, a law and a place of performance elsewhere lower "
        "the risk.",
        Place(fact=facts[0]),
        instruments=tuple(instrument.id for instrument in court.instruments),
        family=FAMILY,
        level=Level(3, 3),
    )


def _called(fact: str) -> str:
    """``governing law`` or ``seat``, for the path of a fact."""
    return fact.rpartition(".")[2].replace("_", " ")


def _open(court: _Court, chosen: Mapping[str, Truth]) -> Finding:
    facts = sorted(path for truth in chosen.values() for path in truth.open)
    return Finding(
        "choice-of-law-open",
        Severity.NOTE,
        f"Governing law, courts or seat are open. If they point to {place_name(court.place)}, its courts apply "
        f"whatever law is chosen: {_titles(court)}.",
        Place(fact=facts[0]),
        instruments=tuple(instrument.id for instrument in court.instruments),
        family=FAMILY,
        level=Level(0, 3),
        decided_by=tuple(facts),
    )


def _performance(standpoint: Standpoint, court: _Court) -> Iterator[Finding]:
    """Performance in the place lets its law in before other courts, and its own courts hear a tort."""
    performed = standpoint.register.judgement.performed.get(court.place)
    if performed and performed(standpoint.scope).certain:
        yield Finding(
            "performance-abroad",
            Severity.NOTE,
            f"Part of the agreement is performed in {place_name(court.place)}. Courts elsewhere may give effect to its "
            f"law for that part. Confirm with counsel in the forum.",
            instruments=tuple(instrument.id for instrument in court.instruments),
            family=FAMILY,
            level=Level(1, 1),
        )
