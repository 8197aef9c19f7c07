"""Two clocks: the option, then the deal's own day, then today; each is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cli.deals import QUICK, quick_deal, written_deal
from cli.running import clausekit

OWN = "law as of 2026-11-23, known at 2026-11-23"


def test_the_days_of_the_deal(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    ran = clausekit("check", "quick.yaml", cwd=tmp_path)
    assert OWN in ran.err.splitlines()
    assert OWN not in ran.out


def test_the_options_come_first(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    days = ("--law-as-of", "2026-12-05", "--known-at", "2026-11-30")
    ran = clausekit("check", "quick.yaml", "--json", *days, cwd=tmp_path)
    assert "law as of 2026-12-05, known at 2026-11-30" in ran.err.splitlines()
    assert (ran.answer["law_as_of"], ran.answer["known_at"]) == ("2026-12-05", "2026-11-30")


def test_today_where_nobody_named_a_day(tmp_path: Path) -> None:
    written_deal(tmp_path, QUICK.replace("law_as_of: 2026-11-23\nknown_at: 2026-11-23\n", ""))
    before = date.today()
    ran = clausekit("check", "quick.yaml", "--json", cwd=tmp_path)
    days = {str(before), str(date.today())}
    assert ran.answer["law_as_of"] in days
    assert ran.answer["known_at"] == ran.answer["law_as_of"]
    assert f"law as of {ran.answer['law_as_of']}, known at {ran.answer['known_at']}" in ran.err.splitlines()


def test_the_register_answers_for_today_unless_told(tmp_path: Path) -> None:
    before = date.today()
    answer = clausekit("law", "--json", cwd=tmp_path).answer
    assert answer["on"] == answer["known_at"]
    assert answer["on"] in {str(before), str(date.today())}


def test_what_is_left_out_of_the_register_is_told_with_its_reason(tmp_path: Path) -> None:
    told = clausekit("law", "--left-out", "--json", cwd=tmp_path).answer["left_out"]
    entered = {row["id"] for row in clausekit("law", "--json", cwd=tmp_path).answer["instruments"]}
    assert told
    assert all(one["reason"] and one["decided_on"] for one in told)
    assert not entered & {one["id"] for one in told}
    said = clausekit("law", "--left-out", cwd=tmp_path).out
    assert all(one["id"] in said and one["title"] in said for one in told)
