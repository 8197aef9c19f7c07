"""The register over time: what happens on which day, and which reviews are overdue."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from clausekit.finding import Severity
from clausekit.law.calendar import A_DAY, REVIEWED_EVERY, event_days, overdue_reviews, turns
from law.copied import CopiedLaw
from shared import REGISTER, TODAY

RULE = "us-bis-affiliates-rule"
FIRST, LAST = date(2025, 9, 1), date(2027, 12, 31)


def of_rule(first: date, last: date) -> list[tuple[str, str, str]]:
    found = [turn for turn in turns(REGISTER, first, last, TODAY) if turn.instrument.id == RULE and turn.moved]
    return [(str(turn.on), turn.before.name, turn.after.name) for turn in found]


def test_the_life_of_the_affiliates_rule() -> None:
    assert of_rule(FIRST, LAST) == [
        ("2025-09-29", "not-made", "in-force"),
        ("2025-11-10", "in-force", "suspended"),
        ("2026-11-10", "suspended", "scheduled"),
    ]


def test_the_first_day_is_left_out_and_the_last_is_in() -> None:
    assert of_rule(date(2025, 9, 29), date(2025, 11, 10)) == [("2025-11-10", "in-force", "suspended")]


def test_turns_stand_in_the_order_of_their_days_and_two_spans_make_one() -> None:
    found = turns(REGISTER, FIRST, LAST, TODAY)
    assert [turn.on for turn in found] == sorted(turn.on for turn in found)
    assert found == turns(REGISTER, FIRST, TODAY, TODAY) + turns(REGISTER, TODAY, LAST, TODAY)


def test_no_status_moves_but_on_a_day_of_its_own_instrument() -> None:
    """Between two days on which anything happens, every instrument stays what it is."""
    days = event_days(REGISTER)
    for day, later in pairwise(days):
        inside = turns(REGISTER, day, later - A_DAY, TODAY)
        assert inside == ()


def test_what_was_not_recorded_yet_was_not_known() -> None:
    assert turns(REGISTER, FIRST, LAST, REGISTER.begins - A_DAY) == ()


def test_a_review_is_overdue_when_something_was_due_since() -> None:
    (one,) = [finding for finding in overdue_reviews(REGISTER, date(2026, 11, 10)) if RULE in finding.instruments]
    assert "2026-11-10" in one.message
    assert one.place.file is not None
    assert one.place.line is not None
    assert not [f for f in overdue_reviews(REGISTER, date(2026, 11, 9)) if RULE in f.instruments]


def test_a_review_is_overdue_after_a_year() -> None:
    late = REGISTER.horizon + REVIEWED_EVERY + timedelta(days=1)
    assert len(overdue_reviews(REGISTER, late)) == len(REGISTER.instruments)
    soon = [finding for finding in overdue_reviews(REGISTER, TODAY) if finding.severity is Severity.NOTE]
    assert all("ago" in finding.message for finding in soon)


def test_a_review_that_was_entered_is_not_overdue(tmp_path: Path) -> None:
    law = CopiedLaw(tmp_path)
    law.change("register.yaml", "horizon: 2026-10-09", "horizon: 2026-11-10")
    law.change(f"us/{RULE}.yaml", "last_seen: 2026-10-09", "last_seen: 2026-11-10")
    found = overdue_reviews(law.register(), date(2026, 11, 10))
    assert not [finding for finding in found if RULE in finding.instruments]
