"""An authorisation lifts one duty, for one act, one person and its time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clausekit.law import Bench, Standpoint
from law.benches import bench_of, gaps
from shared import REGISTER, TODAY
from stories.settings import deal_with

GULF = "gulf-ai-campus"
D5 = "us-d5-headquarters-licence"


def licensed(
    act: str = "supply-d5-headquartered", person: str = "hangzhou-tenant", until: str = "2029-12-31"
) -> dict[str, Any]:
    return {"authorisations[licence]": {"by": "BIS", "act": act, "person": person, "until": until}}


def bound_by(bench: Bench, duty: str) -> set[str]:
    return {person for bound, person in bench.reached if bound == duty}


def test_without_one_everybody_is_bound() -> None:
    assert {"supplier", "operator"} <= bound_by(bench_of(GULF), D5)


def test_one_for_the_user_lifts_the_duty_for_all_who_supply_it() -> None:
    assert bound_by(bench_of(GULF, licensed()), D5) == set()


def test_one_for_a_user_leaves_the_other_users() -> None:
    other = {
        "users[second-tenant]": {"name": "Second Tenant", "headquarters": "CN", "ultimate_parent_headquarters": "CN"}
    }
    assert {"supplier", "operator"} <= bound_by(bench_of(GULF, {**licensed(), **other}), D5)


def test_one_for_a_party_lifts_the_duty_for_it_and_its_affiliates_only() -> None:
    persons = bound_by(bench_of(GULF, licensed(person="supplier")), D5)
    assert not {person for person in persons if person.partition("/")[0] == "supplier"}
    assert "operator" in persons


def test_one_for_an_affiliate_lifts_the_duty_for_it_only() -> None:
    persons = bound_by(bench_of(GULF, licensed(person="supplier/shanghai")), D5)
    assert "supplier" in persons
    assert "supplier/shanghai" not in persons


@pytest.mark.parametrize(
    "grant",
    [
        licensed(act="supply-listed-party"),
        licensed(act="use-prc-ic"),
        licensed(person="operator-cloud"),
        licensed(until="2026-11-22"),
    ],
    ids=["another act", "a chip", "another user", "expired"],
)
def test_another_one_lifts_nothing(grant: dict[str, Any]) -> None:
    assert bound_by(bench_of(GULF, grant), D5) == bound_by(bench_of(GULF), D5)


@pytest.mark.parametrize("unknown", ["until", "act"])
def test_one_of_which_not_everything_is_known_leaves_it_undecided(unknown: str) -> None:
    bench = bench_of(GULF, licensed() | {f"authorisations[licence].{unknown}": "not known"})
    reached = bench.reached[D5, "supplier"]
    assert reached.bound.value is None
    assert f"authorisations[licence].{unknown}" in reached.bound.open


@pytest.mark.parametrize(("day", "lifted"), [("2027-06-30", True), ("2027-07-01", False)])
def test_it_ends_with_its_last_day(day: str, lifted: bool) -> None:
    deal = deal_with(GULF, licensed(until="2027-06-30"))
    bench = Bench(Standpoint(REGISTER, deal, date.fromisoformat(day), TODAY))
    assert (bound_by(bench, D5) == set()) is lifted


def test_it_lifts_no_other_duty() -> None:
    before, after = bench_of(GULF).reached, bench_of(GULF, licensed()).reached
    assert {key for key in before if key not in after} == {key for key in before if key[0] == D5}
    for key, reached in after.items():
        assert reached.bound.value == before[key].bound.value


def test_no_authority_can_lift_what_names_none() -> None:
    grant = licensed(act="apply-foreign-measure", person="supplier")
    assert "supplier" in bound_by(bench_of(GULF, grant), "cn-afsl-12")


def test_what_counsel_asked_for_is_still_needed_after_a_licence() -> None:
    grants = {
        f"authorisations[{party}]": {"by": "BIS", "act": "use-prc-ic", "person": party, "until": "2029-12-31"}
        for party in ("supplier", "operator")
    }
    bench = bench_of(GULF, grants)
    assert not {person for person in bound_by(bench, "us-gp10-prc-ics-use") if "/" not in person}
    assert "use-prc-ic" in bench.needed
    assert ("asked", "supplier") in gaps(bench)
