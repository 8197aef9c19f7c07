"""Facts that are worked out from others: deliverables, advanced items, counterparties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from clausekit.facts.answers import Fact, Open
from clausekit.facts.paths import ids_in
from clausekit.facts.view import View

ADVANCED = ("3A090", "4A090")
NOT_COMPUTING_HARDWARE = frozenset(
    {"software", "ai-model", "service", "vehicle", "network-equipment", "production-equipment"}
)


def advanced(item: View) -> Fact:
    """Whether an item is an advanced computing item: ECCN 3A090, 4A090 or a .z paragraph."""
    classification = cast(Fact, item.get("classification"))
    if isinstance(classification.value, Open):
        return classification
    return Fact(is_advanced(classification.value), classification.path)


def is_advanced(classification: str) -> bool:
    entry, *paragraphs = classification.split(".")
    return entry in ADVANCED or paragraphs[:1] == ["z"]


def counterparties(person: View) -> View:
    """The parties other than this one, or other than the party it belongs to."""
    parties = cast(View, person.deal.get("parties"))
    if not isinstance(parties.data, Mapping):
        return parties
    own = next(ids_in(person.path), "")
    others = {key: data for key, data in parties.data.items() if key != own}
    return View(parties.shape, others, parties.path, person.assume, deal=person.deal, key=parties.id)


def deliverables(deal: View) -> View:
    """The items that are, or may be, supplied under the agreement."""
    return _chosen_items(deal, lambda item: item.get("supplied") is not False)


def computing_hardware(deal: View) -> View:
    """The deliverables that are, or may be, computing hardware."""
    return _chosen_items(
        deal, lambda item: item.get("supplied") is not False and item.get("kind") not in NOT_COMPUTING_HARDWARE
    )


def _chosen_items(deal: View, chosen: Callable[[Mapping[str, Any]], bool]) -> View:
    items = cast(View, deal.get("items"))
    if not isinstance(items.data, Mapping):
        return items
    found = {key: item for key, item in items.data.items() if chosen(item)}
    return View(items.shape, found, items.path, deal.assume, deal=deal, key=items.id)


DERIVED: Mapping[str, Mapping[str, Callable[[View], View | Fact]]] = {
    "deal": {"deliverables": deliverables, "computing_hardware": computing_hardware},
    "item": {"advanced": advanced},
    "party": {"counterparties": counterparties},
}
