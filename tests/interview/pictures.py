"""Pictures of the program for the README and for looking at: python -m interview.pictures [--all DIR]

Without an option it makes the pictures of the README again. With `--all` it draws every screen in every theme.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from clausekit.interview.themes import NAMES
from interview.driving import AppOfTests, copied, opened, services, shown, until
from shared import ROOT, TEMPLATES, TEMPLATES_FOLDER

PICTURES = ROOT / "src" / "clausekit" / "interview" / "pictures"
LEFT_OUT = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)  # fonts would be fetched from elsewhere
NARROW, MIDDLING, WIDE = (80, 24), (120, 36), (190, 48)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is pressed before it is taken.

    Args:
        at: the fact to go to first; empty for the list of matters.
        shows: words that are on the screen once all is there.
    """

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = MIDDLING
    at: str = "title"
    theme: str = "dark"
    shows: str = ""


AT_LINK = "parties[operator].links[CN].affiliates"
OF_THE_README = (
    Picture("deal", (), WIDE, AT_LINK),
    Picture("positions", ("f8", "p"), MIDDLING, theme="light"),
    Picture("what-if", ("f9", "y", "enter", "f9"), MIDDLING, AT_LINK, shows="What if: what the trial copy changes"),
)
SCREENS = (
    Picture("matters", (), MIDDLING, ""),
    Picture("deal-wide", (), WIDE, AT_LINK),
    Picture("deal", (), MIDDLING, AT_LINK),
    Picture("facts-narrow", (), NARROW),
    Picture("findings-narrow", ("f3",), NARROW),
    Picture("contract-narrow", ("f4", "pagedown", "pagedown"), NARROW),
    Picture("wrong", ("s", "o", "o", "n", "down"), MIDDLING, "dates.end"),
    Picture("help", ("f1",)),
    Picture("question", ("f7", "f1")),
    Picture("positions", ("f8", "p")),
    Picture("law", ("f8", "l")),
    Picture("draft", ("f5",)),
    Picture("what-if", ("f9", "y", "enter", "f9"), MIDDLING, AT_LINK, shows="What if: what the trial copy changes"),
    Picture("cases", ("f10",)),
    Picture("source", ("ctrl+o",)),
    Picture("choices", ("ctrl+l",), MIDDLING, "governing_law"),
    Picture("long-text", ("ctrl+e",)),
    Picture("bring-in", ("ctrl+b",)),
    Picture("palette", ("ctrl+p",)),
    Picture("palette-found", ("ctrl+p", *"china")),
)


def main() -> None:
    options = argparse.ArgumentParser(description="Pictures of the interview.")
    options.add_argument("--all", type=Path, metavar="DIR", help="every screen in every theme, into DIR")
    folder: Path | None = options.parse_args().all
    wanted = list(_in_every_theme()) if folder else list(OF_THE_README)
    into = folder or PICTURES
    into.mkdir(parents=True, exist_ok=True)
    for picture in wanted:
        (into / f"{picture.name}.svg").write_text(asyncio.run(drawn(picture)), encoding="utf-8")


def _in_every_theme() -> Iterator[Picture]:
    for theme, picture in product(NAMES, SCREENS):
        yield replace(picture, name=f"{picture.name}-{theme}", theme=theme)


async def drawn(picture: Picture) -> str:
    """The picture as SVG, with the fonts of whoever looks at it."""
    with TemporaryDirectory() as place, chdir(place):
        os.environ["HOME"] = place  # what is drawn names no folder of this machine
        folder = Path("matters")
        folder.mkdir()
        if picture.at:
            return LEFT_OUT.sub("", await _of_deal(picture, copied(folder)))
        for name in TEMPLATES_FOLDER.starter_deals():
            copied(folder, name)
        return LEFT_OUT.sub("", await _of_matters(picture, folder))


async def _of_deal(picture: Picture, deal: Path) -> str:
    async with opened(deal, picture.size, theme=picture.theme) as (pilot, screen):
        screen.facts.go_to(picture.at)
        await pilot.pause()
        await pilot.press(*picture.keys)
        await until(pilot, lambda: screen.whole and picture.shows in shown(pilot.app.screen))
        return pilot.app.export_screenshot(title="clausekit", simplify=True)


async def _of_matters(picture: Picture, folder: Path) -> str:
    app = AppOfTests(services(folder, theme=picture.theme))
    app.templates = TEMPLATES
    async with app.run_test(size=picture.size) as pilot:
        await until(pilot, lambda: len(getattr(app.screen, "worst", ())) == len(TEMPLATES_FOLDER.starter_deals()))
        return pilot.app.export_screenshot(title="clausekit", simplify=True)


if __name__ == "__main__":
    main()
