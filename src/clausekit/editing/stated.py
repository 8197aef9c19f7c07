"""What a deal states beside its facts: what is noted about one, and the position that a clause takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.editing.edits import ABOUT, NOTED, POSITIONS, data_at


def notes_about(data: Any, path: str) -> dict[str, str]:
    """What is noted about a fact under each name, as one would type it; empty texts where nothing is."""
    noted = data_at(data, (ABOUT, path))
    return {name: str(noted.get(name, "")) if isinstance(noted, Mapping) else "" for name in NOTED}


def position_stated(data: Any, topic: str) -> Mapping[str, str]:
    """What is stated about the position of a topic: ``position``, ``reason``, ``wording``, as far as they are."""
    found = data_at(data, (POSITIONS, topic))
    if isinstance(found, Mapping):
        return {str(name): str(text) for name, text in found.items()}
    return {"position": str(found)} if found else {}
