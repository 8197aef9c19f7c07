"""Positions by the names that people give them: topic and position, or the path of a file."""

from __future__ import annotations

from pathlib import Path

from clausekit.clauses import Library, Position
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import TemplatesFolder


class Unknown(ValueError):
    """A clause that the library does not have; its text is a sentence that says so."""


def file_name(position: Position) -> str:
    """The name of a position's file without its ending."""
    return f"{position.order}-{position.id}"


def sheet_key(position: Position) -> str:
    return f"{position.topic}/{file_name(position)}"


def position_path(folder: TemplatesFolder, position: Position) -> Path:
    return folder.path / "clauses" / position.topic / f"{file_name(position)}.md"


def positions_named(library: Library, name: str) -> list[Position]:
    """The positions that ``topic`` or ``topic/position`` means, or the path of a clause file; raises Unknown."""
    given = Path(name.removesuffix(".md"))
    topic, position = (given.parent.name, given.name) if given.parent.name else (given.name, "")
    if topic not in library.topics:
        raise Unknown(f"'{topic}' is not a topic{did_you_mean(topic, library.topics)}")
    found = list(library.topics[topic].positions.values())
    if not position:
        return found
    wanted = [one for one in found if position in (one.id, file_name(one))]
    if not wanted:
        raise Unknown(f"'{position}' is not a position of {topic}{did_you_mean(position, [one.id for one in found])}")
    return wanted
