"""Our own questions: who must answer, from where, what leaves, and which other evidence there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.assessment.choosing import Outcome, allowed_positions
from clausekit.assessment.findings import severity_of
from clausekit.clauses.library import Asked, Position
from clausekit.conditions import Truth
from clausekit.facts import View, place_name
from clausekit.finding import Finding, Level, Place
from clausekit.law.atoms import worst
from clausekit.law.looking import known, views
from clausekit.law.practice import EvidenceSource

PARTIES = ("supplier", "customer")
PLACES = {
    "makers": ("items", ("maker_headquarters", "designed_in", "fabricated_in", "assembled_in")),
    "users": ("users", ("headquarters", "works_from")),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one clause asks of somebody.

    Args:
        places: names of the places from which the answer comes, as far as they are known.
        limited: whether it leaves a place whose law limits it.
        others: positions of the topic that ask for something else, or of somebody else, and expose nobody to more.
    """

    position: Position
    asked: Asked
    source: EvidenceSource
    places: tuple[str, ...]
    limited: Truth
    others: tuple[Position, ...]


def evidence(result: Outcome) -> tuple[Evidence, ...]:
    """Everything that the chosen positions ask for as evidence, in running order."""
    sources = result.bench.register.evidence
    return tuple(
        _asked(result, position, asked, sources[asked.of])
        for position in result.matter.positions(result.chosen)
        for asked in position.evidence
        if asked.of in sources
    )


def _asked(result: Outcome, position: Position, asked: Asked, source: EvidenceSource) -> Evidence:
    standpoint = result.matter.standpoint
    others = tuple(
        other
        for other in allowed_positions(result.matter)[position.topic]
        if other.evidence not in ((), position.evidence) and _exposes(result, other) <= _exposes(result, position)
    )
    return Evidence(position, asked, source, _places(standpoint.view, asked.of), source.when(standpoint.scope), others)


def _exposes(result: Outcome, position: Position) -> Level:
    """The worst that a position exposes anybody to."""
    given = result.matter.commitments(position)
    found = (one.weighed.level for each in given for one in result.bench.exposures(each, result.terms.softening))
    return worst(found)


def _places(deal: View, of: str) -> tuple[str, ...]:
    """Where those who answer are, and for a party where the deal's data are held."""
    if of in PARTIES:
        parties = [party for party in views(deal, "parties") if of in (known(party, "roles") or ())]
        codes = [known(party, "headquarters") for party in parties] + list(known(deal, "data", "held_in") or ())
    else:
        group, names = PLACES[of]
        codes = [code for one in views(deal, group) for name in names for code in _codes(known(one, name))]
    return tuple(dict.fromkeys(place_name(code) for code in codes if code))


def _codes(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def evidence_findings(found: tuple[Evidence, ...]) -> Iterator[Finding]:
    """A finding for each answer that leaves, or may leave, a place whose law limits it."""
    for one in found:
        if one.limited.possible:
            level = Level(one.source.level if one.limited.certain else 0, one.source.level)
            others = "; ".join(f"{other.id} ({other.says.rstrip('.')})" for other in one.others)
            path = f" Another path: {others}." if others else ""
            yield Finding(
                "evidence-abroad",
                severity_of(level),
                f"This clause asks {one.source.who} for {one.asked.gives}. {one.source.says}{path}",
                Place(one.position.file, one.position.first_line),
                clause=one.position.topic,
                position=one.position.id,
                instruments=one.source.instruments,
                level=level,
                decided_by=() if one.limited.certain else tuple(sorted(one.limited.open)),
            )
