"""Checks across the facts of a deal: what cannot all be true at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from clausekit.facts.answers import Open
from clausekit.facts.deal import Deal, Link, Owner, Party
from clausekit.facts.faults import Fault
from clausekit.facts.kinds import NONE
from clausekit.facts.paths import Keys
from clausekit.facts.places import country_of, place_name
from clausekit.facts.standing import standing
from clausekit.nearest import did_you_mean

T = TypeVar("T")
ABOUT = "about"
ONE_EACH = ("supplier", "customer")


def contradictions(deal: Deal) -> Iterator[Fault]:
    """Everything in the deal that cannot be, or that points to nobody."""
    for check in CHECKS:
        yield from check(deal)


def _known(several: Mapping[str, T] | Open) -> Mapping[str, T]:
    return {} if isinstance(several, Open) else several


def _parties(deal: Deal) -> Mapping[str, Party]:
    """The parties; none where they could not be read."""
    return _known(deal.parties)


def one_of_each_role(deal: Deal) -> Iterator[Fault]:
    parties = _parties(deal)
    if not parties or any(isinstance(party.roles, Open) for party in parties.values()):
        return
    for role in ONE_EACH:
        holders = [key for key, party in parties.items() if role in party.roles]
        if len(holders) != 1:
            found = " and ".join(holders) or "no party"
            yield Fault("party-roles", ("parties",), f"exactly one party must be the {role}; here it is {found}")


def client_is_a_party(deal: Deal) -> Iterator[Fault]:
    if not isinstance(deal.client, Open):
        yield from _no_such_party(deal, deal.client, ("client",))


def operators_are_parties(deal: Deal) -> Iterator[Fault]:
    for key, site in _known(deal.sites).items():
        if not isinstance(site.operator, Open):
            yield from _no_such_party(deal, site.operator, ("sites", key, "operator"))


def _no_such_party(deal: Deal, party: str, keys: Keys) -> Iterator[Fault]:
    parties = _parties(deal)
    if parties and party not in parties:
        meant = did_you_mean(party, parties) or f"; the parties are {', '.join(parties)}"
        yield Fault("no-such-party", keys, f"there is no party '{party}'{meant}")


def authorised_persons_exist(deal: Deal) -> Iterator[Fault]:
    persons = _persons(deal)
    for key, authorisation in _known(deal.authorisations).items():
        person = authorisation.person
        if not isinstance(person, Open) and person not in persons:
            meant = did_you_mean(person, persons) or "; write the id of a party, a user or an affiliate"
            message = f"there is no party, user or affiliate '{person}'{meant}"
            yield Fault("no-such-person", ("authorisations", key, "person"), message)


def _persons(deal: Deal) -> set[str]:
    """The ids of parties, users and affiliates; an affiliate also as ``party/affiliate`` or ``party/place``."""
    found = {*_known(deal.users), *_parties(deal)}
    for key, party in _parties(deal).items():
        affiliates = {*_known(party.affiliates)}
        places = map(str.lower, _links(party))
        found |= affiliates | {f"{key}/{affiliate}" for affiliate in (*affiliates, *places)}
    return found


def ends_after_it_begins(deal: Deal) -> Iterator[Fault]:
    if isinstance(deal.dates, Open):
        return
    begins, ends = deal.dates.effective, deal.dates.end
    if not isinstance(begins, Open) and not isinstance(ends, Open) and ends <= begins:
        message = f"the agreement would end on {ends} and take effect on {begins}; the end must be after it"
        yield Fault("contradictory-facts", ("dates", "end"), message)


def shares_fit(deal: Deal) -> Iterator[Fault]:
    for keys, owners in _all_owners(deal):
        total = sum(owner.share for owner in owners.values() if not isinstance(owner.share, Open))
        if total > 100:
            message = f"the shares of these owners add up to {total} per cent; 100 are the most"
            yield Fault("bad-share", keys, message)


def _all_owners(deal: Deal) -> Iterator[tuple[Keys, Mapping[str, Owner]]]:
    for key, party in _parties(deal).items():
        yield from _owners_above(("parties", key, "owners"), _known(party.owners))
    for key, user in _known(deal.users).items():
        yield from _owners_above(("users", key, "owners"), _known(user.owners))


def _owners_above(keys: Keys, owners: Mapping[str, Owner]) -> Iterator[tuple[Keys, Mapping[str, Owner]]]:
    yield keys, owners
    for key, owner in owners.items():
        yield from _owners_above((*keys, key, "owners"), _known(owner.owners))


def affiliates_fit_links(deal: Deal) -> Iterator[Fault]:
    for key, party in _parties(deal).items():
        if isinstance(party.affiliates, Open) or isinstance(party.links, Open):
            continue
        for place in _places_without_affiliates(party):
            yield from _affiliates_denied(key, party, place)
        if not party.affiliates:
            yield from _affiliates_claimed(key, party)


def _places_without_affiliates(party: Party) -> set[str]:
    """Countries for which the links say that there is no affiliate."""
    if party.links == NONE:
        return {country_of(a.place) for a in _known(party.affiliates).values() if not isinstance(a.place, Open)}
    return {country_of(place) for place, link in _links(party).items() if link == NONE or _says(link, False)}


def _links(party: Party) -> Mapping[str, Link | str | Open]:
    return {} if isinstance(party.links, Open | str) else party.links


def _says(link: Link | str | Open, answer: bool) -> bool:
    """Whether a link answers the question for affiliates so."""
    return isinstance(link, Link) and link.affiliates is answer


def _affiliates_denied(key: str, party: Party, country: str) -> Iterator[Fault]:
    for name, affiliate in _known(party.affiliates).items():
        if not isinstance(affiliate.place, Open) and country_of(affiliate.place) == country:
            message = (
                f"this affiliate is in {place_name(affiliate.place)}, and parties[{key}].links says that"
                " there is no affiliate there; mend one of them"
            )
            yield Fault("contradictory-facts", ("parties", key, "affiliates", name), message)


def _affiliates_claimed(key: str, party: Party) -> Iterator[Fault]:
    for place, link in _links(party).items():
        if _says(link, True):
            message = f"this says that there is one, and parties[{key}].affiliates that there is none; mend one of them"
            yield Fault("contradictory-facts", ("parties", key, "links", place, "affiliates"), message)


def noted_facts_exist(deal: Deal) -> Iterator[Fault]:
    """Notes stand under the path of a fact of this deal, or of a group of facts."""
    noted = _known(deal.about)
    if not noted:
        return
    known = [one.path for one in standing(deal.plain) if one.keys[0] != ABOUT]
    for path in noted:
        if path not in known:
            meant = did_you_mean(path, known)
            yield Fault("unknown-fact", (ABOUT, path), f"there is no fact '{path}' in this deal{meant}")


def own_wording_has_a_position(deal: Deal) -> Iterator[Fault]:
    """Words of the deal's own take the place of a position's; a topic that is left out has none."""
    for topic, chosen in _known(deal.positions).items():
        if chosen.position == NONE and not isinstance(chosen.wording, Open):
            message = "the topic is left out, so its wording would go nowhere; name the position it takes the place of"
            yield Fault("contradictory-facts", ("positions", topic, "wording"), message)


CHECKS: tuple[Callable[[Deal], Iterator[Fault]], ...] = (
    one_of_each_role,
    client_is_a_party,
    operators_are_parties,
    authorised_persons_exist,
    ends_after_it_begins,
    shares_fit,
    affiliates_fit_links,
    noted_facts_exist,
    own_wording_has_a_position,
)
