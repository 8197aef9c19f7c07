"""Looks: every text of every theme can be read, spacing is a choice, and what works without a screen needs none."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from clausekit.interview.rows import Kind
from clausekit.interview.themes import CONTRAST, THEMES, next_theme
from cli.running import environment
from interview.driving import copied, opened, played, shown, until

LEAST, LEAST_OF_CONTRAST = 4.5, 7.0  # of WCAG 2.2, levels AA and AAA
TEXTS = ("muted-text", "error-text", "warning-text", "note-text", "good-text")


def ratio(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""
    lights = sorted((luminance(Color.parse(colour)) for colour in (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_all_it_stands_on(theme: Theme) -> None:
    least = LEAST_OF_CONTRAST if theme is CONTRAST else LEAST
    paper, panel, ink = str(theme.background), str(theme.panel), str(theme.foreground)
    grounds = [paper, panel, theme.variables["cursor-line"]]
    texts = [ink, theme.primary, *(theme.variables[name] for name in TEXTS)]
    pairs = [
        *product(texts, grounds),
        (ink, theme.variables["marked-line"]),
        (theme.variables["selected-text"], theme.variables["selected"]),
        (paper, theme.primary),  # the title of the pane that has the keys
    ]
    assert {
        (text, ground): round(ratio(text, ground), 1) for text, ground in pairs if ratio(text, ground) < least
    } == {}


@played
async def test_one_key_goes_through_all_themes_and_what_is_shown_stays(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), judged=False) as (pilot, screen):
        before = shown(screen)
        seen = [pilot.app.theme]
        for _ in THEMES:
            await pilot.press("ctrl+s")
            seen.append(pilot.app.theme)
        assert seen == [theme.name for theme in THEMES] + [THEMES[0].name]
        assert next_theme("one that is not ours") == THEMES[0].name
        await until(pilot, lambda: shown(screen) == before)


@played
async def test_standard_spacing_sets_sections_apart(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), judged=False, spacing="standard") as (_, screen):
        rows = screen.facts.grid.rows
        sections = [index for index, row in enumerate(rows) if row.kind is Kind.SECTION]
        assert sections
        assert all(rows[index - 1].kind is Kind.MESSAGE and not rows[index - 1].value for index in sections)


@pytest.mark.parametrize("rooms", ["clausekit.editing.asking", "clausekit.drafting, clausekit.authoring.checking"])
def test_what_works_without_a_screen_loads_nothing_of_it(rooms: str, tmp_path: Path) -> None:
    code = f"import sys, {rooms}; sys.exit(any(name in sys.modules for name in ('textual', 'rich', 'aiohttp')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment()).returncode == 0
