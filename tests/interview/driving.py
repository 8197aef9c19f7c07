"""Opening the app in a test, and waiting for what it shows."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from clausekit.finding import Finding
from clausekit.interview.app import InterviewApp
from clausekit.interview.deal_screen import DealScreen
from clausekit.interview.desk import Desk
from clausekit.interview.services import Services, Wanted
from shared import TEMPLATES, TEMPLATES_FOLDER, TODAY

Coroutine = Callable[..., Awaitable[None]]
PATIENCE = 400  # turns of the event loop


def played(test: Coroutine) -> Callable[..., None]:
    """A test that is a coroutine, as one that pytest calls."""

    @wraps(test)
    def run(*arguments: Any, **named: Any) -> None:
        async def one() -> None:
            await test(*arguments, **named)

        asyncio.run(one())

    return run


class ReadDesk(Desk):
    """A desk that takes the templates that the tests have read already."""

    def read_templates(self) -> list[Finding]:
        self._templates = self.deal.templates = TEMPLATES
        return []


class UnjudgedScreen(DealScreen):
    """A deal's screen that asks no law, for tests that have no question of law."""

    def judge(self) -> None:
        pass


class AppOfTests(InterviewApp):
    judging = True

    def open_deal(self, deal: Path) -> None:
        screen = DealScreen if self.judging else UnjudgedScreen
        self.push_screen(screen(ReadDesk(deal, self.services)))


def services(matters: Path, **changes: Any) -> Services:
    def check(deal: Path) -> list[Finding]:
        return []

    def write(deal: Path, wanted: Wanted) -> tuple[list[str], list[Finding]]:
        return [], []

    given = {
        "templates": TEMPLATES_FOLDER, "matters": matters, "today": TODAY, "check": check, "write": write, **changes,
    }  # fmt: skip
    return Services(**given)


def copied(folder: Path, name: str = "gulf-ai-campus") -> Path:
    """A starter deal copied into a folder."""
    place = folder / f"{name}.yaml"
    shutil.copyfile(TEMPLATES_FOLDER.deals / f"{name}.yaml", place)
    return place


@asynccontextmanager
async def opened(
    deal: Path, size: tuple[int, int] = (120, 40), *, judged: bool = True, **changes: Any
) -> AsyncIterator[tuple[Pilot[None], DealScreen]]:
    """The app with a deal on its screen, judged in full where `judged`."""
    app = AppOfTests(services(deal.parent, **changes), deal)
    app.judging = judged
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        await until(pilot, lambda: isinstance(app.screen, DealScreen) and bool(app.screen.query("#facts")))
        screen = app.screen
        assert isinstance(screen, DealScreen)
        await until(pilot, lambda: screen.whole if judged else bool(screen.facts.grid.rows))
        yield pilot, screen
        app.action_leave_deal()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until something is so; fails when it does not come to be."""
    for _ in range(PATIENCE):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come to be")


def shown(screen: Any) -> str:
    """The text on the screen, line by line."""
    strips = screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
