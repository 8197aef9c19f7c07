"""Windows over the deal: a page to read, a list to choose from, a line or a text to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from clausekit.interview.entries import Entry, plain_entry
from clausekit.interview.internals import FastInput, KeyLine
from clausekit.interview.keybar import KeyBar
from clausekit.interview.page import Page

Keys = Sequence[tuple[str, str, str]]
BACK = ("Esc", "back", "back")


class Window(ModalScreen[str | None]):
    """A window with a title and its keys; escape closes it with no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", show=False, priority=True)]
    KEYS: Keys = (BACK,)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title

    def content(self) -> ComposeResult:
        """What stands between title and keys."""
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield KeyLine(widget_id="window-title")
            yield from self.content()
            yield KeyBar(widget_id="window-keys")

    def on_mount(self) -> None:
        self.query_one("#window-title", KeyLine).say(self.heading)
        self.call_after_refresh(self._offer)

    def on_resize(self) -> None:
        self.call_after_refresh(self._arranged)

    def _arranged(self) -> None:
        """What depends on the size."""
        self._offer()

    def _offer(self) -> None:
        self.query_one("#window-keys", KeyBar).offer(self.KEYS)

    def action_back(self) -> None:
        self.dismiss(None)


class PageWindow(Window):
    """A page to read; an entry with a key is an answer."""

    KEYS: Keys = (("Enter", "open", "choose"), ("^C", "copy", "copy"), BACK)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "copy", "Copy", show=False, priority=True)]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__(title)
        self.page = Page(entries, choosing=any(entry.key for entry in entries), widget_id="window-page")

    def content(self) -> ComposeResult:
        yield self.page

    def action_choose(self) -> None:
        self.page.action_choose()

    def action_copy(self) -> None:
        """Copy what is selected, or the whole page."""
        self.app.copy_to_clipboard(self.get_selected_text() or "\n".join(self.page.plain_lines()))
        self.notify("Copied.")

    @on(Page.Chosen)
    def _chosen(self, event: Page.Chosen) -> None:
        event.stop()
        self.take(event.key)

    def take(self, key: str) -> None:
        """Answer with the entry that was chosen."""
        self.dismiss(key)


Find = Callable[[str], Sequence[Entry]]


class ListWindow(Window):
    """A list to choose from, shortened as one types."""

    KEYS: Keys = (("Enter", "take", "take"), BACK)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("pageup", "leap(-1)", show=False, priority=True),
        Binding("pagedown", "leap(1)", show=False, priority=True),
    ]

    def __init__(self, title: str, find: Find) -> None:
        super().__init__(title)
        self._find = find
        self.page = Page(find(""), choosing=True, widget_id="window-page")

    def content(self) -> ComposeResult:
        yield FastInput(widget_id="window-filter", placeholder="type to shorten the list")
        yield self.page

    @on(Input.Changed, "#window-filter")
    def _shorten(self, event: Input.Changed) -> None:
        self.page.show(self._find(event.value) or [plain_entry("Nothing is called that.", "muted")])
        self.page.action_end(-1)

    @on(Input.Submitted, "#window-filter")
    def action_take(self) -> None:
        self.dismiss(self.page.pointed or None)

    @on(Page.Chosen)
    def _chosen(self, event: Page.Chosen) -> None:
        self.dismiss(event.key)

    def action_step(self, by: int) -> None:
        self.page.action_step(by)

    def action_leap(self, by: int) -> None:
        self.page.action_leap(by)


class LineWindow(Window):
    """One line to write, under the words that ask for it; it may be empty."""

    KEYS = (("Enter", "done", "done"), BACK)

    def __init__(self, title: str, asks: str, value: str = "") -> None:
        super().__init__(title)
        self._asks = asks
        self._value = value

    def content(self) -> ComposeResult:
        yield Static(self._asks, id="window-asks", markup=False)
        yield FastInput(widget_id="window-line")

    def on_mount(self) -> None:
        super().on_mount()
        field = self.query_one("#window-line", FastInput)
        field.value = self._value
        field.focus()

    @on(Input.Submitted, "#window-line")
    def action_done(self) -> None:
        self.dismiss(self.query_one("#window-line", FastInput).value.strip())


class TextWindow(Window):
    """A long text to write, with its own undo; ctrl+s takes it."""

    KEYS = (("^S", "take it", "take"), ("Esc", "leave it as it was", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Take", show=False, priority=True)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def content(self) -> ComposeResult:
        area = TextArea(self._text, id="window-text", soft_wrap=True, tab_behavior="focus")
        area.cursor_blink = False
        yield area

    def action_take(self) -> None:
        self.dismiss(self.query_one("#window-text", TextArea).text)
