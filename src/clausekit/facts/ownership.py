"""How much of a person is owned by persons on the Entity List, up the chain, as an interval.

A person owned 50 per cent or more, in aggregate, by listed persons is itself
treated as listed; below that its owners' holdings do not pass through it.
What is not said may be so: an open share or listing, owners not known, or a part
that nobody is named for, widens the interval and is named as what would settle it.
An owner's listings also answer for those above it, unless its own owners are stated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from clausekit.facts.answers import NOT_ASKED, Fact, Interval, Open
from clausekit.facts.view import View

LISTED = "entity-list"
TREATED_AS_LISTED = 50
WHOLE = 100

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Listed:
    """Whether an owner is, or may be, treated as listed, and the open facts that leave it open."""

    certain: bool
    possible: bool
    open_facts: frozenset[str] = frozenset()


@dataclass(slots=True)
class Holdings:
    """The holdings in one person, added up as its owners are looked at."""

    low: Number = 0
    high: Number = 0
    accounted: Number = 0
    open_facts: set[str] = field(default_factory=set)
    unshared: set[str] = field(default_factory=set)

    def add(self, share: Fact, listed: Listed) -> None:
        if isinstance(share.value, Open):
            self.unshared |= {share.path, *listed.open_facts} if listed.possible else {share.path}
            return
        self.accounted += share.value
        self.low += share.value if listed.certain else 0
        self.high += share.value if listed.possible else 0
        self.open_facts |= listed.open_facts if share.value else set()

    def interval(self, owners: str) -> Interval:
        """The interval, with the part that no stated share accounts for at its upper end."""
        rest = max(WHOLE - self.accounted, 0)
        causes = (self.unshared or {owners}) if rest else set()
        return Interval(self.low, self.high + rest, tuple(sorted(self.open_facts | causes)))


def listed_ownership(person: View) -> Fact:
    """The per cent of a person that listed persons own: a number, or a range while facts are open."""
    owners = cast(View, person.get("owners"))
    found = _owned(owners)
    return Fact(found.low if found.low == found.high else found, owners.path)


def _owned(owners: View) -> Interval:
    members = owners.members()
    if isinstance(members, Fact):
        return Interval(0, WHOLE, (members.path,))
    if not members:
        return Interval(0, 0, ())
    holdings = Holdings()
    for owner in cast(tuple[View, ...], members):
        holdings.add(cast(Fact, owner.get("share")), _listed(owner))
    return holdings.interval(owners.path)


def _listed(owner: View) -> Listed:
    listings = cast(Fact, owner.get("listings"))
    if not isinstance(listings.value, Open) and LISTED in listings.value:
        return Listed(certain=True, possible=True)
    above = _listed_above(cast(View, owner.get("owners")))
    if above.certain or not isinstance(listings.value, Open):
        return above
    return Listed(certain=False, possible=True, open_facts=above.open_facts | {listings.path})


def _listed_above(owners: View) -> Listed:
    """Whether a person is treated as listed for what its owners are."""
    if owners.data is NOT_ASKED:
        return Listed(certain=False, possible=False)
    owned = _owned(owners)
    certain, possible = owned.low >= TREATED_AS_LISTED, owned.high >= TREATED_AS_LISTED
    return Listed(certain, possible, frozenset() if certain or not possible else frozenset(owned.open_facts))
