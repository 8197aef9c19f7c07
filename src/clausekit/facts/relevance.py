"""Which facts no longer matter once another one is known. What is hidden for it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.facts.answers import NOT_KNOWN
from clausekit.facts.kinds import NONE
from clausekit.facts.paths import pattern_of
from clausekit.facts.standing import Standing

ARBITRATION = ("kind", ("arbitration",))
HARDWARE = ("kind", ("accelerator", "server", "cluster", "network-equipment", "vehicle", "other"))
FEDERAL = ("customer", ("yes",))

# A fact matters only while the one beside it has one of these answers, or is open.
NEEDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "forum.institution": ARBITRATION,
    "forum.rules": ARBITRATION,
    "forum.seat": ARBITRATION,
    "forum.city": ARBITRATION,
    "forum.courts": ("kind", ("courts",)),
    "remote_access.from": ("allowed", ("yes",)),
    "us_federal.defence": FEDERAL,
    "us_federal.intelligence": FEDERAL,
    "items[*].fabricated_in": HARDWARE,
    "items[*].assembled_in": HARDWARE,
    "items[*].covered_semiconductor": HARDWARE,
}
NEEDS_SOME = {"items[*].model_year": "vehicle_functions", "items[*].vehicle_sold_in": "vehicle_functions"}


def moot_because(fact: Standing, beside: Mapping[str, Any]) -> str | None:
    """The answer that makes a fact no longer matter, such as ``kind: courts``; None while it matters.

    Args:
        beside: the data of the group that the fact stands in, as its file states them.
    """
    pattern = pattern_of(fact.path)
    if pattern in NEEDS_SOME:
        return f"{NEEDS_SOME[pattern]}: none" if beside.get(NEEDS_SOME[pattern]) in (NONE, []) else None
    name, answers = NEEDS.get(pattern, ("", ()))
    given = beside.get(name)
    if not isinstance(given, str) or given == NOT_KNOWN.value or given in answers:
        return None
    return f"{name}: {given}"
