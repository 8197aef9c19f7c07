"""Our own certificates and questions: who answers, from where, what leaves, and which other evidence there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.assessment import Assessment
from clausekit.finding import Finding
from shared import LIBRARY, assessed
from stories.settings import deal_with

GULF, FRENCH = "gulf-ai-campus", "french-supply"


def of(facts: Mapping[str, Any] | None = None, chosen: Mapping[str, str] | None = None, deal: str = GULF) -> Assessment:
    return assessed(deal_with(deal, facts or {}), chosen)


def abroad(assessment: Assessment, topic: str) -> list[Finding]:
    return [one for one in assessment.findings if one.code == "evidence-abroad" and one.clause == topic]


def test_every_question_says_who_answers_and_from_where() -> None:
    rows = {one.position.topic: one for one in of().evidence}
    assert rows["verification"].source.who == "the Customer"
    assert any("United Arab Emirates" in place for place in rows["verification"].places)
    assert any("Malaysia" in place for place in rows["origin-evidence"].places)
    assert rows["origin-evidence"].asked.gives.startswith("a statement of where")


def test_records_held_outside_china_leave_nothing() -> None:
    assert abroad(of(), "verification") == []


def test_records_held_in_china_are_limited_by_law_on_data_and_checks() -> None:
    (one,) = abroad(of({"data.held_in": ["CN"]}), "verification")
    assert {"cn-data-security-law", "cn-dual-use-regulations"} <= set(one.instruments)
    assert "records of users" in one.message


def test_a_maker_in_china_is_asked_about_the_item_alone_and_another_path_is_offered() -> None:
    (one,) = abroad(of({"items[racks].assembled_in": "CN"}), "origin-evidence")
    assert "cn-decree-834" in one.instruments
    assert "Another path: independent-certificate" in one.message


def test_no_other_path_exposes_anybody_to_more() -> None:
    (one,) = abroad(of({"items[racks].assembled_in": "CN"}), "origin-evidence")
    assert "every-tier" not in one.message
    (record,) = abroad(of({"data.held_in": ["CN"]}), "verification")
    assert "authority-visit" not in record.message


def test_a_deal_without_china_asks_its_questions_freely() -> None:
    found = [one.level for one in of(deal=FRENCH).findings if one.code == "evidence-abroad"]
    assert all(level is not None and level.at_least == 0 for level in found)


def test_every_position_on_evidence_says_what_it_asks_for() -> None:
    for topic in ("verification", "origin-evidence"):
        assert all(position.evidence for position in LIBRARY.topics[topic].positions.values())
