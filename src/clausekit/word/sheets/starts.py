"""Where a position begins: three marks, of which any one is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from clausekit.word.reading import ReadParagraph
from clausekit.word.sheets.sheet import BOOKMARK, CONTROL, KEY, is_mark_of
from clausekit.word.tree import Element, W, value


class Start(NamedTuple):
    """What the marks of a paragraph say.

    Args:
        key: the position that begins here, or nothing.
        mark: the name of its bookmark.
        conflict: why the marks do not agree, in words.
    """

    key: str = ""
    mark: str = ""
    conflict: str = ""


class Starts:
    """Finds where positions begin; `keys` are those that a bookmark may mean."""

    def __init__(self, keys: Collection[str]) -> None:
        self.keys = keys
        self.seen: set[Element] = set()

    def at(self, paragraph: ReadParagraph, is_label: bool, text: str) -> Start:
        """The position that begins at a paragraph.

        Args:
            is_label: whether it has the style of a position's first line.
        """
        said = {"its label": self._by_control(paragraph), "its words": _key_in(text) if is_label else ""}
        mark = next(_marks(paragraph), "")
        said["its bookmark"] = self._by_mark(mark)
        found = {how: key for how, key in said.items() if key}
        keys = list(dict.fromkeys(found.values()))
        if len(keys) > 1:
            told = ", ".join(f"{key} by {how}" for how, key in found.items())
            return Start(keys[0], mark, f"it is two positions at once: {told}; make the sheet anew, or undo")
        if is_label and not keys:
            return Start("", "", "it has the style CK Position, and names no position")
        return Start(keys[0] if keys else "", mark if said["its bookmark"] else "")

    def _by_control(self, paragraph: ReadParagraph) -> str:
        """The key in the label of a content control that was not met before."""
        for control in (*paragraph.controls, *paragraph.element.iter(f"{W}sdt")):
            key = _key_in((value(control, "w:sdtPr/w:alias") or "").removeprefix(CONTROL))
            if key and control not in self.seen:
                self.seen.add(control)
                return key
        return ""

    def _by_mark(self, mark: str) -> str:
        return next((key for key in self.keys if mark and is_mark_of(mark, key)), "")


def _key_in(text: str) -> str:
    found = KEY.search(text.lower())
    return found.group() if found else ""


def _marks(paragraph: ReadParagraph) -> Iterator[str]:
    for one in paragraph.element.iter(f"{W}bookmarkStart"):
        name = one.get(f"{W}name") or ""
        if name.startswith(BOOKMARK):
            yield name
