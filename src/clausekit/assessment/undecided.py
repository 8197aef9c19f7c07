"""Open facts in order of what they would settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clausekit.assessment.choosing import Matter, Outcome, outcome
from clausekit.assessment.moving import Move, move
from clausekit.facts import fact_info, possible_values
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.law.judging import worst
from clausekit.law.standpoint import LAW_FACT


@dataclass(frozen=True, slots=True)
class OpenFact:
    """An open fact and what each answer would move, the largest first."""

    path: str
    question: str
    moves: tuple[tuple[object, Move], ...]

    @property
    def size(self) -> int:
        return max(moved.size for _, moved in self.moves)


def open_facts(result: Outcome) -> tuple[OpenFact, ...]:
    """The facts that would move a level or a position, those that move most first."""
    found = [fact for path in _met(result) if (fact := _tried(result, path))]
    return tuple(sorted(found, key=lambda fact: (-fact.size, fact.path)))


def _met(result: Outcome) -> list[str]:
    """Every open fact that some judgement or choice met on its way."""
    scope = result.matter.standpoint.scope
    met = {path for atom in result.atoms for path in atom.weighed.open}
    met |= {path for reached in result.bench.reached.values() for path in reached.bound.open}
    for topic in result.matter.topics:
        for position in topic.positions.values():
            met |= position.use_when(scope).open
    return sorted(met)


def _tried(result: Outcome, path: str) -> OpenFact | None:
    moves = [(value, move(result, _assuming(result.matter, path, value))) for value in _answers(path)]
    moving = sorted((pair for pair in moves if pair[1]), key=lambda pair: (-pair[1].size, str(pair[0])))
    return OpenFact(path, _question(result, path), tuple(moving)) if moving else None


def _answers(path: str) -> Iterable[object]:
    return (True, False) if path.startswith(LAW_FACT) else possible_values(path)


def _assuming(matter: Matter, path: str, value: object) -> Outcome:
    return outcome(replace(matter, standpoint=matter.standpoint.assuming({path: value})))


def _question(result: Outcome, path: str) -> str:
    if not path.startswith(LAW_FACT):
        return fact_info(path).question
    instrument = result.bench.register.instruments[path.removeprefix(LAW_FACT)]
    return f"Is {instrument.title} in force on {result.matter.standpoint.law_as_of}?"


def undecided_findings(result: Outcome, facts: Iterable[OpenFact]) -> Iterator[Finding]:
    """One finding for each open fact that would move something."""
    for fact in facts:
        yield _unconfirmed(result, fact) if fact.path.startswith(LAW_FACT) else _undecided(fact)


def _reach(fact: OpenFact) -> Level:
    """How far levels go under any of the answers."""
    ends = [level for _, moved in fact.moves for pair in moved.levels.values() for level in pair]
    return Level(0, worst(ends).at_most)


def _undecided(fact: OpenFact) -> Finding:
    topics = sorted({topic for _, moved in fact.moves for topic in moved.positions})
    changes = f" An answer may change the position of: {', '.join(topics)}." if topics else ""
    return Finding(
        "undecided",
        Severity.NOTE,
        f"Open: {fact.question} It would move {_count(fact)}.{changes}",
        Place(fact=fact.path),
        level=_reach(fact),
        decided_by=(fact.path,),
    )


def _count(fact: OpenFact) -> str:
    most = max(len(moved.levels) for _, moved in fact.moves)
    return f"{most} finding{'s' if most != 1 else ''}"


def _unconfirmed(result: Outcome, fact: OpenFact) -> Finding:
    name = fact.path.removeprefix(LAW_FACT)
    instrument = result.bench.register.instruments[name]
    status = result.matter.standpoint.statuses[name]
    return Finding(
        "unconfirmed-status",
        Severity.WARNING,
        f"{instrument.title}: {status.summary}. Confirm its status with counsel before signature.",
        Place(file=instrument.at.file, line=instrument.at.line, fact=fact.path),
        instruments=(name,),
        family=instrument.family,
        level=_reach(fact),
        decided_by=(fact.path,),
    )
