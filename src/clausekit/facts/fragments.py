"""Fragments of deals: a few facts, none of which must be there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.facts.faults import Fault
from clausekit.facts.reading import tolerant
from clausekit.facts.schema import deal_shape
from clausekit.facts.view import View, person_in
from clausekit.finding import Finding, Place, error

PARTY = "party"


def read_fragment(party: Mapping[str, Any], deal: Mapping[str, Any]) -> tuple[View, View, list[Finding]]:
    """The views of one party and of the deal it stands in, from a few facts as a file would state them.

    Args:
        party: facts of the party; unless `deal` states parties, it is its only one, with the id ``party``.
        deal: facts of the deal.

    Returns:
        The party's view, the deal's view, and what cannot be taken of either, by its path.
    """
    alone, faults = tolerant({"parties": {PARTY: dict(party)}})
    whole, more = tolerant(dict(deal))
    facts = alone.plain["parties"][PARTY]
    around = {"parties": {PARTY: facts}, **whole.plain}
    seen = View(deal_shape(), around, "", {})
    return person_in(seen, facts, f"parties[{PARTY}]"), seen, [_finding(fault) for fault in [*faults, *more]]


def _finding(fault: Fault) -> Finding:
    return error(fault.code, fault.sentence, Place(fact=fault.path))
