"""What to answer otherwise in a deal so that a test comes out as wanted.

Each lever is a set of answers, by the path of the fact, as a deal file would state them.
Levers are tried, never trusted: whether one works is seen by filling the wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.authoring.covering.edits import ANSWERED, AS_IT_STANDS, MOST, NONE, NOT_KNOWN, Edits, combined
from clausekit.authoring.covering.samples import facts_of_member, sample
from clausekit.authoring.settings import answered
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
from clausekit.facts import Fact, NoSuchFact, Open, View, fact_info, keys_of, possible_values
from clausekit.law import Register

OPPOSITE = {"yes": "no", "no": "yes", "undecided": "undecided"}
OTHERWISE = ("US", "DE", "CN", "FR")  # places that are not all in one set
NEGATED = {"ne": "eq", "notin": "in"}
BESIDE = {"gteq": (0, -1), "gt": (1, 0), "lteq": (0, 1), "lt": (-1, 0)}  # from a number to one that holds, or does not
AS_WRITTEN = {True: "yes", False: "no"}


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
            yield from self._emptied(path, seen)
            yield {seen.path: NONE}
        elif not isinstance(value, Open):
            yield {seen.path: AS_IT_STANDS if outcome == "members" else ANSWERED}
        else:
            yield {seen.path: sample(seen.path)}

    def _emptied(self, path: str, seen: View | Fact) -> Iterator[Edits]:
        """For a list that is taken from another: one answer that keeps every member out of it."""
        if not _is_derived(path, seen) or not isinstance(seen, View):
            return
        keys = [member.path for member in self.members(path) if isinstance(member, View)]
        for info in facts_of_member(seen.path):
            name = info.path.rpartition(".")[2]
            for value in possible_values(info.path):
                edits = {f"{key}.{name}": value for key in keys}
                if keys and not self._supposing(edits).members(path):
                    yield {fact: _written(answer) for fact, answer in edits.items()}

    def _set(self, path: str, answer: Any) -> Iterator[Edits]:
        seen = self.see(path)
        if isinstance(seen, Fact) and answer != NOT_KNOWN and _is_derived(path, seen):
            for value in possible_values(seen.path):
                worked_out = self._supposing({seen.path: value}).see(path)
                if isinstance(worked_out, Fact) and _written(worked_out.value) == answer:
                    yield {seen.path: _written(value)}
        elif isinstance(seen, Fact):
            yield {seen.path: answer}

    def _supposing(self, edits: Edits) -> Levers:
        """The levers of the deal with some facts answered otherwise."""
        deal = self.names["deal"]
        assert isinstance(deal, View)
        data: Any = deal.data
        for path, value in edits.items():
            data = answered(data, keys_of(path), value)
        supposed = View(deal.shape, data, "", deal.assume)
        return Levers(self.register, {name: _standing_at(seen, supposed) for name, seen in self.names.items()})

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
        elif operator in BESIDE and isinstance(formula.right, int):
            yield formula.right + BESIDE[operator][0 if holds else 1]

    def _others(self, path: str, value: Any) -> Iterator[Any]:
        yield from (word for word in fact_info(path).allowed if word != value)

    def _over(self, formula: Over, outcome: str) -> Iterator[Edits]:
        """Some member that decides, or all that do not; `every` is `some` turned round."""
        body = formula.body if formula.quantifier == "some" else Not(formula.body)
        wanted = outcome if formula.quantifier == "some" else OPPOSITE[outcome]
        source = self.see(formula.source)
        if isinstance(source, Fact):
            yield from self._of_words(source, formula.name, body, wanted)
            return
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

    def _of_words(self, source: Fact, name: str, body: Formula, wanted: str) -> Iterator[Edits]:
        """A list of words or places of which some one decides, or none does."""
        if wanted == "undecided":
            yield {source.path: NOT_KNOWN}
            return
        if body == Constant(True):
            yield {source.path: sample(source.path) if wanted == "yes" else NONE}
        for edits in self.bind(name, Fact("", source.path)).to(body, wanted):
            yield {path: [answer] for path, answer in edits.items()}
        if wanted == "no":
            yield {source.path: NONE}

    def _none_of(self, each: list[Levers], body: Formula) -> Iterator[Edits]:
        found: list[Edits] = [{}]
        for one in each:
            found = combined(found, one.to(body, "no"))
        yield from found


def _is_derived(path: str, seen: View | Fact) -> bool:
    """Whether what stands at a path is worked out from a fact with another name."""
    return path.rpartition(".")[2] != keys_of(seen.path)[-1]


def _written(value: Any) -> Any:
    """A value as a deal file would state it."""
    return AS_WRITTEN[value] if isinstance(value, bool) else list(value) if isinstance(value, tuple) else value


def _standing_at(seen: View | Fact, deal: View) -> View | Fact:
    """The same group of facts in another view of the deal."""
    found: View | Fact = deal
    for key in keys_of(seen.path) if isinstance(seen, View) and seen.path else ():
        assert isinstance(found, View)
        found = found.get(key)
    return found if isinstance(seen, View) else seen


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
