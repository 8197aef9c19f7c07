"""Who may read a fact, unless the deal says otherwise.

What the contract prints is shared. What shows how counsel thinks is privileged. Every
other fact is ours: a new one reaches the other side only when it is entered here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from clausekit.facts.answers import Open
from clausekit.facts.paths import parent_of, pattern_of

if TYPE_CHECKING:
    from clausekit.facts.deal import Deal

OWNERS_OF_OWNERS = re.compile(r"(\.owners\[\*\])+")


class Audience(StrEnum):
    """Who may read a fact; a later one is narrower, and so greater."""

    PUBLIC = "public"
    SHARED = "shared"
    OURS = "ours"
    PRIVILEGED = "privileged"

    # All four are written out: those of text would go by the alphabet.
    def __lt__(self, other: str) -> bool:
        return self._rank < Audience(other)._rank

    def __le__(self, other: str) -> bool:
        return self._rank <= Audience(other)._rank

    def __gt__(self, other: str) -> bool:
        return self._rank > Audience(other)._rank

    def __ge__(self, other: str) -> bool:
        return self._rank >= Audience(other)._rank

    @property
    def _rank(self) -> int:
        return list(Audience).index(self)


PERSON = (
    "name",
    "organised_in",
    "headquarters",
    "ultimate_parent",
    "ultimate_parent_headquarters",
    "owners",
)
PARTY = (*PERSON, "roles", "form", "registration", "address", "signatory", "signatory_title", "notices")
ITEM = (
    "name",
    "kind",
    "maker",
    "maker_headquarters",
    "maker_ultimate_parent_headquarters",
    "designed_in",
    "designer_headquarters",
    "fabricated_in",
    "fabricator_headquarters",
    "assembled_in",
    "classification",
    "quantity",
    "supplied",
    "vehicle_functions",
    "model_year",
    "vehicle_sold_in",
)
OWNER = ("name", "share", "headquarters", "owners")
SHARED = frozenset(
    {
        "title",
        "file_name",
        "dates",
        "governing_law",
        "forum",
        "language",
        "orders",
        "china",
        "sites",
        "existing_supply",
        "remote_access",
        "positions[*].wording",
        "authorisations[*].reference",
        "authorisations[*].by",
        "authorisations[*].until",
        *(f"parties[*].{name}" for name in PARTY),
        *(f"users[*].{name}" for name in (*PERSON, "end_uses", "access", "works_from")),
        *(f"items[*].{name}" for name in ITEM),
        *(f"{path}[*].{name}" for path in ("parties[*].owners", "users[*].owners") for name in OWNER),
    }
)
OURS = frozenset({"parties[*].owners[*].listings", "users[*].owners[*].listings"})
PRIVILEGED = frozenset({"asks", "reasons", "about", "positions", "displaces_chinese_supplier", "red_flags"})
DEFAULTS = {
    **dict.fromkeys(SHARED, Audience.SHARED),
    **dict.fromkeys(OURS, Audience.OURS),
    **dict.fromkeys(PRIVILEGED, Audience.PRIVILEGED),
}


def audience_of(path: str, deal: Deal | None = None) -> Audience:
    """Who may read the fact at `path`.

    Args:
        path: of a fact, or a pattern with ``*`` for a key.
        deal: the deal whose `about` is asked first; without one, what holds for every deal.

    Returns:
        The audience noted for the fact, or for the nearest group around it; else the model's.
    """
    noted = deal.about if deal is not None and not isinstance(deal.about, Open) else {}
    for around in _outwards(path):
        audience: Any = getattr(noted.get(around), "audience", None)
        if isinstance(audience, str):
            return Audience(audience)
    return _by_default(pattern_of(path))


@cache
def _by_default(pattern: str) -> Audience:
    """An owner's owners are as open as the owner."""
    once = OWNERS_OF_OWNERS.sub(".owners[*]", pattern)
    return next((DEFAULTS[around] for around in _outwards(once) if around in DEFAULTS), Audience.OURS)


def _outwards(path: str) -> Iterator[str]:
    """The path, then that of each group around it."""
    while path:
        yield path
        path = parent_of(path)
