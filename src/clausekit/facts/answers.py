"""Answers to a question of fact: known, `not known`, or not asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Final


class Open(Enum):
    """The two ways in which a fact can be open."""

    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"

    def __repr__(self) -> str:
        return self.name


NOT_KNOWN: Final = Open.NOT_KNOWN
NOT_ASKED: Final = Open.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a deal.

    Args:
        value: a plain known value (bool, str, int, Decimal, date, a tuple of words,
            an Interval), or an Open.
        path: the fact that it stands on, such as ``parties[operator].headquarters``.
    """

    value: Any
    path: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known only within bounds, both included, and the open facts that widen it."""

    low: int | Decimal
    high: int | Decimal
    open_facts: tuple[str, ...]


class NoSuchFact(LookupError):
    """A name that no deal has; its text is fit for a finding."""
