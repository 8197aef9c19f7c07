"""Why each clause, position and duty: as data for `explain` and the memo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.assessment.choosing import Outcome
from clausekit.clauses.library import NONE, Position
from clausekit.clauses.selection import Choice, ChosenBy
from clausekit.finding import Level
from clausekit.law.atoms import Atom, worst
from clausekit.law.levels import Reached, strongest_degree
from clausekit.law.register import Conduct, Duty, Mode

BECAUSE = {
    ChosenBy.COUNSEL: "counsel chose it",
    ChosenBy.ONLY: "it is the only position that the circumstances allow",
    ChosenBy.VETO: "the next one would put its giver in certain breach of a clear duty",
    ChosenBy.GUARD: "it keeps out more of what a live duty, or counsel, wants kept out",
    ChosenBy.CLIENT: "it exposes the client less than the next one",
    ChosenBy.OTHERS: "it exposes the other side less than the next one, and the client no more",
    ChosenBy.STAFF: "it stands first in the order of legal staff, and nothing else sets it apart",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One finding that an alternative would add, remove, raise or lower."""

    code: str
    instruments: tuple[str, ...]
    party: str
    level: Level

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "instruments": list(self.instruments),
            "party": self.party,
            "level": self.level.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another position of a topic: what choosing it instead would add and remove."""

    position: str
    says: str
    gives_up: str
    adds: tuple[Change, ...]
    removes: tuple[Change, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "position": self.position,
            "adds": [change.as_json() for change in self.adds],
            "removes": [change.as_json() for change in self.removes],
        }


@dataclass(frozen=True, slots=True)
class ClauseReason:
    """Why a clause stands as it does."""

    topic: str
    title: str
    position: str
    chosen_by: ChosenBy
    does: tuple[Mapping[str, str], ...]
    because: str
    alternatives: tuple[Alternative, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "position": self.position,
            "chosen_by": str(self.chosen_by),
            "does": [dict(does) for does in self.does],
            "because": self.because,
            "alternatives": [alternative.as_json() for alternative in self.alternatives],
        }


@dataclass(frozen=True, slots=True)
class DutyReason:
    """One duty on one person, its degree at the strongest, and the clauses that answer it."""

    duty: Duty
    party: str
    force: str
    degree: str
    status: str
    discharged_by: tuple[str, ...]
    decided_by: tuple[str, ...]

    def as_json(self) -> list[dict[str, Any]]:
        return [
            {
                "instrument": self.duty.instrument,
                "pinpoint": self.duty.at,
                "party": self.party,
                "mode": str(self.duty.mode),
                "conduct": conduct,
                "force": self.force,
                "degree": self.degree,
                "status": self.status,
                "verification": str(self.duty.verified),
                "discharged_by": list(self.discharged_by),
                "decided_by": list(self.decided_by) or None,
            }
            for conduct in self.duty.conducts
        ]


def clause_reasons(result: Outcome) -> tuple[ClauseReason, ...]:
    """The reason of every clause, in running order."""
    return tuple(_clause(result, choice) for choice in result.choices.values())


def _clause(result: Outcome, choice: Choice) -> ClauseReason:
    topic = result.matter.library.topics[choice.topic]
    chosen = topic.positions.get(choice.position)
    return ClauseReason(
        choice.topic,
        topic.title,
        choice.position,
        choice.chosen_by,
        tuple(_does(chosen)) if chosen else (),
        BECAUSE[choice.chosen_by],
        tuple(_alternatives(result, choice)),
    )


def _does(position: Position) -> Iterator[Mapping[str, str]]:
    for does in position.does:
        yield {"conduct": does.conduct, "by": does.by, "how": does.how}


def _alternatives(result: Outcome, choice: Choice) -> Iterator[Alternative]:
    topic = result.matter.library.topics[choice.topic]
    others = [topic.positions[name] for name in choice.costs if name != choice.position]
    before = _changes(result.atoms)
    for position in others:
        after = _changes(result.with_position(choice.topic, position.id))
        adds, removes = _difference(after, before), _difference(before, after)
        yield Alternative(position.id, position.says, position.gives_up, adds, removes)
    if choice.position != NONE:
        after = _changes(result.with_position(choice.topic, NONE))
        yield Alternative(NONE, "no such clause", "", _difference(after, before), _difference(before, after))


def _changes(atoms: Iterable[Atom]) -> dict[tuple[object, ...], Change]:
    """The worst level of each finding, by what a reader would call the same finding."""
    found: dict[tuple[object, ...], list[Atom]] = {}
    for atom in atoms:
        found.setdefault((atom.code, _instruments(atom), atom.person.id, atom.topic or atom.act), []).append(atom)
    return {key: _change(group) for key, group in found.items()}


def _change(group: list[Atom]) -> Change:
    first = group[0]
    return Change(first.code, _instruments(first), first.person.id, worst(atom.level for atom in group))


def _instruments(atom: Atom) -> tuple[str, ...]:
    return tuple(duty.instrument for duty in (atom.demanding, atom.caught_by) if duty)


def _difference(
    these: Mapping[tuple[object, ...], Change], those: Mapping[tuple[object, ...], Change]
) -> tuple[Change, ...]:
    """What stands in `these` and not, or not at that level, in `those`; the gravest first."""
    found = [change for key, change in these.items() if those.get(key) != change]
    return tuple(sorted(found, key=lambda c: (-c.level.at_most, -c.level.at_least, c.code, c.instruments, c.party)))


def duty_reasons(result: Outcome) -> tuple[DutyReason, ...]:
    """Every duty that binds, or may bind, somebody in the deal."""
    duties = {duty.id: duty for duty in result.bench.register.duties}
    return tuple(
        _duty(result, duties[duty], person, reached) for (duty, person), reached in result.bench.reached.items()
    )


def _duty(result: Outcome, duty: Duty, person: str, reached: Reached) -> DutyReason:
    instrument = result.bench.register.instrument_of(duty)
    return DutyReason(
        duty,
        person,
        instrument.force,
        str(strongest_degree(duty, instrument.force)),
        result.matter.standpoint.statuses[instrument.id].name,
        _discharged_by(result, duty),
        tuple(sorted(reached.bound.open)),
    )


def _discharged_by(result: Outcome, duty: Duty) -> tuple[str, ...]:
    """The topics whose chosen words keep out, or do, what the duty is about."""
    if duty.mode not in {Mode.FORBIDS, Mode.EXPECTS}:
        return ()
    conducts: Mapping[str, Conduct] = result.bench.register.conducts
    topics = [
        commitment.topic
        for commitment in result.terms.commitments
        if any(conducts[commitment.conduct].serves(act) for act in duty.conducts)
        and not any(
            act in conducts[commitment.conduct].amounts_to and conducts[act].stratum == "feature"
            for act in duty.conducts
        )
    ]
    return tuple(dict.fromkeys(topics))
