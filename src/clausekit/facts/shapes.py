"""The shape of a deal: which facts there are, without any values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from clausekit.facts.paths import member, part

if TYPE_CHECKING:
    from clausekit.facts.answers import Fact
    from clausekit.facts.view import View


@dataclass(frozen=True, slots=True)
class Leaf:
    """One fact.

    Args:
        word: what an answer is: ``text``, ``yes/no``, ``place``, ``date``, ``per cent``, ``choice``, ``id`` ...
        read: turns what stands in a file into the value; raises Refused with plain words.
        words: the words that a choice allows.
        several: whether the answer is a list.
    """

    word: str
    read: Callable[[object], object]
    words: tuple[str, ...] = ()
    several: bool = False

    @property
    def type(self) -> str:
        """The type in words: ``place``, ``list of places``."""
        return f"list of {PLURALS.get(self.word, self.word + 's')}" if self.several else self.word


PLURALS = {"choice": "words", "id": "words"}


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under fixed names.

    Args:
        name: what one is called: ``party``, ``item``.
        derived: what is worked out from the other facts, by name.
    """

    name: str
    parts: Mapping[str, Part]
    derived: Mapping[str, Callable[[View], View | Fact]] = field(default_factory=dict)

    def path_to(self, path: str, name: str) -> str:
        return part(path, name)


@dataclass(frozen=True, slots=True)
class Many:
    """Groups under keys that the deal chooses: ids, or places where `by_place`."""

    element: Group
    by_place: bool = False

    def path_to(self, path: str, name: str) -> str:
        return member(path, name)


Shape = Leaf | Group | Many


class Travels(StrEnum):
    """Whether a fact may be taken over from one matter into another."""

    FREELY = "freely"  # what a public register shows, and what a thing is
    TO_CONFIRM = "to-confirm"  # what may have changed since: screenings, owners, links
    NEVER = "never"  # what belongs to one matter: its roles, reasons, positions, quantities


@dataclass(frozen=True)
class Part:
    """One name of a group: its shape, its question, whether it must be answered, and whether it may travel.

    `make` defers the shape, since owners have owners. Without a rule of its own it travels as the group around it.
    """

    make: Callable[[], Shape]
    question: str
    required: bool = False
    section: str | None = None
    travels: Travels | None = None

    @cached_property
    def shape(self) -> Shape:
        return self.make()
