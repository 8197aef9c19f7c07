"""The last draft of the deal on the desk, and what has changed since."""

from __future__ import annotations

from pathlib import Path

from clausekit.editing.drafted import Drafted, last_draft
from clausekit.editing.edits import data_at
from clausekit.editing.judging import Answer
from clausekit.editing.stale import stale_since

MOST_CHANGES = 8  # as told before another draft


class LastDraft:
    """Looks for the draft's receipt where drafts go, and beside the deal.

    Args:
        deal: the deal file; `out` is where drafts go, empty for the deal's own folder.
    """

    def __init__(self, deal: Path, out: str) -> None:
        self._deal = deal
        self._out = out
        self.found: Drafted | None = None
        self.changes: list[str] = []

    def compare(self, answer: Answer) -> None:
        """See what has changed since. Takes a while."""
        located = answer.snapshot.reading.located
        file_name = data_at(located.data, ("file_name",)) if located else None
        folders = [Path(self._out)] if self._out else []
        self.found = last_draft(self._deal, answer.snapshot.text, file_name, folders)
        self.changes = stale_since(self.found, answer) if self.found else []

    @property
    def stale(self) -> str:
        """What is to be said while something has changed since, in words."""
        return f"the draft of {self.found.on} is stale: F5 says why" if self.found and self.changes else ""

    def told(self) -> list[str]:
        """Where files go, and what has changed since the last draft."""
        since = [f"Changed since the draft of {self.found.on}:"] if self.found and self.changes else []
        more = [f"and {len(self.changes) - MOST_CHANGES} more"] if len(self.changes) > MOST_CHANGES else []
        changes = [f"  {line}" for line in (*self.changes[:MOST_CHANGES], *more)]
        return [f"The files go to {self._out or self._deal.parent.resolve()}.", *since, *changes]
