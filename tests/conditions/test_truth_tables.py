"""The strong Kleene tables, written out: T is true, F is false, U is undecided."""

from __future__ import annotations

from itertools import permutations

import pytest

from clausekit.conditions import FALSE, TRUE, Truth, both, either, undecided
from conditions.judging import truth_of

WORDS = {"T": "true", "F": "false", "U": "unsure"}
VALUES = {"T": True, "F": False, "U": None}

AND = """
T T T
T F F
T U U
F T F
F F F
F U F
U T U
U F F
U U U
"""
OR = """
T T T
T F T
T U T
F T T
F F F
F U U
U T T
U F U
U U U
"""
NOT = """
T F
F T
U U
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.split("\n") if line]


@pytest.mark.parametrize(("left", "right", "expected"), rows(AND))
def test_and(left: str, right: str, expected: str) -> None:
    assert truth_of(f"{WORDS[left]} and {WORDS[right]}").value is VALUES[expected]


@pytest.mark.parametrize(("left", "right", "expected"), rows(OR))
def test_or(left: str, right: str, expected: str) -> None:
    assert truth_of(f"{WORDS[left]} or {WORDS[right]}").value is VALUES[expected]


@pytest.mark.parametrize(("value", "expected"), rows(NOT))
def test_not(value: str, expected: str) -> None:
    assert truth_of(f"not {WORDS[value]}").value is VALUES[expected]


def test_an_undecided_answer_names_the_facts_that_would_decide_it() -> None:
    assert truth_of("unsure and party.ultimate_parent_headquarters in places.cn").open == {
        "open.fact",
        "parties[seller].ultimate_parent_headquarters",
    }


def test_a_decided_answer_names_no_fact() -> None:
    assert truth_of("unsure and wrong") == FALSE
    assert truth_of("unsure or sure") == TRUE


def test_a_negation_keeps_the_facts_that_would_decide_it() -> None:
    assert truth_of("not unsure") == undecided("open.fact")


@pytest.mark.parametrize("truths", list(permutations([TRUE, FALSE, undecided("a"), undecided("b")], 3)))
def test_the_order_of_the_parts_changes_nothing(truths: tuple[Truth, ...]) -> None:
    assert both(truths) == both(reversed(truths))
    assert either(truths) == either(reversed(truths))


def test_nothing_at_all_is_true_of_every_and_false_of_some() -> None:
    assert both([]) == TRUE
    assert either([]) == FALSE


@pytest.mark.parametrize(
    ("truth", "possible", "certain"), [(TRUE, True, True), (FALSE, False, False), (undecided("a"), True, False)]
)
def test_what_is_undecided_is_possible_and_not_certain(truth: Truth, possible: bool, certain: bool) -> None:
    assert (truth.possible, truth.certain) == (possible, certain)
