"""Whether a saving clause leaves a term without anybody who must perform it.

A saving takes a promise away so far as it would put its giver in breach of a blocking
law. Where every giver of a term that is needed is, or may be, in such breach, the term is
empty: what is left is the right to suspend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausekit.assessment.choosing import Outcome
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.law.atoms import Exposure
from clausekit.law.commitments import Commitment

BARRED_FROM = 3  # serious: a giver so exposed will say that it is saved
UNSAVED: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Emptied:
    """A needed term and the exposures, one for each giver, by which a saving may take it away."""

    given: Commitment
    bars: Mapping[str, Exposure]

    @property
    def certain(self) -> bool:
        return all(bar.weighed.level.at_least >= BARRED_FROM for bar in self.bars.values())


def empty_savings(result: Outcome) -> Iterator[Finding]:
    """One finding for each set of givers whose needed terms the saving clause may take away."""
    groups: dict[tuple[tuple[str, ...], bool], list[Emptied]] = {}
    for emptied in _emptied(result):
        groups.setdefault((emptied.given.by, emptied.certain), []).append(emptied)
    for (givers, certain), group in groups.items():
        yield _finding(result, givers, certain, group)


def _emptied(result: Outcome) -> Iterator[Emptied]:
    conducts = result.bench.register.conducts
    if result.terms.softening:
        for given in result.terms.commitments:
            conduct = conducts[given.conduct]
            if conduct.restrictive and any(conduct.serves(act) for act in result.bench.needed):
                bars = _bars(result, given)
                if given.by and bars.keys() == set(given.by):
                    yield Emptied(given, bars)


def _bars(result: Outcome, given: Commitment) -> dict[str, Exposure]:
    """For each giver the gravest exposure to a blocking law, where it may bar the giver."""
    found: dict[str, Exposure] = {}
    for exposure in result.bench.exposures(given, UNSAVED):
        instrument = result.bench.register.instrument_of(exposure.duty)
        level = exposure.weighed.level
        if instrument.blocking and exposure.person.id in given.by and level.at_most >= BARRED_FROM:
            name = exposure.person.id
            found[name] = max(found.get(name, exposure), exposure, key=lambda one: one.weighed.level)
    return found


def _finding(result: Outcome, givers: tuple[str, ...], certain: bool, group: list[Emptied]) -> Finding:
    bars = [bar for one in group for bar in one.bars.values()]
    laws = tuple(dict.fromkeys(bar.duty.instrument for bar in bars))
    return Finding(
        "empty-saving",
        Severity.WARNING if certain else Severity.NOTE,
        _message(result, "stands" if certain else "may stand", group),
        Place(fact=f"parties[{givers[0]}]"),
        party=givers[0] if len(givers) == 1 else None,
        instruments=laws,
        level=Level(2, 2) if certain else Level(0, 2),
        decided_by=() if certain else tuple(sorted({fact for bar in bars for fact in bar.weighed.open})),
    )


def _message(result: Outcome, verb: str, group: list[Emptied]) -> str:
    bars = [bar for one in group for bar in one.bars.values()]
    topics, instruments = result.matter.library.topics, result.bench.register.instruments
    clauses = ", ".join(dict.fromkeys(topics[one.given.topic].title for one in group))
    persons = " and ".join(dict.fromkeys(bar.person.name for bar in bars))
    laws = ", ".join(dict.fromkeys(instruments[bar.duty.instrument].short for bar in bars))
    return (
        f"So far as {laws} {verb} in the way, the saving for blocking laws lets off {persons}, and nobody else "
        f"performs these terms, which are then empty: {clauses}. Have a party give them that this law does not bind, "
        f"or count on the right to suspend alone."
    )
