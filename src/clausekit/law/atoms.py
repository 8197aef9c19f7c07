"""Atoms: the smallest findings of law, and the demands and exposures that they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausekit.finding import Level
from clausekit.law.commitments import Commitment
from clausekit.law.levels import Weighed
from clausekit.law.persons import Person
from clausekit.law.register import Duty

ONE_PARTY, ACROSS_PARTIES = "one-party", "across-parties"


@dataclass(frozen=True, slots=True)
class Demand:
    """A live duty that an act be kept out (or done), on one person."""

    duty: Duty
    act: str
    person: Person
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Exposure:
    """A commitment, or what it amounts to in fact, caught by a duty of one person."""

    duty: Duty
    commitment: Commitment
    person: Person
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest finding of law.

    Args:
        code: ``gap``, ``exposure`` or ``double-bind``.
        person: who is concerned.
        demanding: the duty that demands the act (gap, double bind); None for a gap in what counsel asked.
        caught_by: the duty that catches the term (exposure, double bind).
        act: the act demanded or asked for.
    """

    code: str
    person: Person
    weighed: Weighed
    demanding: Duty | None = None
    caught_by: Duty | None = None
    commitment: Commitment | None = None
    act: str | None = None
    squeeze: str | None = None

    @property
    def level(self) -> Level:
        return self.weighed.level

    @property
    def topic(self) -> str | None:
        return self.commitment.topic if self.commitment else None

    @property
    def key(self) -> tuple[str, ...]:
        """What it is about, whatever its level and whichever position of its topic it stands in."""
        instruments = [duty.id if duty else "" for duty in (self.demanding, self.caught_by)]
        return (self.code, *instruments, self.person.id, self.topic or "", self.act or "", self.squeeze or "")


def each_once(atoms: Iterable[Atom]) -> Iterable[Atom]:
    """One atom for each conduct and what it is about: a promise may be declared, performed and procured at once."""
    found: dict[tuple[str, ...], Atom] = {}
    for atom in atoms:
        key = (*atom.key, atom.commitment.conduct if atom.commitment else "")
        found[key] = max(found.get(key, atom), atom, key=lambda one: one.level)
    return found.values()


def double_bind(exposure: Exposure, demand: Demand, squeeze: str) -> Atom:
    return Atom(
        "double-bind",
        exposure.person,
        _meeting(exposure.weighed, demand.weighed),
        demand.duty,
        exposure.duty,
        exposure.commitment,
        demand.act,
        squeeze,
    )


def _meeting(caught: Weighed, demanded: Weighed) -> Weighed:
    """A double bind is as serious as its exposure, and no surer than the duty that demands the term."""
    low = caught.level.at_least if demanded.level.at_least else 0
    return Weighed(
        Level(low, caught.level.at_most),
        caught.open | (demanded.open if low < caught.level.at_least else frozenset()),
        caught.clear_breach,
        caught.because | demanded.because,
    )


def left_open(weighed: Weighed, guard: str | None) -> Weighed | None:
    """What is left of a demand: all of it, one step less for a part guard, nothing for a full one."""
    if guard == "fully":
        return None
    step = 1 if guard else 0
    level = Level(max(weighed.level.at_least - step, 0), max(weighed.level.at_most - step, 0))
    return replace(weighed, level=level) if level.at_most else None


def worst(levels: Iterable[Level]) -> Level:
    """The level of several together: the highest at each end."""
    found = list(levels)
    return (
        Level(max(level.at_least for level in found), max(level.at_most for level in found)) if found else Level(0, 0)
    )
