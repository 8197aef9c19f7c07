"""Views: what conditions and wording see."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausekit.facts import (
    NOT_ASKED,
    NOT_KNOWN,
    Fact,
    Interval,
    NoSuchFact,
    Open,
    View,
    all_facts,
    person_view,
    possible_values,
    read_fragment,
    view,
)
from facts.deals import DEAL, at, deal, members, only, short

WHOLE = view(deal())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("title",), Fact("Gulf Campus Supply Agreement", "title")),
        (("law_as_of",), Fact(date(2026, 11, 23), "law_as_of")),
        (("reasons", "foreign_measure"), Fact(True, "reasons.foreign_measure")),
        (("reasons", "own_security"), Fact(NOT_KNOWN, "reasons.own_security")),
        (("reasons", "support"), Fact(NOT_ASKED, "reasons.support")),
        (("orders", "title"), Fact(NOT_ASKED, "orders.title")),
        (("parties", "operator", "listings"), Fact((), "parties[operator].listings")),
        (("remote_access", "from"), Fact(("CN", "AE"), "remote_access.from")),
        (("data", "held_in"), Fact((), "data.held_in")),
        (("items", "accelerators", "name"), Fact("GX-9 & <frame>", "items[accelerators].name")),
        (("items", "accelerators", "advanced"), Fact(True, "items[accelerators].classification")),
        (("items", "racks", "advanced"), Fact(False, "items[racks].classification")),
        (("items", "fabric", "advanced"), Fact(NOT_ASKED, "items[fabric].classification")),
        (("parties", "supplier", "links", "CN", "assets"), Fact(True, "parties[supplier].links[CN].assets")),
        (("parties", "supplier", "links", "CN", "staff"), Fact(False, "parties[supplier].links[CN].staff")),
        (("parties", "supplier", "links", "CN", "receivables"),
         Fact(NOT_ASKED, "parties[supplier].links[CN].receivables")),
        (("parties", "supplier", "links", "US", "assets"), Fact(NOT_ASKED, "parties[supplier].links[US].assets")),
        (("parties", "operator", "links", "CN", "assets"), Fact(NOT_KNOWN, "parties[operator].links")),
        (("positions", "flow-down", "position"), Fact("none", "positions[flow-down].position")),
    ],
)  # fmt: skip
def test_a_fact_has_its_value_and_the_path_it_stands_on(names: tuple[str, ...], expected: Fact) -> None:
    assert at(WHOLE, *names) == expected


@pytest.mark.parametrize(
    ("classification", "advanced"),
    [
        ("3A090", True),
        ("4A090.b.1", True),
        ("5A992.z", True),
        ("3A001.z.2", True),
        ("3A991.p", False),
        ("EAR99", False),
    ],
)
def test_advanced_items(classification: str, advanced: bool) -> None:
    seen = short(f"items: {{x: {{name: X, classification: {classification}}}}}\n")
    assert at(seen, "items", "x", "advanced") == Fact(advanced, "items[x].classification")


def test_no_links_is_no_everywhere() -> None:
    seen = view(deal(DEAL.replace("links: not known", "links: none")))
    assert at(seen, "parties", "operator", "links", "JP", "staff") == Fact(False, "parties[operator].links")
    links = at(seen, "parties", "operator", "links")
    assert isinstance(links, View)
    assert links.members() == ()


@pytest.mark.parametrize(("answer", "value"), [("none", False), ("not known", NOT_KNOWN)])
def test_the_links_to_one_place_may_be_answered_together(answer: str, value: object) -> None:
    seen = view(deal(DEAL.replace("links: not known", f"links: {{CN: {answer}}}")))
    assert at(seen, "parties", "operator", "links", "CN", "staff") == Fact(value, "parties[operator].links[CN]")
    assert at(seen, "parties", "operator", "links", "US", "staff") == Fact(
        NOT_ASKED, "parties[operator].links[US].staff"
    )


def test_members_of_mappings_lists_and_open_ones() -> None:
    parties = members(WHOLE, "parties")
    assert isinstance(parties, tuple)
    assert [party.id for party in parties if isinstance(party, View)] == ["supplier", "operator"]
    assert parties[1] is at(WHOLE, "parties", "operator")
    assert members(WHOLE, "parties", "operator", "owners") == Fact(NOT_KNOWN, "parties[operator].owners")
    assert members(WHOLE, "parties", "supplier", "owners") == Fact(NOT_ASKED, "parties[supplier].owners")
    assert members(short("users: none\n"), "users") == ()
    assert members(WHOLE, "orders") == Fact(NOT_ASKED, "orders")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("titel",), "a deal has no 'titel'; did you mean title?"),
        (("parties", "operator", "headquarter"), "parties[operator] has no 'headquarter'; did you mean headquarters?"),
        (("items", "racks", "advancd"), "items[racks] has no 'advancd'; did you mean advanced?"),
        (("parties", "suplier"), "parties has no 'suplier'; did you mean supplier?"),
        (("parties", "operator", "links", "China"), "parties[operator].links has no 'China'"),
        (("parties", "operator", "links", "CN", "asets"), "did you mean assets?"),
    ],
)
def test_a_name_that_no_deal_has(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(NoSuchFact) as raised:
        at(WHOLE, *names)
    assert message in str(raised.value)


def test_the_other_parties_are_counterparties() -> None:
    other = only(WHOLE, "parties", "supplier", "counterparties")
    assert other.path == "parties[operator]"
    assert at(other, "headquarters") == Fact("AE", "parties[operator].headquarters")


OVERLAY = [
    ("parties[operator].headquarters", "CN", ("parties", "operator", "headquarters"), "CN"),
    ("parties[operator].links[CN].assets", True, ("parties", "operator", "links", "CN", "assets"), True),
    ("parties[operator].links", "none", ("parties", "operator", "links", "CN", "assets"), False),
    ("parties[operator].links[CN]", {"assets": True}, ("parties", "operator", "links", "CN", "assets"), True),
    ("reasons.foreign_measure", NOT_KNOWN, ("reasons", "foreign_measure"), NOT_KNOWN),
    ("items[fabric].classification", "4A090.a", ("items", "fabric", "advanced"), True),
    ("orders.title", "Order 7", ("orders", "title"), "Order 7"),
]


@pytest.mark.parametrize(("path", "value", "names", "expected"), OVERLAY)
def test_an_assumed_value_wins(path: str, value: object, names: tuple[str, ...], expected: object) -> None:
    fact = at(view(deal(), {path: value}), *names)
    assert isinstance(fact, Fact)
    assert fact.value == expected


def test_assumptions_reach_counterparties_and_leave_the_rest_alone() -> None:
    seen = view(deal(), {"parties[operator].headquarters": "CN"})
    other = only(seen, "parties", "supplier", "counterparties")
    assert at(other, "headquarters") == Fact("CN", "parties[operator].headquarters")
    assert at(seen, "parties", "supplier", "headquarters") == Fact("US", "parties[supplier].headquarters")
    assert at(WHOLE, "parties", "operator", "headquarters") == Fact("AE", "parties[operator].headquarters")


def owned(owners: str, assume: dict[str, object] | None = None) -> object:
    fact = at(short(f"users: {{u: {{owners: {owners}}}}}\n", assume), "users", "u", "listed_ownership")
    assert isinstance(fact, Fact)
    assert fact.path == "users[u].owners"
    return fact.value


def test_ownership_turns_on_the_unknown_three_per_cent() -> None:
    fact = at(WHOLE, "users", "hangzhou-tenant", "listed_ownership")
    assert fact == Fact(
        Interval(48, 51, ("users[hangzhou-tenant].owners[trust].listings",)), "users[hangzhou-tenant].owners"
    )


LISTED, CLEAR = "listings: [entity-list]", "listings: none"
OWNERSHIP: dict[str, object] = {
    "none": 0,
    f"{{a: {{share: 100, {CLEAR}}}}}": 0,
    f"{{a: {{share: 30, {LISTED}}}, b: {{share: 20.5, {LISTED}}}, c: {{share: 49.5, {CLEAR}}}}}": Decimal("50.5"),
    # Another list than the Entity List does not count.
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


def test_ownership_that_is_left_out_is_open() -> None:
    fact = at(WHOLE, "parties", "supplier", "listed_ownership")
    assert fact == Fact(Interval(0, 100, ("parties[supplier].owners",)), "parties[supplier].owners")


SHARES = some.one_of(some.just("not known"), some.integers(0, 25))
LISTINGS = some.sampled_from(["none", "not known", "[entity-list]"])


@given(some.lists(some.tuples(SHARES, LISTINGS), min_size=1, max_size=4), some.data())
def test_settling_an_open_fact_never_leaves_the_interval(owners: list[tuple[object, str]], data: Any) -> None:
    text = ", ".join(f"o{n}: {{share: {share}, listings: {listing}}}" for n, (share, listing) in enumerate(owners))
    before = owned("{" + text + "}")
    if not isinstance(before, Interval):
        return
    path = data.draw(some.sampled_from(before.open_facts))
    value = data.draw(some.sampled_from([(), ("entity-list",)] if path.endswith("listings") else [0, 10, 25]))
    if path.endswith("owners"):
        return
    low, high = ends(owned("{" + text + "}", {path: value}))
    assert before.low <= low <= high <= before.high


def ends(value: object) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Interval) else (value, value)


def test_a_person_made_from_plain_values_is_seen_like_a_party() -> None:
    path = "parties[operator].affiliates[cn]"
    assume = {"parties[supplier].headquarters": "DE", f"{path}.organised_in": "HK"}
    seen = person_view(deal(), assume, {"name": "Dune (Beijing)", "organised_in": "CN", "links": "none"}, path)
    assert (seen.path, seen.id) == (path, "cn")
    assert at(seen, "organised_in") == Fact("HK", f"{path}.organised_in")
    assert at(seen, "links", "CN", "assets") == Fact(False, f"{path}.links")
    assert at(seen, "headquarters") == Fact(NOT_ASKED, f"{path}.headquarters")
    other = only(seen, "counterparties")
    assert at(other, "headquarters") == Fact("DE", "parties[supplier].headquarters")
    with pytest.raises(NoSuchFact, match="did you mean headquarters"):
        person_view(deal(), {}, {"headquarter": "CN"}, path)


def test_a_fragment_needs_nothing() -> None:
    party, whole, findings = read_fragment({}, {})
    assert not findings
    assert at(party, "name") == Fact(NOT_ASKED, "parties[party].name")
    assert at(whole, "parties", "party", "name") == Fact(NOT_ASKED, "parties[party].name")
    assert members(party, "counterparties") == ()


def test_a_fragment_is_read_like_a_file() -> None:
    party, whole, findings = read_fragment(
        {"organised_in": "US", "links": {"CN": {"assets": "yes"}}},
        {"parties": {"other": {"headquarters": "CN"}}, "items": {"x": {"classification": "3A090.a"}}},
    )
    assert not findings
    assert at(party, "links", "CN", "assets") == Fact(True, "parties[party].links[CN].assets")
    assert at(whole, "items", "x", "advanced") == Fact(True, "items[x].classification")
    other = only(party, "counterparties")
    assert at(other, "headquarters") == Fact("CN", "parties[other].headquarters")


def test_faults_of_a_fragment_are_findings_and_the_rest_is_read() -> None:
    party, whole, findings = read_fragment({"organised_in": "China", "headquarters": "CN"}, {"usrs": {}})
    assert [str(finding) for finding in findings] == [
        "parties[party].organised_in: error: parties[party].organised_in: 'China' is not a place; did you mean CN?"
        " [unknown-place]",
        "usrs: error: unknown key 'usrs'; did you mean users? [unknown-key]",
    ]
    assert at(party, "headquarters") == Fact("CN", "parties[party].headquarters")
    assert at(party, "organised_in") == Fact(NOT_ASKED, "parties[party].organised_in")
    assert members(whole, "users") == Fact(NOT_ASKED, "users")


def test_every_leaf_can_be_assumed_to_be_any_of_its_possible_values() -> None:
    keys = {"parties": "operator", "users": "hangzhou-tenant", "items": "racks", "sites": "campus", "links": "CN"}
    tried = 0
    for fact in all_facts():
        names = fact.path.replace("[*]", ".*").split(".")
        if any(name == "*" and names[n - 1] not in keys for n, name in enumerate(names)):
            continue
        names = [keys[names[n - 1]] if name == "*" else name for n, name in enumerate(names)]
        path = "".join(f"[{name}]" if name in keys.values() else f".{name}" for name in names).removeprefix(".")
        for value in possible_values(path):
            seen = at(view(deal(), {path: value}), *names)
            shown = seen.data if isinstance(seen, View) else seen.value
            assert shown == value
            assert not isinstance(shown, Open)
            tried += 1
    assert tried > 150


def test_views_and_places_come_without_pydantic() -> None:
    code = "import sys, clausekit.facts.view, clausekit.facts.places; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
