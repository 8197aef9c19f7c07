"""How a fact is printed: filters, and the runs that stand for values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from clausekit.agreement.document import Blank, Run, Text
from clausekit.agreement.wording.labels import in_words, label_of
from clausekit.facts.places import place_name
from clausekit.facts.view import Fact, Open, View

MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip


class PrintError(ValueError):
    """A value that has no printed form here; the text is fit for a finding."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A part of a list that is open as a whole: `within` names the parts below `path`."""

    path: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """Values printed one after the other, the last two joined by `word`."""

    parts: tuple[Fact | Unknown, ...]
    word: str


Seen = View | Fact | Unknown | Several


def is_open(seen: Seen) -> bool:
    return isinstance(seen, Unknown) or (isinstance(seen, Fact) and isinstance(seen.value, Open))


def members(seen: Seen) -> tuple[Seen, ...]:
    """What a loop runs over; a list that is open has one member, which is unknown."""
    match seen:
        case View():
            found = seen.members()
            return members(found) if isinstance(found, Fact) else found
        case Fact(value=Open(), path=path):
            return (Unknown(path),)
        case Fact(value=tuple() as values, path=path):
            return tuple(Fact(value, path) for value in values)
        case Unknown():
            return (seen,)
    raise PrintError("this is one fact, not a list")


def runs_for(seen: Seen, names: Mapping[str, str]) -> tuple[Run, ...]:
    """The runs that print `seen`; raises PrintError for a group of facts."""
    match seen:
        case Fact(value=Open(), path=path):
            return (Blank(label_of(path, names), path),)
        case Unknown():
            return (Blank(label_of(seen.path, names, seen.within), seen.path),)
        case Fact(value=tuple()):
            return runs_for(listing(seen), names)
        case Fact():
            return (Text(plain_value(seen.value), literal=True),)
        case Several():
            return _joined([runs_for(part, names) for part in seen.parts], seen.word)
    raise PrintError("this names a group of facts; name one fact of it, such as its name")


def _joined(parts: list[tuple[Run, ...]], word: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, part in enumerate(parts):
        if index:
            runs.append(Text(f" {word} " if index == len(parts) - 1 else ", "))
        runs.extend(part)
    return tuple(runs)


def plain_value(value: Any) -> str:
    """A known value in words: text as it is, dates and numbers as English prints them."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case date():
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        case int() | Decimal() | float():
            return number_words(value)
    raise PrintError("this fact is worked out from others and cannot be printed")


def number_words(value: int | Decimal | float) -> str:
    words = f"{Decimal(str(value)):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def place(seen: Seen) -> Seen:
    """Codes of places as full English names."""
    return _each(seen, str, lambda code: place_name(code).replace("'", "’"))


def long_date(seen: Seen) -> Seen:
    """A date as "1 December 2026"."""
    return _each(seen, date, plain_value)


def share(seen: Seen) -> Seen:
    """A share as "60 per cent"."""
    return _each(seen, (int, Decimal, float), lambda value: f"{number_words(value)} per cent")


def words(seen: Seen) -> Seen:
    """A choice in plain words: "network-equipment" as "network equipment"."""
    return _each(seen, (str, bool), lambda value: in_words(plain_value(value)))


def listing(seen: Seen) -> Seen:
    """A list as "a, b and c"; things are listed by their names."""
    return _several(seen, "and")


def or_list(seen: Seen) -> Seen:
    """A list as "a, b or c"."""
    return _several(seen, "or")


FILTERS: Mapping[str, Callable[[Seen], Seen]] = {
    "place": place,
    "long_date": long_date,
    "share": share,
    "words": words,
    "listing": listing,
    "or_list": or_list,
}


def _several(seen: Seen, word: str) -> Seen:
    return seen if is_open(seen) else Several(tuple(map(_named, members(seen))), word)


def _named(member: Seen) -> Fact | Unknown:
    named = member.get("name") if isinstance(member, View) else member
    if isinstance(named, Fact | Unknown):
        return named
    raise PrintError("this is not a list of names")


def _each(seen: Seen, kind: type | tuple[type, ...], change: Callable[[Any], str]) -> Seen:
    """`seen` with its value, or each of its values, changed; open facts stay open."""
    if is_open(seen):
        return seen
    match seen:
        case Several():
            return Several(tuple(_changed(part, kind, change) for part in seen.parts), seen.word)
        case Fact(value=tuple() as values):
            return Fact(tuple(_checked(value, kind, change) for value in values), seen.path)
        case Fact():
            return _changed(seen, kind, change)
    raise PrintError("this names a group of facts; name one fact of it")


def _changed(part: Fact | Unknown, kind: type | tuple[type, ...], change: Callable[[Any], str]) -> Fact | Unknown:
    if isinstance(part, Unknown) or is_open(part):
        return part
    return Fact(_checked(part.value, kind, change), part.path)


def _checked(value: Any, kind: type | tuple[type, ...], change: Callable[[Any], str]) -> str:
    if not isinstance(value, kind):
        raise PrintError("the filter does not fit this kind of fact")
    return change(value)
