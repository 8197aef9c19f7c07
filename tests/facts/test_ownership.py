"""Ownership through chains: each test adds up for itself, and what is open gives a range."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausekit.facts import Counted, Fact, Interval, Open, Reckoning, View, view
from facts.deals import deal, short

WHOLE = view(deal())


def listed(owner: View) -> Counted:
    fact = owner.get("listings")
    assert isinstance(fact, Fact)
    if isinstance(fact.value, Open):
        return Counted(certain=False, possible=True, open_facts=frozenset({fact.path}))
    found = "entity-list" in fact.value
    return Counted(found, found)


HALF_OR_MORE = Reckoning(listed, lambda share: share >= 50)
MORE_THAN_HALF = Reckoning(listed, lambda share: share > 50)


def owned(owners: str, test: Reckoning = HALF_OR_MORE) -> object:
    seen = short(f"users: {{u: {{owners: {owners}}}}}\n")
    fact = test.share_of(owners_of(seen, "users", "u"))
    assert fact.path == "users[u].owners"
    return fact.value


def owners_of(seen: View, *names: str) -> View:
    found: View | Fact = seen
    for name in (*names, "owners"):
        assert isinstance(found, View)
        found = found.get(name)
    assert isinstance(found, View)
    return found


def test_ownership_turns_on_the_unknown_three_per_cent() -> None:
    fact = HALF_OR_MORE.share_of(owners_of(WHOLE, "users", "hangzhou-tenant"))
    assert fact == Fact(
        Interval(48, 51, ("users[hangzhou-tenant].owners[trust].listings",)), "users[hangzhou-tenant].owners"
    )


LISTED, CLEAR = "listings: [entity-list]", "listings: none"
CHAIN = f"{{a: {{share: 100, {CLEAR}, owners: {{x: {{share: 50, {LISTED}}}, y: {{share: 50, {CLEAR}}}}}}}}}"
OWNERSHIP: dict[str, object] = {
    "none": 0,
    f"{{a: {{share: 100, {CLEAR}}}}}": 0,
    f"{{a: {{share: 30, {LISTED}}}, b: {{share: 20.5, {LISTED}}}, c: {{share: 49.5, {CLEAR}}}}}": Decimal("50.5"),
    "{a: {share: 100, listings: [meu-list]}}": 0,
    # Half or more from above makes the owner count in full, less makes it count for nothing.
    f"{{a: {{share: 60, {CLEAR}, owners: {{x: {{share: 50, {LISTED}}}, y: {{share: 50, {CLEAR}}}}}}},"
    f" b: {{share: 40, {CLEAR}}}}}": 60,
    f"{{a: {{share: 100, {CLEAR}, owners: {{x: {{share: 49, {LISTED}}}, y: {{share: 51, {CLEAR}}}}}}}}}": 0,
    # Three steps up.
    f"{{a: {{share: 100, owners: {{b: {{share: 50, {CLEAR}, owners: {{c: {{share: 100, {LISTED}}}}}}}}}}}}}": 100,
    "not known": Interval(0, 100, ("users[u].owners",)),
    # Nobody is named for the rest.
    f"{{a: {{share: 30, {LISTED}}}}}": Interval(30, 100, ("users[u].owners",)),
    f"{{a: {{share: not known, {LISTED}}}, b: {{share: 80, {CLEAR}}}}}": Interval(0, 20, ("users[u].owners[a].share",)),
    f"{{a: {{share: 100, {CLEAR}, owners: not known}}}}": Interval(0, 100, ("users[u].owners[a].owners",)),
    f"{{a: {{share: 100, {CLEAR}, owners: {{x: {{share: 47, {LISTED}}}, y: {{share: 3}},"
    f" z: {{share: 50, {CLEAR}}}}}}}}}":
        Interval(0, 100, ("users[u].owners[a].owners[y].listings",)),
}  # fmt: skip


@pytest.mark.parametrize("owners", OWNERSHIP)
def test_ownership_by_listed_persons(owners: str) -> None:
    assert owned(owners) == OWNERSHIP[owners]


def test_the_two_thresholds_part_at_exactly_half() -> None:
    assert owned(CHAIN, HALF_OR_MORE) == 100
    assert owned(CHAIN, MORE_THAN_HALF) == 0


def test_ownership_that_is_left_out_is_open() -> None:
    fact = HALF_OR_MORE.share_of(owners_of(WHOLE, "parties", "supplier"))
    assert fact == Fact(Interval(0, 100, ("parties[supplier].owners",)), "parties[supplier].owners")


SHARES = some.one_of(some.just("not known"), some.sampled_from([0, 20, 25, 50]))
LISTINGS = some.sampled_from(["none", "not known", ["entity-list"]])
ANSWERS = {"share": (0, 20, 50), "listings": ("none", ["entity-list"])}


def trees(depth: int) -> some.SearchStrategy[dict[str, Any]]:
    """Owners whose shares are at most the whole, each with owners of its own down to `depth`."""
    above = some.none() if depth == 0 else some.one_of(some.none(), some.deferred(lambda: trees(depth - 1)))
    owner = some.tuples(SHARES, LISTINGS, above)
    lists = some.lists(owner, min_size=1, max_size=2)
    return lists.map(lambda found: {f"o{n}": _owner(*one) for n, one in enumerate(found)})


def _owner(share: object, listings: object, above: object) -> dict[str, Any]:
    return {"share": share, "listings": listings, **({"owners": above} if above else {})}


def settled(owners: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The same owners with each open fact answered, in every way."""
    each = [list(_settled(owner)) for owner in owners.values()]
    for answers in product(*each):
        yield dict(zip(owners, answers, strict=True))


