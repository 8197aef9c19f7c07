"""A house style as the writer needs it: finished parts of a Word file, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from clausekit.agreement.document import Role
from clausekit.word.styles import ROLE_STYLES


@dataclass(frozen=True, slots=True)
class Section:
    """The page, in twentieths of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1418
    right: int = 1418
    bottom: int = 1418
    left: int = 1418
    header: int = 709
    footer: int = 624
    gutter: int = 0

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    def turned(self) -> Section:
        """The same page on its side."""
        return Section(
            self.height, self.width, self.left, self.top, self.right, self.bottom, self.header, self.footer, self.gutter
        )


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of the house style: its id, and the id of the definition behind it."""

    number: str
    definition: str


@dataclass(frozen=True, slots=True)
class Measure:
    """How much room a paragraph of a style takes, in twentieths of a point; for guessing pages."""

    size: int
    before: int
    after: int
    line: int
    indent: int


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A house style, compiled.

    Args:
        styles: `styles.xml` with `LANGUAGE` where the document's language goes.
        numbering: the definitions of lists, then the lists, without the root element.
        next_list: the first id that no list has.
        settings: the settings kept from the file, without the root element.
        fonts: `fontTable.xml`; `theme`: `theme1.xml`.
        section: the page.
        ids: id of each style by name; other than English versions of Word choose other ids.
        lists: the list of each sequence of `styles.ROLE_STYLES`.
        schedule_label: how schedules are numbered, such as ``Schedule %1``.
        measures: the room taken by each role's style.
    """

    styles: str
    numbering: tuple[str, str]
    next_list: int
    settings: str
    fonts: str
    theme: str
    section: Section
    ids: Mapping[str, str]
    lists: Mapping[str, NumberedList]
    schedule_label: str
    measures: Mapping[str, Measure]

    def style(self, name: str) -> str:
        """The id of the style of this name."""
        return self.ids[name]

    def of(self, role: Role) -> str:
        """The id of a role's paragraph style."""
        return self.ids[ROLE_STYLES[role].name]

    def as_json(self) -> dict[str, Any]:
        """The house style as plain data, to be kept and read again with `from_json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> HouseStyle:
        """The house style that `as_json` gave.

        Raises:
            KeyError, TypeError: the data is not of this version of the program.
        """
        definitions, lists = data["numbering"]
        return cls(
            **{name: data[name] for name in PLAIN_PARTS},
            numbering=(definitions, lists),
            section=Section(**data["section"]),
            lists={name: NumberedList(**one) for name, one in data["lists"].items()},
            measures={name: Measure(**one) for name, one in data["measures"].items()},
        )


PLAIN_PARTS = ("styles", "next_list", "settings", "fonts", "theme", "ids", "schedule_label")
NO_LANGUAGE = "und"
LANGUAGE = f'<w:lang w:val="{NO_LANGUAGE}"/>'
"""Stands in `HouseStyle.styles` for the language of the document."""
