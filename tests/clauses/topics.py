"""Small topics made by hand, with costs that no law has set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from clausekit.clauses import Choice, Cost, Position, Topic, choose
from clausekit.conditions import Vocabulary, compile_condition

ALWAYS = compile_condition("true", Vocabulary())

Costs = Mapping[str, Mapping[str, Cost]]


def position(topic: str, name: str, order: int) -> Position:
    return Position(
        name, topic, order, (), "", "", ALWAYS, (), (), 0, (), "counsel", date(2026, 1, 1), "", f"{name}.md", 1
    )


def topic(name: str, positions: Iterable[str], modifies: bool = False) -> Topic:
    found = {one: position(name, one, order) for order, one in enumerate(positions, 1)}
    return Topic(name, name, "clause", modifies, "", found)


def cost(
    breaches: int = 0, unguarded: int = 0, client: Iterable[int] = (), others: Iterable[int] = (), order: int = 1
) -> Cost:
    return Cost(breaches, unguarded, tuple(client), tuple(others), order)


def chosen(costs: Costs, wanted: Mapping[str, str] | None = None) -> dict[str, Choice]:
    """The choice among positions whose costs depend on nothing else."""
    topics = [topic(name, positions) for name, positions in costs.items()]
    allowed = {one.id: tuple(one.positions.values()) for one in topics}
    return choose(topics, allowed, wanted or {}, lambda position, _: costs[position.topic][position.id])
