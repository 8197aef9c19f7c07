"""What if, worst and best case, positions: what is tried, kept, dropped, chosen against advice, struck and reworded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clausekit.interview.page import Page
from clausekit.interview.windows import LineWindow, PageWindow
from interview.driving import copied, opened, played, shown, until

AFFILIATES = "parties[operator].links[CN].affiliates"


def page(app: Any) -> str:
    return "\n".join(app.screen.query_one("#window-page", Page).plain_lines())


@played
async def test_a_trial_is_not_saved_shows_what_it_changes_and_is_kept_as_one_step(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    text = deal.read_text()
    async with opened(deal) as (pilot, screen):
        await pilot.press("f9")
        assert "TRIAL" in screen.desk.standing()
        screen.go_to_fact(AFFILIATES)
        await pilot.pause()
        await pilot.press("y", "enter")
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press(*"germany", "enter")
        await until(pilot, lambda: screen.desk.deal.data["governing_law"] == "DE")
        assert deal.read_text() == text
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        assert "At another level" in page(pilot.app)
        assert "Keep what was tried" in page(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: "governing_law: DE" in deal.read_text())
        assert "affiliates: yes" in deal.read_text()
        assert not screen.desk.trying
        await pilot.press("ctrl+z")
        await until(pilot, lambda: deal.read_text() == text)


@played
async def test_a_trial_of_another_day_can_be_dropped(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    text = deal.read_text()
    async with opened(deal) as (pilot, screen):
        await pilot.press("f9", "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        assert "Nothing differs yet" in page(pilot.app)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LineWindow))
        await pilot.press(*"2025-10-15", "enter")
        await until(pilot, lambda: "law as of 2025-10-15" in screen.desk.standing())
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        assert "Nothing differs yet" not in page(pilot.app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: not screen.desk.trying)
        assert "law as of 2026-11-23" in screen.desk.standing()
        assert deal.read_text() == text


@played
async def test_leaving_asks_first_whether_the_trial_is_kept(tmp_path: Path) -> None:
    async with opened(copied(tmp_path)) as (pilot, screen):
        await pilot.press("f9", "ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.desk.trying


@played
async def test_worst_and_best_case_in_one_key(tmp_path: Path) -> None:
    async with opened(copied(tmp_path)) as (pilot, screen):
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        assert "Only at the worst" in page(pilot.app)
        assert "Does the party have an affiliate there?" in page(pilot.app)
        pilot.app.screen.query_one("#window-page", Page).go_to(AFFILIATES)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.facts.row is not None
        assert screen.facts.row.path == AFFILIATES


@played
async def test_a_choice_against_the_advice_asks_for_the_true_reason(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, (200, 50)) as (pilot, screen):
        screen.open_positions("access")
        await until(pilot, lambda: "recommended" in shown(pilot.app.screen))
        text = shown(pilot.app.screen)
        assert "It stands because" in text
        assert "Instead of the present one" in text
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LineWindow))
        assert "true reason" in shown(pilot.app.screen)
        await pilot.press("escape")
        assert "positions" not in screen.desk.deal.data
        screen.open_positions("access")
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LineWindow))
        await pilot.press(*"They insist", "enter")
        await until(pilot, lambda: "reason: They insist" in deal.read_text())
        await until(pilot, lambda: screen.whole and screen.judged is not None)


@played
async def test_a_clause_is_struck_and_one_has_words_of_its_own_shown_as_a_difference(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, (200, 50)) as (pilot, screen):
        screen.open_positions("access")
        await pilot.press("w")
        await until(pilot, lambda: bool(pilot.app.screen.query("#window-text")))
        area: Any = pilot.app.screen.query_one("#window-text")
        area.text = area.text.replace("10 Business Days", "20 Business Days")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "20 Business Days" in deal.read_text())
        await until(pilot, lambda: screen.whole and any(one.code == "own-wording" for one in screen.findings))
        screen.open_positions("access")
        await until(pilot, lambda: "own words" in shown(pilot.app.screen))
        column = "\n".join(pilot.app.screen.query(Page)[0].plain_lines())
        assert "1020 Business Days" in column.replace("\n", " ")
        await pilot.press("x")
        await until(pilot, lambda: isinstance(pilot.app.screen, LineWindow))
        await pilot.press("enter")
        await until(pilot, lambda: "access: none" in deal.read_text())
        assert screen.desk.deal.undo().changed