def _settled(owner: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    shares = ANSWERS["share"] if owner["share"] == "not known" else (owner["share"],)
    lists = ANSWERS["listings"] if owner["listings"] == "not known" else (owner["listings"],)
    above = list(settled(owner["owners"])) if "owners" in owner else [None]
    for share, listing, more in product(shares, lists, above):
        yield _owner(share, listing, more)


def plainly(owners: Mapping[str, Any], passes: Callable[[int], bool]) -> int:
    """The share held by those who count, where all is known; what nobody is named for counts for nothing."""
    return sum(
        owner["share"]
        for owner in owners.values()
        if owner["listings"] == ["entity-list"] or ("owners" in owner and passes(plainly(owner["owners"], passes)))
    )


@settings(max_examples=150, deadline=None)
@given(trees(1), some.sampled_from([HALF_OR_MORE, MORE_THAN_HALF]))
def test_whatever_turns_out_lies_within_the_range(owners: dict[str, Any], test: Reckoning) -> None:
    low, high = ends(owned(json.dumps(owners), test))
    for known in settled(owners):
        if sum(owner["share"] for owner in known.values()) <= 100:
            assert low <= plainly(known, lambda share: bool(test.passes(share))) <= high


@settings(max_examples=40, deadline=None)  # each settles its tree in many ways
@given(trees(1))
def test_an_answer_narrows_the_range_or_leaves_it(owners: dict[str, Any]) -> None:
    before = ends(owned(json.dumps(owners)))
    for known in settled(owners):
        if sum(owner["share"] for owner in known.values()) <= 100:
            low, high = ends(owned(json.dumps(known)))
            assert before[0] <= low <= high <= before[1]


@settings(max_examples=150, deadline=None)
@given(trees(1))
def test_a_lower_threshold_never_counts_less(owners: dict[str, Any]) -> None:
    lower, higher = ends(owned(json.dumps(owners), HALF_OR_MORE)), ends(owned(json.dumps(owners), MORE_THAN_HALF))
    assert lower[0] >= higher[0]
    assert lower[1] >= higher[1]


@settings(max_examples=150, deadline=None)
@given(trees(1))
def test_a_range_names_what_would_settle_it(owners: dict[str, Any]) -> None:
    found = owned(json.dumps(owners))
    if isinstance(found, Interval):
        assert found.open_facts
        assert all(path.startswith("users[u].owners") for path in found.open_facts)


def ends(value: object) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Interval) else (value, value)
