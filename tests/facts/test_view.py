"""Views: what conditions and wording see."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from clausekit.facts import (
    NOT_ASKED,
    NOT_KNOWN,
    Fact,
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
