"""Saving an answer into the deal file; comments and order survive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from clausekit.facts.answers import NOT_ASKED, NOT_KNOWN, NoSuchFact, Open
from clausekit.facts.faults import shape_at
from clausekit.facts.kinds import NONE, Refused
from clausekit.facts.paths import keys_of
from clausekit.facts.shapes import Leaf
from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import REMOVED, Keys, read_file, save_changes

POSITIONS = "positions"


def read_answer(fact_path: str, written: object) -> tuple[Any, Finding | None]:
    """The value of an answer as a person would write it in the file, or the finding that says why it is none.

    Args:
        fact_path: the path of a single fact; raises NoSuchFact where there is none.
        written: a text, a number, or a list of texts.
    """
    leaf = shape_at(keys_of(fact_path))
    if not isinstance(leaf, Leaf):
        raise NoSuchFact(f"'{fact_path}' is not a single fact")
    try:
        return _read(leaf, written), None
    except Refused as refused:
        return None, error(refused.code, f"{fact_path}: {refused.message}", Place(fact=fact_path))


def _read(leaf: Leaf, written: object) -> Any:
    if written == NOT_KNOWN.value:
        return NOT_KNOWN
    if not leaf.several:
        return leaf.read(written)
    if written == NONE:
        return ()
    return tuple(map(leaf.read, written if isinstance(written, list) else [written]))


def save_fact(path: Path, fact_path: str, value: Any) -> list[Finding]:
    """Write one answer into the deal file.

    Args:
        path: the deal file.
        fact_path: such as ``parties[operator].links[CN].assets``; raises NoSuchFact where there is none.
        value: as a View gives it; NOT_ASKED takes the line out; a mapping for a group.

    Returns:
        Why nothing was saved, or nothing.
    """
    keys = keys_of(fact_path)
    shape = shape_at(keys)
    if shape is None:
        raise NoSuchFact(f"there is no fact '{fact_path}'")
    written = in_file(value)
    if isinstance(shape, Leaf) and not isinstance(value, Open):
        _, refused = read_answer(fact_path, written)
        if refused:
            return [refused]
    return save_changes(path, _changes(path, keys, written))


def in_file(value: Any) -> Any:
    """A value as the deal file states it."""
    match value:
        case Open():
            return REMOVED if value is NOT_ASKED else value.value
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Mapping():
            return {key: in_file(part) for key, part in value.items()}
        case tuple() | list():
            return [in_file(part) for part in value] or NONE
    return value


def _changes(path: Path, keys: tuple[str, ...], written: Any) -> Mapping[Keys, Any]:
    """What to write; a position stated by its word alone makes room for its reason."""
    if keys[0] != POSITIONS or len(keys) != 3 or written is REMOVED:
        return {keys: written}
    located, _ = read_file(path)
    chosen = located.data.get(POSITIONS) if located and isinstance(located.data, dict) else None
    now = chosen.get(keys[1]) if isinstance(chosen, dict) else None
    return {keys[:2]: {"position": now, keys[2]: written}} if isinstance(now, str) else {keys: written}
