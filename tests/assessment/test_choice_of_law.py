"""Which law governs, and what overrides the choice: a rule of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from clausekit.finding import Finding, Severity
from shared import assessed
from stories.settings import deal_with

GULF, CAR, FRENCH = "gulf-ai-campus", "carmaker-deepseek", "french-supply"
CHINESE = {"cn-afsl", "cn-decree-835"}


# What instruments say of themselves; the points of `law/forum.yaml` have codes of their own.
OVERRIDING = {"overriding-mandatory-rules", "choice-of-law-open", "performance-abroad"}


def of(deal: str, facts: Mapping[str, Any] | None = None) -> list[Finding]:
    return [one for one in family_of(deal, facts) if one.code in OVERRIDING]


def family_of(deal: str, facts: Mapping[str, Any] | None = None) -> list[Finding]:
    return [one for one in assessed(deal_with(deal, facts or {})).findings if one.family == "choice-of-law"]


def codes(deal: str, facts: Mapping[str, Any] | None = None) -> set[str]:
    return {one.code for one in family_of(deal, facts)} - OVERRIDING


def courts(place: str) -> dict[str, Any]:
    return {"forum": {"kind": "courts", "courts": place}}


def test_english_law_and_a_london_seat_override_nothing() -> None:
    assert of(GULF) == []


@pytest.mark.parametrize(
    ("facts", "fact"),
    [
        ({"governing_law": "CN"}, "governing_law"),
        (courts("CN"), "forum.courts"),
        (courts("CN-SH"), "forum.courts"),
        ({"forum.seat": "CN-BJ"}, "forum.seat"),
    ],
)
def test_what_points_to_china_brings_its_law_in(facts: Mapping[str, Any], fact: str) -> None:
    (one,) = of(GULF, facts)
    assert (one.code, one.severity, one.place.fact) == ("overriding-mandatory-rules", Severity.WARNING, fact)
    assert set(one.instruments) == CHINESE


@pytest.mark.parametrize("facts", [{"governing_law": "HK"}, {"forum.seat": "HK"}, courts("HK"), {"forum.seat": "SG"}])
def test_hong_kong_and_singapore_are_other_places(facts: Mapping[str, Any]) -> None:
    assert of(GULF, facts) == []


def test_german_law_and_seat_bring_german_law_in() -> None:
    (one,) = of(CAR)
    assert (one.code, one.instruments) == ("overriding-mandatory-rules", ("de-awv-7",))


def test_a_seat_matters_only_where_there_is_arbitration() -> None:
    facts = {"forum": {"kind": "courts", "courts": "GB-ENG", "seat": "CN"}}
    assert of(GULF, facts) == []


@pytest.mark.parametrize(
    ("facts", "decided_by"),
    [
        ({"governing_law": "not known"}, ("governing_law",)),
        ({"forum.seat": "not known"}, ("forum.seat",)),
        ({"forum": "not asked"}, ("forum.courts", "forum.seat")),
    ],
)
def test_what_is_open_is_told_as_open(facts: Mapping[str, Any], decided_by: tuple[str, ...]) -> None:
    found = of(GULF, facts)
    assert {one.code for one in found} == {"choice-of-law-open"}
    assert {one.decided_by for one in found} == {decided_by}
    assert {one.severity for one in found} == {Severity.NOTE}


def test_performance_in_china_lets_its_law_in_before_other_courts() -> None:
    (one,) = of(GULF, {"parties[operator].links[CN].performance": "yes"})
    assert (one.code, one.severity) == ("performance-abroad", Severity.NOTE)
    assert set(one.instruments) == CHINESE


def test_a_site_in_china_is_performance_there() -> None:
    (one,) = of(GULF, {"sites[campus].place": "CN-SH"})
    assert one.code == "performance-abroad"


def test_the_blocking_statute_of_the_union_does_not_cover_measures_against_china() -> None:
    for deal in (GULF, CAR, FRENCH):
        assert not [one for one in of(deal) if "eu-blocking-statute" in one.instruments]


def test_english_law_brings_illegality_licence_efforts_and_penalties() -> None:
    assert codes(GULF) == {"tort-in-china", "foreign-illegality", "licence-efforts", "fixed-sums", "institution"}


@pytest.mark.parametrize(
    ("facts", "code", "confirmed"),
    [
        ({"governing_law": "US-NY"}, "new-york-law", True),
        ({"governing_law": "US-CA"}, "us-choice-of-law", False),
        ({"governing_law": "AE"}, "law-not-read", False),
        ({"governing_law": "CN"}, "foreign-measure-as-excuse", False),
        ({"governing_law": "CN"}, "prc-mandatory-rules", False),
        ({"forum.seat": "CN-BJ"}, "seat-in-china", False),
        ({"forum.seat": "HK", "forum.institution": "HKIAC"}, "hong-kong", False),
        ({"forum.seat": "HK", "forum.institution": "HKIAC"}, "institution", True),
        (courts("FR"), "rome-i", False),
        ({"sites[campus].place": "CN-SH"}, "performance-lets-law-in", True),
    ],
)
def test_each_choice_says_what_it_brings_and_what_is_not_settled(
    facts: Mapping[str, Any], code: str, confirmed: bool
) -> None:
    (one,) = [one for one in family_of(GULF, facts) if one.code == code]
    assert ("Confirm with counsel" in one.message) is not confirmed
    assert one.code not in codes(GULF) - {"institution"}


def test_no_link_to_china_is_no_suit_there() -> None:
    assert "tort-in-china" not in codes(FRENCH)


def test_what_is_not_chosen_yet_brings_nothing() -> None:
    assert "foreign-illegality" not in codes(GULF, {"governing_law": "not known"})
