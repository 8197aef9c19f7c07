"""Looking at views: known values and members, where what is open is simply not there yet."""

from __future__ import annotations

from typing import Any

from clausekit.facts import Fact, NoSuchFact, Open, View


def views(whole: View, name: str) -> tuple[View, ...]:
    """The members of a list of groups; none while the list is open."""
    found = whole.get(name)
    members = found.members() if isinstance(found, View) else ()
    return () if isinstance(members, Fact) else tuple(member for member in members if isinstance(member, View))


def known(whole: View, *names: str) -> Any:
    """The value of a fact below `whole`, or None while it is open."""
    found: View | Fact = whole
    for name in names:
        found = found.get(name) if isinstance(found, View) else found
    return found.value if isinstance(found, Fact) and not isinstance(found.value, Open) else None


NAMES = ("name", "reference")


def name_of(group: View) -> str | None:
    """What a reader calls a group of facts; None where that is open, or the group has no name."""
    for name in NAMES:
        try:
            found = known(group, name)
        except NoSuchFact:
            continue
        return found if isinstance(found, str) else None
    return None
