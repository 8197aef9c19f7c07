"""A program in a pseudo-terminal whose paints are timed."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

QUIET = 0.06  # seconds without a byte, after which a paint is over
PATIENCE = 60.0
SIZES = ("COLUMNS", "LINES")


class Watched:
    """One program; every time is in seconds."""

    def __init__(self, program: Sequence[str], cwd: Path, size: tuple[int, int]) -> None:
        self._master, slave = os.openpty()
        width, height = size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in SIZES}
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            program,
            cwd=cwd,
            env={**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            preexec_fn=lambda: os.login_tty(slave),
        )
        os.close(slave)

    def press(self, keys: str) -> float:
        """Write keys; the moment at which they were written."""
        os.write(self._master, keys.encode())
        return time.monotonic()

    def until(self, words: str) -> tuple[float, bytes]:
        """Read until some words were painted, or anything where they are empty; the moment, and what was read."""
        seen, end = b"", time.monotonic() + PATIENCE
        while not seen or words.encode() not in seen:
            if time.monotonic() > end:
                raise TimeoutError(f"'{words}' was not painted")
            seen += self._read(0.5)
        return time.monotonic(), seen

    def quiet(self, seconds: float = QUIET) -> bytes:
        """Read until nothing is painted for a while."""
        seen = b""
        while found := self._read(seconds):
            seen += found
        return seen

    def last_paint(self, seconds: float) -> float:
        """Read until nothing is painted for a while; the moment of the last paint, or 0 where there was none."""
        last = 0.0
        while self._read(seconds):
            last = time.monotonic()
        return last

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._master, 1 << 20)
        except OSError:
            raise RuntimeError("the program has ended") from None

    def spent(self) -> float:
        """The processor time of the program so far, where the system tells it; it does not grow with other work."""
        place = Path(f"/proc/{self.process.pid}/stat")
        if not place.exists():
            return 0.0
        fields = place.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End the program in its own way, so that it leaves nothing for its next start to tell of."""
        self.process.terminate()
        os.close(self._master)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def watched(program: Sequence[str], cwd: Path, size: tuple[int, int]) -> Iterator[Watched]:
    """The program, ended at the end."""
    found = Watched(program, cwd, size)
    try:
        yield found
    finally:
        found.end()
