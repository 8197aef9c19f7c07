"""Facts that are worked out from others: advanced items, counterparties, listed ownership."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from clausekit.facts.answers import Fact, Open
from clausekit.facts.ownership import listed_ownership
from clausekit.facts.paths import ids_in
from clausekit.facts.view import View

ADVANCED = ("3A090", "4A090")


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


DERIVED: Mapping[str, Mapping[str, Callable[[View], View | Fact]]] = {
    "item": {"advanced": advanced},
    "party": {"counterparties": counterparties, "listed_ownership": listed_ownership},
    "user": {"listed_ownership": listed_ownership},
}
