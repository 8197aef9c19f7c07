"""Some screens as plain text, at two sizes: python -m interview.screens draws them anew, to be read and kept."""

from __future__ import annotations

import asyncio
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from editing.deals import SHORT, put
from interview.driving import opened, shown, until

FOLDER = Path(__file__).parent / "screens"
SIZES = ((80, 24), (120, 40))
# What is pressed, and words that are there once the screen is.
SCREENS = {
    "facts": ((), "What is the title of the agreement?"),
    "wrong": (("x", "down", "n", "o", "n", "e", "enter"), "✗ Kind"),
    "source": (("ctrl+o",), "Where does this fact come from?"),
    "long-text": (("ctrl+e",), "take it"),
    "choices": (("down", "ctrl+l"), "type to shorten the list"),
}
DRAWN = tuple(product(SCREENS, SIZES))


def place_of(name: str, size: tuple[int, int]) -> Path:
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


async def drawn(name: str, size: tuple[int, int]) -> str:
    """A screen over a short deal, without the spaces at the ends of its lines."""
    keys, words = SCREENS[name]
    with TemporaryDirectory() as folder:
        async with opened(put(Path(folder), SHORT), size, judged=False) as (pilot, _):
            await pilot.press(*keys)
            await until(pilot, lambda: words in shown(pilot.app.screen))
            return shown(pilot.app.screen) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, size in DRAWN:
        place_of(name, size).write_text(asyncio.run(drawn(name, size)), encoding="utf-8")


if __name__ == "__main__":
    main()
