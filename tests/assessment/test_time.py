"""Status, time and what is open: unconfirmed status, cliffs, and facts in order of what they settle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from assessment.half_known import answers_to
from clausekit.assessment import Assessment, Matter, assess
from clausekit.finding import Finding, Severity
from clausekit.law import Standpoint
from shared import FORM, LIBRARY, REGISTER, TODAY, assessed
from stories.settings import deal_with

GULF, CAR, FRENCH = "gulf-ai-campus", "carmaker-deepseek", "french-supply"
RULE = "us-bis-affiliates-rule"
UAE = "us-uae-rule"
JUNE = date(2026, 6, 1)


def of(deal: str, facts: Mapping[str, Any] | None = None, on: date = TODAY) -> Assessment:
    return assessed(deal_with(deal, facts or {}), on=on)


def found(assessment: Assessment, code: str) -> list[Finding]:
    return [one for one in assessment.findings if one.code == code]


def licence(until: str) -> dict[str, Any]:
    grant = {"by": "BIS", "act": "supply-d5-headquartered", "person": "hangzhou-tenant", "until": until}
    return {"authorisations[licence]": grant}


def test_an_unconfirmed_status_is_an_open_fact_like_any_other() -> None:
    assessment = of(GULF)
    (one,) = found(assessment, "unconfirmed-status")
    assert (one.instruments, one.decided_by, one.severity) == ((RULE,), (f"law:{RULE}",), Severity.WARNING)
    assert one.level is not None
    assert one.level.at_least == 0
    assert f"law:{RULE}" in [fact.path for fact in assessment.open_facts]


def test_either_answer_to_it_lies_inside_the_interval() -> None:
    (one,) = found(of(GULF), "unconfirmed-status")
    assert one.level is not None
    for live in (True, False):
        decided = assessed(deal_with(GULF, {}), assume={f"law:{RULE}": live})
        assert found(decided, "unconfirmed-status") == []
        binds = [bind for bind in found(decided, "double-bind") if bind.instruments[0] == RULE]
        assert bool(binds) is live
        assert all(bind.level is not None and bind.level.at_most <= one.level.at_most for bind in binds)


def test_a_status_that_moves_nothing_is_not_asked() -> None:
    assert found(of(FRENCH), "unconfirmed-status") == []


def test_an_instrument_that_is_merely_not_seen_lately_is_not_open() -> None:
    assert [one.instruments for one in found(of(GULF), "unconfirmed-status")] == [(RULE,)]


def test_the_end_of_the_suspension_is_a_cliff_inside_the_term() -> None:
    cliffs = found(of(GULF, on=JUNE), "cliff")
    ends = [one for one in cliffs if one.message.startswith("2026-11-10")]
    assert [(one.instruments, one.severity) for one in ends] == [((RULE,), Severity.WARNING)]


def test_an_unconfirmed_note_is_a_cliff_of_its_own_kind() -> None:
    noted = [one for one in found(of(GULF), "cliff") if one.instruments]
    assert [(one.instruments, one.message[:10]) for one in noted] == [((RULE,), "2027-01-11"), ((UAE,), "2027-04-07")]
    for one in noted:
        assert "unconfirmed public note" in one.message
        assert one.severity is Severity.NOTE


@pytest.mark.parametrize(("end", "days"), [("2026-11-09", []), ("2026-11-10", ["2026-11-10"])])
def test_only_what_happens_inside_the_term_is_a_cliff(end: str, days: list[str]) -> None:
    facts = {"dates.effective": "2026-06-15", "dates.end": end}
    assert [one.message[:10] for one in found(of(GULF, facts, JUNE), "cliff")] == days


def test_a_deal_without_an_end_runs_over_every_cliff() -> None:
    days = {one.message[:10] for one in found(of(GULF, {"dates.end": "not known"}, JUNE), "cliff")}
    assert days == {"2026-11-10", "2027-01-11", "2027-04-07"}


def test_an_event_that_moves_nothing_is_no_cliff() -> None:
    assert found(of(FRENCH, on=JUNE), "cliff") == []


def test_a_cliff_is_judged_with_both_outcomes() -> None:
    """Before and after may be the wrong way round where nobody has confirmed the event."""
    (cliff,) = [one for one in of(GULF).cliffs if one.due.instrument == RULE]
    assert any(key[0] == "double-bind" and RULE in key[1] for key in cliff.moved.levels)


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("2027-06-30", ["2027-07-01"]),
        ("2029-11-29", ["2029-11-30"]),
        ("2029-11-30", []),
        ("2026-11-22", []),
        ("2030-01-01", []),
    ],
)
def test_the_end_of_an_authorisation_is_a_cliff(until: str, days: list[str]) -> None:
    ends = [one for one in found(of(GULF, licence(until)), "cliff") if "authorisation licence ends" in one.message]
    assert [one.message[:10] for one in ends] == days


def test_after_the_end_of_an_authorisation_the_duty_is_back() -> None:
    (cliff,) = [one for one in of(GULF, licence("2027-06-30")).cliffs if one.due.instrument == "licence"]
    back = [after for key, (_, after) in cliff.moved.levels.items() if "us-d5-headquarters-licence" in key]
    assert back
    assert max(level.at_most for level in back) == 3


def test_open_facts_stand_in_order_of_what_they_settle() -> None:
    facts = of(GULF, {"reasons.foreign_measure": "not known"}).open_facts
    assert facts[0].path == "reasons.foreign_measure"
    assert [fact.size for fact in facts] == sorted((fact.size for fact in facts), reverse=True)


def test_the_first_question_of_the_gulf_campus_is_the_operators_affiliate() -> None:
    assert of(GULF).open_facts[0].path == "parties[operator].links[CN].affiliates"


@pytest.mark.parametrize("deal", [GULF, CAR])
def test_only_facts_that_move_something_are_asked(deal: str) -> None:
    assessment = of(deal)
    for fact in assessment.open_facts:
        assert fact.moves
        assert all(fact.moves)
        assert fact.question.rstrip(".").endswith("?") or "?" in fact.question
        assert all(answers_to(path) for path in fact.paths)


def test_facts_that_are_known_are_not_asked() -> None:
    answered = {
        "parties[operator].links[CN].affiliates": "no",
        "parties[operator].links[CN].assets": "no",
        "displaces_chinese_supplier": "no",
        "users[hangzhou-tenant].owners[fund].share": 52,
        "users[hangzhou-tenant].owners[fund].listings": "none",
    }
    assert of(GULF, answered).open_facts == ()


def test_two_facts_that_hide_each_other_are_asked_together() -> None:
    """Neither assets nor affiliates moves a level alone while the other is open; both together do."""
    links = {"affiliates": "not known", "assets": "not known", "staff": "no", "receivables": "no", "performance": "no"}
    found_facts = of(FRENCH, {"parties[buyer].links": {"CN": links, "US": "none"}}).open_facts
    asked = {path for fact in found_facts for path in fact.paths}
    assert {"parties[buyer].links[CN].affiliates", "parties[buyer].links[CN].assets"} <= asked


def test_nothing_is_undecided_between_two_french_parties() -> None:
    assert of(FRENCH).open_facts == ()


def test_before_the_register_begins_every_status_is_open_and_nothing_crashes() -> None:
    standpoint = Standpoint(REGISTER, deal_with(GULF, {}), JUNE, date(2026, 1, 1))
    assessment = assess(Matter(standpoint, LIBRARY, FORM, {}))
    assert {one.live for one in standpoint.statuses.values()} == {None}
    assert all(one.level is not None and one.level.at_least == 0 for one in assessment.atoms if one.instruments)


def test_a_law_of_long_ago_binds_nobody_yet() -> None:
    assessment = of(GULF, on=date(2019, 1, 1))
    names = {name for one in assessment.atoms for name in one.instruments}
    assert "cn-afsl" not in names
    assert "us-d5-headquarters" not in names
