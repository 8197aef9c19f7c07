"""Values as YAML text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from clausekit.located_yaml.reading import UNREADABLE, read_text

STEP = 2
NEWLINE = "\n"
STRANGE_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def inline(value: Any) -> str:
    """A value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return str(value)
        case str():
            return value if _can_stand_plain(value) else _quoted(value)
        case Mapping():
            return "{" + ", ".join(f"{inline(key)}: {inline(part)}" for key, part in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(inline, value)) + "]"
    raise TypeError(f"{value!r} cannot be written as YAML")


def block(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """The lines of a group, each with its indentation."""
    for key, part in value.items():
        lead = f"{' ' * indent}{inline(key)}:"
        if isinstance(part, Mapping) and part:
            yield lead
            yield from block(part, indent + STEP)
        else:
            yield from after_key(lead, part, indent)


def after_key(lead: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of one entry that is no group; a text of several lines stands below its key as it is."""
    if not (isinstance(value, str) and _can_stand_below(value)):
        yield f"{lead} {inline(value)}"
        return
    yield f"{lead} {'|' if value.endswith(NEWLINE) else '|-'}"
    for line in value.removesuffix(NEWLINE).split(NEWLINE):
        yield f"{' ' * (indent + STEP)}{line}" if line else ""


def _can_stand_below(text: str) -> bool:
    """Whether a text has several lines that a reader finds again as they are."""
    lines = text.removesuffix(NEWLINE).split(NEWLINE)
    ends_well = bool(lines[-1].strip()) and not text.endswith(NEWLINE * 2)
    return (
        len(lines) > 1 and ends_well and not lines[0][:1].isspace() and bool(lines[0]) and not _has_strange_sign(text)
    )


def _has_strange_sign(text: str) -> bool:
    return bool(UNREADABLE.search(text)) or not set(text).isdisjoint(STRANGE_BREAKS)


def _can_stand_plain(text: str) -> bool:
    """Whether the text, written without quotes, is read back as itself wherever it stands."""
    located, findings = read_text(f"k: [{text}]", "")
    return located is not None and not findings and bool(located.data == {"k": [text]})


def _quoted(text: str) -> str:
    """In quotes; what no file may hold as it is becomes an escape."""
    return UNREADABLE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", json.dumps(text, ensure_ascii=False))
