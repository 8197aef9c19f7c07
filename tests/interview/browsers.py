"""Chromium without a window, spoken to by its own protocol: pages, keys, pictures, and what it asked for."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60.0  # seconds
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--no-first-run",
    "--disable-background-networking", "--window-size=1280,800", "about:blank",
)  # fmt: skip


def require_chromium() -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine")


class Browser:
    """One page of one browser.

    Attributes:
        asked: every address that the page asked for.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._last = 0
        self.asked: list[str] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One call of the protocol; its answer."""
        self._last += 1
        await self._socket.send_json({"id": self._last, "method": method, "params": parameters})
        while True:
            told = json.loads((await asyncio.wait_for(self._socket.receive(), PATIENCE)).data)
            if told.get("id") == self._last:
                assert "error" not in told, told
                return dict(told["result"])
            self._note(told)

    def _note(self, told: dict[str, Any]) -> None:
        if told.get("method") == "Network.requestWillBeSent":
            self.asked.append(told["params"]["request"]["url"])
        if told.get("method") == "Network.webSocketCreated":
            self.asked.append(told["params"]["url"])

    async def go_to(self, address: str) -> None:
        await self.call("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """What a script in the page gives."""
        found = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return found["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a script in the page gives something true."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(script):
                await asyncio.sleep(0.05)

    async def type(self, text: str) -> None:
        for character in text:
            await self.press(character, character)

    async def press(self, key: str, text: str = "", code: int = 0, modifiers: int = 0) -> None:
        """Press a key by its name in the browser; `text` is what it writes."""
        given = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **given)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    async def picture(self) -> bytes:
        """The page as a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Browser]:
    """A browser with a profile of its own in `folder`."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, f"--user-data-dir={folder}", *OPTIONS, stdout=DEVNULL, stderr=PIPE
    )
    try:
        address = await _page_of(process)
        async with aiohttp.ClientSession() as session, session.ws_connect(address, max_msg_size=0) as socket:
            found = Browser(socket)
            for part in ("Page", "Network", "Runtime"):
                await found.call(f"{part}.enable")
            await found.call("Emulation.setFocusEmulationEnabled", enabled=True)
            yield found
    finally:
        process.terminate()
        await process.wait()


async def _page_of(process: Process) -> str:
    """The address of the protocol for the page that the browser opened."""
    assert process.stderr is not None
    while line := (await asyncio.wait_for(process.stderr.readline(), PATIENCE)).decode():
        if "DevTools listening on ws://" in line:
            host = line.partition("ws://")[2].partition("/")[0]
            async with aiohttp.ClientSession() as session, session.get(f"http://{host}/json/list") as answer:
                pages = await answer.json()
            return str(next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"))
    raise AssertionError("Chromium did not start")
