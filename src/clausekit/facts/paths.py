"""Paths of facts: ``parties[operator].links[CN].assets``."""

from __future__ import annotations

import re
from collections.abc import Iterator

SEGMENT = re.compile(r"(?:^|\.)([A-Za-z_]\w*)|\[([^\[\]]+)\]")

Keys = tuple[str | int, ...]


def keys_of(path: str) -> tuple[str, ...]:
    """The keys of a path, outermost first; raises ValueError for what is no path."""
    found = list(SEGMENT.finditer(path))
    if not found or "".join(match.group() for match in found) != path:
        raise ValueError(f"'{path}' is not the path of a fact")
    return tuple(match.group(1) or match.group(2) for match in found)


def part(path: str, name: str) -> str:
    """The path of the fact `name` of the group at `path`."""
    return f"{path}.{name}" if path else name


def member(path: str, key: str | int) -> str:
    """The path of the member `key` of the list or mapping at `path`."""
    return f"{path}[{key}]"


def ids_in(path: str) -> Iterator[str]:
    """The keys in brackets, outermost first."""
    return (match.group(2) for match in SEGMENT.finditer(path) if match.group(2))
