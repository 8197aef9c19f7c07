"""A small set of deals that reaches every goal: packed greedily, and counted by what was really printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.authoring.clause_texts import Key, Sheet
from clausekit.authoring.covering.edits import MARKS, Edits, agree, combined, merged
from clausekit.authoring.covering.goals import Goal
from clausekit.authoring.covering.levers import Levers
from clausekit.authoring.covering.trying import Trial, Trying
from clausekit.authoring.settings import Setting

SHORTER = (None, 40, 10)  # how many goals one plan goes for, if going for all spoils the first
MOST_WAYS = 40


@dataclass(frozen=True)
class Variant:
    """A deal of the set.

    Args:
        name: ``variant-01`` and so on.
        setting: a starter deal, what is answered otherwise in it, and the position of every topic.
        trial: what became of it; `first` the goals that no earlier variant reaches.
    """

    name: str
    setting: Setting
    trial: Trial
    first: tuple[Goal, ...]


@dataclass
class _Plan:
    """What one variant is going to be."""

    edits: dict[str, object] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)

    @property
    def otherwise(self) -> dict[str, object]:
        """What the deal is to answer otherwise than it does."""
        return {path: answer for path, answer in self.edits.items() if answer not in MARKS}

    def agrees(self, chosen: Mapping[str, str], edits: Edits) -> bool:
        """Whether a way to a goal agrees with what is planned already."""
        same = all(self.chosen.get(topic, position) == position for topic, position in chosen.items())
        return same and agree(self.edits, edits)

    def with_way(self, chosen: Mapping[str, str], edits: Edits) -> _Plan:
        return _Plan(merged(self.edits, edits), {**self.chosen, **chosen})


def variants(deals: Iterable[Trying], goals: Sequence[Goal]) -> tuple[list[Variant], list[Goal]]:
    """The set, and the goals that it does not reach.

    The deals that lead to most goals are tried first; the goals to which fewest deals lead come first,
    so that each of them takes others along.
    """
    leading = [(packing, packing.leads_to(goals)) for packing in map(_Packing, deals)]
    packings = [packing for packing, _ in sorted(leading, key=lambda one: -len(one[1]))]
    left = sorted(goals, key=lambda goal: sum(goal in reached for _, reached in leading))
    alone, found = list[Goal](), list[Variant]()
    while left:
        name = f"variant-{len(found) + 1:02}"
        made = next((made for packing in packings if (made := packing.variant(left, name))), None)
        if made is None:
            alone.append(left.pop(0))
        else:
            found.append(made)
            first = set(made.first)
            left = [goal for goal in left if goal not in first]
    return needed(found, goals), alone


def needed(found: Sequence[Variant], goals: Sequence[Goal]) -> list[Variant]:
    """The variants without those that show nothing new beside the others, named and told anew."""
    shown = {one.name: {goal for goal in goals if reaches(one.trial, goal)} for one in found}
    for one in sorted(found, key=lambda one: len(one.first)):
        others = [goals for name, goals in shown.items() if name != one.name]
        if shown[one.name] <= set().union(*others):
            del shown[one.name]
    left, kept = set(goals), list[Variant]()
    for one in found:
        if one.name in shown:
            first = tuple(goal for goal in goals if goal in left & shown[one.name])
            kept.append(replace(one, name=f"variant-{len(kept) + 1:02}", first=first))
            left -= shown[one.name]
    return kept


def reaches(trial: Trial, goal: Goal) -> bool:
    return (*goal.key, goal.spot, goal.outcome) in trial.reached


@dataclass
class _Packing:
    trying: Trying
    _ways: dict[Goal, tuple[tuple[Mapping[str, str], Edits], ...]] = field(default_factory=dict)

    def leads_to(self, goals: Iterable[Goal]) -> set[Goal]:
        """The goals to which some way leads."""
        return {goal for goal in goals if self.ways(goal)}

    def variant(self, goals: Sequence[Goal], name: str) -> Variant | None:
        """A variant that reaches the first goal, and as many others as it can; None where none does."""
        for others in SHORTER:
            made = self._made(self.plan(goals[:others]), goals, name)
            if made:
                return made
        plans = (_Plan(dict(edits), dict(chosen)) for chosen, edits in self.ways(goals[0]))
        return next((made for plan in plans if (made := self._made(plan, goals, name))), None)

    def _made(self, plan: _Plan, goals: Sequence[Goal], name: str) -> Variant | None:
        """What becomes of a plan, if it reaches the first goal."""
        trial = self.trying.trial(plan.otherwise, plan.chosen)
        goal = goals[0]
        if trial is None or not trial.leads_to(*goal.key, goal.spot, goal.outcome) or not reaches(trial, goal):
            return None
        first = tuple(goal for goal in goals if reaches(trial, goal))
        return Variant(name, self.trying.setting(plan.otherwise, trial.chosen), trial, first)

    def plan(self, goals: Iterable[Goal]) -> _Plan:
        """A variant that goes for as many goals as agree with each other, the first before all."""
        plan = _Plan()
        for goal in goals:
            any(self._takes(plan, chosen, edits) for chosen, edits in self.ways(goal))
        return plan

    def _takes(self, plan: _Plan, chosen: Mapping[str, str], edits: Edits) -> bool:
        """Whether a way fits into a plan, and the deal can still be read; it is added if so."""
        if not plan.agrees(chosen, edits):
            return False
        longer = plan.with_way(chosen, edits)
        if longer.otherwise != plan.otherwise and not self.trying.can_be_read(longer.otherwise):
            return False
        plan.edits, plan.chosen = longer.edits, longer.chosen
        return True

    def ways(self, goal: Goal) -> tuple[tuple[Mapping[str, str], Edits], ...]:
        """The choices and answers that may lead to a goal."""
        if goal not in self._ways:
            self._ways[goal] = tuple(islice(self._leading(goal), MOST_WAYS))
        return self._ways[goal]

    def _leading(self, goal: Goal) -> Iterator[tuple[Mapping[str, str], Edits]]:
        for chosen in self._choices(goal.key):
            for edits in self._allowing(chosen):
                for more in self._leading_to(self.trying.sheets.all[goal.key], goal):
                    if agree(edits, more):
                        yield chosen, merged(edits, more)

    def _choices(self, key: Key, seen: frozenset[str] = frozenset()) -> Iterator[Mapping[str, str]]:
        """Choices of positions that print the position at `key`; a schedule is printed by what refers to it."""
        topic, position = key
        if topic not in self.trying.sheets.referrers:
            yield {topic: position}
            return
        for referrer in self.trying.sheets.referrers[topic]:
            if referrer[0] not in seen:
                yield from self._choices(referrer, seen | {topic})

    def _allowing(self, chosen: Mapping[str, str]) -> Iterator[Edits]:
        """Answers under which the chosen positions may be used."""
        library = self.trying.sheets.library
        found: list[Edits] = [{}]
        for topic, position in chosen.items():
            use_when = library.position(topic, position).use_when.formula
            allowing = (lever for outcome in ("yes", "undecided") for lever in self.trying.levers.to(use_when, outcome))
            found = combined(found, allowing)
        yield from found

    def _leading_to(self, sheet: Sheet, goal: Goal) -> Iterator[Edits]:
        if goal.spot < 0:
            yield {}
            return
        spots = sheet.laid_out.spots
        spot = spots[goal.spot]
        path = [*((spots[number], outcome) for number, outcome in spot.under), (spot, goal.outcome)]
        yield from _along(path, self.trying.levers)
        if goal.outcome in ("blank", "open"):
            yield from self._below_an_open_list(path)

    def _below_an_open_list(self, path: Sequence[tuple[Spot, str]]) -> Iterator[Edits]:
        """What stands in a loop is open where the list is."""
        for index, (spot, _) in enumerate(path[:-1]):
            if spot.kind is SpotKind.LOOP:
                yield from _along([*path[:index], (spot, "open")], self.trying.levers)


def _along(path: Sequence[tuple[Spot, str]], levers: Levers) -> Iterator[Edits]:
    """Answers that lead along spots, outermost first; a loop is entered by its first member that allows it."""
    if not path:
        yield {}
        return
    (spot, outcome), *rest = path
    for edits in _at(spot, outcome, levers):
        for inside in _inside(spot, levers) if rest and spot.kind is SpotKind.LOOP else (levers,):
            for more in _along(rest, inside):
                if agree(edits, more):
                    yield merged(edits, more)


def _at(spot: Spot, outcome: str, levers: Levers) -> Iterator[Edits]:
    if spot.kind is SpotKind.CHOICE and spot.test is not None:
        yield from levers.to(spot.test, outcome)
    elif outcome == "members" and levers.members(spot.text):
        yield {}
    else:
        yield from levers.fact(spot.text, outcome)


def _inside(spot: Spot, levers: Levers) -> Iterator[Levers]:
    return (levers.bind(spot.name, member) for member in levers.members(spot.text))
