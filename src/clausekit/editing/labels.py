"""Short labels of facts and groups, for where the whole question has no room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.facts import is_place, keys_of, place_name
from clausekit.facts.standing import Standing

LABELS = {
    "asks": "To be kept out",
    "china": "Meaning of China",
    "client": "Client",
    "known_at": "Known at",
    "law_as_of": "Law as of",
    "links": "Links to places",
    "listings": "On lists",
    "dealings_now": "Dealings now",
    "covered_telecom": "Covered telecom in it",
    "government": "Government",
    "government_customer": "Government customer",
    "displaces_chinese_supplier": "Displaces Chinese supplier",
    "organised_in": "Organised in",
    "subject_to_ear": "Subject to EAR",
    "ultimate_parent_headquarters": "Ultimate parent's seat",
    "us_federal": "US government",
    "us_federal_contracts": "US federal contracts",
    "us_investment": "US investment",
    "red_flags": "Signs of diversion",
    "bulk_us": "Bulk US data",
}


def label_of(one: Standing, data: Any) -> str:
    """The label of a line; a member is called by its name, or by its id while it has none."""
    if one.member:
        return _member(one)
    return name_label(one.name)


def name_label(name: str) -> str:
    """``Ultimate parent`` for ``ultimate_parent``."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()


def _member(one: Standing) -> str:
    if is_place(one.name):
        return place_name(one.name)
    name = one.written.get("name") if isinstance(one.written, Mapping) else None
    return f"{name} ({one.name})" if isinstance(name, str) else one.name


def told_name(path: str) -> str:
    """A fact in the words of a list of things to undo: ``Headquarters of operator``."""
    *above, last = keys_of(path) if path else ("deal",)
    return f"{name_label(last)} of {above[-1].replace('_', ' ')}" if above else name_label(last)
