"""Facts on the screen: what is noted about one, what no longer matters, what was not asked, places offered by name."""

from __future__ import annotations

from pathlib import Path

from clausekit.interview.about_window import AboutWindow
from clausekit.interview.windows import ListWindow
from interview.driving import copied, opened, played, shown, until


@played
async def test_source_note_date_owner_and_audience_are_noted_beside_the_deal(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("parties[operator].government")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(pilot.app.screen, AboutWindow))
        await pilot.press(*"Call with Lim", "enter", *"ask again", "enter", *"2026-11-24", "enter", *"A. Lee", "enter")
        await pilot.press(*"privileged", "enter")
        await until(pilot, lambda: "audience: privileged" in deal.read_text())
        about = screen.desk.deal.data["about"]["parties[operator].government"]
        assert about == {
            "source": "Call with Lim",
            "note": "ask again",
            "date": "2026-11-24",
            "owner": "A. Lee",
            "audience": "privileged",
        }
        await until(pilot, lambda: "§" in shown(screen))


@played
async def test_what_no_longer_matters_is_hidden_kept_and_shown_on_demand(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        seat = screen.desk.deal.data["forum"]["seat"]
        screen.go_to_fact("forum.kind")
        await pilot.pause()
        await pilot.press(*"courts", "enter")
        await until(pilot, lambda: screen.desk.deal.data["forum"]["kind"] == "courts")
        paths = [row.path for row in screen.facts.grid.rows]
        assert "forum.seat" not in paths
        assert "forum.courts" in paths
        assert f"seat: {seat}" in deal.read_text()
        await pilot.press("ctrl+r")
        row = next(row for row in screen.facts.grid.rows if row.path == "forum.seat")
        assert (row.mark, row.value) == ("–", seat)


@played
async def test_not_asked_not_known_known_and_wrong_have_marks_of_their_own(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    deal.write_text(deal.read_text().replace("end: 2029-11-30", "end: soon"))
    async with opened(deal, judged=False) as (_, screen):
        marks = {row.path: row.mark for row in screen.facts.grid.rows if row.mark}
        assert marks["title"] == "●"
        assert marks["china"] == "○"
        assert marks["reasons.insurer_or_lender"] == "?"
        assert marks["dates.end"] == "✗"


@played
async def test_a_link_is_added_by_the_name_of_its_place(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.facts.go_to("parties[operator].links")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListWindow))
        await pilot.press(*"german", "enter")
        await until(pilot, lambda: "DE" in screen.desk.deal.data["parties"]["operator"]["links"])
        assert screen.facts.row is not None
        assert screen.facts.row.path == "parties[operator].links[DE].affiliates"


@played
async def test_a_question_mark_is_not_known(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press("?", "enter")
        await until(pilot, lambda: "governing_law: not known" in deal.read_text())


@played
async def test_headings_close_and_open(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), judged=False) as (pilot, screen):
        screen.facts.go_to("dates")
        await pilot.press("left")
        await until(pilot, lambda: "dates.end" not in [row.path for row in screen.facts.grid.rows])
        await pilot.press("enter")
        await until(pilot, lambda: "dates.end" in [row.path for row in screen.facts.grid.rows])
