"""The property grid: every fact of a deal in one line each, drawn by line; one floating field edits one.

Six hundred facts are six hundred rows of a list and no widgets. The field stands beside the grid, in a layer
above it, because a `ScrollView` lays out no children.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from clausekit.interview.internals import InOrder
from clausekit.interview.rows import Kind, Row

WIDEST_LABEL = 34
NARROWEST_VALUE = 18


class Grid(ScrollView, InOrder, can_focus=True):
    """Rows of facts with a cursor; it knows nothing of what they mean.

    Args:
        moved: called when the cursor came to another row, or a click (then with True) asked for the one it stands on.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"grid--{look}"
        for look in ("section", "group", "label", "value", "open", "unknown", "wrong", "aside", "message", "codes",
                     "cursor", "cursor-away", "known")
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("home", "end(-1)", "Top", show=False),
        Binding("end", "end(1)", "Bottom", show=False),
    ]
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    active = Reactive(False)

    class Scrolled(Message):
        """The rows moved under the field."""

    def __init__(self, moved: Callable[[bool], None], *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._moved = moved
        self.rows: tuple[Row, ...] = ()
        self.at = 0
        self.label_width = WIDEST_LABEL

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays at its path. Rows that did not change are not painted again."""
        before, path = self.rows, self.row.path if self.row else ""
        self.rows = tuple(rows)
        at = self.index_of(path)
        self.at = at if at is not None else min(self.at, max(0, len(self.rows) - 1))
        if self.rows and not self.rows[self.at].can_point:
            self.at = max(0, self.at - 1)
        self._resize(before)

    def _resize(self, before: Sequence[Row]) -> None:
        self.virtual_size = Size(max(1, self.size.width - 1), len(self.rows))
        if len(before) == len(self.rows):
            for index, (old, new) in enumerate(zip(before, self.rows, strict=True)):
                if old != new:
                    self.refresh_lines(index)
            return
        self._scroll_update(self.virtual_size)
        self.refresh()
        self.post_message(self.Scrolled())

    def index_of(self, path: str) -> int | None:
        """The row of a path, or of the nearest group above it."""
        paths = {row.path: index for index, row in reversed(list(enumerate(self.rows))) if row.can_point}
        while path:
            if path in paths:
                return paths[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None

    def on_resize(self) -> None:
        width = self.size.width - 2
        self.label_width = max(12, min(WIDEST_LABEL, width * 2 // 5, width - NARROWEST_VALUE))
        self._scroll_update(self.virtual_size)
        self.reveal()
        self.refresh()
        self.post_message(self.Scrolled())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def go_to(self, path: str) -> bool:
        """Move the cursor to a fact, or to the group that holds it; whether there is one."""
        index = self.index_of(path)
        if index is None:
            return False
        self.point(index)
        return True

    def point(self, index: int, clicked: bool = False) -> None:
        """Move the cursor to a row."""
        old, self.at = self.at, index
        for each in {old, index}:
            self.refresh_lines(each)
        self.reveal()
        self._moved(clicked)

    def reveal(self) -> None:
        """Scroll so that the row under the cursor is seen, with its message where it has one."""
        below = 1 + (self.at + 1 < len(self.rows) and self.rows[self.at + 1].kind is Kind.MESSAGE)
        self.scroll_to_region(Region(0, self.at, 1, below), animate=False, force=True, immediate=True)

    def action_step(self, by: int) -> None:
        index = self.at + by
        while 0 <= index < len(self.rows) and not self.rows[index].can_point:
            index += by
        if 0 <= index < len(self.rows):
            self.point(index)

    def action_leap(self, by: int) -> None:
        index = min(max(0, self.at + by * max(1, self.size.height - 1)), max(0, len(self.rows) - 1))
        while index and not self.rows[index].can_point:
            index -= 1
        if self.rows:
            self.point(index)

    def action_end(self, by: int) -> None:
        if self.rows:
            last = max(index for index, row in enumerate(self.rows) if row.can_point)
            self.point(0 if by < 0 else last)

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if index < len(self.rows) and self.rows[index].can_point:
            self.point(index, clicked=True)

    @property
    def value_column(self) -> int:
        """The column at which values begin."""
        return self.label_width + 3

    def value_width(self, row: Row) -> int:
        """The cells that a value may take: up to the gutter."""
        return max(4, self.size.width - self.value_column - cell_len(row.codes) - 3)

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        if index >= len(self.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row, base = self.rows[index], self.rich_style
        under = self._style("cursor" if self.active else "cursor-away") if index == self.at else Style.null()
        pieces = [Segment(text, base + self._style(look) + under) for text, look in self._pieces(row)]
        return Strip(pieces).adjust_cell_length(self.size.width, base + under).apply_offsets(0, index)

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"grid--{look}", partial=True) if look else Style.null()

    def _pieces(self, row: Row) -> list[tuple[str, str]]:
        if row.kind is Kind.MESSAGE:
            words = f"    ↳ {row.value}" if row.value else ""
            return [(_shortened(words, self.size.width - 1), row.look or "message")]
        if row.kind is Kind.SECTION:
            return [(f"{row.mark} {row.label}", "section"), (f"  {row.value}", "aside"), *self._gutter(row, 0)]
        head = f"{' ' * row.depth}{row.mark} {row.label}"
        if row.kind is Kind.GROUP:
            return self._heading(row, head)
        label = set_cell_size(_shortened(head, self.label_width), self.value_column)
        value = _shortened(row.value.replace("\n", " ⏎ "), self.value_width(row))
        return [(label, "label"), (value, row.look or "value"), *self._gutter(row, cell_len(label) + cell_len(value))]

    def _heading(self, row: Row, head: str) -> list[tuple[str, str]]:
        room = max(8, self.size.width - cell_len(row.value) - cell_len(row.codes) - 8)
        told = f"  {row.value}"
        head = _shortened(head, room)
        return [(head, "group"), (told, "aside"), *self._gutter(row, cell_len(head) + cell_len(told))]

    def _gutter(self, row: Row, used: int) -> list[tuple[str, str]]:
        if not row.codes:
            return []
        used = used or cell_len(f"{row.mark} {row.label}  {row.value}")
        gap = max(1, self.size.width - used - cell_len(row.codes) - 2)
        return [(" " * gap, ""), (row.codes, "codes")]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        lines = ("".join(text for text, _ in self._pieces(row)) for row in self.rows)
        return selection.extract("\n".join(lines)), "\n"


def _shortened(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, max(1, width - 1)).rstrip() + "…"
