"""What the columns of other people's tables are called, and the fact that each holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Many
from clausekit.nearest import nearest

ID = "id"  # a column of ids is no fact: it names the members
NOT_A_WORD = re.compile(r"[\W_]+")
ALMOST = 88  # how like a fact's name a column's must be, 0 to 100
OF_PERSONS: Mapping[str, str] = {
    "company": "name",
    "entity": "name",
    "organisation": "name",
    "organization": "name",
    "party": "name",
    "customer": "name",
    "end user": "name",
    "user": "name",
    "legal name": "name",
    "full legal name": "name",
    "role": "roles",
    "legal form": "form",
    "jurisdiction": "organised_in",
    "jurisdiction of incorporation": "organised_in",
    "country of incorporation": "organised_in",
    "place of incorporation": "organised_in",
    "incorporated in": "organised_in",
    "organized in": "organised_in",
    "hq": "headquarters",
    "headquartered in": "headquarters",
    "parent": "ultimate_parent",
    "ultimate parent company": "ultimate_parent",
    "parent hq": "ultimate_parent_headquarters",
    "registration number": "registration",
    "registration no": "registration",
    "company number": "registration",
    "reg no": "registration",
    "registered address": "address",
    "registered office": "address",
    "lists": "listings",
    "sanctions lists": "listings",
    "signed by": "signatory",
    "email": "notices",
    "e mail": "notices",
    "end use": "end_uses",
    "end uses": "end_uses",
}
OF_THINGS: Mapping[str, str] = {
    "item": "name",
    "product": "name",
    "part": "name",
    "model": "name",
    "description": "name",
    "type": "kind",
    "manufacturer": "maker",
    "manufacturer hq": "maker_headquarters",
    "eccn": "classification",
    "qty": "quantity",
    "amount": "quantity",
    "fab": "fabricated_in",
    "design": "designed_in",
    "assembly": "assembled_in",
}
OF_SITES: Mapping[str, str] = {"site": "name", "location": "place", "country": "place"}
OTHER_NAMES: Mapping[str, Mapping[str, str]] = {
    "parties": OF_PERSONS,
    "users": OF_PERSONS,
    "items": OF_THINGS,
    "sites": OF_SITES,
}


def facts_in_rows(group: str) -> dict[str, Leaf]:
    """The facts that a row of a table can state for a member of ``parties``, ``items``, ``users`` or ``sites``."""
    many = deal_shape().parts[group].shape
    element = many.element if isinstance(many, Many) else Group("", {})
    return {name: part.shape for name, part in element.parts.items() if isinstance(part.shape, Leaf)}


def fact_of_column(group: str, heading: str) -> str | None:
    """The fact that a column of this heading holds; ``id`` for a column of ids, None where nobody can tell."""
    plain = NOT_A_WORD.sub(" ", heading.casefold()).strip()
    known = {name.replace("_", " "): name for name in facts_in_rows(group)}
    others = {words: name for words, name in OTHER_NAMES[group].items() if name in known.values()}
    called = {ID: ID, **others, **known}
    return called.get(plain) or called.get(nearest(plain, called, ALMOST) or "") if plain else None
