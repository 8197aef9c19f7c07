"""How serious it is for one person that a duty reaches one conduct: an interval.

Degree (how clearly the duty reaches the conduct) by bite (how hard its law can reach
the person), as the judgement file weighs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausekit.conditions import FALSE, TRUE, Condition, Scope, Truth, both
from clausekit.finding import NOTHING, Level
from clausekit.law.persons import Person
from clausekit.law.register import (
    CAPPED_AT_ARGUABLE,
    CAPPED_AT_EXPOSURE,
    Degree,
    Duty,
    Judgement,
    Register,
    Verification,
)

TOP_RUNG = 4
HIGHEST_OF_A_LEAD = 1  # what only a lead says is a note at most
CAP_WITHOUT_HARM = 2
ORDER = (Degree.EXPOSURE, Degree.ARGUABLE, Degree.CLEAR)


@dataclass(frozen=True, slots=True)
class Weighed:
    """How serious something is.

    Args:
        level: the interval; `open` the facts that widen it.
        clear_breach: whether it is a certain breach of a clear, fully biting duty.
        because: paths of the users, items or parties that make the duty live.
    """

    level: Level
    open: frozenset[str]
    clear_breach: bool = False
    because: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether a person is bound by a duty, and the scope from which that was judged.

    `who` tells scopes apart: nexus is worked out once for each. `without` names the duty for
    which users under an authorisation are left out of the scope, if they are.
    """

    who: str
    scope: Scope
    bound: Truth
    without: str = ""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The lowest and highest value a quantity can take, with the facts that would settle it."""

    low: int
    high: int
    open: frozenset[str] = frozenset()


FULL_BITE = _Ends(TOP_RUNG, TOP_RUNG)


def weigh(
    register: Register,
    nexus: Nexus,
    duty: Duty,
    reached: Reached,
    lines: Iterable[int],
    against: str | None,
    steps_off: int = 0,
) -> Weighed:
    """The level of a conduct under `duty` for a person in its reach.

    Args:
        nexus: the ladder, which remembers what it has answered.
        lines: the lines of the duty's `degree` that fit the conduct.
        against: the class of persons the conduct is aimed at (``users``, ``suppliers``, ``counterparty``).
        steps_off: how many steps a saving clause or a ring-fence takes off.
    """
    bound = reached.bound
    if not bound.possible:
        return Weighed(NOTHING, frozenset())
    bite = nexus.bite(duty, reached, against)
    degrees, degree_facts = _degrees(register, duty, lines, reached.scope)
    most = HIGHEST_OF_A_LEAD if duty.verified is Verification.LEAD else TOP_RUNG
    table = _Table(register.judgement.levels, duty.bite is None, steps_off, most)
    low = table.lowest(bite, degrees) if bound.certain else 0
    level = Level(low, table.highest(bite, degrees))
    clear = duty.bite is None and degrees == {Degree.CLEAR} and low == level.at_most == TOP_RUNG
    facts = bound.open | degree_facts | bite.open if level.at_least < level.at_most else frozenset()
    return Weighed(level, facts, clear, bound.because)


def in_reach(
    duty: Duty, person: Person, live: Truth, tests: Iterable[Condition], scope: Scope | None = None
) -> Reached:
    """Whether `duty` binds `person` on the day: made, live, applicable, and the person existing.

    Args:
        live: what is the same for everybody, such as whether the duty's instrument is live.
        tests: what is to be asked of each person.
        scope: another scope than the person's own, from which to judge.
    """
    without = duty.id if scope else ""
    who = f"{person.id} under {duty.id}" if scope else person.id
    scope = scope or person.scope
    return Reached(who, scope, _all_of((live, person.exists, *tests), scope), without)


def _all_of(parts: Iterable[Truth | Condition], scope: Scope) -> Truth:
    """Conjunction that stops at the first part that is false."""
    truths: list[Truth] = []
    for part in parts:
        truth = part if isinstance(part, Truth) else part(scope)
        if not truth.possible:
            return truth
        truths.append(truth)
    return both(truths)


@dataclass(frozen=True, slots=True)
class _Table:
    levels: Mapping[str, Mapping[Degree, int]]
    full: bool
    steps_off: int
    most: int

    def lowest(self, bite: _Ends, degrees: set[Degree]) -> int:
        row = self._row(bite.low)
        return self._taken_off(min(row[degree] for degree in degrees))

    def highest(self, bite: _Ends, degrees: set[Degree]) -> int:
        row = self._row(bite.high)
        return self._taken_off(max(row[degree] for degree in degrees))

    def _taken_off(self, level: int) -> int:
        return min(max(level - self.steps_off, 0), self.most)

    def _row(self, rung: int) -> Mapping[Degree, int]:
        return self.levels["full" if self.full else f"rung_{rung}"]


def _degrees(register: Register, duty: Duty, lines: Iterable[int], scope: Scope) -> tuple[set[Degree], frozenset[str]]:
    """The degrees that may hold: the first rule that fits, and those before it that are undecided."""
    force = register.instrument_of(duty).force
    found: set[Degree] = set()
    facts: frozenset[str] = frozenset()
    for rule in map(duty.degree.__getitem__, lines):
        truth = rule.when(scope) if rule.when else TRUE
        if truth.possible:
            found.add(_capped(rule.degree, force))
            facts |= truth.open
        if truth.certain:
            break
    return found, facts


def strongest_degree(duty: Duty, force: str) -> Degree:
    """The clearest degree that any rule of the duty can give, capped by the force of its instrument."""
    return max((_capped(rule.degree, force) for rule in duty.degree), key=ORDER.index)


def _capped(degree: Degree, force: str) -> Degree:
    """Guidance and presumptions are arguable at most; a statement is an exposure at most."""
    cap = Degree.EXPOSURE if force in CAPPED_AT_EXPOSURE else Degree.ARGUABLE if force in CAPPED_AT_ARGUABLE else degree
    return min(degree, cap, key=ORDER.index)


class Nexus:
    """How hard the law of a place can bite each person: the ladder of the judgement file."""

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self._rungs: dict[tuple[str, str], _Ends] = {}
        self._bites: dict[tuple[str, str, str | None], _Ends] = {}
        self._harms: dict[tuple[str, str, str], Truth] = {}

    def bite(self, duty: Duty, reached: Reached, against: str | None) -> _Ends:
        """The rung for the law of the duty's place; the top where it bites in full."""
        if duty.bite is None:
            return FULL_BITE
        key = (duty.bite, reached.who, against)
        if key not in self._bites:
            self._bites[key] = self._work_out(duty.bite, reached, against)
        return self._bites[key]

    def _work_out(self, place: str, reached: Reached, against: str | None) -> _Ends:
        rung = self._rung(place, reached)
        harmed = self._judgement.harmed.get(place)
        if not harmed:
            return rung
        return _with_harm(rung, self._harmed(place, against, harmed[against], reached) if against else FALSE)

    def _harmed(self, place: str, against: str, condition: Condition, reached: Reached) -> Truth:
        """Whether somebody of the place would be harmed; the same for all where no party is looked at."""
        key = (place, against, reached.who if "party" in condition.roots else reached.without)
        if key not in self._harms:
            self._harms[key] = condition(reached.scope)
        return self._harms[key]

    def _rung(self, place: str, reached: Reached) -> _Ends:
        key = (place, reached.who)
        if key not in self._rungs:
            self._rungs[key] = _rung(self._judgement, place, reached.scope)
        return self._rungs[key]


def _rung(judgement: Judgement, place: str, scope: Scope) -> _Ends:
    low = high = 0
    open_facts: set[str] = set()
    for step in judgement.nexus[place]:
        if step.rung <= low:
            continue
        truth = step.when(scope)
        low = step.rung if truth.certain else low
        high = max(high, step.rung) if truth.possible else high
        open_facts |= truth.open
    return _Ends(low, high, frozenset(open_facts))


def _with_harm(rung: _Ends, harmed: Truth) -> _Ends:
    """A person who would be harmed raises the rung by one from 2 up; if there is none it is 2 at most."""
    low = _raised(rung.low) if harmed.certain else min(rung.low, CAP_WITHOUT_HARM)
    high = _raised(rung.high) if harmed.possible else min(rung.high, CAP_WITHOUT_HARM)
    return _Ends(low, high, rung.open | harmed.open)


def _raised(rung: int) -> int:
    return min(rung + 1, TOP_RUNG) if rung >= CAP_WITHOUT_HARM else rung
