"""Every fact of one deal as its file states it, in the order in which facts are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.facts.answers import NOT_ASKED
from clausekit.facts.paths import Keys
from clausekit.facts.questions import FIRST_SECTION
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Many, Part, Shape


@dataclass(frozen=True, slots=True)
class Standing:
    """One fact, or one group, where it stands in a deal.

    Args:
        path: such as ``parties[operator].links[CN].assets``; `keys` leads to it in the file.
        part: its question; for a member of a list, that of the list.
        written: what stands in the file, unread; NOT_ASKED where nothing does.
        section: the heading under which it is asked.
        depth: how many groups it stands in.
        member: whether it is one of several groups under keys.
    """

    path: str
    keys: Keys
    part: Part
    shape: Shape
    written: Any
    section: str
    depth: int
    member: bool = False

    @property
    def name(self) -> str:
        """Its own key."""
        return str(self.keys[-1])

    @property
    def is_fact(self) -> bool:
        return isinstance(self.shape, Leaf)


def standing(data: Any) -> Iterator[Standing]:
    """What can be asked about a deal: groups before their parts, members as far as there are some.

    Args:
        data: the deal's data as they stand in its file, with or without mistakes.
    """
    yield from _below(deal_shape(), data, "", (), FIRST_SECTION, 0)


def _below(shape: Shape, data: Any, path: str, keys: Keys, section: str, depth: int) -> Iterator[Standing]:
    stated = data if isinstance(data, Mapping) else {}
    if isinstance(shape, Group):
        for name, part in sorted(shape.parts.items(), key=_may_be_left_out):
            here = shape.path_to(path, name)
            under = part.section or section
            found = stated.get(name, NOT_ASKED)
            yield Standing(here, (*keys, name), part, part.shape, found, under, depth)
            yield from _inside(part, part.shape, found, here, (*keys, name), under, depth + 1)


def _may_be_left_out(named: tuple[str, Part]) -> bool:
    """What must be answered is asked first."""
    return not named[1].required


def _inside(part: Part, shape: Shape, data: Any, path: str, keys: Keys, section: str, depth: int) -> Iterator[Standing]:
    if not isinstance(shape, Many):
        yield from _below(shape, data, path, keys, section, depth)
        return
    for key, found in data.items() if isinstance(data, Mapping) else ():
        here = shape.path_to(path, key)
        yield Standing(here, (*keys, key), part, shape.element, found, section, depth, member=True)
        yield from _below(shape.element, found, here, (*keys, key), section, depth + 1)
