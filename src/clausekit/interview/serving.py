"""The interview in a browser of this machine: one-time token, nothing from outside, no process left behind."""

from __future__ import annotations

import asyncio
import hmac
import os
import secrets
import shlex
import signal
import socket
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

HOST = "127.0.0.1"
COOKIE = "clausekit"
PAGES = Path(__file__).parent / "browser"
PATIENCE = 5.0  # seconds that an app gets to save and end
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
Handler = Callable[[web.Request], Any]


class Guard:
    """Lets in whoever shows the token first, and nobody else: from then on only that browser's cookie counts."""

    def __init__(self) -> None:
        self.token: str | None = secrets.token_urlsafe(32)
        self.cookie = secrets.token_urlsafe(32)

    def spend(self, shown: str) -> bool:
        """Whether `shown` is the token; it counts once."""
        right = self.token is not None and hmac.compare_digest(shown.encode(), self.token.encode())
        self.token = None if right else self.token
        return right

    def knows(self, cookie: str) -> bool:
        return hmac.compare_digest(cookie.encode(), self.cookie.encode())


class OneApp(AppService):
    """One app for one page; started without a shell, and ended for certain."""

    process: Process | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self.process = self._process = await asyncio.create_subprocess_exec(
            *shlex.split(self.command), stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height)
        )
        self._stdin = self.process.stdin
        return self.process

    async def stop(self) -> None:
        """Ask the app to end, then tell it to, then end it."""
        with suppress(asyncio.TimeoutError, ConnectionError, RuntimeError):
            await asyncio.wait_for(super().stop(), PATIENCE)
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process is None or self.process.returncode is not None:
                return
            with suppress(ProcessLookupError):
                self.process.send_signal(number)
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.process.wait(), PATIENCE)


class LocalServer(Server):
    """textual-serve behind a guard, on this machine only, with a page that fetches nothing from elsewhere."""

    def __init__(self, command: Sequence[str], port: int, say: Callable[[str], None]) -> None:
        super().__init__(shlex.join(command), HOST, port, "clausekit", templates_path=PAGES)
        self.guard = Guard()
        self.say = say
        self.apps: set[OneApp] = set()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/?token={self.guard.token}"

    def initialize_logging(self) -> None:
        """Nothing is logged: a log would hold what counsel types."""

    async def on_startup(self, app: web.Application) -> None:
        self._announcing = asyncio.create_task(self._announce())

    async def _announce(self) -> None:
        """Say the address once somebody answers there."""
        while True:
            with suppress(OSError):
                _, writer = await asyncio.open_connection(HOST, self.port)
                writer.close()
                break
            await asyncio.sleep(0.02)
        self.say(f"clausekit: open this in a browser of this machine; the address counts once:\n{self.address}")

    async def on_shutdown(self, app: web.Application) -> None:
        await asyncio.gather(*(one.stop() for one in list(self.apps)))

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guarded)
        return app

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuses other names of this machine, other pages and other browsers."""
        names = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        if request.host not in names or request.headers.get("Origin", f"http://{request.host}") not in {
            f"http://{name}" for name in names
        }:
            raise web.HTTPForbidden(text="This address is not served here.")
        if request.path == "/" and self.guard.spend(request.query.get("token", "")):
            return self._let_in()
        if not self.guard.knows(request.cookies.get(COOKIE, "")):
            raise web.HTTPForbidden(text="This address was used already. Start 'clausekit serve' again for another.")
        response: web.StreamResponse = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = POLICY.format(host=request.host)
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["Cache-Control"] = "no-store"
        return response

    def _let_in(self) -> web.Response:
        """To the page without the token, which then stands in no history."""
        found = web.Response(status=303, headers={"Location": "/"})
        found.set_cookie(COOKIE, self.guard.cookie, httponly=True, samesite="Strict")
        return found

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run one app for one page, and end it when the page goes."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        app = OneApp(
            self.command, write_bytes=websocket.send_bytes, write_str=websocket.send_str,
            close=lambda: _closed(websocket), download_manager=self.download_manager, debug=False,
        )  # fmt: skip
        self.apps.add(app)
        try:
            size = (to_int(request.query.get(name, ""), default) for name, default in (("width", 80), ("height", 24)))
            await app.start(*size)
            await self._process_messages(websocket, app)
        finally:
            await asyncio.shield(app.stop())
            self.apps.discard(app)
        return websocket


async def _closed(websocket: web.WebSocketResponse) -> None:
    await websocket.close()


def serve(command: Sequence[str], port: int, say: Callable[[str], None]) -> int:
    """Serve the app that `command` starts until it is told to end; returns the exit code.

    Args:
        port: the port of this machine; a free one where it is 0.
        say: says a line to the person who started it.
    """
    os.environ.pop("TEXTUAL_LOG", None)
    LocalServer(command, port or free_port(), say).serve()
    return 0


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
