"""Choosing one position for each topic, explainably.

In order: never a position that puts its giver in certain breach of a clear duty;
then the one that guards most of what is needed; then the client's exposures,
highest first; then the others' exposures; then the order legal staff gave. Topics
that modify others are tried in all combinations; every other topic is chosen by
itself, so that each choice can be said in one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from clausekit.clauses.library import NONE, Position, Topic

Levels = tuple[int, ...]


class ChosenBy(StrEnum):
    """Who chose a position."""

    COUNSEL = "counsel"
    ONLY = "only-position"
    VETO = "no-certain-breach"
    GUARD = "guards-what-is-needed"
    CLIENT = "client-exposure"
    OTHERS = "other-party-exposure"
    STAFF = "order-of-legal-staff"


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What a position costs in its place; smaller is better, part by part.

    Args:
        breaches: certain breaches of clear duties by its giver.
        unguarded: needed acts of the topic left open, a part guard counting half (so doubled).
        client, others: the levels of their exposures, highest first.
        order: the order legal staff gave.
    """

    breaches: int
    unguarded: int
    client: Levels
    others: Levels
    order: int


Chosen = Mapping[str, str]
Pricing = Callable[[Position, Chosen], Cost]


@dataclass(frozen=True, slots=True)
class Choice:
    """The position of one topic, who chose it, and every position that was open, with its cost."""

    topic: str
    position: str
    chosen_by: ChosenBy
    costs: Mapping[str, Cost]


def choose(
    topics: Sequence[Topic], allowed: Mapping[str, Sequence[Position]], wanted: Chosen, price: Pricing
) -> dict[str, Choice]:
    """Choose for every topic in running order.

    Args:
        allowed: the positions each topic may use in the circumstances.
        wanted: what counsel chose, by topic; ``none`` strikes the topic.
        price: what a position costs, given the positions of the modifying topics.
    """
    chooser = _Chooser(topics, allowed, wanted, price)
    return min(map(chooser.under, chooser.modifiers()), key=_overall)


@dataclass(frozen=True, slots=True)
class _Chooser:
    topics: Sequence[Topic]
    allowed: Mapping[str, Sequence[Position]]
    wanted: Chosen
    price: Pricing

    def modifiers(self) -> list[dict[str, str]]:
        """Every combination of positions of the topics that modify others."""
        topics = [topic for topic in self.topics if topic.modifies]
        options = [self._options(topic) for topic in topics]
        names = [topic.id for topic in topics]
        return [dict(zip(names, combination, strict=True)) for combination in product(*options)]

    def _options(self, topic: Topic) -> list[str]:
        wanted = self.wanted.get(topic.id)
        return [wanted] if wanted else [position.id for position in self.allowed[topic.id]]

    def under(self, modifiers: Chosen) -> dict[str, Choice]:
        return {topic.id: self._choice(topic, modifiers) for topic in self.topics if self._offers(topic)}

    def _offers(self, topic: Topic) -> bool:
        return bool(self.wanted.get(topic.id) or self.allowed[topic.id])

    def _choice(self, topic: Topic, modifiers: Chosen) -> Choice:
        costs = {position.id: self.price(position, modifiers) for position in self.allowed[topic.id]}
        wanted = self.wanted.get(topic.id)
        if wanted:
            costs |= self._wanted_cost(topic, wanted, modifiers)
            return Choice(topic.id, wanted, ChosenBy.COUNSEL, costs)
        if topic.id in modifiers:
            return Choice(topic.id, modifiers[topic.id], _why(costs, modifiers[topic.id]), costs)
        best = min(costs, key=lambda position: (costs[position], position))
        return Choice(topic.id, best, _why(costs, best), costs)

    def _wanted_cost(self, topic: Topic, wanted: str, modifiers: Chosen) -> dict[str, Cost]:
        return {} if wanted == NONE else {wanted: self.price(topic.positions[wanted], modifiers)}


def _why(costs: Mapping[str, Cost], best: str) -> ChosenBy:
    """The test that set the best position apart from the runner-up."""
    others = [cost for position, cost in costs.items() if position != best]
    if not others:
        return ChosenBy.ONLY
    own, next_best = costs[best], min(others)
    if own.breaches != next_best.breaches:
        return ChosenBy.VETO
    if own.unguarded != next_best.unguarded:
        return ChosenBy.GUARD
    if own.client != next_best.client:
        return ChosenBy.CLIENT
    return ChosenBy.OTHERS if own.others != next_best.others else ChosenBy.STAFF


def _overall(choices: Mapping[str, Choice]) -> tuple[int, int, Levels, Levels, tuple[int, ...]]:
    """The cost of a whole set: used only to compare combinations of modifying topics."""
    costs = [choice.costs[choice.position] for choice in choices.values() if choice.position in choice.costs]
    return (
        sum(cost.breaches for cost in costs),
        sum(cost.unguarded for cost in costs),
        _highest_first(cost.client for cost in costs),
        _highest_first(cost.others for cost in costs),
        tuple(cost.order for cost in costs),
    )


def _highest_first(groups: Iterable[Levels]) -> Levels:
    return tuple(sorted((level for group in groups for level in group), reverse=True))
