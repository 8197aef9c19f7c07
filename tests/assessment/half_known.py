"""Deals that are half known: facts of a starter deal opened, and answered again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shared import REGISTER

from clausekit.facts import NOT_ASKED, Deal, Fact, Open, View, possible_values, view
from clausekit.law.standpoint import law_fact

# Whole lists are opened too, but not those whose members are persons of their own in every finding.
NAMED_PERSONS = ("parties", "affiliates", "authorisations", "positions")


def openable_facts(deal: Deal) -> tuple[str, ...]:
    """Paths of every stated fact that can be opened and answered with something else."""
    return tuple(path for path in _stated(view(deal)) if _answers(path))


def _answers(path: str) -> tuple[Any, ...]:
    return possible_values(path)


def _stated(group: View) -> Iterator[str]:
    """The paths of the facts and groups of facts that stand below `group`."""
    members = group.members()
    for part in () if isinstance(members, Fact) else members:
        if part.path and part.path.rpartition(".")[2] not in NAMED_PERSONS:
            yield part.path
        if isinstance(part, View) and part.path.rpartition(".")[2] not in NAMED_PERSONS[1:]:
            yield from _stated(part)


def answers_to(path: str) -> tuple[Any, ...]:
    """Everything that an open fact may turn out to be; ``law:ID`` is an instrument's being live."""
    return (True, False) if path in LAW_FACTS else possible_values(path)


LAW_FACTS = frozenset(map(law_fact, REGISTER.instruments))


def opened(paths: Mapping[str, Open] | Iterator[str]) -> dict[str, object]:
    return dict.fromkeys(paths, NOT_ASKED)
