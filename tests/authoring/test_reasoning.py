"""The solver agrees with trying everything, and conditions fit together as facts do."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.authoring.reasoning import Encoding, Solver
from clausekit.conditions import Vocabulary, compile_condition
from shared import REGISTER

VARIABLES = 6
LITERALS = st.integers(1, VARIABLES).flatmap(lambda number: st.sampled_from([number, -number]))
CLAUSES = st.lists(st.lists(LITERALS, min_size=1, max_size=4), max_size=30)


@given(CLAUSES, st.lists(LITERALS, max_size=3), st.lists(st.booleans(), min_size=VARIABLES, max_size=VARIABLES))
def test_the_solver_agrees_with_trying_everything(
    clauses: list[list[int]], assumed: list[int], preferred: list[bool]
) -> None:
    solver = Solver()
    for one in preferred:
        solver.variable(one)
    for clause in clauses:
        solver.add(*clause)
    for question in ([], assumed, []):
        wanted = [*clauses, *([literal] for literal in question)]
        signs = product((1, -1), repeat=VARIABLES)
        models = ({sign * number for number, sign in enumerate(one, 1)} for one in signs)
        possible = any(all(not model.isdisjoint(clause) for clause in wanted) for model in models)
        found = solver.solve(question)
        assert (found is not None) == possible
        assert found is None or all(not found.isdisjoint(clause) for clause in wanted)


VOCABULARY = Vocabulary(REGISTER.circumstances, REGISTER.places)
USER, PARTY = "some(user in deal.users, {})", "some(party in deal.parties, {})"

TOGETHER = [  # two conditions, and whether both can be certain
    ("deal.forum.kind == 'arbitration'", "deal.forum.kind == 'courts'", False),
    ("deal.forum.kind == 'arbitration'", "deal.forum.kind != 'courts'", True),
    ("deal.remote_access.allowed", "not deal.remote_access.allowed", False),
    ("deal.governing_law is known", "deal.governing_law in places.cn", True),
    ("not deal.governing_law is known", "deal.governing_law in places.cn", False),
    ("deal.governing_law in places.cn", "not deal.governing_law in places.d5_or_macau", False),
    ("deal.governing_law in places.cn", "deal.governing_law in places.de", False),
    (USER.format("user.headquarters in places.cn"), USER.format("not user.headquarters in places.cn"), True),
    (
        USER.format("'training' in user.end_uses and user.headquarters in places.cn"),
        "not " + USER.format("user.headquarters in places.d5_or_macau"),
        False,
    ),
    (USER.format("user.headquarters in places.cn"), "every(user in deal.users, user.headquarters in places.de)", False),
    (USER.format("user.headquarters in places.cn"), "every(u in deal.users, not u.headquarters in places.cn)", False),
    (USER.format("user.dealings_now"), PARTY.format("party.government"), True),
]


@pytest.mark.parametrize(("one", "other", "possible"), TOGETHER)
def test_conditions_fit_together_as_facts_do(one: str, other: str, possible: bool) -> None:
    encoding = Encoding(REGISTER)
    both = [encoding.of(compile_condition(text, VOCABULARY).formula) for text in (one, other)]
    certain = [literal for formula in both for literal in (formula.possible, -formula.deniable)]
    assert (encoding.solver.solve(certain) is not None) is possible
    assert encoding.solver.solve([formula.possible for formula in both]), "each may be open"


def test_an_open_fact_leaves_a_condition_undecided() -> None:
    encoding = Encoding(REGISTER)
    both = encoding.of(compile_condition("deal.remote_access.allowed", VOCABULARY).formula)
    known = encoding.known("deal.remote_access.allowed")
    assert encoding.solver.solve([both.possible, both.deniable, known]) is None
    assert encoding.solver.solve([both.possible, both.deniable, -known])
