"""Wording to watch for: sentences of the contract that amount to a conduct, whatever position they stand in.

The words are data (`law/wording.yaml`). Where a file reaches somebody with a link to the
place concerned, each is judged like the conduct it amounts to, and the neutral position
stands beside it with what it costs on the side of the law that demands the term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausekit.assessment.choosing import Outcome, allowed_positions
from clausekit.assessment.findings import severity_of
from clausekit.clauses.library import Position
from clausekit.finding import NOTHING, Finding, Level, Place
from clausekit.law.atoms import Exposure, worst
from clausekit.law.commitments import Commitment
from clausekit.law.persons import Person
from clausekit.law.practice import Watch

QUOTED = 80  # characters of a sentence's words that a message repeats


@dataclass(frozen=True, slots=True)
class Wording:
    """One paragraph or cell as it is printed: its words, the clause it belongs to, and where they come from."""

    words: str
    clause: str
    place: Place


def watched_findings(result: Outcome, printed: Iterable[Wording]) -> Iterator[Finding]:
    """A finding for every sentence that amounts to something watched for."""
    wordings = tuple(printed)
    for watch in result.bench.register.watches.values():
        linked = _linked(result, watch)
        if linked:
            for wording in wordings:
                for words in watch.found_in(wording.words):
                    yield _finding(result, watch, wording, words, linked)


def _linked(result: Outcome, watch: Watch) -> tuple[Person, ...]:
    """The readers of the file who have, or may have, a link to the place; all where it does not matter."""
    readers = tuple(person for person in result.bench.persons if person.signs)
    if watch.linked_to is None:
        return readers
    ladder = result.bench.register.judgement.nexus[watch.linked_to]
    return tuple(person for person in readers if any(rung.when(person.scope).possible for rung in ladder))


def _finding(result: Outcome, watch: Watch, wording: Wording, words: str, linked: Sequence[Person]) -> Finding:
    exposures = _exposures(result, watch, wording, linked)
    level = worst(one.weighed.level for one in exposures)
    names = ", ".join(person.name for person in linked)
    reaches = f" The file reaches {names}." if watch.linked_to else ""
    return Finding(
        watch.id,
        severity_of(level if level != NOTHING else Level(2, 2)),
        f"This wording {watch.says}: “{words[:QUOTED]}”.{reaches} {watch.advice}{_instead(result, watch, wording)}",
        wording.place,
        clause=wording.clause or None,
        position=result.chosen.get(wording.clause),
        instruments=tuple(dict.fromkeys(one.duty.instrument for one in exposures)),
        level=level,
        decided_by=() if level.at_least == level.at_most else _open(exposures),
    )


def _open(exposures: Iterable[Exposure]) -> tuple[str, ...]:
    return tuple(sorted({fact for one in exposures for fact in one.weighed.open}))


def _exposures(result: Outcome, watch: Watch, wording: Wording, linked: Sequence[Person]) -> list[Exposure]:
    """What the words expose their readers to, as if a position committed them to it."""
    everybody = tuple(person.party for person in linked)
    given = Commitment(wording.clause, result.chosen.get(wording.clause, ""), watch.conduct, everybody, (), "performs")
    found = [
        exposure
        for how in ("performs", "declares")
        for exposure in result.bench.exposures(replace(given, how=how), result.terms.softening)
    ]
    return sorted(found, key=lambda one: (one.weighed.level.at_most, one.weighed.level.at_least), reverse=True)


def _instead(result: Outcome, watch: Watch, wording: Wording) -> str:
    """The position of the topic that does without such words, and what it leaves open on the side that demands it."""
    neutral = _neutral(result, watch, wording.clause)
    if neutral is None:
        return ""
    if neutral.id == result.chosen[wording.clause]:
        return f" The library's own words of {neutral.id} do without it: {neutral.says}"
    return f" Neutral: {neutral.id}. {neutral.says} {_price(result, neutral)}"


def _neutral(result: Outcome, watch: Watch, topic: str) -> Position | None:
    """The first position, in the order of legal staff, that does not amount to the conduct."""
    conducts = result.bench.register.conducts
    for position in allowed_positions(result.matter).get(topic, ()) if topic in result.chosen else ():
        if all(watch.conduct not in conducts[does.conduct].amounts_to for does in position.does):
            return position
    return None


def _price(result: Outcome, neutral: Position) -> str:
    """The gaps that the neutral position would add to those there are."""
    before = {atom.key for atom in result.atoms if atom.code == "gap"}
    added = [atom for atom in result.with_position(neutral.topic, neutral.id) if atom.code == "gap"]
    instruments = result.bench.register.instruments
    told = dict.fromkeys(
        f"{instruments[atom.demanding.instrument].short} ({atom.level})" if atom.demanding else "what counsel asked for"
        for atom in added
        if atom.key not in before
    )
    cost = f"leaves open: {', '.join(told)}" if told else "opens no gap"
    return f"On the side of the law that demands the term it {cost}."
