"""Deals of one fact more or less, and single commitments judged over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clausekit.finding import NOTHING, Level
from clausekit.law import Atom, Bench, Commitment, Standpoint, Terms
from clausekit.law.atoms import worst
from shared import REGISTER, TODAY
from stories.settings import deal_with

NO_LINKS = {"affiliates": "no", "assets": "no", "staff": "no", "receivables": "no", "performance": "no"}


def bench_of(deal: str, facts: Mapping[str, Any] | None = None) -> Bench:
    return Bench(Standpoint(REGISTER, deal_with(deal, facts or {}), TODAY, TODAY))


def commitment(
    conduct: str,
    by: Iterable[str],
    to: Iterable[str] = (),
    how: str = "performs",
    against: str | None = None,
    spares_affiliates: bool = False,
) -> Commitment:
    return Commitment("topic", "position", conduct, tuple(by), tuple(to), how, against, spares_affiliates)


def exposures(bench: Bench, given: Commitment, softening: Iterable[str] = ()) -> dict[tuple[str, str], Level]:
    """The level of each exposure that one commitment brings, by duty and person."""
    found = bench.exposures(given, frozenset(softening))
    return {(one.duty.id, one.person.id): one.weighed.level for one in found}


def persons_caught(bench: Bench, given: Commitment, duty: str) -> set[str]:
    return {person for caught, person in exposures(bench, given) if caught == duty}


def gaps(bench: Bench, *given: Commitment) -> dict[tuple[str, str], Level]:
    """The level of each gap, by duty (or ``asked``) and person."""
    return _by_duty(bench.gaps(Terms(given)))


def _by_duty(atoms: Iterable[Atom]) -> dict[tuple[str, str], Level]:
    found: dict[tuple[str, str], Level] = {}
    for atom in atoms:
        key = (atom.demanding.id if atom.demanding else "asked", atom.person.id)
        found[key] = worst([found.get(key, NOTHING), atom.level])
    return found
