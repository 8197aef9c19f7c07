"""The interview in a browser: one who holds the token, nothing from outside, nothing left behind."""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from cli.running import command, environment
from interview.at_work import beside, matter
from interview.browsers import browser, require_chromium
from interview.driving import played
from shared import TEMPLATES_FOLDER

PATIENCE = 60.0  # seconds
NOTHING: list[str] = []


@asynccontextmanager
async def served(deal: Path) -> AsyncIterator[str]:
    """The deal served from its folder; the address that counts once."""
    home = deal.parents[1] / "home"
    words = command("serve", deal.name, "--templates", str(TEMPLATES_FOLDER.path))
    server = await asyncio.create_subprocess_exec(
        *words, cwd=deal.parent, env=environment(HOME=str(home)), stdout=DEVNULL, stderr=PIPE
    )
    try:
        assert server.stderr is not None
        line = ""
        while not line.startswith("http://"):
            line = (await asyncio.wait_for(server.stderr.readline(), PATIENCE)).decode()
            assert line, "the server ended"
        yield line.strip()
    finally:
        server.terminate()
        assert await asyncio.wait_for(server.wait(), PATIENCE) == 0


def client() -> aiohttp.ClientSession:
    """A browser without a window; its cookies count for addresses in figures too, as a browser's do."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def comes_to_be(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.05)


def running(deal: Path) -> list[int]:
    """The processes that work in the deal's folder, but the server that started them."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            if os.readlink(place / "cwd") == str(deal.parent) and b"interview" in words:
                found.append(int(place.name))
        except OSError:
            continue  # it has ended meanwhile, or belongs to somebody else
    return found


@played
async def test_the_address_lets_in_one_browser_once(tmp_path: Path) -> None:
    async with served(matter(tmp_path)) as address, client() as first, client() as other:
        page = address.partition("?")[0]
        assert (await other.get(page)).status == 403
        assert (await other.get(f"{page}?token=guessed")).status == 403
        let_in = await first.get(address)
        assert (let_in.status, str(let_in.url)) == (200, page)
        assert "default-src 'none'" in let_in.headers["Content-Security-Policy"]
        assert (await first.get(page)).status == 200
        assert (await other.get(address)).status == 403
        assert (await other.get(f"{page}ws")).status == 403


@played
async def test_other_names_of_this_machine_and_other_pages_are_refused(tmp_path: Path) -> None:
    async with served(matter(tmp_path)) as address, client() as session:
        assert (await session.get(address, headers={"Host": "rebound.example"})).status == 403
        assert (await session.get(address, headers={"Origin": "https://elsewhere.example"})).status == 403
        assert (await session.get(address)).status == 200


@pytest.mark.chromium
@played
async def test_a_browser_shows_it_takes_keys_fetches_nothing_from_outside_and_leaves_nothing(tmp_path: Path) -> None:
    require_chromium()
    deal = matter(tmp_path)
    async with served(deal) as address, browser(tmp_path / "profile") as page:
        await page.go_to(address)
        await page.until("document.body.classList.contains('-first-byte')")
        await page.until("document.activeElement.className == 'xterm-helper-textarea'")
        await comes_to_be(lambda: len(beside(deal)) == 1)  # it is open: its lock is there
        await page.type("Typed in a browser")
        await page.press("Enter", "\r", 13)
        await comes_to_be(lambda: "title: Typed in a browser" in deal.read_text())
        assert (await page.picture()).startswith(b"\x89PNG")
        assert len(running(deal)) == 1
        await page.go_to("about:blank")
        await comes_to_be(lambda: not running(deal))
        assert beside(deal) == NOTHING
        hosts = {urlsplit(asked).hostname for asked in page.asked}
        assert hosts == {"127.0.0.1"}


@pytest.mark.chromium
@played
async def test_the_server_takes_its_interview_with_it(tmp_path: Path) -> None:
    require_chromium()
    deal = matter(tmp_path)
    async with browser(tmp_path / "profile") as page:
        async with served(deal) as address:
            await page.go_to(address)
            await page.until("document.activeElement.className == 'xterm-helper-textarea'")
            await comes_to_be(lambda: len(beside(deal)) == 1)
            await page.type("Whole")
            await page.press("Enter", "\r", 13)
            await comes_to_be(lambda: "title: Whole" in deal.read_text())
        assert not running(deal)
    assert "title: Whole" in deal.read_text()
    assert beside(deal) == NOTHING
