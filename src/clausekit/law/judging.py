"""Judging: from duties, persons and commitments to atoms of exposure, gap and double bind.

No conflict is written by hand. A law demands that an act be kept out; a term guards
the act; another law catches the term, or what it amounts to in fact. Where the two
meet there is a double bind, of one party or across parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clausekit.conditions import both, either
from clausekit.finding import Level
from clausekit.law.authorisations import authorised
from clausekit.law.commitments import Commitment, Terms
from clausekit.law.levels import Nexus, Reached, Weighed, in_reach, weigh
from clausekit.law.looking import known
from clausekit.law.persons import Person, persons
from clausekit.law.register import Conduct, Duty, Mode
from clausekit.law.standpoint import Standpoint

ONE_PARTY, ACROSS_PARTIES = "one-party", "across-parties"
ASKED = Level(2, 2)


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


class Bench:
    """Everything that can be judged from one standpoint; worked out once, as it is asked for."""

    def __init__(self, standpoint: Standpoint) -> None:
        self.standpoint = standpoint
        self.register = standpoint.register
        self.nexus = Nexus(standpoint.register.judgement)
        self._exposures: dict[tuple[Commitment, frozenset[str]], tuple[Exposure, ...]] = {}

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        return persons(self.standpoint)

    @cached_property
    def reached(self) -> Mapping[tuple[str, str], Reached]:
        """Every person that a duty may bind, by duty and person."""
        found = {}
        for duty in self.register.duties:
            for person in self.persons:
                reached = self._reach(duty, person)
                if reached.bound.possible:
                    found[duty.id, person.id] = reached
        return found

    def _reach(self, duty: Duty, person: Person) -> Reached:
        grant = authorised(self.standpoint, duty, person)
        full = in_reach(self.standpoint, duty, person)
        if grant.scope is None:
            return replace(full, bound=both([full.bound, ~grant.lifted]))
        rest = in_reach(self.standpoint, duty, person, grant.scope)
        # It still binds because of the others, or because those users are not covered after all.
        bound = either([rest.bound, both([full.bound, ~grant.covered])])
        return replace(rest if grant.covered.certain else full, bound=both([bound, ~grant.lifted]))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What live duties demand of persons, as far as it can bite at all."""
        return tuple(demand for demand in self._demands() if demand.weighed.level.at_most)

    def _demands(self) -> Iterator[Demand]:
        for duty in self.register.duties:
            if duty.mode not in {Mode.FORBIDS, Mode.EXPECTS}:
                continue
            for act in duty.conducts:
                if self.register.conducts[act].stratum == "act":
                    yield from self._demands_of(duty, act)

    def _demands_of(self, duty: Duty, act: str) -> Iterator[Demand]:
        conduct = self.register.conducts[act]
        for person in self.persons:
            reached = self.reached.get((duty.id, person.id))
            if reached:
                yield Demand(duty, act, person, weigh(self.register, self.nexus, duty, reached, conduct, None))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The acts that counsel wants kept out whatever the law says."""
        asks = known(self.standpoint.view, "asks") or ()
        return tuple(act for act in asks if act in self.register.conducts)

    @cached_property
    def needed(self) -> frozenset[str]:
        """Acts that a live or undecided duty, or counsel, wants kept out or done."""
        return frozenset(demand.act for demand in self.demands) | frozenset(self.asked)

    def exposures(self, commitment: Commitment, softening: frozenset[str]) -> tuple[Exposure, ...]:
        """Every exposure that one commitment brings to anybody."""
        key = (commitment, softening)
        if key not in self._exposures:
            found = self._find_exposures(commitment, softening)
            self._exposures[key] = tuple(exposure for exposure in found if exposure.weighed.level.at_most)
        return self._exposures[key]

    def _find_exposures(self, commitment: Commitment, softening: frozenset[str]) -> Iterator[Exposure]:
        conduct = self.register.conducts[commitment.conduct]
        for duty in self.register.duties:
            if not catches(duty, conduct):
                continue
            for person in self._actors(duty, commitment):
                reached = self.reached.get((duty.id, person.id))
                if reached:
                    steps_off = _steps_off(duty, commitment, person, softening)
                    weighed = weigh(self.register, self.nexus, duty, reached, conduct, commitment.against, steps_off)
                    yield Exposure(duty, commitment, person, weighed)

    def _actors(self, duty: Duty, commitment: Commitment) -> Iterator[Person]:
        """Who, under this duty, may be caught: givers, takers, and the affiliates that perform."""
        for person in self.persons:
            gives, takes = person.party in commitment.by, person.party in commitment.to
            if person.signs and gives and "giver" in duty.catches:
                # Whoever signs a term declares it, however it is then carried out.
                if duty.acts_on & {commitment.how, "declares"}:
                    yield person
            elif person.signs and takes and "taker" in duty.catches:
                # Whoever is cut off is the one harmed, not the one who carries out.
                if commitment.against != "counterparty":
                    yield person
            elif gives and _performs(commitment, duty):
                yield person

    def atoms(self, terms: Terms) -> tuple[Atom, ...]:
        """All atoms of a choice of positions."""
        found = (atom for commitment in terms.commitments for atom in self.atoms_of(commitment, terms.softening))
        return (*_each_once(found), *self.gaps(terms))

    def atoms_of(self, commitment: Commitment, softening: frozenset[str]) -> Iterator[Atom]:
        """The exposures of one commitment, and the double binds that they are one side of."""
        for exposure in self.exposures(commitment, softening):
            yield Atom("exposure", exposure.person, exposure.weighed, None, exposure.duty, commitment)
            yield from self._double_binds(exposure)

    def _double_binds(self, exposure: Exposure) -> Iterator[Atom]:
        conduct = self.register.conducts[exposure.commitment.conduct]
        surest: dict[tuple[str, str, str], Demand] = {}
        for demand in self.demands:
            if conduct.serves(demand.act):
                squeeze = ONE_PARTY if demand.person.party == exposure.person.party else ACROSS_PARTIES
                key = (demand.duty.id, demand.act, squeeze)
                surest[key] = max(surest.get(key, demand), demand, key=lambda one: one.weighed.level)
        for (_, _, squeeze), demand in surest.items():
            yield _double_bind(exposure, demand, squeeze)

    def gaps(self, terms: Terms) -> Iterator[Atom]:
        """Acts demanded or asked for that no chosen term keeps out, or only in part."""
        guards = self.guards(terms)
        for demand in self.demands:
            left = _left_open(demand.weighed, guards.get(demand.act))
            if left:
                yield Atom("gap", demand.person, left, demand.duty, act=demand.act)
        client = next((person for person in self.persons if person.id == self.standpoint.deal.client), None)
        for act in self.asked:
            if client and act not in guards:
                yield Atom("gap", client, Weighed(ASKED, frozenset()), act=act)

    def guards(self, terms: Terms) -> Mapping[str, str]:
        """How far each act is kept out or done by the terms together."""
        found: dict[str, str] = {}
        for commitment in terms.commitments:
            conduct = self.register.conducts[commitment.conduct]
            for act in (*conduct.guards, *conduct.kinds):
                extent = "in-part" if terms.weakened else conduct.serves(act)
                if extent and found.get(act) != "fully":
                    found[act] = extent
        return found


def _each_once(atoms: Iterable[Atom]) -> Iterable[Atom]:
    """One atom for each conduct and what it is about: a promise may be declared, performed and procured at once."""
    found: dict[tuple[str, ...], Atom] = {}
    for atom in atoms:
        key = (*atom.key, atom.commitment.conduct if atom.commitment else "")
        found[key] = max(found.get(key, atom), atom, key=lambda one: one.level)
    return found.values()


def catches(duty: Duty, conduct: Conduct) -> bool:
    """Whether a duty looks at this conduct: a forbidden feature in it, or a required act stopped by it."""
    if duty.mode is Mode.REQUIRES:
        return not conduct.obstructs.isdisjoint(duty.conducts)
    return duty.mode is Mode.FORBIDS and not conduct.amounts_to.isdisjoint(duty.conducts)


def _steps_off(duty: Duty, commitment: Commitment, person: Person, softening: frozenset[str]) -> int:
    """A saving clause takes a step off where the law says so; a ring-fence does for an affiliate."""
    saved = not duty.softened_by.isdisjoint(softening)
    fenced = commitment.spares_affiliates and not person.signs
    return int(saved) + int(fenced)


def _performs(commitment: Commitment, duty: Duty) -> bool:
    """Whether an affiliate of the giver would carry the commitment out."""
    return commitment.how in {"performs", "procures"} and "performs" in duty.acts_on and "giver" in duty.catches


def _double_bind(exposure: Exposure, demand: Demand, squeeze: str) -> Atom:
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


def _left_open(weighed: Weighed, guard: str | None) -> Weighed | None:
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
