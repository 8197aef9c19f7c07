"""Changes of a deal's text, each as a mapping of what to write where; nothing here is saved."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any

from clausekit.facts import NoSuchFact, keys_of
from clausekit.facts.faults import path_of, shape_at
from clausekit.facts.kinds import Refused, read_id, read_place
from clausekit.facts.paths import Keys, parent_of
from clausekit.facts.places import place_called
from clausekit.facts.reading import as_written
from clausekit.facts.shapes import Group, Leaf, Many
from clausekit.located_yaml import REMOVED, Located

ABOUT, POSITIONS = "about", "positions"
NOT_A_SIGN = re.compile(r"[^a-z0-9]+")
NOTED = ("source", "note", "date", "owner", "audience")
Changes = Mapping[Keys, Any]


def leaf_at(path: str) -> Leaf:
    """The shape of a single fact; raises NoSuchFact where there is none."""
    leaf = shape_at(keys_of(path))
    if not isinstance(leaf, Leaf):
        raise NoSuchFact(f"'{path}' is not a single fact")
    return leaf


def list_at(path: str) -> Many:
    """The shape of a repeating group; raises NoSuchFact where there is none."""
    many = shape_at(keys_of(path))
    if not isinstance(many, Many):
        raise NoSuchFact(f"'{path}' is no list")
    return many


def data_at(data: Any, keys: Keys) -> Any:
    """What stands in the file at `keys`, or None."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def stated(data: Any, path: str, value: Any) -> Changes:
    """The change that states `value` at `path`; REMOVED takes it out, and leaves its group's member there."""
    keys = keys_of(path)
    group = data_at(data, keys[:-1])
    alone = value is REMOVED and isinstance(group, Mapping) and set(group) == {keys[-1]}
    if alone and isinstance(shape_at(keys[:-2]), Many):
        return {keys[:-1]: {}}
    return {keys: value}


def added(data: Any, path: str, key: str) -> tuple[str, Changes]:
    """The change that adds an empty member to a list, and the member's path.

    Args:
        key: its id, or its place; where it is empty, an id is made.

    Raises Refused where the key cannot be one, or is taken.
    """
    many = list_at(path)
    known = data_at(data, keys_of(path))
    members = known if isinstance(known, Mapping) else {}
    chosen = _place_key(key) if many.by_place else free_id(members, key, many.element.name)
    if chosen in members:
        raise Refused("taken-id", f"'{chosen}' is there already; choose another")
    keys = (*keys_of(path), chosen)
    return path_of(keys), {keys: {}}


def _place_key(key: str) -> str:
    return read_place(place_called(key) or key)


def free_id(taken: Collection[str], wanted: str, otherwise: str = "member") -> str:
    """An id from what somebody called a thing, with a number behind it where that is taken.

    Args:
        otherwise: the id for what is called in letters that no id has, such as Chinese ones.
    """
    plain = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode().lower()
    base = NOT_A_SIGN.sub("-", plain).strip("-").lstrip("0123456789-") or otherwise
    names = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return read_id(next(name for name in names if name not in taken))


def duplicated(located: Located, path: str) -> tuple[str, Changes]:
    """The change that adds a copy of a member at the end of its list, and the copy's path."""
    keys = keys_of(path)
    members = data_at(located.data, keys[:-1])
    whole = as_written(located)
    key = free_id(members, keys[-1])
    return path_of((*keys[:-1], key)), {(*keys[:-1], key): copy.deepcopy(data_at(whole, keys))}


def removed(data: Any, path: str) -> Changes:
    """The change that takes a fact, a group or a stray line out, with what is noted about it."""
    keys = keys_of(path)
    notes = data_at(data, (ABOUT,))
    gone = [note for note in notes or () if note == path or note.startswith((f"{path}.", f"{path}["))]
    return {**stated(data, path, REMOVED), **{(ABOUT, note): REMOVED for note in gone}} if keys else {}


def noted(path: str, notes: Mapping[str, str]) -> Changes:
    """The change that notes something about a fact; an empty text takes the note out."""
    unknown = notes.keys() - set(NOTED)
    if unknown:
        raise NoSuchFact(f"nothing called {', '.join(sorted(unknown))} can be noted about a fact")
    return {(ABOUT, path, name): text.strip() or REMOVED for name, text in notes.items()}


def positioned(topic: str, position: str, reason: str, wording: str) -> Changes:
    """The change that chooses a position: with its reason, and words of the deal's own, where there are some."""
    beside = {"reason": reason, "wording": wording}
    given = {name: text for name, text in beside.items() if text.strip()}
    return {(POSITIONS, topic): {"position": position, **given} if given else position}


def is_member(path: str) -> bool:
    """Whether a path is that of a member of a list."""
    above = parent_of(path)
    return bool(above) and isinstance(shape_at(keys_of(above)), Many) and isinstance(shape_at(keys_of(path)), Group)
