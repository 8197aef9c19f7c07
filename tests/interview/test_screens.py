"""Screens as they were read last: a change of one is a change to look at."""

from __future__ import annotations

import pytest

from interview.driving import played
from interview.screens import DRAWN, drawn, place_of


@pytest.mark.parametrize(("name", "size"), DRAWN)
@played
async def test_the_screen_is_as_it_was_read_last(name: str, size: tuple[int, int]) -> None:
    kept = place_of(name, size).read_text(encoding="utf-8")
    assert await drawn(name, size) == kept, "if it is meant: python -m interview.screens, and read what it drew"
