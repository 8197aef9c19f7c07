"""The list of matters: what it says of each, opening one and coming back, beginning a new one."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from clausekit.interview.deal_screen import DealScreen
from clausekit.interview.matters_screen import MattersScreen
from interview.driving import AppOfTests, copied, played, services, shown, until
from shared import TEMPLATES


@asynccontextmanager
async def listed(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Pilot[None], Any]]:
    app = AppOfTests(services(folder))
    app.judging = False
    app.templates = TEMPLATES
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, MattersScreen) and app.screen.is_read)
        yield pilot, app.screen
        app.action_leave_deal()


@played
async def test_title_parties_open_facts_worst_finding_and_draft_are_listed(tmp_path: Path) -> None:
    copied(tmp_path)
    copied(tmp_path, "carmaker-deepseek")
    async with listed(tmp_path, (80, 24)) as (pilot, screen):
        await until(pilot, lambda: len(screen.worst) == 2)
        text = shown(screen)
    assert "2 matters" in text
    assert "Meridian Ridge Accelerators, Inc. · Al Dhafra Compute PJSC" in text
    assert re.search(r"\d+ open of \d+ facts \(\d+ asked and not known\) · not drafted", text)
    assert "Double bind: US export control" in text


@played
async def test_one_types_to_find_opens_leaves_and_is_back(tmp_path: Path) -> None:
    copied(tmp_path)
    copied(tmp_path, "carmaker-deepseek")
    async with listed(tmp_path) as (pilot, screen):
        await pilot.press(*"dhafra")
        await until(pilot, lambda: "Isarwerk" not in shown(screen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DealScreen) and bool(pilot.app.screen.facts.grid.rows))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("escape")
        await until(pilot, lambda: "Isarwerk" in shown(screen))


@played
async def test_a_new_matter_from_a_starter_deal_and_an_empty_one(tmp_path: Path) -> None:
    async with listed(tmp_path, (80, 24)) as (pilot, screen):
        assert "There is no deal in this folder yet." in shown(screen)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: "An empty matter" in shown(pilot.app.screen))
        await pilot.press(*"gulf", "enter")
        await until(pilot, lambda: "What is the matter called?" in shown(pilot.app.screen))
        await pilot.press(*"Campus", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DealScreen) and bool(pilot.app.screen.facts.grid.rows))
        assert "title: Campus" in (tmp_path / "Campus.yaml").read_text()
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: "An empty matter" in shown(pilot.app.screen))
        await pilot.press("enter")
        await until(pilot, lambda: "What is the matter called?" in shown(pilot.app.screen))
        await pilot.press(*"Plain", "enter")
        await until(pilot, lambda: (tmp_path / "Plain.yaml").is_file())
        assert (tmp_path / "Plain.yaml").read_text() == "title: Plain\n"


@played
async def test_a_file_that_cannot_be_read_shows_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: A\nkind: [\n")
    async with listed(tmp_path, (80, 24)) as (pilot, screen):
        assert "broken.yaml:3" in shown(screen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DealScreen))
        await until(pilot, lambda: getattr(pilot.app.screen, "pane", "") == "findings")
