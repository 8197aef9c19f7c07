"""Paths of facts: ``parties[operator].links[CN].assets``."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A key may itself be the path of a fact: about[parties[operator].name].source
SEGMENT = re.compile(r"(?:^|\.)([A-Za-z_]\w*)|\[((?:[^\[\]]|\[[^\[\]]*\])+)\]")
ANY = "*"

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


def parent_of(path: str) -> str:
    """The path of the group that a fact stands in; empty for the deal itself."""
    found = list(SEGMENT.finditer(path))
    return path[: found[-1].start()] if found else ""


def pattern_of(path: str) -> str:
    """The path with ``*`` for every key: ``parties[*].name``."""
    return SEGMENT.sub(lambda match: f"[{ANY}]" if match.group(2) else match.group(), path)
