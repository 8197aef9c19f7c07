"""The parts of a house-style file that matter, and questions to its styles and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from clausekit.word.house_style import Section
from clausekit.word.tree import Element, W, each, number, value

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class HouseParts:
    """A house style as it stands in its file.

    Args:
        styles, numbering, settings, fonts, theme: XML of the parts; the last four may be missing.
        section: the page.
    """

    styles: Element
    numbering: Element | None
    settings: Element | None
    fonts: Element | None
    theme: Element | None
    section: Section

    @cached_property
    def by_name(self) -> Mapping[str, Element]:
        """The styles by name in small letters; Word does not tell capitals apart in the names of its own."""
        return {(value(style, "w:name") or "").lower(): style for style in each(self.styles, "w:style")}

    @cached_property
    def by_id(self) -> Mapping[str, Element]:
        """The styles by id."""
        return {style_id(style): style for style in each(self.styles, "w:style")}

    def style(self, name: str) -> Element | None:
        """The style of this name."""
        return self.by_name.get(name.lower())

    def inherited(self, style: Element | None, answer: Callable[[Element], Answer | None]) -> Answer | None:
        """The first `answer` of `style` or of the styles it is based on."""
        return next((found for one in self._line(style) if (found := answer(one)) is not None), None)

    def _line(self, style: Element | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style is not None and style_id(style) not in seen:
            seen.add(style_id(style))
            yield style
            style = self.by_id.get(value(style, "w:basedOn") or "")

    def list_of(self, style: Element) -> str | None:
        """The id of the list that `style` is numbered by."""
        return self.inherited(style, lambda one: value(one, "w:pPr/w:numPr/w:numId"))

    def definition_of(self, list_id: str | None) -> Element | None:
        """The definition behind a list, through a list style if it is defined by one."""
        for one in each(self.numbering, "w:num"):
            if list_id is not None and one.get(f"{W}numId") == list_id:
                return self._linked(self._definition(value(one, "w:abstractNumId")))
        return None

    def _definition(self, definition_id: str | None) -> Element | None:
        found = (one for one in each(self.numbering, "w:abstractNum") if one.get(f"{W}abstractNumId") == definition_id)
        return next(found, None)

    def _linked(self, definition: Element | None) -> Element | None:
        link = value(definition, "w:numStyleLink")
        if link is None:
            return definition
        linked = (one for one in each(self.numbering, "w:abstractNum") if value(one, "w:styleLink") == link)
        return next(linked, definition)

    def level_of(self, style: Element) -> Element | None:
        """The list level that is tied to `style`."""
        levels = each(self.definition_of(self.list_of(style)), "w:lvl")
        return next((level for level in levels if value(level, "w:pStyle") == style_id(style)), None)


def style_id(style: Element) -> str:
    return style.get(f"{W}styleId") or ""


def depth_of(level: Element) -> int:
    return number(level.get(f"{W}ilvl"))
