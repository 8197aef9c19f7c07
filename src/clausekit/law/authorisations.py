"""Authorisations in hand: each lifts one duty for one act, one person and its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clausekit.conditions import Scope
from clausekit.facts import View, without_members
from clausekit.law.looking import known, views
from clausekit.law.persons import Person
from clausekit.law.register import Duty
from clausekit.law.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class Grant:
    """What an authorisation changes for one person under one duty.

    Args:
        lifted: the duty does not bind that person at all.
        scope: the deal without the users who are covered, where some are.
    """

    lifted: bool = False
    scope: Scope | None = None


NO_GRANT = Grant()


def authorised(standpoint: Standpoint, duty: Duty, person: Person) -> Grant:
    """What the deal's authorisations change for `person` under `duty` on the day."""
    if duty.authorisation_by is None:
        return NO_GRANT
    covered = frozenset(_covered(standpoint.view, duty, standpoint.law_as_of))
    if covered & {person.id, person.party}:
        return Grant(lifted=True)
    if not covered & {user.id for user in views(standpoint.view, "users")}:
        return NO_GRANT
    rest = without_members(standpoint.view, "users", covered)
    return Grant(scope=standpoint.scope_of(rest, person.view))


def _covered(deal: View, duty: Duty, day: date) -> Iterator[str]:
    """The persons covered, on that day, for an act that the duty is about."""
    for grant in views(deal, "authorisations"):
        until, person = known(grant, "until"), known(grant, "person")
        if known(grant, "act") in duty.conducts and isinstance(until, date) and day <= until:
            yield str(person)
