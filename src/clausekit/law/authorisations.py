"""Authorisations in hand: each lifts one duty for one act, one person and its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from clausekit.conditions import FALSE, Scope, Truth, both, either, undecided
from clausekit.facts import Fact, Open, View, without_members
from clausekit.law.looking import known, views
from clausekit.law.persons import Person
from clausekit.law.register import Duty
from clausekit.law.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class Grant:
    """What authorisations change for one person under one duty.

    Args:
        lifted: whether the duty does not bind that person at all.
        scope: the deal without the users who are, or may be, covered; None where there are none.
        covered: whether those users are covered.
    """

    lifted: Truth = FALSE
    scope: Scope | None = None
    covered: Truth = FALSE


NO_GRANT = Grant()
ANYBODY = "*"  # in place of a person, while it is open which authorisations there are


def grants_under(standpoint: Standpoint, duty: Duty) -> Mapping[str, Truth]:
    """By person, whether an authorisation in hand on the day allows what the duty is about."""
    if not duty.authorisation_by:
        return {}
    held = cast(View, standpoint.view.get("authorisations"))
    if isinstance(held.data, Open):
        return {ANYBODY: undecided(held.path)}
    return dict(_grants(standpoint.view, duty, standpoint.law_as_of))


def authorised(standpoint: Standpoint, person: Person, grants: Mapping[str, Truth]) -> Grant:
    """What `grants` under one duty change for `person`."""
    if not grants:
        return NO_GRANT
    lifted = either(valid for covered, valid in grants.items() if covered in {person.id, person.party, ANYBODY})
    users = {user.id: grants[user.id] for user in views(standpoint.view, "users") if user.id in grants}
    if not users:
        return Grant(lifted)
    rest = standpoint.scope_of(without_members(standpoint.view, "users", users), person.view)
    return Grant(lifted, rest, both(users.values()))


def _grants(deal: View, duty: Duty, day: date) -> Iterator[tuple[str, Truth]]:
    """Each person for whom an authorisation does, or may, allow an act that the duty is about on that day."""
    for grant in views(deal, "authorisations"):
        acts = _answer(grant, "act", lambda act: act in duty.conducts)
        time = _answer(grant, "until", lambda until: isinstance(until, date) and day <= until)
        valid = both([acts, time])
        if valid.possible:
            yield str(known(grant, "person")), valid


def _answer(grant: View, name: str, holds: Callable[[object], bool]) -> Truth:
    fact = grant.get(name)
    assert isinstance(fact, Fact)
    return undecided(fact.path) if isinstance(fact.value, Open) else Truth(holds(fact.value))
