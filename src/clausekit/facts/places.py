"""Places: ISO 3166 codes of countries (``DE``) and of their parts (``US-DE``).

Hong Kong, Macau and Taiwan are separate places, always: HK, MO, TW.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pycountry
from rapidfuzz import fuzz

from clausekit.facts.place_words import (
    ALIASES,
    COUNTRY_NAMES,
    HOME_COUNTRIES,
    PART_NAMES,
    TAKES_ARTICLE,
    TAKES_ARTICLE_ENDINGS,
)
from clausekit.nearest import nearest

SEPARATE = frozenset({"CN-HK", "CN-MO", "CN-TW"})
CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
LOCAL_WORD_FOR_REGION = re.compile(r" (Sheng|Shi)$")
IN_BRACKETS = re.compile(r"\s*[\[(].*[\])]")
COUNTRIES: Any = pycountry.countries
PARTS: Any = pycountry.subdivisions
CLOSE_ENOUGH = 84  # rapidfuzz ratio: for misspelt names only
LEAST_LETTERS = 4  # of a name that may be misspelt


def country_of(code: str) -> str:
    """The country of a place: ``US`` for ``US-DE``."""
    return code[:2]


@cache
def is_place(code: str) -> bool:
    """Whether `code` is a place as deals write it."""
    return code not in SEPARATE and _entry(code) is not None


@cache
def place_name(code: str) -> str:
    """The English name of a place, fit for a contract: "Germany", "Delaware, United States".

    Raises ValueError where `code` is no place.
    """
    entry = _entry(code)
    if entry is None or code in SEPARATE:
        raise ValueError(f"'{code}' is not a place")
    return _part_name(entry) if "-" in code else _with_article(_country_name(entry))


@cache
def suggest_place(text: str) -> str | None:
    """The code that somebody who wrote `text` most likely means, or None."""
    return place_called(text) or _misspelt(_plain(text), _codes_by_name())


def place_called(text: str) -> str | None:
    """The code of the place that is called exactly `text`, in whatever case; None where there is none."""
    wanted = _plain(text)
    return _code_meant(text) or ALIASES.get(wanted) or _codes_by_name().get(wanted)


def named_places() -> Mapping[str, str]:
    """The code of every place by each of its names, in small letters."""
    return {**_codes_by_name(), **ALIASES}


def _misspelt(wanted: str, names: Mapping[str, str]) -> str | None:
    close = nearest(wanted, names) if len(wanted) >= LEAST_LETTERS else None
    return names[close] if close and fuzz.ratio(wanted, close) >= CLOSE_ENOUGH else None


def _code_meant(text: str) -> str | None:
    """A code written in the wrong case, or with the wrong sign between its parts."""
    code = re.sub(r"[\s_./-]+", "-", text.strip().upper())
    if code in SEPARATE:
        return code[3:]
    return code if is_place(code) else None


@cache
def _entry(code: str) -> Any:
    """The library's record; it looks codes up in any case, so the code is checked here."""
    if not CODE.fullmatch(code):
        return None
    return PARTS.get(code=code) if "-" in code else COUNTRIES.get(alpha_2=code)


def _country_name(entry: Any) -> str:
    return COUNTRY_NAMES.get(entry.alpha_2) or IN_BRACKETS.sub("", getattr(entry, "common_name", entry.name))


def _with_article(name: str) -> str:
    takes = name in TAKES_ARTICLE or name.endswith(TAKES_ARTICLE_ENDINGS)
    return f"the {name}" if takes else name


def _own_part_name(entry: Any) -> str:
    plain = LOCAL_WORD_FOR_REGION.sub("", IN_BRACKETS.sub("", entry.name))
    return PART_NAMES.get(entry.code, plain)


def _part_name(entry: Any) -> str:
    own = _own_part_name(entry)
    if entry.code in HOME_COUNTRIES:
        return own
    return f"{own}, {_country_name(_entry(entry.country_code))}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").removeprefix("the ").split())


@cache
def _codes_by_name() -> dict[str, str]:
    """Codes by name; where a name is shared, the country, then the earlier code."""
    names: dict[str, str] = {}
    for part in sorted(PARTS, key=_order_of_parts):
        for name in (part.name, _own_part_name(part)):
            names.setdefault(_plain(name), part.code)
    for country in sorted(COUNTRIES, key=lambda country: str(country.alpha_2)):
        for name in (country.name, _country_name(country), getattr(country, "official_name", ""), country.alpha_3):
            names[_plain(name)] = country.alpha_2
    return {name: code for name, code in names.items() if name and code not in SEPARATE}


def _order_of_parts(part: Any) -> tuple[bool, str]:
    return (part.country_code not in {"US", "GB", "DE", "CN", "AE", "CA", "FR"}, part.code)
