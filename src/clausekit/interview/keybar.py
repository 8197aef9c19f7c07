"""The line of keys at the foot: those that matter now; a click on one does the same."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events

from clausekit.interview.internals import KeyLine

GAP = "  "


class KeyBar(KeyLine):
    """Keys with their words; each carries the name of a Textual action."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._keys: list[tuple[str, str]] = []

    def offer(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show keys.

        Args:
            keys: key, word and action of each, the most useful first; what does not fit is left out.
        """
        room = self.size.width or 80
        self._keys = []
        for key, word, action in keys:
            words = f"{key} {word}"
            if sum(cell_len(text) + len(GAP) for text, _ in self._keys) + cell_len(words) <= room - 2:
                self._keys.append((words, action))
        self.say(" " + GAP.join(words for words, _ in self._keys))

    async def on_click(self, event: events.Click) -> None:
        begin = 1
        for words, action in self._keys:
            end = begin + cell_len(words)
            if begin <= event.x < end:
                await self.screen.run_action(action)
                return
            begin = end + len(GAP)
