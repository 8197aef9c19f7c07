"""The journal: every step since the deal was opened, on disk before the deal is, so that a crash loses none.

It lies beside the deal, for its owner alone, and is gone after a clean end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from clausekit.editing.history import History, Step

FORMAT = 1
Entry = Mapping[str, Any]


class Journal:
    """The journal of one deal file; what cannot be written yet waits, and is tried again."""

    def __init__(self, deal: Path) -> None:
        self.path = deal.with_name(f".{deal.name}.journal")
        self._waiting: list[str] = []
        self._length = 0
        self._begun = False

    @property
    def is_whole(self) -> bool:
        """Whether everything noted is on disk."""
        return not self._waiting

    def note(self, entry: Entry) -> None:
        """Note a step or a saving."""
        self._waiting.append(json.dumps(entry, ensure_ascii=False) + "\n")

    def begin(self, text: str, entries: Iterable[Entry] = ()) -> None:
        """Begin anew with the text as it is now, and what led further."""
        self._waiting = []
        self._length = 0
        self._begun = True
        self.note({"journal": FORMAT, "text": text})
        for entry in entries:
            self.note(entry)

    @property
    def has_begun(self) -> bool:
        return self._begun

    def write(self) -> str:
        """Write what waits; returns why it could not be written, in words, or nothing."""
        if not self._waiting:
            return ""
        try:
            self._append("".join(self._waiting).encode("utf-8", "surrogatepass"))
        except OSError as fault:
            return fault.strerror or "it cannot be written"
        self._waiting = []
        return ""

    def _append(self, content: bytes) -> None:
        """Append, and leave nothing of it where there is no room for all of it."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(handle, self._length)
            os.lseek(handle, self._length, os.SEEK_SET)
            _write_all(handle, content)
            os.fsync(handle)
            self._length += len(content)
        finally:
            os.close(handle)

    def end(self) -> None:
        """Take the journal away."""
        self.path.unlink(missing_ok=True)
        self._begun = False
        self._waiting = []
        self._length = 0


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a journal gives back.

    Args:
        saved: the text that was last saved.
        entries: the entries that were read, after the first.
        whole: whether all of it could be read; a last line that was cut off counts as read.
    """

    history: History
    saved: str
    entries: tuple[Entry, ...]
    whole: bool


def set_aside(path: Path) -> Path | None:
    """Give a journal that was left behind another name, so that one that cannot be replayed is never replayed twice."""
    if not path.exists():
        return None
    names = (path.with_name(f"{path.name}.kept{number}") for number in count(1))
    other = next(name for name in names if not name.exists())
    path.rename(other)
    return other


def replay(path: Path) -> Replayed | None:
    """What the journal at `path` gives back; None where not even its beginning can be read."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    first = _read(lines[0])
    if first is None or first.get("journal") != FORMAT or not isinstance(first.get("text"), str):
        return None
    history = History(first["text"])
    saved, entries, whole = history.text, list[Entry](), True
    for number, line in enumerate(lines[1:], 2):
        entry = _read(line)
        if not _done(history, entry):
            whole = number >= len(lines)
            break
        assert entry is not None
        entries.append(entry)
        saved = history.text if "saved" in entry else saved
    return Replayed(history, saved, tuple(entries), whole)


def _read(line: str) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None


def _done(history: History, entry: Entry | None) -> bool:
    """Do one entry; False where it says nothing that can be done."""
    try:
        match entry:
            case {"do": stated}:
                history.do(Step.of_json(stated))
            case {"more": stated}:
                history.go_on(Step.of_json(stated))
            case {"undo": _}:
                return history.undo() is not None
            case {"redo": _}:
                return history.redo() is not None
            case _:
                return entry is not None and "saved" in entry
    except (TypeError, ValueError):
        return False
    return True
