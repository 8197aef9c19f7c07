"""What an answer may look like: readers that take what stands in a file and give the value.

A reader raises Refused with plain words where a person must write something else.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from math import isfinite

from clausekit.facts.paths import keys_of
from clausekit.facts.places import SEPARATE, is_place, suggest_place
from clausekit.facts.shapes import Leaf
from clausekit.facts.texts import fault_of
from clausekit.nearest import did_you_mean

NONE = "none"
ID = re.compile(r"[a-z][a-z0-9-]*")
WORD_PATH = re.compile(rf"{ID.pattern}(/{ID.pattern})?")
ECCN = re.compile(r"[0-9][A-E][0-9]{3}(\.[a-z0-9]+)*|EAR99")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
LOOKS_LIKE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NULL_ADVICE = "nothing is written here; write `not known`, or leave the line out"


class Refused(ValueError):
    """What was written cannot be taken.

    Args:
        code: the finding's code.
        message: what is wrong, in plain words, with the way out.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def shown(value: object) -> str:
    """What somebody wrote, short enough for a message."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of lines"
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    text = text if len(text) <= 40 else text[:37] + "..."
    return "'" + "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text) + "'"


def _word(value: object, code: str, advice: str) -> str:
    if value is None:
        raise Refused("null-answer", NULL_ADVICE)
    if not isinstance(value, str):
        raise Refused(code, f"{shown(value)} cannot stand here; {advice}")
    return value


def read_text(value: object) -> str:
    text = _word(value, "bad-text", "write one text, in quotes if it spans lines")
    if not text.strip():
        raise Refused("null-answer", NULL_ADVICE)
    if fault := fault_of(text):
        raise Refused("bad-text", fault)
    return text


def read_yes_or_no(value: object) -> bool:
    answers = {"yes": True, "no": False}
    word = _word(value, "not-yes-or-no", "write yes or no")
    if word not in answers:
        raise Refused("not-yes-or-no", f"{shown(word)} is not an answer; write yes or no, or `not known`")
    return answers[word]


def read_place(value: object) -> str:
    code = _word(value, "unknown-place", "write a place, such as DE or US-DE")
    if code in SEPARATE:
        raise Refused("unknown-place", f"'{code}' is not used for this place: write HK, MO, TW")
    if not is_place(code):
        raise Refused("unknown-place", f"{shown(code)} is not a place{_meant_place(code)}")
    return code


def _meant_place(text: str) -> str:
    meant = suggest_place(text)
    if meant:
        return f"; did you mean {meant}?"
    return "; write the code of a country such as DE, or of a part of one such as US-DE"


def read_date(value: object) -> date:
    text = _word(value, "not-a-date", "write a date such as 2026-12-01")
    if not LOOKS_LIKE_DATE.fullmatch(text):
        raise Refused("not-a-date", f"{shown(text)} is not a date; write year-month-day, such as 2026-12-01")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("not-a-date", f"{shown(text)} is a day that no calendar has; write year-month-day") from None


def read_share(value: object) -> int | Decimal:
    if value is None:
        raise Refused("null-answer", NULL_ADVICE)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Refused("bad-share", f"{shown(value)} is not a share; write a number of per cent, such as 48.5")
    if not isfinite(value) or not 0 <= value <= 100:
        raise Refused("bad-share", f"{shown(value)} is not a share; write a number of per cent from 0 to 100")
    exact = Decimal(str(value))
    return int(exact) if exact == int(exact) else exact


def read_year(value: object) -> int:
    if value is None:
        raise Refused("null-answer", NULL_ADVICE)
    if isinstance(value, bool) or not isinstance(value, int) or not 1980 <= value <= 2100:
        raise Refused("bad-year", f"{shown(value)} is not a year; write it in four figures, such as 2027")
    return value


def read_id(value: object) -> str:
    word = _word(value, "bad-id", "write a word in small letters, such as cloud-operator")
    if not ID.fullmatch(word):
        raise Refused("bad-id", f"{shown(word)} cannot be used as a name here; {ID_ADVICE}")
    return word


ID_ADVICE = "write small letters, figures and hyphens, such as cloud-operator"


def read_fact_path(value: object) -> str:
    word = _word(value, "unknown-fact", "write the path of a fact, such as parties[operator].name")
    try:
        keys_of(word)
    except ValueError:
        raise Refused("unknown-fact", f"{shown(word)} is not the path of a fact; {FACT_ADVICE}") from None
    return word


FACT_ADVICE = "write it as `clausekit facts` does, such as parties[operator].name"


def read_person_id(value: object) -> str:
    word = _word(value, "bad-id", "write the id of a party, a user or an affiliate")
    if not WORD_PATH.fullmatch(word):
        raise Refused("bad-id", f"{shown(word)} cannot be the id of a person; {ID_ADVICE}")
    return word


def read_classification(value: object) -> str:
    text = _word(value, "bad-classification", ECCN_ADVICE)
    if not ECCN.fullmatch(text):
        raise Refused("bad-classification", f"{shown(text)} is not a classification; {ECCN_ADVICE}")
    return text


ECCN_ADVICE = "write an ECCN such as 3A090.a, 4A090.a or 5A992.z, or EAR99"


def read_language(value: object) -> str:
    text = _word(value, "unknown-word", LANGUAGE_ADVICE)
    if not LANGUAGE.fullmatch(text):
        raise Refused("unknown-word", f"{shown(text)} is not the code of a language; {LANGUAGE_ADVICE}")
    return text


LANGUAGE_ADVICE = "write a code such as en, en-GB, de or zh-Hans"


def choice_of(value: object, words: Collection[str]) -> str:
    """One of `words`; the nearest is suggested for another."""
    known = ", ".join(words)
    word = _word(value, "unknown-word", f"write one of {known}")
    if word not in words:
        meant = did_you_mean(word, words) or f"; write one of {known}"
        raise Refused("unknown-word", f"{shown(word)} is not a word for this{meant}")
    return word


def choice(*words: str) -> Leaf:
    """The kind of an answer that is one of `words`."""
    return Leaf("choice", lambda value: choice_of(value, words), words)


TEXT = Leaf("text", read_text)
YES_OR_NO = Leaf("yes/no", read_yes_or_no)
PLACE = Leaf("place", read_place)
DATE = Leaf("date", read_date)
SHARE = Leaf("per cent", read_share)
YEAR = Leaf("year", read_year)
WORD = Leaf("id", read_id)
FACT = Leaf("fact", read_fact_path)
PERSON = Leaf("id", read_person_id)
CLASSIFICATION = Leaf("classification", read_classification)
LANGUAGE_CODE = Leaf("language", read_language)
