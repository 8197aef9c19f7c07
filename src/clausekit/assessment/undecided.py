"""Open facts in order of what they would settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from clausekit.assessment.choosing import Matter, Outcome, outcome
from clausekit.assessment.moving import Move, move
from clausekit.facts import Fact, View, fact_info, is_place, keys_of, place_name, possible_values
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.law.atoms import worst
from clausekit.law.looking import name_of
from clausekit.law.standpoint import LAW_FACT

MOST_TRIALS = 32  # answers tried together for facts that move nothing alone


@dataclass(frozen=True, slots=True)
class OpenFact:
    """An open fact, or a few of one group that only move something together, and what answers would move.

    Args:
        paths: of the facts; nearly always one.
        moves: what each answer that moves anything would move, the largest first.
    """

    paths: tuple[str, ...]
    question: str
    moves: tuple[Move, ...]

    @property
    def path(self) -> str:
        return self.paths[0]

    @property
    def size(self) -> tuple[int, int]:
        return max(moved.size for moved in self.moves)


def open_facts(result: Outcome) -> tuple[OpenFact, ...]:
    """The facts that would move a level or a position, those that move most first."""
    met = _met(result)
    alone = {path: fact for path in met if (fact := _tried(result, (path,)))}
    silent = [path for path in met if path not in alone]
    together = [fact for group in _groups(silent) if (fact := _tried(result, group))]
    return tuple(sorted([*alone.values(), *together], key=lambda fact: (*_largest_first(fact.size), fact.path)))


def _largest_first(size: tuple[int, int]) -> tuple[int, int]:
    levels, positions = size
    return -levels, -positions


def _groups(paths: Iterable[str]) -> list[tuple[str, ...]]:
    """Facts of one group that move nothing one at a time: one may hide behind the other."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(path.rpartition(".")[0], []).append(path)
    return [tuple(group) for parent, group in groups.items() if parent and len(group) > 1]


def _met(result: Outcome) -> list[str]:
    """Every open fact that some judgement or choice met on its way."""
    scope = result.matter.standpoint.scope
    met = {path for atom in result.atoms for path in atom.weighed.open}
    met |= {path for reached in result.bench.reached.values() for path in reached.bound.open}
    for topic in result.matter.topics:
        for position in topic.positions.values():
            met |= position.use_when(scope).open
    return sorted(met)


def _tried(result: Outcome, paths: tuple[str, ...]) -> OpenFact | None:
    answers = islice(product(*map(_answers, paths)), MOST_TRIALS)
    moves = [move(result, _assuming(result.matter, dict(zip(paths, values, strict=True)))) for values in answers]
    moving = sorted(filter(None, moves), key=lambda moved: _largest_first(moved.size))
    question = " ".join(question_about(result, path) for path in paths)
    return OpenFact(paths, question, tuple(moving)) if moving else None


def _answers(path: str) -> Iterable[object]:
    return (True, False) if path.startswith(LAW_FACT) else possible_values(path)


def _assuming(matter: Matter, answers: Mapping[str, object]) -> Outcome:
    return outcome(replace(matter, standpoint=matter.standpoint.assuming(answers)))


def question_about(result: Outcome, path: str) -> str:
    """The question that would settle an open fact, with whom or what it is about."""
    if not path.startswith(LAW_FACT):
        about = _about(result.matter.standpoint.view, path)
        return f"{about}: {fact_info(path).question}" if about else fact_info(path).question
    instrument = result.bench.register.instruments[path.removeprefix(LAW_FACT)]
    return f"Is the {instrument.short} in force on {result.matter.standpoint.law_as_of}?"


def _about(deal: View, path: str) -> str:
    """Whom or what the question is about: the names of the groups that the path leads through."""
    found: View | Fact = deal
    names = []
    for key in keys_of(path)[:-1]:
        found = found.get(key) if isinstance(found, View) else found
        name = _name(found, key) if isinstance(found, View) else None
        names += [name] if name else []
    return ", ".join(names)


def _name(group: View, key: str) -> str | None:
    return place_name(key) if is_place(key) else name_of(group)


def undecided_findings(result: Outcome, facts: Iterable[OpenFact]) -> Iterator[Finding]:
    """One finding for each open fact that would move something."""
    for fact in facts:
        yield _unconfirmed(result, fact) if fact.path.startswith(LAW_FACT) else _undecided(fact)


def _reach(fact: OpenFact) -> Level:
    """How far levels go under any of the answers."""
    ends = [level for moved in fact.moves for pair in moved.levels.values() for level in pair]
    return Level(0, worst(ends).at_most)


def _undecided(fact: OpenFact) -> Finding:
    topics = sorted({topic for moved in fact.moves for topic in moved.positions})
    changes = f" An answer may change the position of: {', '.join(topics)}." if topics else ""
    return Finding(
        "undecided",
        Severity.NOTE,
        f"Open: {fact.question} It would move {_count(fact)}.{changes}",
        Place(fact=fact.path),
        level=_reach(fact),
        decided_by=fact.paths,
    )


def _count(fact: OpenFact) -> str:
    most = max(len(moved.levels) for moved in fact.moves)
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
