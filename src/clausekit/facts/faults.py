"""What is wrong with an answer, in our own words, from what pydantic reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.facts.kinds import Refused, shown
from clausekit.facts.paths import Keys
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Many, Shape
from clausekit.nearest import did_you_mean

KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, at the keys where it stands in the file."""

    code: str
    keys: Keys
    message: str

    @property
    def path(self) -> str:
        """The path of the fact."""
        return path_of(self.keys)

    @property
    def sentence(self) -> str:
        """The message, led by the fact it is about."""
        about = path_of(self.keys[:-1]) if self.code == "unknown-key" else self.path
        return f"{about}: {self.message}" if about else self.message


def path_of(keys: Keys) -> str:
    """Keys as a path, such as ``parties[supplier].roles``."""
    return "".join(_segments(keys)).removeprefix(".")


def _segments(keys: Keys) -> Iterator[str]:
    shape: Shape | None = deal_shape()
    for key in keys:
        yield f".{key}" if isinstance(shape, Group) else f"[{key}]"
        shape = shape_below(shape, key)


def shape_below(shape: Shape | None, key: str | int) -> Shape | None:
    """The shape of what stands under `key`, or None where the schema has nothing there."""
    if isinstance(shape, Many):
        return shape.element
    found = shape.parts.get(str(key)) if isinstance(shape, Group) else None
    return found.shape if found else None


def shape_at(keys: Keys) -> Shape | None:
    shape: Shape | None = deal_shape()
    for key in keys:
        shape = shape_below(shape, key)
    return shape


def fault_of(details: Mapping[str, Any], data: Any) -> Fault:
    """The fault that pydantic's `details` report about `data`."""
    keys = tuple(key for key in details["loc"] if key != KEY)
    refused = details.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        return Fault(refused.code, keys, refused.message)
    if details["type"] == "extra_forbidden":
        return _unknown_key(keys)
    return _wrong_shape(keys, _at(data, keys))


def _unknown_key(keys: Keys) -> Fault:
    group = shape_at(keys[:-1])
    known = group.parts if isinstance(group, Group) else {}
    meant = did_you_mean(str(keys[-1]), known) or f"; known here: {', '.join(known)}"
    return Fault("unknown-key", keys, f"unknown key {shown(keys[-1])}{meant}")


def _wrong_shape(keys: Keys, value: Any) -> Fault:
    shape = shape_at(keys)
    if value is None:
        return Fault("null-answer", keys, "nothing is written here; write what is known of it, or leave the line out")
    return Fault("wrong-shape", keys, f"{shown(value)} cannot stand here; {_advice(shape)}")


def _advice(shape: Shape | None) -> str:
    if isinstance(shape, Leaf):
        return "write a list, such as [first, second]"
    if isinstance(shape, Many):
        key = "a place, such as CN" if shape.by_place else f"an id for each {shape.element.name}"
        return f"write lines below it, each with {key}, a colon and what is known of it"
    names = ", ".join(shape.parts) if isinstance(shape, Group) else ""
    return f"write lines below it for {names}"


def _at(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data
