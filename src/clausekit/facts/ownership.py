"""How much of a person is owned by owners of some kind, up the chain, as an interval.

Which kind, and from what share on an owner counts in full for what its own owners are, is
said by whoever asks: each test of ownership adds up for itself, and none is merged with
another. What is not said may be so: an open share, an owner of whom the kind is open,
owners not known, or a part that nobody is named for, widens the interval and is named as
what would settle it. What is said of an owner also answers for those above it, unless its
own owners are stated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from clausekit.facts.answers import NOT_ASKED, Fact, Interval, Open
from clausekit.facts.view import View

WHOLE = 100

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """Whether an owner counts, or may count, and the open facts that leave it open."""

    certain: bool
    possible: bool
    open_facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One test of ownership.

    Args:
        counts: whether an owner is of the kind that is counted.
        passes: whether a share, in per cent, is enough for an owner to count for what its own owners are.
    """

    counts: Callable[[View], Counted]
    passes: Callable[[Number], bool]

    def share_of(self, owners: View) -> Fact:
        """The per cent that is owned by those who count: a number, or a range while facts are open."""
        found = self._owned(owners)
        return Fact(found.low if found.low == found.high else found, owners.path)

    def _owned(self, owners: View) -> Interval:
        members = owners.members()
        if isinstance(members, Fact):
            return Interval(0, WHOLE, (members.path,))
        if not members:
            return Interval(0, 0, ())
        holdings = Holdings()
        for owner in cast(tuple[View, ...], members):
            holdings.add(cast(Fact, owner.get("share")), self._counted(owner))
        return holdings.interval(owners.path)

    def _counted(self, owner: View) -> Counted:
        itself = self.counts(owner)
        if itself.certain:
            return itself
        above = self._counted_above(cast(View, owner.get("owners")))
        if above.certain or not itself.possible:
            return above
        return Counted(certain=False, possible=True, open_facts=above.open_facts | itself.open_facts)

    def _counted_above(self, owners: View) -> Counted:
        """Whether a person counts for what its owners are."""
        if owners.data is NOT_ASKED:
            return Counted(certain=False, possible=False)
        owned = self._owned(owners)
        certain, possible = self.passes(owned.low), self.passes(owned.high)
        return Counted(certain, possible, frozenset() if certain or not possible else frozenset(owned.open_facts))


@dataclass(slots=True)
class Holdings:
    """The holdings in one person, added up as its owners are looked at."""

    low: Number = 0
    high: Number = 0
    accounted: Number = 0
    open_facts: set[str] = field(default_factory=set)
    unshared: set[str] = field(default_factory=set)

    def add(self, share: Fact, counted: Counted) -> None:
        if isinstance(share.value, Open):
            self.unshared |= {share.path, *counted.open_facts} if counted.possible else {share.path}
            return
        self.accounted += share.value
        self.low += share.value if counted.certain else 0
        self.high += share.value if counted.possible else 0
        self.open_facts |= counted.open_facts if share.value else set()

    def interval(self, owners: str) -> Interval:
        """The interval, with the part that no stated share accounts for at its upper end."""
        rest = max(WHOLE - self.accounted, 0)
        causes = (self.unshared or {owners}) if rest else set()
        return Interval(self.low, self.high + rest, tuple(sorted(self.open_facts | causes)))
