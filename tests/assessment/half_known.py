"""Deals that are half known: facts of a starter deal opened, and answered again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clausekit.assessment import Matter
from clausekit.facts import Deal, Fact, View, possible_values, view
from clausekit.finding import Level
from clausekit.law.atoms import Atom, worst
from clausekit.law.judging import Bench
from clausekit.law.standpoint import law_fact
from shared import REGISTER, matter

# Without these a deal is no deal, or is about other persons: a named affiliate is a person of its own.
# A share is left as it stands: an answer could contradict the other shares, which no deal may.
NEVER_OPEN = re.compile(r"parties|authorisations|positions|parties\[[^]]*\]\.affiliates|.*\.share")
LAW_FACTS = frozenset(map(law_fact, REGISTER.instruments))

Key = tuple[str, ...]


def openable_facts(deal: Deal) -> list[str]:
    """Paths of every fact and group of facts of a deal that can be opened and answered with something else."""
    return sorted({path for path in _below(view(deal)) if not NEVER_OPEN.fullmatch(path) and possible_values(path)})


def _below(group: View) -> Iterator[str]:
    """The paths of the facts and groups of facts that stand below `group`."""
    members = group.members()
    for part in () if isinstance(members, Fact) else members:
        yield part.path
        if isinstance(part, View):
            yield from _below(part)


def answers_to(path: str) -> tuple[Any, ...]:
    """Everything that an open fact may turn out to be; ``law:ID`` is an instrument's being live."""
    return (True, False) if path in LAW_FACTS else possible_values(path)


def atoms(asked: Matter, chosen: Mapping[str, str]) -> tuple[Atom, ...]:
    """The atoms of fixed positions."""
    return Bench(asked.standpoint).atoms(asked.terms(asked.positions(chosen)))


def atoms_of(deal: Deal, assume: Mapping[str, object], chosen: Mapping[str, str]) -> tuple[Atom, ...]:
    return atoms(matter(deal, assume=assume), chosen)


def levels(found: Iterable[Atom]) -> dict[Key, Level]:
    """The level of every atom, by what it is about."""
    grouped: dict[Key, list[Level]] = {}
    for atom in found:
        grouped.setdefault(atom.key, []).append(atom.level)
    return {key: worst(group) for key, group in grouped.items()}


def open_in(found: Iterable[Atom]) -> frozenset[str]:
    """The open facts that the atoms name."""
    return frozenset(path for atom in found for path in atom.weighed.open)
