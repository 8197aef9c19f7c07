"""Bringing in on the screen: a pasted table, a file, another matter; and a deal file written by hand, with slips."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import events

from clausekit.interview.page import Page
from clausekit.interview.windows import ListWindow, PageWindow, TextWindow
from interview.driving import copied, opened, played, shown, until

TABLE = "Company\tRole\tHQ\tContact\nBuyer AG\tcustomer\tGermny\tJ. Doe\n杭州云\tother-party\tChina\t\n"
BY_HAND = """\
# written by hand
title: By hand
knid: supply
client: seller
parties:
  seller: {name: Seller Inc., roles: [supplier], headquarters: Germny}
"""


def page(app: Any) -> str:
    return "\n".join(app.screen.query_one("#window-page", Page).plain_lines())


@played
async def test_a_table_is_pasted_seen_and_taken_as_one_step(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    text = deal.read_text()
    async with opened(deal, judged=False) as (pilot, screen):
        await pilot.press("ctrl+b")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListWindow))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TextWindow))
        area: Any = pilot.app.screen.query_one("#window-text")
        pilot.app.post_message(events.Paste(TABLE))
        await until(pilot, lambda: "Buyer AG" in area.text)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageWindow))
        told = page(pilot.app)
        assert "Bring in 2 parties" in told
        assert "HQ  →  Headquarters" in told
        assert "kept as a note" in told
        assert "'Germny' is not a place; did you mean DE?" in told
        await pilot.press("enter")
        await until(pilot, lambda: "Buyer AG" in deal.read_text())
        assert screen.facts.row is not None
        assert screen.facts.row.path == "parties[buyer-ag].headquarters"
        assert "杭州云" in deal.read_text()
        await pilot.press("ctrl+z")
        await until(pilot, lambda: deal.read_text() == text)


@played
async def test_another_matter_is_found_nearby_and_a_part_of_it_taken_over(tmp_path: Path) -> None:
    copied(tmp_path, "carmaker-deepseek")
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        await pilot.press("ctrl+b")
        await until(pilot, lambda: "carmaker-deepseek.yaml" in shown(pilot.app.screen))
        await pilot.press(*"carm", "enter")
        await until(pilot, lambda: "All that may travel" in shown(pilot.app.screen))
        assert "Reasons" not in page(pilot.app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "stay there" in shown(pilot.app.screen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert "Cascade Silicon, Inc." in deal.read_text()


@played
async def test_a_deal_written_by_hand_shows_its_slips_in_place_and_drops_nothing(tmp_path: Path) -> None:
    deal = tmp_path / "hand.yaml"
    deal.write_text(BY_HAND)
    async with opened(deal, judged=False) as (pilot, screen):
        text = shown(screen)
        assert "knid" in text
        assert "did you mean kind?" in text
        screen.go_to_fact("parties[seller].headquarters")
        await pilot.pause()
        assert "Germny" in shown(screen)
        screen.go_to_fact("title")
        await pilot.pause()
        await pilot.press(*"Mended", "enter")
        await until(pilot, lambda: "title: Mended" in deal.read_text())
        assert "knid: supply" in deal.read_text()
        assert "# written by hand" in deal.read_text()
        screen.facts.go_to("knid")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListWindow))
        await pilot.press("enter")
        await until(pilot, lambda: "knid" not in deal.read_text())


@played
async def test_a_list_can_be_not_known_or_none_at_all_but_not_while_it_holds_something(tmp_path: Path) -> None:
    deal = tmp_path / "hand.yaml"
    deal.write_text(BY_HAND)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.facts.go_to("users")
        await pilot.press("ctrl+t")
        assert "users: not known" in deal.read_text()
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListWindow))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "users: none" in deal.read_text())
        screen.facts.go_to("parties")
        await pilot.press("ctrl+t")
        assert "Seller Inc." in deal.read_text()
        assert "remove them first" in screen.line("status").said
