"""Subclasses that lean on the insides of Textual 8.2.8, in one place.

- `Input._watch_value` sets `virtual_size` at each key; that reactive has `layout=True`, so that the whole
  screen is laid out for every character. Here it has not. A value longer than the field still scrolls,
  because `_watch_selection` scrolls to the cursor by itself.
- `Input._on_paste` keeps the first line of what is pasted and drops the rest; here lines are joined, and told.
- `App._check_bindings` is asked for keys of priority before the widget with the focus gets a key, and for all other
  keys after that widget and all around it have had it. So keys that come close together, as they do over a slow
  line, overtake each other: text lands in the wrong fact. `InOrder` does each key where it arrives.
- `Footer` recomposes at each change of focus; `KeyLine` is one line that changes only with its words.
- `Screen.dismiss` hands the answer of a window to the widget that was busy when the window was opened;
  `asked_by` is that widget.
- `App` puts a filter that turns colours into greys first among `_filters` where NO_COLOR is set; `without_colour`
  puts one there that leaves none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static


class InOrder(Widget):
    """A widget that does keys one after the other, those that write and those that act alike."""

    async def _on_key(self, event: events.Key) -> None:
        focused = self.app.focused
        if focused is not self and focused is not None:
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))  # the key before this one moved the focus
        elif not self.writes(event) and await self.app.do_key(event.key):  # type: ignore[attr-defined]  # ours, below
            event.stop()
            event.prevent_default()

    def writes(self, event: events.Key) -> bool:
        """Whether the widget takes this key as text."""
        return False


class KeysInOrder(App[None]):
    """The app of widgets that do their keys in order."""

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        if priority and isinstance(self.focused, InOrder):
            return False  # the widget asks for it when it is the key's turn
        return await super()._check_bindings(key, priority)

    async def do_key(self, key: str) -> bool:
        """Do what a key stands for; whether it stands for anything."""
        return await super()._check_bindings(key, priority=True) or await super()._check_bindings(key)


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


class FactInput(FastInput, InOrder):
    """The field of the facts: what is typed, and what is done, happen in the order of the keys.

    Args:
        accept: takes what was written, and goes on.
    """

    def __init__(self, accept: Callable[[], None], *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._accept = accept

    async def _on_key(self, event: events.Key) -> None:
        if self.writes(event) and self.app.focused is self:
            await FastInput._on_key(self, event)
        else:
            await InOrder._on_key(self, event)

    def writes(self, event: events.Key) -> bool:
        return event.is_printable

    async def action_submit(self) -> None:
        self._accept()


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


def asked_by(window: Screen[Any]) -> MessagePump:
    """Who gets the answer of a window, in its own time."""
    return window._result_callbacks[-1].requester
