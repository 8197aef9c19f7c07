"""Topics and positions as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clausekit.conditions import Condition
from clausekit.finding import NOWHERE, Place

NONE = "none"


@dataclass(frozen=True, slots=True)
class Does:
    """One conduct that a position commits somebody to.

    `by` and `to` are the roles ``supplier``, ``customer`` or ``each``.
    """

    conduct: str
    by: str
    to: str | None
    how: str
    against: str | None = None
    spares_affiliates: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a position asks of somebody: ``supplier``, ``customer``, ``makers`` or ``users``."""

    of: str
    gives: str


@dataclass(frozen=True, slots=True)
class Position:
    """One way to word a topic, as legal staff wrote it.

    Args:
        id: file name without its number, such as ``approved-list``.
        order: the number: the order in which legal staff prefer the positions.
        says: what it commits to; `gives_up` what it gives up against the others.
        defines: the circumstance that a definition of the words states, by its term; of a bar without a term, by the
            label of its paragraph, as in ``#bar``.
        softens: conducts by which it softens what laws say they soften.
        needs: a conduct without which its saving weakens every guard.
        survives_years: for how many years after the end of the agreement its duties go on.
        evidence: what it asks of whom, as evidence.
        text: the words, which begin at `first_line` of `file`.
    """

    id: str
    topic: str
    order: int
    does: tuple[Does, ...]
    says: str
    gives_up: str
    use_when: Condition
    softens: tuple[str, ...]
    needs: tuple[str, ...]
    survives_years: int
    evidence: tuple[Asked, ...]
    approver: str
    reviewed_on: date
    text: str
    file: str
    first_line: int
    defines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """A clause or schedule of the agreement, with its positions in order of preference."""

    id: str
    title: str
    numbering: str
    modifies: bool
    about: str
    positions: Mapping[str, Position]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of agreement: its title, the running order of its topics and its schedules."""

    id: str
    title: str
    running_order: tuple[str, ...]
    schedules: tuple[str, ...]
    proper_names: frozenset[str]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Library:
    """All topics and forms of one set of templates."""

    topics: Mapping[str, Topic]
    forms: Mapping[str, Form]

    def position(self, topic: str, position: str) -> Position:
        return self.topics[topic].positions[position]
