"""One window at a time may change a deal: a lock file beside it, let go by the system when its holder dies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING or os.name == "posix":
    import fcntl


class Lock:
    """The lock of one deal file.

    Where the system has no such locks, or the folder cannot be written, nobody is kept out;
    changes of another program are then still noticed and merged.
    """

    def __init__(self, deal: Path) -> None:
        self.path = deal.with_name(f".{deal.name}.lock")
        self._handle: int | None = None

    def take(self) -> str:
        """Take the lock; returns who holds it, in words, or nothing where it is ours now."""
        if self._handle is not None or os.name != "posix":
            return ""
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return ""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(handle, 40).decode("ascii", "replace").strip()
            os.close(handle)
            return f"process {holder}" if holder.isdecimal() else "another process"
        if not self._is_there(handle):
            os.close(handle)
            return self.take()
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self._handle = handle
        return ""

    def _is_there(self, handle: int) -> bool:
        """Whether the file we locked is still the one that others find: its last holder may have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False

    def let_go(self) -> None:
        """Let go of the lock, and take its file away."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None
