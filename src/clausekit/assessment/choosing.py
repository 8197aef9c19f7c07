"""Choosing positions for a deal: conduct handed to the law, costs handed back to the clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.clauses.library import NONE, Form, Library, Position, Topic
from clausekit.clauses.selection import Choice, Chosen, Cost, choose
from clausekit.law.atoms import Atom, Exposure
from clausekit.law.commitments import Commitment, Terms, terms_of
from clausekit.law.judging import Bench, guarded
from clausekit.law.standpoint import Standpoint

HALF = {None: 2, "in-part": 1, "fully": 0}


@dataclass(frozen=True)
class Matter:
    """A deal to be assessed: from where the law is asked, and with which library.

    Args:
        wanted: counsel's chosen positions by topic; ``none`` strikes a topic.
    """

    standpoint: Standpoint
    library: Library
    form: Form
    wanted: Mapping[str, str]

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(self.library.topics[topic] for topic in self.form.running_order)

    @cached_property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Party ids by role; ``each`` is both sides."""
        parties = self.standpoint.deal.parties
        sides = {
            role: tuple(name for name in parties if role in parties[name].roles) for role in ("supplier", "customer")
        }
        return {**sides, "each": sides["supplier"] + sides["customer"]}

    @cached_property
    def _given(self) -> dict[tuple[str, str], tuple[Commitment, ...]]:
        return {}

    def commitments(self, position: Position) -> tuple[Commitment, ...]:
        """What a position commits the parties of this deal to; worked out once."""
        key = (position.topic, position.id)
        if key not in self._given:
            self._given[key] = self._commitments(position)
        return self._given[key]

    def _commitments(self, position: Position) -> tuple[Commitment, ...]:
        return tuple(
            Commitment(
                position.topic,
                position.id,
                does.conduct,
                self.roles[does.by],
                self.roles[does.to] if does.to and does.by != "each" else (),
                does.how,
                does.against,
                does.spares_affiliates,
            )
            for does in position.does
        )

    def terms(self, positions: Iterable[Position]) -> Terms:
        chosen = tuple(positions)
        return terms_of(
            (commitment for position in chosen for commitment in self.commitments(position)),
            (conduct for position in chosen for conduct in position.softens),
            (conduct for position in chosen for conduct in position.needs),
        )

    def positions(self, chosen: Chosen) -> tuple[Position, ...]:
        """The positions behind a choice, in running order, struck topics left out."""
        return tuple(topic.positions[chosen[topic.id]] for topic in self.topics if chosen.get(topic.id, NONE) != NONE)


@dataclass(frozen=True)
class Outcome:
    """The positions chosen from one standpoint, and every atom that follows.

    Args:
        signed: the positions of a contract that was signed earlier, from which the atoms then follow.
    """

    matter: Matter
    bench: Bench
    choices: Mapping[str, Choice]
    signed: Mapping[str, str] | None = None

    @property
    def chosen(self) -> dict[str, str]:
        return {topic: choice.position for topic, choice in self.choices.items()}

    @cached_property
    def terms(self) -> Terms:
        return self.matter.terms(self.matter.positions(self.chosen if self.signed is None else self.signed))

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        return self.bench.atoms(self.terms)

    def with_position(self, topic: str, position: str) -> tuple[Atom, ...]:
        """The atoms if one topic took another position and nothing else changed."""
        swapped = {**self.chosen, topic: position}
        return self.bench.atoms(self.matter.terms(self.matter.positions(swapped)))


def outcome(matter: Matter) -> Outcome:
    """Choose positions for the matter and judge them."""
    bench = Bench(matter.standpoint)
    pricing = _Pricing(matter, bench)
    choices = choose(matter.topics, allowed_positions(matter), matter.wanted, pricing.price)
    return Outcome(matter, bench, choices)


def allowed_positions(matter: Matter) -> dict[str, tuple[Position, ...]]:
    """The positions that the circumstances allow, or may allow, by topic."""
    scope = matter.standpoint.scope
    return {
        topic.id: tuple(position for position in topic.positions.values() if position.use_when(scope).possible)
        for topic in matter.topics
    }


