"""What a key costs, counted and never timed: layout passes, lines painted, bytes sent; and looks without colour."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from benchmarks.interview.deals import large_deal
from clausekit.interview.grid import Grid
from clausekit.interview.page import Page
from interview.at_work import at_work, matter
from interview.driving import copied, opened, played, until
from interview.terminals import Terminal
from shared import TEMPLATES, TODAY

COLOURS = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:[34]8;[25];[0-9;]+|[349][0-7]|10[0-7])m")
MOST_BYTES = 700  # of one key; a repaint of the screen has over twenty thousand


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the screen is laid out, and how often a line of grid or page is painted."""
    found: Counter[str] = Counter()
    for owner, name in ((Screen, "_refresh_layout"), (Grid, "render_line"), (Page, "render_line")):
        monkeypatch.setattr(owner, name, counting(found, f"{owner.__name__}.{name}", getattr(owner, name)))
    return found


def counting(found: Counter[str], name: str, method: Any) -> Any:
    def counted(*arguments: Any, **named: Any) -> Any:
        found[name] += 1
        return method(*arguments, **named)

    return counted


@played
async def test_a_key_lays_nothing_out_and_paints_no_line_but_its_own(tmp_path: Path, counts: Counter[str]) -> None:
    deal = copied(tmp_path)
    deal.write_text(large_deal(deal.read_text(), TEMPLATES, TODAY, 300, 30))
    async with opened(deal, (200, 50)) as (pilot, screen):
        await pilot.press("q")
        await until(pilot, lambda: screen.facts.typed == "q")
        counts.clear()
        await pilot.press(*"wertz")
        await until(pilot, lambda: screen.facts.typed == "qwertz")
        assert counts["Screen._refresh_layout"] == 0
        assert counts["Page.render_line"] == 0
        assert counts["Grid.render_line"] <= 5


@played
async def test_a_step_to_the_next_fact_paints_two_lines_and_no_page(tmp_path: Path, counts: Counter[str]) -> None:
    async with opened(copied(tmp_path), (200, 50)) as (pilot, _):
        await pilot.press("down")
        counts.clear()
        await pilot.press("down")
        assert counts["Screen._refresh_layout"] <= 1
        assert counts["Page.render_line"] == 0


def settled(terminal: Terminal) -> None:
    """Wait until the law has said all."""
    terminal.until(lambda: re.search(r"Findings .* notes *│", terminal.text) is not None)
    while terminal.read(0.5):
        pass


def test_a_key_sends_few_bytes(tmp_path: Path) -> None:
    with at_work(matter(tmp_path), size=(200, 50)) as terminal:
        settled(terminal)
        terminal.press("Q")
        terminal.wait_for("Title Q")
        while terminal.read(0.5):
            pass
        before = len(terminal.painted)
        terminal.press("W")
        terminal.wait_for("Title QW")
        assert len(terminal.painted) - before <= MOST_BYTES


def test_without_colour_severity_is_glyph_and_word(tmp_path: Path) -> None:
    with at_work(matter(tmp_path), size=(200, 50), NO_COLOR="1") as terminal:
        settled(terminal)
        assert "▲ double-bind" in terminal.words
        assert re.search(r"■ 0 errors ▲ \d+ warnings ● \d+ notes", terminal.words)
        assert COLOURS.search(terminal.painted) is None


def test_few_frames_a_second_show_the_same(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal, size=(80, 24), TEXTUAL_FPS="20") as terminal:
        terminal.press("Over a slow line", "enter")
        terminal.wait_for("Title Over a slow line")
        assert "title: Over a slow line" in deal.read_text()


def test_the_size_may_change_at_any_time(tmp_path: Path) -> None:
    with at_work(matter(tmp_path), size=(80, 24)) as terminal:
        assert "Findings" not in terminal.text
        terminal.resize(200, 50)
        terminal.wait_for("Facts", "Findings", "Contract")
        terminal.press("Wide", "enter")
        terminal.wait_for("Title Wide")
        terminal.resize(80, 24)
        terminal.until(lambda: "Findings" not in terminal.text and "Title" in terminal.text)
        terminal.resize(120, 40)
        terminal.wait_for("Facts", "Findings", "Title Wide")
