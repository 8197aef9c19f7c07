"""Judging: from duties, persons and commitments to atoms of exposure, gap and double bind.

No conflict is written by hand. A law demands that an act be kept out; a term guards
the act; another law catches the term, or what it amounts to in fact. Where the two
meet there is a double bind, of one party or across parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clausekit.conditions import Condition, Truth, both, either
from clausekit.finding import Level
from clausekit.law.atoms import ACROSS_PARTIES, ONE_PARTY, Atom, Demand, Exposure, double_bind, each_once, left_open
from clausekit.law.authorisations import NO_GRANT, authorised, grants_under
from clausekit.law.commitments import Commitment, Terms
from clausekit.law.levels import Nexus, Reached, Weighed, in_reach, weigh
from clausekit.law.looking import known
from clausekit.law.persons import Person, persons
from clausekit.law.register import Conduct, Duty, Mode
from clausekit.law.standpoint import Standpoint

ASKED = Level(2, 2)
DEMANDING = frozenset({Mode.FORBIDS, Mode.EXPECTS})


@dataclass(frozen=True, slots=True)
class Caught:
    """A person in the reach of a duty that looks at a commitment of its own; `weighed` before anything softens it."""

    duty: Duty
    lines: tuple[int, ...]
    person: Person
    reached: Reached
    judge: Bench
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class AllCaught:
    """Everybody whom one commitment may expose, and the conducts that soften that."""

    all: tuple[Caught, ...]
    softened_by: frozenset[str]


class Bench:
    """Everything that can be judged from one standpoint; worked out once, as it is asked for."""

    def __init__(self, standpoint: Standpoint) -> None:
        self.standpoint = standpoint
        self.register = standpoint.register
        self.nexus = Nexus(standpoint.register.judgement)
        self._weighed: dict[tuple[str, str, tuple[int, ...], str | None, int], Weighed] = {}
        self._all_caught: dict[Commitment, AllCaught] = {}
        self._exposures: dict[tuple[Commitment, frozenset[str]], tuple[Exposure, ...]] = {}
        self._served: dict[tuple[str, str], tuple[tuple[str, Demand], ...]] = {}

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        return persons(self.standpoint)

    @cached_property
    def bound(self) -> Mapping[str, Mapping[str, Reached]]:
        """Every person that a duty may bind, by duty and then by person; duties that bind nobody are left out."""
        found = {duty.id: dict(self._bound_by(duty)) for duty in self.register.duties}
        return {duty: reached for duty, reached in found.items() if reached}

    @property
    def reached(self) -> Mapping[tuple[str, str], Reached]:
        """Every person that a duty may bind, by duty and person."""
        return {(duty, person): one for duty, bound in self.bound.items() for person, one in bound.items()}

    def _bound_by(self, duty: Duty) -> Iterator[tuple[str, Reached]]:
        live = self.standpoint.live(self.register.instrument_of(duty))
        grants = grants_under(self.standpoint, duty) if live.possible else {}
        tests: tuple[Condition, ...] = (duty.live_when, duty.binds)
        if live.possible and not grants and "party" not in duty.live_when.roots:
            live, tests = both([live, duty.live_when(self.standpoint.scope)]), (duty.binds,)  # the same for everybody
        for person in self.persons if live.possible else ():
            reached = self._reach(duty, person, live, tests, grants)
            if reached.bound.possible:
                yield person.id, reached

    def _reach(
        self, duty: Duty, person: Person, live: Truth, tests: tuple[Condition, ...], grants: Mapping[str, Truth]
    ) -> Reached:
        full = in_reach(duty, person, live, tests)
        grant = authorised(self.standpoint, person, grants)
        if grant is NO_GRANT:
            return full
        if grant.scope is None:
            return replace(full, bound=both([full.bound, ~grant.lifted]))
        rest = in_reach(duty, person, live, tests, grant.scope)
        # It still binds because of the others, or because those users are not covered after all.
        bound = either([rest.bound, both([full.bound, ~grant.covered])])
        return replace(rest if grant.covered.certain else full, bound=both([bound, ~grant.lifted]))

    def _weigh(
        self, duty: Duty, reached: Reached, lines: tuple[int, ...], against: str | None, steps_off: int = 0
    ) -> Weighed:
        """As weigh; conducts that fit the same lines of a duty weigh the same."""
        key = (duty.id, reached.who, lines, against, steps_off)
        found = self._weighed.get(key)
        if found is None:
            found = weigh(self.register, self.nexus, duty, reached, lines, against, steps_off)
            self._weighed[key] = found
        return found

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What live duties demand of persons, as far as it can bite at all."""
        return tuple(demand for demand in self._demands() if demand.weighed.level.at_most)

    def _demands(self) -> Iterator[Demand]:
        for duty in self.register.duties:
            if duty.id in self.bound and duty.mode in DEMANDING:
                for act in duty.conducts:
                    if self.register.conducts[act].stratum == "act":
                        yield from self._demands_of(duty, act)

    def _demands_of(self, duty: Duty, act: str) -> Iterator[Demand]:
        lines = duty.lines_for(self.register.conducts[act])
        bound = self.bound[duty.id]
        for person in self.persons:
            if person.id in bound:
                yield Demand(duty, act, person, self._weigh(duty, bound[person.id], lines, None))

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
        caught = self._caught(commitment)
        key = (commitment, softening & caught.softened_by)
        if key not in self._exposures:
            found = [(one, self._softened(commitment, one, softening)) for one in caught.all]
            self._exposures[key] = tuple(
                Exposure(one.duty, commitment, one.person, weighed) for one, weighed in found if weighed.level.at_most
            )
        return self._exposures[key]

    def _softened(self, commitment: Commitment, caught: Caught, softening: frozenset[str]) -> Weighed:
        steps_off = _steps_off(caught.duty, commitment, caught.person, softening)
        if not steps_off:
            return caught.weighed
        return caught.judge._weigh(caught.duty, caught.reached, caught.lines, commitment.against, steps_off)

    def _caught(self, commitment: Commitment) -> AllCaught:
        if commitment not in self._all_caught:
            found = tuple(self._find_caught(commitment))
            softened_by = frozenset[str]().union(*(one.duty.softened_by for one in found))
            self._all_caught[commitment] = AllCaught(found, softened_by)
        return self._all_caught[commitment]

    def _find_caught(self, commitment: Commitment) -> Iterator[Caught]:
        for catch in self.register.catching[commitment.conduct]:
            # A promise was made when the contract was signed; what is performed is judged on the day.
            judge = self if commitment.how in catch.duty.acts_on else self._at_signature
            bound = judge.bound.get(catch.duty.id, {})
            for person in self.persons if bound else ():
                reached = bound.get(person.id)
                if reached and _acts(catch.duty, commitment, person):
                    weighed = judge._weigh(catch.duty, reached, catch.lines, commitment.against)
                    if weighed.level.at_most:
                        yield Caught(catch.duty, catch.lines, person, reached, judge, weighed)

    @cached_property
    def _at_signature(self) -> Bench:
        signed = self.standpoint.signed
        return Bench(signed) if signed else self

    def atoms(self, terms: Terms) -> tuple[Atom, ...]:
        """All atoms of a choice of positions."""
        found = (atom for commitment in terms.commitments for atom in self.atoms_of(commitment, terms.softening))
        return (*each_once(found), *self.gaps(terms))

    def atoms_of(self, commitment: Commitment, softening: frozenset[str]) -> Iterator[Atom]:
        """The exposures of one commitment, and the double binds that they are one side of."""
        for exposure in self.exposures(commitment, softening):
            yield Atom("exposure", exposure.person, exposure.weighed, None, exposure.duty, commitment)
            for squeeze, demand in self._demands_served(commitment.conduct, exposure.person.party):
                yield double_bind(exposure, demand, squeeze)

    def _demands_served(self, conduct: str, party: str) -> tuple[tuple[str, Demand], ...]:
        """The demands that a conduct serves, the surest of each duty, and whom they squeeze beside `party`."""
        key = (conduct, party)
        if key not in self._served:
            surest: dict[tuple[str, str, str], Demand] = {}
            for demand in self.demands:
                if self.register.conducts[conduct].serves(demand.act):
                    squeeze = ONE_PARTY if demand.person.party == party else ACROSS_PARTIES
                    name = (demand.duty.id, demand.act, squeeze)
                    surest[name] = max(surest.get(name, demand), demand, key=lambda one: one.weighed.level)
            self._served[key] = tuple((squeeze, demand) for (_, _, squeeze), demand in surest.items())
        return self._served[key]

    def gaps(self, terms: Terms) -> Iterator[Atom]:
        """Acts demanded or asked for that no chosen term keeps out, or only in part."""
        guards = self.guards(terms)
        for demand in self.demands:
            left = left_open(demand.weighed, guards.get(demand.act))
            if left:
                yield Atom("gap", demand.person, left, demand.duty, act=demand.act)
        client = next((person for person in self.persons if person.id == self.standpoint.deal.client), None)
        for act in self.asked:
            if client and act not in guards:
                yield Atom("gap", client, Weighed(ASKED, frozenset()), act=act)

    def guards(self, terms: Terms) -> Mapping[str, str]:
        """How far each act is kept out or done by the terms together."""
        conducts = self.register.conducts
        return guarded((conducts[one.conduct] for one in terms.commitments), terms.weakened)


