"""A page of entries, drawn line by line: contract, findings, instruments, help and differences.

A `ScrollView` that draws only the lines on the screen. Wrapped lines are kept by entry and width, so that a
change costs what changed. The reading position is the entry at the top, not the row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

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

from clausekit.interview.entries import Entry, Line, wrap

LOOKS = (
    "title", "heading", "term", "blank", "marked", "muted", "error", "warning", "note", "good", "added", "removed",
    "strong", "link", "code", "concerned",
)  # fmt: skip
WIDEST_TEXT = 92


class Page(ScrollView, can_focus=True):
    """A page of entries; those with a key can be pointed at and chosen.

    Args:
        choosing: whether a cursor moves from entry to entry; without it the keys scroll.
        twice: whether a first click only points, and one on the entry under the cursor chooses it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{look}" for look in (*LOOKS, "cursor", "cursor-away")}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("home", "end(-1)", "Top", show=False),
        Binding("end", "end(1)", "Bottom", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]
    # Stock `virtual_size` lays out the whole screen at each change; scrollbars here never come and go.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    class Chosen(Message):
        """An entry was chosen, by enter or by a click on the one under the cursor."""

        def __init__(self, page: Page, key: str) -> None:
            super().__init__()
            self.page = page
            self.key = key

        @property
        def control(self) -> Page:
            return self.page

    class Pointed(Message):
        """The cursor came to another entry."""

        def __init__(self, page: Page, key: str) -> None:
            super().__init__()
            self.page = page
            self.key = key

        @property
        def control(self) -> Page:
            return self.page

    def __init__(
        self,
        entries: Sequence[Entry] = (),
        *,
        choosing: bool = False,
        twice: bool = False,
        widget_id: str | None = None,
    ) -> None:
        super().__init__(id=widget_id)
        self.twice = twice
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.choosing = choosing
        self.at = 0
        self._lines: dict[Entry, tuple[Line, ...]] = {}
        self._starts: list[int] = [0] * (len(self.entries) + 1)  # measured once the size is known
        self._width = 0

    @property
    def text_width(self) -> int:
        return max(20, min(WIDEST_TEXT, self.scrollable_content_region.width or self.size.width or 80) - 1)

    @property
    def pointed(self) -> str:
        """The key of the entry under the cursor, or of the one at the top."""
        index = self.at if self.choosing else self.entry_at(self.scroll_offset.y)
        return self.entries[index].key if 0 <= index < len(self.entries) else ""

    def on_mount(self) -> None:
        self._refresh_scrollbars()
        self._first()

    def on_resize(self) -> None:
        self._measure(keep_top=True)

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the reading position and the cursor stay with what they were at."""
        entries = tuple(entries)
        if entries == self.entries:
            return
        before, key = self.entries, self.pointed
        self.entries = entries
        self._keep_cursor(key)
        self._measure(keep_top=True, before=before)

    def _keep_cursor(self, key: str) -> None:
        keys = [entry.key for entry in self.entries]
        self.at = keys.index(key) if key in keys else min(self.at, max(0, len(keys) - 1))
        self._first()

    def _first(self) -> None:
        """Put the cursor on an entry that can be chosen."""
        if self.choosing and self.entries and not self.entries[min(self.at, len(self.entries) - 1)].key:
            self.at = next((i for i in self._choosable() if i >= self.at), next(iter(self._choosable()), 0))

    def _choosable(self) -> list[int]:
        return [index for index, entry in enumerate(self.entries) if entry.key]

    def _measure(self, keep_top: bool, before: Sequence[Entry] | None = None) -> None:
        top, within = self._top(before if before is not None else self.entries)
        width = self.text_width
        known = self._lines if width == self._width else {}
        self._lines = {entry: known.get(entry) or wrap(entry, width) for entry in self.entries}
        self._width = width
        self._starts = list(accumulate((len(self._lines[entry]) for entry in self.entries), initial=0))
        self.virtual_size = Size(width, self._starts[-1])
        self._scroll_update(self.virtual_size)
        if keep_top and top is not None:
            self._return_to(top, within)
        self.refresh()

    def _top(self, entries: Sequence[Entry]) -> tuple[Entry | None, int]:
        row = self.scroll_offset.y
        index = bisect_right(self._starts, row) - 1
        return (entries[index], row - self._starts[index]) if row > 0 and 0 <= index < len(entries) else (None, 0)

    def _return_to(self, top: Entry, within: int) -> None:
        """Bring the entry that was at the top back there; an equal one, else one with its key."""
        same = (index for index, entry in enumerate(self.entries) if entry == top)
        alike = (index for index, entry in enumerate(self.entries) if top.key and entry.key == top.key)
        index = next(same, next(alike, None))
        if index is not None:
            self.scroll_to(y=self._starts[index] + within, animate=False, immediate=True)

    def entry_at(self, row: int) -> int:
        """The index of the entry that stands on a row of the whole page."""
        return min(max(0, bisect_right(self._starts, row) - 1), len(self.entries) - 1)

    def go_to(self, key: str, *, top: bool = False) -> bool:
        """Bring the first entry with this key on the screen; whether there is one."""
        index = next((index for index, entry in enumerate(self.entries) if entry.key == key), None)
        if index is None:
            return False
        self.go_to_entry(index, top=top)
        return True

    def go_to_entry(self, index: int, *, top: bool = False) -> None:
        """Bring an entry on the screen."""
        self._point(index)
        if top or not self.choosing:
            self.scroll_to(y=self._starts[index], animate=False, immediate=True)

    def _point(self, index: int) -> None:
        old, self.at = self.at, index
        for each in {old, index}:
            self._refresh_entry(each)
        first, height = self._starts[index], self._starts[index + 1] - self._starts[index]
        self.scroll_to_region(Region(0, first, 1, max(1, height)), animate=False, force=True, immediate=True)
        if old != index:
            self.post_message(self.Pointed(self, self.entries[index].key))

    def _refresh_entry(self, index: int) -> None:
        if 0 <= index < len(self.entries):
            self.refresh_lines(self._starts[index], self._starts[index + 1] - self._starts[index])

    def action_step(self, by: int) -> None:
        if not self.choosing:
            self.scroll_relative(y=by, animate=False, immediate=True)
            return
        keys = self._choosable()
        beyond = [index for index in keys if (index > self.at if by > 0 else index < self.at)]
        if beyond:
            self._point(beyond[0] if by > 0 else beyond[-1])

    def action_leap(self, by: int) -> None:
        rows = max(1, self.size.height - 1)
        if not self.choosing:
            self.scroll_relative(y=by * rows, animate=False, immediate=True)
            return
        goal = self.entry_at(self._starts[self.at] + by * rows)
        keys = self._choosable()
        if keys:
            self._point(min(keys, key=lambda index: abs(index - goal)))

    def action_end(self, by: int) -> None:
        if self.choosing and (keys := self._choosable()):
            self._point(keys[0] if by < 0 else keys[-1])
        self.scroll_to(y=0 if by < 0 else self._starts[-1], animate=False, immediate=True)

    def action_choose(self) -> None:
        if self.pointed:
            self.post_message(self.Chosen(self, self.pointed))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if not self.entries or row >= self._starts[-1]:
            return
        index = self.entry_at(row)
        if self.entries[index].key and not self.screen.get_selected_text():
            pointed_before = self.at == index
            if self.choosing:
                self._point(index)
            if pointed_before or not self.twice:
                self.post_message(self.Chosen(self, self.entries[index].key))

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        base = self.rich_style
        if not self.entries or row >= self._starts[-1]:
            return Strip.blank(self.size.width, base)
        index = self.entry_at(row)
        line = self._lines[self.entries[index]][row - self._starts[index]]
        under = self._cursor_style(index)
        pieces = [Segment(text, base + self._look(look) + under) for text, look in line]
        strip = Strip(pieces).adjust_cell_length(self.size.width, base + under)
        return self._selected(strip, row).apply_offsets(0, row)

    def _look(self, look: str) -> Style:
        return self.get_component_rich_style(f"page--{look}", partial=True) if look else Style.null()

    def _cursor_style(self, index: int) -> Style:
        if not self.choosing or index != self.at or not self.entries[index].key:
            return Style.null()
        return self.get_component_rich_style("page--cursor" if self.has_focus else "page--cursor-away", partial=True)

    def on_focus(self) -> None:
        self._refresh_entry(self.at)

    def on_blur(self) -> None:
        self._refresh_entry(self.at)

    def _selected(self, strip: Strip, row: int) -> Strip:
        """The strip with what the mouse selected marked."""
        span = self.text_selection.get_span(row) if self.text_selection else None
        if span is None:
            return strip
        start, end = span[0], strip.cell_length if span[1] == -1 else min(span[1], strip.cell_length)
        if start >= end:
            return strip
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([strip.crop(0, start), strip.crop(start, end).apply_style(style), strip.crop(end)])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract("\n".join(self.plain_lines())), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def plain_lines(self) -> list[str]:
        """Every line of the page without its looks."""
        return ["".join(text for text, _ in line) for entry in self.entries for line in self._lines[entry]]
