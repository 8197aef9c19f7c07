"""The pictures of the README, taken from the real program: ``cd tests && python -m interview.pictures ../pictures``.

Needs Chromium, which draws the screen's own export as it is; other programs drop spaces or take another typeface.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from clausekit.interview.deal_screen import DealScreen
from interview.driving import copied, opened, until

SIZE = (176, 44)
Scene = Callable[[Pilot[None], DealScreen], Awaitable[None]]


async def three_at_once(pilot: Pilot[None], screen: DealScreen) -> None:
    await pilot.press("f8")
    await pilot.press("c")
    await pilot.press("f2")
    await pilot.press("f7")


async def positions(pilot: Pilot[None], screen: DealScreen) -> None:
    screen.open_positions("access")
    await until(pilot, lambda: pilot.app.screen is not screen)


async def what_if(pilot: Pilot[None], screen: DealScreen) -> None:
    await pilot.press("f9")
    screen.go_to_fact("parties[operator].links[CN].affiliates")
    await pilot.pause()
    await pilot.press("y", "enter")
    await until(pilot, lambda: screen.judged is not None and screen.desk.is_said_of_now(screen.judged))
    await pilot.press("f9")
    await until(pilot, lambda: pilot.app.screen is not screen)


SCENES: dict[str, Scene] = {"deal": three_at_once, "positions": positions, "what-if": what_if}


async def take(scene: Scene, picture: Path) -> None:
    """Play a scene on a starter deal, and keep what the screen shows then."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(copied(Path(folder)), SIZE) as (pilot, screen):
            await scene(pilot, screen)
            await pilot.pause(0.5)
            drawn = Path(folder) / "screen.svg"
            drawn.write_text(pilot.app.export_screenshot(), encoding="utf-8")
            as_png(drawn, picture)


def as_png(drawn: Path, picture: Path) -> None:
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn.read_text(encoding="utf-8"))
    assert found
    size = ",".join(str(int(float(side)) + 1) for side in found.groups())
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}"]
    profile = f"--user-data-dir={drawn.parent / 'chromium'}"
    place = f"--screenshot={picture.resolve()}"
    run = subprocess.run(["chromium", *options, profile, place, drawn.as_uri()], capture_output=True)
    assert run.returncode == 0, run.stderr


def main() -> None:
    if shutil.which("chromium") is None:
        sys.exit("chromium is not on this machine")
    folder = Path(sys.argv[1])
    for name, scene in SCENES.items():
        asyncio.run(take(scene, folder / f"{name}.png"))


if __name__ == "__main__":
    main()
