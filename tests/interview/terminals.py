"""The program in a terminal of its own: keys go in, and what it paints is read off a screen."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte

from cli.running import environment

PATIENCE = 60.0  # seconds until a test gives up; nothing waits that long where all is well
# What the emulator of the tests does not know: the kitty keyboard and questions about modes.
BETWEEN = re.compile(r"[\s─-▟]+")
UNKNOWN = re.compile(rb"\x1b\[[<>=?][0-9;]*(?:u|\$p)")
KEYS = {
    "enter": "\r", "tab": "\t", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip


class Terminal:
    """One program in a pseudo-terminal.

    Attributes:
        painted: every byte that it has written.
        process: the program.
    """

    def __init__(self, program: Sequence[str], cwd: Path, size: tuple[int, int], **surroundings: str) -> None:
        self._master, slave = os.openpty()
        self._set_size(size)
        surroundings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **surroundings}
        self.process = subprocess.Popen(
            program,
            cwd=cwd,
            env=environment(**surroundings),
            preexec_fn=lambda: os.login_tty(slave),  # the terminal is its own, so that its end is a SIGHUP
        )
        os.close(slave)
        self.painted = bytearray()
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def _set_size(self, size: tuple[int, int]) -> None:
        width, height = size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    @property
    def text(self) -> str:
        """What the screen shows, as far as it was read."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def words(self) -> str:
        """The words on the screen, whatever stands between them: spaces, line ends, frames."""
        return BETWEEN.sub(" ", self.text)

    def press(self, *keys: str) -> None:
        """Press keys by their names; other words are typed."""
        os.write(self._master, "".join(KEYS.get(key, key) for key in keys).encode())

    def resize(self, width: int, height: int) -> None:
        self._set_size((width, height))
        self._screen.resize(height, width)

    def read(self, seconds: float = 0.0) -> bytes:
        """Take in what is painted within some time; empty where nothing is, or the program has ended."""
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            found = os.read(self._master, 1 << 16)
        except OSError:
            return b""
        self.painted += found
        self._stream.feed(UNKNOWN.sub(b"", found))
        return found

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until something is so; fails, with what the screen shows, when it does not come to be."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"it did not come to be; the screen shows\n{self.text}")
            self.read(0.05)

    def wait_for(self, *words: str) -> None:
        """Read until the screen shows all these words."""
        self.until(lambda: all(word in self.words for word in words))

    def ended(self) -> int:
        """Wait for the program to end; its exit code."""
        self.until(lambda: self.process.poll() is not None)
        while self.read():
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._master)
        self._master = -1

    def let_go(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        if self._master >= 0:
            self.hang_up()


@contextmanager
def running(program: Sequence[str], cwd: Path, size: tuple[int, int], **surroundings: str) -> Iterator[Terminal]:
    """A program in a terminal; it is killed at the end where it has not ended."""
    found = Terminal(program, cwd, size, **surroundings)
    try:
        yield found
    finally:
        found.let_go()
