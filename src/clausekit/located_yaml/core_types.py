"""The core types of YAML 1.2: what a text without quotes may be."""

from __future__ import annotations

import re

NULL = frozenset({"", "~", "null", "Null", "NULL"})
TRUTHS = {word: truth for truth in (True, False) for word in (str(truth), str(truth).lower(), str(truth).upper())}
INTEGER = re.compile("[-+]?[0-9]{1,300}")
OCTAL = re.compile("0o[0-7]{1,300}")
HEXADECIMAL = re.compile("0x[0-9a-fA-F]{1,300}")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

Core = str | int | float | bool | None


def core_value(text: str) -> Core:
    """The value of a plain scalar; ``yes``, ``NO`` and dates stay texts."""
    if text in NULL:
        return None
    return TRUTHS[text] if text in TRUTHS else _number(text)


def _number(text: str) -> Core:
    if INTEGER.fullmatch(text):
        return int(text)
    if OCTAL.fullmatch(text) or HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    if NUMBER.fullmatch(text):
        return float(text)
    return float(text.replace(".", "", 1)) if INFINITE.fullmatch(text) else text
