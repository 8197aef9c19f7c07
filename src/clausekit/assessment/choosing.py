"""Choosing positions for a deal: conduct handed to the law, costs handed back to the clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.clauses.library import NONE, Form, Library, Position, Topic
from clausekit.clauses.selection import Choice, Chosen, Cost, choose
from clausekit.law.commitments import Commitment, Terms, terms_of
from clausekit.law.judging import Atom, Bench, Exposure
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

    def commitments(self, position: Position) -> tuple[Commitment, ...]:
        """What a position commits the parties of this deal to."""
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
    """The positions chosen from one standpoint, and every atom that follows."""

    matter: Matter
    bench: Bench
    choices: Mapping[str, Choice]

    @property
    def chosen(self) -> dict[str, str]:
        return {topic: choice.position for topic, choice in self.choices.items()}

    @cached_property
    def terms(self) -> Terms:
        return self.matter.terms(self.matter.positions(self.chosen))

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


class _Pricing:
    """What a position costs, given the positions of the modifying topics."""

    def __init__(self, matter: Matter, bench: Bench) -> None:
        self.matter = matter
        self.bench = bench
        self.client = matter.standpoint.deal.client

    def price(self, position: Position, modifiers: Chosen) -> Cost:
        others = [modifier for modifier in self.matter.positions(modifiers) if modifier.topic != position.topic]
        terms = self.matter.terms([*others, position])
        own = [
            one for given in self.matter.commitments(position) for one in self.bench.exposures(given, terms.softening)
        ]
        own = list({(one.duty.id, one.person.id, one.commitment.conduct): one for one in own}.values())
        return Cost(
            breaches=sum(1 for one in own if one.weighed.clear_breach and one.person.party in one.commitment.by),
            unguarded=self._unguarded(position, terms),
            client=_levels(one for one in own if one.person.party == self.client),
            others=_levels(one for one in own if one.person.party != self.client),
            order=position.order,
        )

    def _unguarded(self, position: Position, terms: Terms) -> int:
        guards = self.bench.guards(terms)
        return sum(HALF[guards.get(act)] for act in self._guardable(position.topic) & self.bench.needed)

    def _guardable(self, topic: str) -> frozenset[str]:
        """The acts that some position of the topic can keep out or do."""
        conducts = self.bench.register.conducts
        positions = self.matter.library.topics[topic].positions.values()
        named = [conducts[does.conduct] for position in positions for does in position.does]
        return frozenset(act for conduct in named for act in (*conduct.guards, *conduct.kinds))


def _levels(exposures: Iterable[Exposure]) -> tuple[int, ...]:
    return tuple(sorted((one.weighed.level.at_most for one in exposures), reverse=True))
