"""The order of tests by which one position is chosen for each topic."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausekit.clauses import NONE, ChosenBy, Cost, Position, choose
from clauses.topics import chosen, cost, topic

COSTS = some.builds(
    cost,
    some.integers(0, 1),
    some.integers(0, 3),
    some.lists(some.integers(0, 4), max_size=3).map(lambda levels: sorted(levels, reverse=True)),
    some.lists(some.integers(0, 4), max_size=3).map(lambda levels: sorted(levels, reverse=True)),
    some.integers(1, 5),
)
TOPICS = some.dictionaries(
    some.sampled_from("abcd"), some.dictionaries(some.sampled_from("pqrst"), COSTS, min_size=1), min_size=1
)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (cost(breaches=0, unguarded=4, client=[4], others=[4], order=2), cost(breaches=1), ChosenBy.VETO),
        (cost(unguarded=0, client=[4], others=[4], order=2), cost(unguarded=1), ChosenBy.GUARD),
        (cost(client=[3], others=[4], order=2), cost(client=[4]), ChosenBy.CLIENT),
        (cost(client=[3, 1], others=[4], order=2), cost(client=[3, 2]), ChosenBy.CLIENT),
        (cost(client=[3], others=[4], order=2), cost(client=[3, 1]), ChosenBy.CLIENT),
        (cost(client=[2, 2, 2], order=2), cost(client=[3]), ChosenBy.CLIENT),
        (cost(others=[2], order=2), cost(others=[2, 1]), ChosenBy.OTHERS),
        (cost(order=1), cost(order=2), ChosenBy.STAFF),
    ],
)
def test_each_test_comes_before_the_next(one: Cost, other: Cost, why: ChosenBy) -> None:
    for costs in ({"good": one, "bad": other}, {"bad": other, "good": one}):
        choice = chosen({"topic": costs})["topic"]
        assert (choice.position, choice.chosen_by) == ("good", why)


def test_two_grounds_are_worse_than_one() -> None:
    assert chosen({"t": {"two": cost(client=[3, 3], order=1), "one": cost(client=[3], order=2)}})["t"].position == "one"


def test_the_only_position_is_chosen_whatever_it_costs() -> None:
    choice = chosen({"t": {"only": cost(1, 4, [4], [4], 1)}})["t"]
    assert (choice.position, choice.chosen_by) == ("only", ChosenBy.ONLY)


def test_where_every_position_is_in_breach_the_best_of_them_is_chosen() -> None:
    choice = chosen({"t": {"a": cost(1, 0, [4]), "b": cost(1, 0, [3], order=2)}})["t"]
    assert (choice.position, choice.chosen_by) == ("b", ChosenBy.CLIENT)


def test_the_choice_is_said_against_the_runner_up() -> None:
    costs = {"best": cost(), "next": cost(others=[1], order=2), "worst": cost(breaches=1, order=3)}
    assert chosen({"t": costs})["t"].chosen_by is ChosenBy.OTHERS


def test_counsel_decides() -> None:
    costs = {"good": cost(), "bad": cost(breaches=1, client=[4])}
    choice = chosen({"t": costs}, {"t": "bad"})["t"]
    assert (choice.position, choice.chosen_by) == ("bad", ChosenBy.COUNSEL)
    assert choice.costs == costs


def test_counsel_strikes_a_topic_and_nobody_else_does() -> None:
    costs = {"a": cost(0, 0, [4, 4, 4], [4, 4]), "b": cost(0, 0, [4, 4, 4], [4, 4], 2)}
    assert chosen({"t": costs})["t"].position != NONE
    choice = chosen({"t": costs}, {"t": NONE})["t"]
    assert (choice.position, choice.chosen_by, dict(choice.costs)) == (NONE, ChosenBy.COUNSEL, costs)


def test_counsel_may_take_a_position_that_the_circumstances_do_not_allow() -> None:
    one = topic("t", ["allowed", "other"])
    choice = choose([one], {"t": (one.positions["allowed"],)}, {"t": "other"}, lambda position, _: cost())["t"]
    assert choice.position == "other"
    assert set(choice.costs) == {"allowed", "other"}


def test_a_topic_without_a_position_that_is_allowed_is_left_out() -> None:
    one, two = topic("t", ["a"]), topic("u", ["a"])
    choices = choose([one, two], {"t": (), "u": tuple(two.positions.values())}, {}, lambda position, _: cost())
    assert list(choices) == ["u"]


def _price(position: Position, modifiers: Mapping[str, str]) -> Cost:
    """A saving clause that makes a hard promise cheaper, and is dearer itself."""
    saved = modifiers.get("saving") == "saves"
    table = {
        ("saving", "plain"): cost(order=1),
        ("saving", "saves"): cost(client=[1], order=2),
        ("promise", "hard"): cost(breaches=0 if saved else 1, order=1),
        ("promise", "soft"): cost(unguarded=1, client=[2], order=2),
    }
    return table[position.topic, position.id]


def test_topics_that_modify_others_are_tried_in_every_combination() -> None:
    topics = [topic("promise", ["hard", "soft"]), topic("saving", ["plain", "saves"], modifies=True)]
    allowed = {one.id: tuple(one.positions.values()) for one in topics}
    choices = choose(topics, allowed, {}, _price)
    assert {name: choice.position for name, choice in choices.items()} == {"promise": "hard", "saving": "saves"}


def test_counsels_choice_of_a_topic_that_modifies_binds_the_others() -> None:
    topics = [topic("promise", ["hard", "soft"]), topic("saving", ["plain", "saves"], modifies=True)]
    allowed = {one.id: tuple(one.positions.values()) for one in topics}
    choices = choose(topics, allowed, {"saving": "plain"}, _price)
    assert {name: choice.position for name, choice in choices.items()} == {"promise": "soft", "saving": "plain"}


def test_choices_stand_in_running_order() -> None:
    assert list(chosen({name: {"p": cost()} for name in "zaxb"})) == list("zaxb")


@given(TOPICS)
def test_the_order_of_topics_and_positions_changes_nothing(costs: dict[str, dict[str, Cost]]) -> None:
    straight = chosen(costs)
    for names in list(permutations(costs))[:6]:
        mixed = {name: dict(reversed(costs[name].items())) for name in names}
        again = chosen(mixed)
        assert {name: again[name].position for name in costs} == {name: straight[name].position for name in costs}
        assert {name: again[name].chosen_by for name in costs} == {name: straight[name].chosen_by for name in costs}


@given(TOPICS)
def test_no_position_that_was_left_is_better(costs: dict[str, dict[str, Cost]]) -> None:
    for name, choice in chosen(costs).items():
        assert all(choice.costs[choice.position] <= other for other in costs[name].values())
