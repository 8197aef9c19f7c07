"""Findings of law: what they say, whom they concern, and the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from clausekit.assessment import Assessment
from clausekit.finding import NOTHING, Finding, Level, Severity
from shared import LIBRARY, REGISTER, assessed, starter_deal
from stories.settings import deal_with

GULF, CAR, FRENCH = "gulf-ai-campus", "carmaker-deepseek", "french-supply"
US_FORM = {
    "excluded-hardware": "cites-measure",
    "excluded-parties": "cites-measure",
    "ownership": "cites-rule",
    "access": "no-training-citing",
    "no-diversion": "cites-measure",
    "origin-evidence": "every-tier",
    "verification": "authority-visit",
    "flow-down": "group-wide",
    "suspension": "end-on-listing",
    "conflicting-obligations": "none",
    "termination": "withhold",
    "confidentiality": "strict",
}
SETTINGS = [(deal, chosen) for deal in (GULF, CAR, FRENCH) for chosen in ({}, US_FORM)]
ROUTES = len(REGISTER.judgement.routes)


def of(deal: str, chosen: Mapping[str, str] | None = None, facts: Mapping[str, Any] | None = None) -> Assessment:
    return assessed(deal_with(deal, facts or {}), chosen)


def found(assessment: Assessment, code: str, **about: str) -> list[Finding]:
    return [
        one
        for one in assessment.findings
        if one.code == code and all(getattr(one, name) == value for name, value in about.items())
    ]


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_nothing_is_said_twice(deal: str, chosen: Mapping[str, str]) -> None:
    said = Counter(str(one.as_json()) for one in of(deal, chosen).findings)
    assert [one for one, times in said.items() if times > 1] == []


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_findings_of_law_never_stop_a_draft(deal: str, chosen: Mapping[str, str]) -> None:
    for one in of(deal, chosen).findings:
        assert one.severity is not Severity.ERROR
        if one.code in {"gap", "exposure", "double-bind"}:
            assert one.level is not None
            assert (one.severity is Severity.WARNING) == (one.level.at_most >= 2)


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_counsel_reads_few_headlines(deal: str, chosen: Mapping[str, str]) -> None:
    headlines = of(deal, chosen).headlines
    assert len(headlines) <= 12
    assert len({(one.code, one.families) for one in headlines}) == len(headlines)


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_the_gravest_comes_first(deal: str, chosen: Mapping[str, str]) -> None:
    levels = [one.level or NOTHING for one in of(deal, chosen).atoms]
    assert [one.at_most for one in levels] == sorted((one.at_most for one in levels), reverse=True)


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_every_finding_names_what_it_is_about(deal: str, chosen: Mapping[str, str]) -> None:
    for one in of(deal, chosen).atoms:
        assert one.party
        assert one.message.endswith((".", "?"))
        assert "  " not in one.message
        assert one.squeeze in ({"one-party", "across-parties"} if one.code == "double-bind" else {None})
        assert (one.clause is None) == (one.code == "gap")
        assert one.instruments or one.code == "gap"


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_what_is_not_certain_says_what_decides_it(deal: str, chosen: Mapping[str, str]) -> None:
    for one in of(deal, chosen).atoms:
        assert one.level is not None
        assert (one.level.at_least < one.level.at_most) == bool(one.decided_by), one


@pytest.mark.parametrize(("deal", "chosen"), SETTINGS)
def test_a_position_that_avoids_a_clash_really_lowers_it(deal: str, chosen: Mapping[str, str]) -> None:
    assessment = of(deal, chosen)
    for one in assessment.atoms:
        assert one.level is not None
        for remedy in one.avoidable_by or ():
            assert one.clause is not None
            assert remedy.position in LIBRARY.topics[one.clause].positions
            assert remedy.position != one.position
            assert remedy.at_most < one.level.at_most


def test_a_double_bind_of_one_party_and_one_across_parties() -> None:
    binds = found(of(GULF, {"excluded-hardware": "cites-measure"}), "double-bind", clause="excluded-hardware")
    assert {one.squeeze for one in binds} == {"one-party", "across-parties"}
    named = {(one.party, one.squeeze) for one in binds if one.instruments == ("us-gp10-prc-ics", "cn-afsl")}
    assert {("supplier", "one-party"), ("operator", "across-parties")} <= named


def test_the_clash_of_the_german_party_is_with_the_duty_of_another() -> None:
    facts = {
        "parties[carmaker].links[US]": "none",
        "parties[carmaker].affiliates[us-sales]": "not asked",
        "items[vehicle-computer].subject_to_ear": "no",
    }
    binds = found(of(CAR, {"excluded-hardware": "cites-measure"}, facts), "double-bind", party="carmaker")
    german = [one for one in binds if one.instruments == ("us-gp10-prc-ics", "de-awv-7")]
    assert {one.squeeze for one in german} == {"across-parties"}


def test_the_demanding_instrument_stands_first() -> None:
    for one in found(of(GULF), "double-bind"):
        assert REGISTER.instruments[one.instruments[0]].place == "US"
        assert REGISTER.instruments[one.instruments[1]].place == "CN"
        assert one.family == REGISTER.instruments[one.instruments[1]].family


def test_an_unavoidable_double_bind_prints_every_route_with_its_authority() -> None:
    (one, *_) = found(of(GULF), "double-bind", party="supplier", clause="excluded-parties")
    assert one.avoidable_by == ()
    assert len(one.routes) == ROUTES
    assert "(BIS)" in one.routes[0]


def test_an_avoidable_one_prints_none() -> None:
    for one in found(of(GULF, {"excluded-hardware": "cites-measure"}), "double-bind", clause="excluded-hardware"):
        assert bool(one.routes) == (one.avoidable_by == ())


def test_a_gap_opens_when_counsel_strikes_the_clause() -> None:
    assert found(of(GULF), "gap") == []
    gaps = found(of(GULF, {"excluded-parties": "none"}), "gap")
    assert ("us-d5-headquarters",) in [one.instruments for one in gaps if one.party == "supplier"]
    assert {one.clause for one in gaps} == {None}


def test_what_counsel_asked_for_and_nothing_guards_is_a_gap_of_caution() -> None:
    gaps = found(of(FRENCH, {"excluded-hardware": "none"}), "gap")
    assert [(one.party, one.instruments, one.level) for one in gaps] == [("buyer", (), Level(2, 2))]
    assert found(of(FRENCH), "gap") == []


def test_a_restriction_that_nobody_asks_for_is_in_excess() -> None:
    assert found(of(FRENCH), "excess", clause="excluded-hardware") == []
    (one,) = found(
        of(FRENCH, {"excluded-hardware": "approved-list"}, {"asks": "none"}), "excess", clause="excluded-hardware"
    )
    assert (one.severity, one.position, one.level) == (Severity.NOTE, "approved-list", Level(1, 1))


def test_payment_and_secrecy_are_never_in_excess() -> None:
    for deal in (GULF, CAR, FRENCH):
        assert not {one.clause for one in found(of(deal), "excess")} & {"termination", "confidentiality", "suspension"}


def test_only_own_grounds_while_a_measure_is_live_on_the_client() -> None:
    own = {"reasons.foreign_measure": "no"}
    (one,) = found(of(GULF, facts=own), "reason-doubtful")
    assert (one.party, one.severity) == ("supplier", Severity.WARNING)
    assert "us-d5-headquarters" in one.instruments
    assert one.place.fact == "reasons.foreign_measure"
    assert "record" in one.message


@pytest.mark.parametrize(
    ("deal", "facts"),
    [
        (GULF, {}),
        (GULF, {"reasons.foreign_measure": "not known"}),
        (GULF, {"reasons": "not asked"}),
        (GULF, {"reasons": {"foreign_measure": "no", "own_security": "no"}}),
        (FRENCH, {}),
    ],
)
def test_reasons_are_not_doubted_otherwise(deal: str, facts: Mapping[str, Any]) -> None:
    assert found(of(deal, facts=facts), "reason-doubtful") == []


def test_no_message_supplies_a_reason() -> None:
    for one in of(GULF, facts={"reasons.foreign_measure": "no"}).findings:
        assert "you could say" not in one.message
        assert "state that the reason is" not in one.message


def test_nothing_that_is_printed_calls_the_framework_rescinded() -> None:
    for deal, chosen in SETTINGS:
        said = " ".join(one.message for one in of(deal, chosen).findings)
        assert "rescinded" not in said.casefold()


def test_naming_a_measure_costs_more_than_not_naming_it_and_that_is_never_nothing() -> None:
    for deal, party in ((GULF, "supplier"), (GULF, "operator"), (CAR, "carmaker"), (CAR, "vendor")):
        for topic in ("excluded-hardware", "excluded-parties"):
            named = worst_of(of(deal, {topic: "cites-measure"}), topic, party)
            for position in LIBRARY.topics[topic].positions:
                if position != "cites-measure":
                    neutral = worst_of(of(deal, {topic: position}), topic, party)
                    assert neutral.at_least >= 1, (deal, topic, position)
                    assert neutral.at_most < named.at_most, (deal, topic, position)


def worst_of(assessment: Assessment, topic: str, party: str) -> Level:
    """The worst that the Anti-Foreign Sanctions Law brings one party in one clause."""
    levels = [
        one.level or NOTHING
        for one in assessment.atoms
        if one.clause == topic and one.party == party and "cn-afsl" in one.instruments
    ]
    return Level(max(one.at_least for one in levels), max(one.at_most for one in levels))


def test_the_starter_deals_are_what_the_stories_begin_with() -> None:
    for deal in (GULF, CAR):
        assert assessed(starter_deal(deal)).outcome.chosen == of(deal).outcome.chosen
