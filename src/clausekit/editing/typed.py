"""What a person types, as the deal file states it. What cannot be understood is kept as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from clausekit.facts.answers import NOT_KNOWN
from clausekit.facts.kinds import NONE
from clausekit.facts.places import place_called
from clausekit.facts.shapes import Leaf
from clausekit.located_yaml import REMOVED

UNKNOWN = "?"  # typed for: asked, and not known
BETWEEN = re.compile(r"[,;\n]+")
YES_NO = {"y": "yes", "yes": "yes", "true": "yes", "n": "no", "no": "no", "false": "no"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
ECCN = re.compile(r"([0-9][a-eA-E][0-9]{3})((?:\.[A-Za-z0-9]+)*)")


def written(leaf: Leaf, typed: str) -> Any:
    """What the deal file states for `typed`; REMOVED for an empty line, `not known` for ``?``."""
    text = _whole(typed).strip()
    if not text:
        return REMOVED
    if text == UNKNOWN or text.casefold() == NOT_KNOWN.value:
        return NOT_KNOWN.value
    if not leaf.several:
        return _one(leaf, text)
    if text.casefold() in (NONE, "[]"):
        return NONE
    return [_one(leaf, part.strip()) for part in BETWEEN.split(text.strip("[]")) if part.strip()]


def _whole(text: str) -> str:
    """Without halves of characters, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")


def _one(leaf: Leaf, text: str) -> Any:
    return READERS[leaf.word](leaf, text) if leaf.word in READERS else text


def _yes_no(leaf: Leaf, text: str) -> str:
    return YES_NO.get(text.casefold(), text)


def _place(leaf: Leaf, text: str) -> str:
    return place_called(text) or text


def _choice(leaf: Leaf, text: str) -> str:
    word = re.sub(r"[\s_]+", "-", text.casefold())
    begun = [one for one in leaf.words if one.startswith(word)]
    return word if word in leaf.words else begun[0] if len(begun) == 1 else text


def _number(leaf: Leaf, text: str) -> Any:
    plain = text.rstrip("%").removesuffix("per cent").strip().replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def _year(leaf: Leaf, text: str) -> Any:
    return int(text) if text.isdecimal() and text.isascii() else text


def _classification(leaf: Leaf, text: str) -> str:
    found = ECCN.fullmatch(text)
    return found.group(1).upper() + found.group(2).lower() if found else text.upper()


def _date(leaf: Leaf, text: str) -> str:
    """Year-month-day from the forms that can mean one day only; 1/2/2027 is not among them."""
    if found := DOTTED.fullmatch(text):
        return _day(found[3], int(found[2]), found[1], text)
    if found := DAY_FIRST.fullmatch(text):
        return _day(found[3], _month(found[2]), found[1], text)
    if found := MONTH_FIRST.fullmatch(text):
        return _day(found[3], _month(found[1]), found[2], text)
    return text


def _month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1 if word[:3].lower() in MONTHS else 0


def _day(year: str, month: int, day: str, text: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return text


READERS: dict[str, Callable[[Leaf, str], Any]] = {
    "yes/no": _yes_no,
    "place": _place,
    "choice": _choice,
    "per cent": _number,
    "year": _year,
    "classification": _classification,
    "date": _date,
}


def shown(stated: Any, as_written: str | None = None) -> str:
    """What stands in the file as a person would type it."""
    if as_written is not None:
        return as_written
    if isinstance(stated, list):
        return ", ".join(map(shown, stated)) or NONE
    if isinstance(stated, dict):
        return _joined(stated.items())
    return "" if stated is None else str(stated)


def _joined(entries: Iterable[tuple[str, Any]]) -> str:
    return ", ".join(f"{key}: {shown(part)}" for key, part in entries)
