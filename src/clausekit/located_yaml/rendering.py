"""Values as YAML text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from clausekit.located_yaml.reading import read_text

STEP = 2


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
            yield f"{lead} {inline(part)}"


def _can_stand_plain(text: str) -> bool:
    """Whether the text, written without quotes, is read back as itself wherever it stands."""
    located, findings = read_text(f"k: [{text}]", "")
    return located is not None and not findings and bool(located.data == {"k": [text]})


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
