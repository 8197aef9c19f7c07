"""Subclasses that lean on the insides of Textual 8.2.8, in one place.

- `Input._watch_value` sets `virtual_size` at each key; that reactive has `layout=True`, so that the whole
  screen is laid out for every character. Here it has not. A value longer than the field still scrolls,
  because `_watch_selection` scrolls to the cursor by itself.
- `Input._on_paste` keeps the first line of what is pasted and drops the rest; here lines are joined, and told.
- `Footer` recomposes at each change of focus; `KeyLine` is one line that changes only with its words.
- `App` puts a filter that turns colours into greys first among `_filters` where NO_COLOR is set; `without_colour`
  puts one there that leaves none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.filter import Monochrome, NoColor
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import App


class FastInput(Input):
    """An input that paints its own row at a key and nothing else."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    class LinesPasted(Message):
        """Several lines were pasted; `text` is all of them."""

        def __init__(self, text: str, joined: bool) -> None:
            super().__init__()
            self.text = text
            self.joined = joined

    def __init__(self, *, widget_id: str | None = None, placeholder: str = "") -> None:
        super().__init__(id=widget_id, compact=True, select_on_focus=False, placeholder=placeholder)
        self.cursor_blink = False  # a blink is a repaint, and moves the windows of input methods

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if lines:
            self.replace(" ".join(lines), *self.selection)
        if len(lines) > 1:
            self.post_message(self.LinesPasted(event.text, joined=True))
        event.stop()
        event.prevent_default()


class KeyLine(Static):
    """One line of words that repaints only when they change."""

    def __init__(self, *, widget_id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=widget_id, classes=classes, markup=False)
        self.said = ""

    def say(self, words: str) -> None:
        """Show these words; nothing happens where they stand there already."""
        if words != self.said:
            self.said = words
            self.update(words, layout=False)


def without_colour(app: App[Any]) -> None:
    """Leave no colour at all where NO_COLOR is set."""
    if app.no_color:
        app._filters = [NoColor() if isinstance(one, Monochrome) else one for one in app._filters]
