"""The pane of facts: the grid, and the one field that floats over the value under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from clausekit.interview.grid import Grid
from clausekit.interview.internals import FactInput
from clausekit.interview.rows import Kind, Row


class FactsPane(Container):
    """Shows rows, and hands over what was typed where; whether it is taken is for others to say.

    Args:
        left: called with path, text and whether it was accepted when a fact is left with another text than it had.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("tab", "accept", "Next", show=False),
        Binding("enter", "enter", "Open", show=False),
        Binding("left", "fold(True)", "Close", show=False),
        Binding("right", "fold(False)", "Open", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("ctrl+home", "end(-1)", "Top", show=False),
        Binding("ctrl+end", "end(1)", "Bottom", show=False),
        Binding("escape", "revert", "As it was", show=False),
    ]

    class Typed(Message):
        """The text of the fact under the cursor changed."""

        def __init__(self, path: str, text: str) -> None:
            super().__init__()
            self.path = path
            self.text = text

    class Came(Message):
        """The cursor came to a row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Entered(Message):
        """Enter was pressed, or a click made, on a heading."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Folded(Message):
        """What stands below a heading is to be hidden, or shown."""

        def __init__(self, row: Row, shut: bool) -> None:
            super().__init__()
            self.row = row
            self.shut = shut

    def __init__(self, left: Callable[[str, str, bool], None], *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._left = left
        self.grid = Grid(self._moved, widget_id="grid")
        self.field = FactInput(self.action_accept, widget_id="field")
        self.editing: Row | None = None

    def compose(self) -> ComposeResult:
        yield self.grid
        yield self.field

    def on_mount(self) -> None:
        self.field.display = False

    @property
    def row(self) -> Row | None:
        return self.grid.row

    @property
    def typed(self) -> str | None:
        """What stands in the field and has not been saved yet; None where nothing was typed."""
        if self.editing is None or self.field.value == self.editing.value:
            return None
        return self.field.value

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; a text that is being typed stays."""
        typed = self.typed
        self.grid.show(rows)
        if typed is None or self.row is None or self.editing is None or self.row.path != self.editing.path:
            self.place()
        else:
            self.editing = self.row
            self._put()

    def go_to(self, path: str) -> bool:
        """Leave the fact under the cursor and go to another; whether there is one."""
        self.leave()
        found = self.grid.go_to(path)
        if found:
            self.take_focus()
        return found

    def leave(self, accepted: bool = False) -> None:
        """Hand over what was typed, if anything was."""
        typed = self.typed
        if typed is not None and self.editing is not None:
            path, self.editing = self.editing.path, None
            self._left(path, typed, accepted)

    def place(self) -> None:
        """Put the field over the value under the cursor."""
        row = self.row
        self.editing = row if row is not None and row.can_edit else None
        if self.editing is not None:
            with self.field.prevent(Input.Changed):
                self.field.value = self.editing.value
            # All of it is selected, with the cursor before it, so that a long answer is read from its start.
            self.field.selection = Selection(len(self.editing.value), 0)
        self._put()

    def _put(self) -> None:
        """Move the field to its row, or hide it where that is not on the screen."""
        y = self.grid.at - self.grid.scroll_offset.y
        shown = self.editing is not None and 0 <= y < self.grid.size.height
        if shown and self.editing is not None:
            self.field.styles.offset = (self.grid.value_column, y)
            self.field.styles.width = self.grid.value_width(self.editing)
        self.field.display = shown
        if self.has_focus_within:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the field, or to the grid where there is nothing to write."""
        wanted = self.field if self.field.display else self.grid
        if self.screen.focused is not wanted:
            self.screen.set_focus(wanted, scroll_visible=False)  # at once: the next key may be here already

    def type_over(self, text: str) -> None:
        """Put a text into the field as if it were typed."""
        self.field.value = text
        self.field.cursor_position = len(text)

    def _moved(self, clicked: bool) -> None:
        self.leave()
        self.place()
        if clicked:
            self.take_focus()
        if self.row is not None:
            self.post_message(self.Came(self.row))
            if clicked and self.row.kind is Kind.SECTION:
                self.post_message(self.Entered(self.row))

    @on(Grid.Scrolled)
    def _scrolled(self, event: Grid.Scrolled) -> None:
        event.stop()
        self._put()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.editing is not None:
            self.post_message(self.Typed(self.editing.path, event.value))

    def on_descendant_focus(self) -> None:
        self.grid.active = True

    def on_descendant_blur(self) -> None:
        self.grid.active = False

    def action_accept(self) -> None:
        """Take the answer, with its first completion where it needs one, and go on."""
        self.leave(accepted=True)
        self.grid.action_step(1)

    def action_enter(self) -> None:
        """Open a heading."""
        if self.row is not None:
            self.post_message(self.Entered(self.row))

    def action_fold(self, shut: bool) -> None:
        """Hide or show what stands below a heading; in a fact the keys move the cursor."""
        if self.row is not None and not self.row.can_edit:
            self.post_message(self.Folded(self.row, shut))

    def action_move(self, by: int) -> None:
        self.grid.action_step(by)

    def action_leap(self, by: int) -> None:
        self.grid.action_leap(by)

    def action_end(self, by: int) -> None:
        self.grid.action_end(by)

    def action_revert(self) -> None:
        if self.typed is None:
            raise SkipAction
        self.place()