def guarded(conducts: Iterable[Conduct], weakened: bool) -> dict[str, str]:
    """How far each act is kept out or done by terms together; weakened terms do so in part."""
    found: dict[str, str] = {}
    for conduct in conducts:
        for act in (*conduct.guards, *conduct.kinds):
            extent = "in-part" if weakened else conduct.serves(act)
            if extent and found.get(act) != "fully":
                found[act] = extent
    return found


def _acts(duty: Duty, commitment: Commitment, person: Person) -> bool:
    """Whether a person gives, takes or, as an affiliate, performs what a duty may catch."""
    gives, takes = person.party in commitment.by, person.party in commitment.to
    if person.signs and gives and "giver" in duty.catches:
        # Whoever signs a term declares it, however it is then carried out.
        return "declares" in duty.acts_on or commitment.how in duty.acts_on
    if person.signs and takes and "taker" in duty.catches:
        # Whoever is cut off is the one harmed, not the one who carries out.
        return commitment.against != "counterparty"
    return gives and _performs(commitment, duty)


def _steps_off(duty: Duty, commitment: Commitment, person: Person, softening: frozenset[str]) -> int:
    """A saving clause takes a step off where the law says so; a ring-fence does for an affiliate."""
    saved = not duty.softened_by.isdisjoint(softening)
    fenced = commitment.spares_affiliates and not person.signs
    return int(saved) + int(fenced)


def _performs(commitment: Commitment, duty: Duty) -> bool:
    """Whether an affiliate of the giver would carry the commitment out."""
    return commitment.how in {"performs", "procures"} and "performs" in duty.acts_on and "giver" in duty.catches
