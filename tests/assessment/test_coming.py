"""Every dated event until the last duty ends, with the clause that deals with it or a gap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from clausekit.assessment import Assessment
from clausekit.assessment.coming import last_duty
from clausekit.finding import Finding
from shared import assessed
from stories.settings import deal_with

GULF, TELECOM = "gulf-ai-campus", "telecom-huawei-network"


def of(deal: str, chosen: Mapping[str, str] | None = None, facts: Mapping[str, Any] | None = None) -> Assessment:
    return assessed(deal_with(deal, facts or {}), chosen)


def gaps(assessment: Assessment) -> list[Finding]:
    return [one for one in assessment.findings if one.code == "unprovided-event"]


def events(assessment: Assessment) -> set[tuple[str, str]]:
    return {(str(one.due.on), one.due.instrument) for one in assessment.coming}


def test_the_window_runs_to_the_last_duty_that_survives() -> None:
    assert last_duty(of(GULF).outcome) == date(2034, 11, 30)
    assert last_duty(of(GULF, {}, {"dates.end": "2028-02-29"}).outcome) == date(2033, 2, 28)
    assert last_duty(of(GULF, {}, {"dates.end": "not known"}).outcome) == date.max


def test_what_is_scheduled_what_lapses_and_what_a_note_tells_of_are_listed() -> None:
    gulf = events(of(GULF))
    assert {("2027-01-11", "us-bis-affiliates-rule"), ("2027-04-07", "us-uae-rule")} <= gulf
    assert {("2027-04-07", "uae-supply"), ("2027-04-07", "uae-holding")} <= gulf
    assert ("2027-12-23", "us-section-5949") in events(of(TELECOM))


def test_a_law_that_is_not_about_the_deal_is_not_listed() -> None:
    named = {instrument for _, instrument in events(of(GULF))}
    assert named & {"us-section-5949", "us-section-805-goods", "us-coins-act"} == set()


def test_an_event_after_the_agreement_counts_while_a_duty_survives() -> None:
    facts = {"dates.end": "2027-11-30"}
    assert ("2027-12-23", "us-section-5949") in events(of(TELECOM, {}, facts))
    struck = {"termination": "none", "confidentiality": "none"}
    assert ("2027-12-23", "us-section-5949") not in events(of(TELECOM, struck, facts))


def test_every_day_stands_once_for_each_law_and_kind_of_source() -> None:
    found = [(one.due.on, one.due.instrument, one.due.unconfirmed) for one in of(GULF).coming]
    assert len(found) == len(set(found))
    assert [on for on, _, _ in found] == sorted(on for on, _, _ in found)


def test_the_recommended_contract_provides_for_every_event() -> None:
    for deal in (GULF, TELECOM):
        assessment = of(deal)
        assert gaps(assessment) == []
        assert all(not one.missing and one.topics for one in assessment.coming)


def test_what_no_clause_provides_is_a_gap() -> None:
    (one,) = gaps(of(GULF, {"suspension": "none"}))
    assert "no clause provides for suspension" in one.message
    assert "2027-04-07" in one.message
    words = " ".join(one.message for one in gaps(of(GULF, {"change-in-law": "none", "termination": "withhold"})))
    assert "a change in law" in words
    assert "winding down" in words


def test_a_licence_that_ends_is_dealt_with_by_the_clause_on_licences() -> None:
    by_day = {one.due.instrument: one for one in of(GULF).coming}
    assert "licence-conditions" in by_day["uae-supply"].topics
    assert "change-in-law" in by_day["us-uae-rule"].topics