@dataclass(frozen=True, slots=True)
class _Around:
    """What the positions of the modifying topics bring to the price of any other position."""

    softens: frozenset[str]
    needs: frozenset[str]
    conducts: frozenset[str]
    guards: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Exposed:
    """The part of a cost that exposures make up."""

    breaches: int
    client: tuple[int, ...]
    others: tuple[int, ...]


class _Pricing:
    """What a position costs, given the positions of the modifying topics; each part is worked out once."""

    def __init__(self, matter: Matter, bench: Bench) -> None:
        self.matter = matter
        self.bench = bench
        self.client = matter.standpoint.deal.client
        self._around: dict[tuple[tuple[str, str], ...], _Around] = {}
        self._exposed: dict[tuple[str, str, frozenset[str]], _Exposed] = {}
        self._own: dict[tuple[str, str], _Around] = {}
        self._guardable: dict[str, frozenset[str]] = {}

    def price(self, position: Position, modifiers: Chosen) -> Cost:
        around = self._modified(position.topic, modifiers)
        own = self._brought(position)
        exposed = self._exposure(position, around.softens | own.softens if own.softens else around.softens)
        return Cost(
            exposed.breaches, self._unguarded(position, around, own), exposed.client, exposed.others, position.order
        )

    def _modified(self, topic: str, modifiers: Chosen) -> _Around:
        key = tuple(pair for pair in modifiers.items() if pair[0] != topic)
        if key not in self._around:
            self._around[key] = self._bring(self.matter.positions(dict(key)))
        return self._around[key]

    def _brought(self, position: Position) -> _Around:
        key = (position.topic, position.id)
        if key not in self._own:
            self._own[key] = self._bring([position])
        return self._own[key]

    def _bring(self, positions: Iterable[Position]) -> _Around:
        chosen = tuple(positions)
        conducts = [does.conduct for position in chosen for does in position.does]
        return _Around(
            frozenset(conduct for position in chosen for conduct in position.softens),
            frozenset(conduct for position in chosen for conduct in position.needs),
            frozenset(conducts),
            guarded((self.bench.register.conducts[conduct] for conduct in conducts), weakened=False),
        )

    def _exposure(self, position: Position, softening: frozenset[str]) -> _Exposed:
        key = (position.topic, position.id, softening)
        if key not in self._exposed:
            self._exposed[key] = self._find_exposure(position, softening)
        return self._exposed[key]

    def _find_exposure(self, position: Position, softening: frozenset[str]) -> _Exposed:
        own = [one for given in self.matter.commitments(position) for one in self.bench.exposures(given, softening)]
        own = list({(one.duty.id, one.person.id, one.commitment.conduct): one for one in own}.values())
        return _Exposed(
            sum(1 for one in own if one.weighed.clear_breach and one.person.party in one.commitment.by),
            _levels(one for one in own if one.person.party == self.client),
            _levels(one for one in own if one.person.party != self.client),
        )

    def _unguarded(self, position: Position, around: _Around, own: _Around) -> int:
        acts = self._acts(position.topic)
        weakened = bool(acts) and not (around.needs | own.needs) <= around.conducts | own.conducts
        return sum(_left(act, around, own, weakened) for act in acts)

    def _acts(self, topic: str) -> frozenset[str]:
        """The needed acts that some position of the topic can keep out or do."""
        if topic not in self._guardable:
            positions = self.matter.library.topics[topic].positions.values()
            served = (act for position in positions for act in self._brought(position).guards)
            self._guardable[topic] = self.bench.needed & frozenset(served)
        return self._guardable[topic]


def _left(act: str, around: _Around, own: _Around, weakened: bool) -> int:
    """How much of a needed act two sets of terms leave open together."""
    one, other = around.guards.get(act), own.guards.get(act)
    if weakened and (one or other):
        return HALF["in-part"]
    return min(HALF[one], HALF[other])


def _levels(exposures: Iterable[Exposure]) -> tuple[int, ...]:
    return tuple(sorted((one.weighed.level.at_most for one in exposures), reverse=True))
