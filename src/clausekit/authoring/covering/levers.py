"""What to answer otherwise in a deal so that a test comes out as wanted.

Each lever is a set of answers, by the path of the fact, as a deal file would state them.
Levers are tried, never trusted: whether one works is seen by filling the wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.conditions.formula import (
    All,
    Answer,
    Comparison,
    Constant,
    Either,
    Empty,
    Formula,
    Known,
    Named,
    Not,
    Over,
    Path,
    Places,
)
from clausekit.facts import Fact, NoSuchFact, Open, View, all_facts, fact_info
from clausekit.law import Register

Edits = Mapping[str, Any]
NOT_KNOWN, NONE = "not known", "none"
AS_IT_STANDS = object()  # in the place of an answer: a list must have members, as it has in the deal
ANSWERED = object()  # in the place of an answer: something must be answered, whatever it is
OPPOSITE = {"yes": "no", "no": "yes", "undecided": "undecided"}
SAMPLES = {
    "text": "Sample text",
    "yes/no": "yes",
    "place": "US",
    "date": "2027-01-01",
    "per cent": 10,
    "classification": "EAR99",
    "language": "en-GB",
}
OTHERWISE = ("US", "DE", "CN", "FR")  # places that are not all in one set
NEGATED = {"ne": "eq", "notin": "in"}
MARKS = (AS_IT_STANDS, ANSWERED)
ANY_KEY = re.compile(r"\[[^\]]*\]")
MOST = 12  # levers tried for one test


@dataclass(frozen=True)
class Levers:
    """Levers for one deal. `names` are what wording or a condition calls views of it."""

    register: Register
    names: Mapping[str, View | Fact]

    def bind(self, name: str, value: View | Fact) -> Levers:
        return Levers(self.register, {**self.names, name: value})

    def see(self, path: str) -> View | Fact | None:
        """What stands at a path as its author wrote it; None below what is open or not there."""
        root, *names = path.split(".")
        found = self.names.get(root)
        for name in names:
            if not isinstance(found, View):
                return None
            try:
                found = found.get(name)
            except NoSuchFact:
                return None
        return found

    def members(self, path: str) -> tuple[View | Fact, ...]:
        found = self.see(path)
        members = found.members() if isinstance(found, View) else ()
        return members if isinstance(members, tuple) else ()

    def to(self, formula: Formula, outcome: str) -> Iterator[Edits]:
        """Sets of answers that may make `formula` come out as ``yes``, ``no`` or ``undecided``."""
        return islice(self._to(formula, outcome), MOST)

    def _to(self, formula: Formula, outcome: str) -> Iterator[Edits]:
        match formula:
            case Not(part):
                yield from self._to(part, OPPOSITE[outcome])
            case All(parts):
                yield from self._joined(parts, outcome, "yes")
            case Either(parts):
                yield from self._joined(parts, outcome, "no")
            case Constant(value):
                yield from [{}] if outcome == ("yes" if value else "no") else []
            case Named(name):
                yield from self._to(self.register.circumstances[name].when.formula, outcome)
            case Known(path):
                yield from self.fact(path, "printed" if outcome == "yes" else "blank")
            case Empty(path):
                yield from self.fact(path, {"yes": "none", "no": "members", "undecided": "open"}[outcome])
            case Answer(path):
                yield from self._set(path, NOT_KNOWN if outcome == "undecided" else outcome)
            case Comparison():
                yield from self._compared(formula, outcome)
            case Over():
                yield from self._over(formula, outcome)

    def _joined(self, parts: tuple[Formula, ...], outcome: str, neutral: str) -> Iterator[Edits]:
        """Parts of which all must be neutral, or one of which decides while the others are neutral."""
        if outcome == neutral:
            yield from self._product(parts, dict.fromkeys(range(len(parts)), outcome))
            return
        for index in range(len(parts)):
            yield from self._to(parts[index], outcome)
            yield from self._product(parts, {**dict.fromkeys(range(len(parts)), neutral), index: outcome})

    def _product(self, parts: tuple[Formula, ...], outcomes: Mapping[int, str]) -> Iterator[Edits]:
        """One lever of each part that agree with each other."""
        found: list[Edits] = [{}]
        for index, part in enumerate(parts):
            found = combined(found, self.to(part, outcomes[index]))
        yield from found

    def fact(self, path: str, outcome: str) -> Iterator[Edits]:
        """Answers that make a fact or list known or not, or a list with or without members."""
        seen = self.see(path)
        if seen is None:
            return
        value = seen.data if isinstance(seen, View) else seen.value
        if outcome in ("blank", "open"):
            yield {seen.path: NOT_KNOWN}
        elif outcome == "none":
            yield {seen.path: NONE}
        elif not isinstance(value, Open):
            yield {seen.path: AS_IT_STANDS if outcome == "members" else ANSWERED}
        else:
            yield {seen.path: sample(seen.path)}

    def _set(self, path: str, answer: Any) -> Iterator[Edits]:
        seen = self.see(path)
        if isinstance(seen, Fact):
            yield {seen.path: answer}

    def _compared(self, formula: Comparison, outcome: str) -> Iterator[Edits]:
        wanted = OPPOSITE[outcome] if formula.operator in NEGATED else outcome
        path = next((side.path for side in (formula.left, formula.right) if isinstance(side, Path)), None)
        seen = self.see(path) if path else None
        if not isinstance(seen, Fact) or path is None:
            return
        if outcome == "undecided":
            yield {seen.path: NOT_KNOWN}
            return
        operator = NEGATED.get(formula.operator, formula.operator)
        for answer in self._answers(formula, operator, wanted == "yes", seen):
            yield {seen.path: answer}

    def _answers(self, formula: Comparison, operator: str, holds: bool, seen: Fact) -> Iterator[Any]:
        """Answers for which a comparison holds, or does not."""
        if isinstance(formula.right, Places):
            inside = self.register.places[formula.right.name].places
            yield from (
                sorted(inside)[:3] if holds else [code for code in ("US", "DE", "CN", "FR") if code not in inside]
            )
        elif operator == "in" and not isinstance(formula.left, Path):
            yield [formula.left] if holds else NONE
        elif operator == "eq" and not isinstance(formula.right, Path):
            yield from [formula.right] if holds else self._others(seen.path, formula.right)

    def _others(self, path: str, value: Any) -> Iterator[Any]:
        yield from (word for word in fact_info(path).allowed if word != value)

    def _over(self, formula: Over, outcome: str) -> Iterator[Edits]:
        """Some member that decides, or all that do not; `every` is `some` turned round."""
        body = formula.body if formula.quantifier == "some" else Not(formula.body)
        wanted = outcome if formula.quantifier == "some" else OPPOSITE[outcome]
        members = self.members(formula.source)
        each = [self.bind(formula.name, member) for member in members]
        if wanted != "no":
            for one in each:
                yield from one.to(body, wanted)
        if wanted == "undecided":
            yield from self.fact(formula.source, "open")
        if wanted == "no":
            yield from self._none_of(each, body)
            yield from self.fact(formula.source, "none")

    def _none_of(self, each: list[Levers], body: Formula) -> Iterator[Edits]:
        found: list[Edits] = [{}]
        for one in each:
            found = combined(found, one.to(body, "no"))
        yield from found


def sample(path: str) -> Any:
    """An answer that a fact may have, where the deal has none."""
    info = fact_info(path)
    if info.allowed:
        answer: Any = info.allowed[0]
    else:
        answer = next((SAMPLES[word] for word in SAMPLES if word in info.type), "sample")
    return [answer] if info.type.startswith("list of") else answer


def sample_member(path: str) -> dict[str, Any]:
    """A member of the list at `path`, with an answer to each of its single facts."""
    prefix = f"{ANY_KEY.sub('[*]', path)}[*]."
    facts = [info for info in all_facts() if info.path.startswith(prefix) and info.type != "group"]
    own = [info for info in facts if not set(info.path[len(prefix) :]) & set(".[") and " by " not in info.type]
    return {info.path[len(prefix) :]: sample(info.path) for info in own}


def lists_without_members(spots: Iterable[Spot], levers: Levers) -> Iterator[str]:
    """The paths of lists that loops run over and that have no member in the deal of `levers`."""
    for spot in spots:
        if spot.kind is SpotKind.LOOP:
            for inside in _around(spot, tuple(spots), levers):
                seen = inside.see(spot.text)
                if isinstance(seen, View) and not inside.members(spot.text):
                    yield seen.path


def _around(spot: Spot, spots: tuple[Spot, ...], levers: Levers) -> Iterator[Levers]:
    """The levers inside the loops around a spot, for each of their members."""
    found = [levers]
    for number, _ in spot.under:
        loop = spots[number]
        if loop.kind is SpotKind.LOOP:
            found = [one.bind(loop.name, member) for one in found for member in one.members(loop.text)]
    yield from found


def combined(found: Iterable[Edits], levers: Iterable[Edits]) -> list[Edits]:
    """Each of `found` with each of `levers` that it agrees with."""
    levers = list(levers)
    pairs = (merged(one, lever) for one in found for lever in levers if agree(one, lever))
    return list(islice(pairs, MOST))


def agree(one: Edits, other: Edits) -> bool:
    """Whether two sets of answers can stand in one deal: none says otherwise, or below what another takes away."""
    return all(_agree(left, one[left], right, other[right]) for left in one for right in other)


def _agree(left: str, answer: Any, right: str, other: Any) -> bool:
    if left == right:
        return bool(answer == other) or _stays(answer, other) or _stays(other, answer)
    if _leads_into(left, right):
        return answer in MARKS
    return other in MARKS if _leads_into(right, left) else True


def _stays(answer: Any, other: Any) -> bool:
    """Whether another answer leaves true what a mark asks for."""
    return (answer is ANSWERED and other != NOT_KNOWN) or (answer is AS_IT_STANDS and other not in (NOT_KNOWN, NONE))


def merged(one: Edits, other: Edits) -> dict[str, Any]:
    """Two sets of answers that agree, as one."""
    return {path: _stronger(one.get(path, ANSWERED), other.get(path, ANSWERED)) for path in {**one, **other}}


def _stronger(answer: Any, other: Any) -> Any:
    """Of an answer and a mark the answer; of two marks the one that asks for more."""
    return other if answer is ANSWERED or (answer is AS_IT_STANDS and other not in MARKS) else answer


def _leads_into(short: str, long: str) -> bool:
    return long.startswith(short) and long[len(short) : len(short) + 1] in (".", "[")
