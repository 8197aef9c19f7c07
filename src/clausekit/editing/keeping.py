"""Keeping a deal in its file: saved at each fact, with a journal, a lock, and an eye on other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from clausekit.editing.history import History, Step
from clausekit.editing.journal import Journal
from clausekit.editing.lock import Lock
from clausekit.editing.merging import merged
from clausekit.finding import Finding, Place, note, warning
from clausekit.located_yaml import read_text, replace_text

Stamp = tuple[int, int, int]
NO_FILE: Stamp = (0, 0, 0)


class Keeper:
    """Keeps one deal in its file.

    Args:
        path: the deal file; `text` is what it held when it was last read or saved.
        lock, journal: of that file.

    Attributes:
        held_elsewhere: why nothing can be changed here; empty where the lock is ours.
        trouble: why what was typed last is not in the file; empty where it is.
    """

    def __init__(self, path: Path, text: str, lock: Lock, journal: Journal, held_elsewhere: str = "") -> None:
        self.path = path
        self.lock = lock
        self.journal = journal
        self.held_elsewhere = held_elsewhere
        self.trouble = ""
        self._in_file = text
        self._seen: Stamp | None = None
        self._blocked = False

    def record(self, entry: Mapping[str, Any]) -> None:
        """Note a step in the journal; it is written with the next `save`."""
        if self.held_elsewhere:
            return
        if not self.journal.has_begun:
            self.journal.begin(self._in_file)
        self.journal.note(entry)

    def save(self, history: History) -> list[Finding]:
        """Write journal and file; returns what there is to tell where that cannot be done, or can be done again."""
        if self.held_elsewhere:
            return []
        unwritten = self.journal.write()
        if self._blocked:
            return []
        before, text = self.trouble, history.text
        if text != self._in_file or not self.path.exists():
            failed = replace_text(self.path.resolve(), text)
            if failed:
                self.trouble = self._not_saved(failed[0], unwritten)
                return [warning("not-saved", self.trouble, Place(self.path.name))]
            self._saved(text)
        self.trouble = ""
        return [note("saved-again", "Everything is saved again.", Place(self.path.name))] if before else []

    def _saved(self, text: str) -> None:
        self._in_file = text
        self._seen = self._stamp()
        if self.journal.has_begun:
            self.journal.note({"saved": True})

    def _not_saved(self, failed: Finding, unwritten: str) -> str:
        reason = failed.message.removeprefix("the file cannot be saved: ")
        where = "in this window only" if unwritten else "in this window and in the journal beside the file"
        way_out = "Make room, or let the folder be written; it is tried again with the next change."
        return f"The deal cannot be saved ({reason}). What you typed is kept {where}. {way_out}"

    # Other programs

    def changed_elsewhere(self) -> str | None:
        """The text that another program wrote into the file, or None where nobody did."""
        self._take_lock()
        stamp = self._stamp()
        if stamp == self._seen or stamp == NO_FILE:
            return None
        try:
            theirs = self.path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        self._seen = stamp
        if theirs == self._in_file:
            self._blocked = False
            return None
        return theirs

    def _take_lock(self) -> None:
        if self.held_elsewhere and not self.lock.take():
            self.held_elsewhere = ""

    def merged(self, theirs: str, ours: str) -> tuple[Sequence[Step], list[Finding]]:
        """The steps that bring another program's text and ours together, and what there is to tell."""
        located, findings = read_text(theirs, self.path.name)
        if located is None or findings or not isinstance(located.data, dict):
            self._blocked = True
            return (), [self._unreadable(findings)]
        steps, told = merged(self._in_file, ours, theirs, self.path.name)
        self._blocked = False
        self._in_file = theirs
        return steps, told

    def _unreadable(self, findings: Sequence[Finding]) -> Finding:
        line = findings[0].place.line if findings else 1
        why = findings[0].message if findings else "it is no deal"
        self.trouble = (
            f"Another program wrote something into the file that cannot be read as a deal (line {line}: {why}). It is "
            "left as it is. What you type is kept in the journal, and saved once the file can be read again."
        )
        return warning("changed-elsewhere", self.trouble, Place(self.path.name, line))

    def _stamp(self) -> Stamp:
        try:
            found = self.path.stat()
        except OSError:
            return NO_FILE
        return found.st_mtime_ns, found.st_size, found.st_ino

    # The end

    def close(self, history: History) -> list[Finding]:
        """Save what is not saved, and leave nothing behind but what could not be."""
        told = self.save(history) if history.text != self._in_file or self.trouble else []
        lost = history.text != self._in_file and not self.held_elsewhere
        if not lost and not self.held_elsewhere:
            self.journal.end()
        self.lock.let_go()
        if lost:
            told.append(self._left_behind())
        return told

    def _left_behind(self) -> Finding:
        kept = self.journal.is_whole and self.journal.path.exists()
        message = (
            f"What could not be saved is in {self.journal.path.name}; it is put back when the deal is opened again."
            if kept
            else "The last changes could not be saved anywhere, and are lost."
        )
        return warning("not-saved", message, Place(self.path.name))
