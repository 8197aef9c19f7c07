"""The persons of a deal: its parties, and their affiliates, known or perhaps existing.

An affiliate does not sign, but may perform, and is bound by the law of its own place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.conditions import TRUE, Scope, Truth, both, either, undecided
from clausekit.facts import Fact, Open, View, country_of, person_in, place_name
from clausekit.law.looking import known, views
from clausekit.law.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a law may bind.

    Args:
        id: ``operator`` for a party, ``operator/cn`` for its affiliate in a place.
        party: id of the party it is or belongs to.
        name: how a reader knows it.
        exists: certain for parties and named affiliates.
    """

    id: str
    party: str
    name: str
    exists: Truth
    scope: Scope

    @property
    def signs(self) -> bool:
        return self.id == self.party

    @property
    def view(self) -> View:
        """Its facts."""
        seen = self.scope.names["party"]
        assert isinstance(seen, View)
        return seen


def persons(standpoint: Standpoint) -> tuple[Person, ...]:
    """Every person of the deal, parties first, in the order of the deal file."""
    parties = list(_parties(standpoint))
    return (*parties, *(affiliate for party in parties for affiliate in _affiliates(standpoint, party)))


def _parties(standpoint: Standpoint) -> Iterator[Person]:
    for party in views(standpoint.view, "parties"):
        scope = standpoint.scope.bind("party", party)
        yield Person(party.id, party.id, known(party, "name") or party.id, TRUE, scope)


def _affiliates(standpoint: Standpoint, party: Person) -> Iterator[Person]:
    seen = party.view
    named = views(seen, "affiliates")
    for affiliate in named:
        yield _affiliate(standpoint, party, affiliate.id, known(affiliate, "name"), TRUE, affiliate.get("place"))
    for place in sorted(standpoint.register.judgement.nexus):
        # A party at home in the place, or a named affiliate there, is bound in its own name.
        others = [_in_place(seen, "organised_in", place), _in_place(seen, "headquarters", place)]
        others += [_in_place(affiliate, "place", place) for affiliate in named]
        exists = both([_has_affiliates(seen, place), ~either(others)])
        if exists.possible:
            name = f"an affiliate of {party.name} in {place_name(place)}"
            yield _affiliate(standpoint, party, place.lower(), name, exists, place)


def _in_place(whole: View, name: str, place: str) -> Truth:
    fact = whole.get(name)
    assert isinstance(fact, Fact)
    return undecided(fact.path) if isinstance(fact.value, Open) else Truth(country_of(fact.value) == place)


def _affiliate(
    standpoint: Standpoint, party: Person, key: str, name: str | None, exists: Truth, place: object
) -> Person:
    """A derived person; its place and its ultimate parent may be facts that are open elsewhere in the deal."""
    facts: dict[str, object] = {
        "name": name or key,
        "roles": (),
        "links": "none",
        "us_federal_contracts": "no",  # the party that contracts is the one bound
        "organised_in": place,
        "headquarters": place,
        "ultimate_parent_headquarters": party.view.get("ultimate_parent_headquarters"),
    }
    identity = f"{party.id}/{key}"
    seen = person_in(standpoint.view, facts, f"parties[{party.id}].affiliates[{key}]")
    return Person(identity, party.id, name or key, exists, standpoint.scope.bind("party", seen))


def _has_affiliates(party: View, place: str) -> Truth:
    links = party.get("links")
    link = links.get(place) if isinstance(links, View) else links
    fact = link.get("affiliates") if isinstance(link, View) else link
    assert isinstance(fact, Fact)
    return undecided(fact.path) if isinstance(fact.value, Open) else Truth(fact.value is True)
