"""What the text in a field may become: the words allowed, places by any of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from clausekit.editing.lines import Line
from clausekit.facts import place_name
from clausekit.facts.places import named_places


@dataclass(frozen=True, slots=True)
class Completion:
    """An answer that fits, as one would type it, and what it means."""

    value: str
    label: str = ""


def completions(line: Line, typed: str, most: int) -> list[Completion]:
    """Answers that begin with, then answers that hold, the last word typed.

    Args:
        line: the fact; for a list of words the part after the last comma counts.
        most: how many at most.
    """
    wanted = (typed.rpartition(",")[2] if line.several else typed).strip().casefold()
    found = dict.fromkeys([*_beginning(line, wanted), *_holding(line, wanted)])
    return list(islice(found, most))


def completed(line: Line, typed: str) -> str:
    """`typed` with its last word completed, where it is not an answer as it stands."""
    before, comma, last = typed.rpartition(",") if line.several else ("", "", typed)
    found = completions(line, typed, 1)
    plain = last.strip().casefold()
    if not plain or not found or plain == found[0].value.casefold():
        return typed
    return f"{before}{comma}{' ' if comma else ''}{found[0].value}"


def _answers(line: Line) -> Iterator[tuple[str, Completion]]:
    """Every answer under each word by which it may be looked for."""
    if "place" in line.type:
        for name, code in named_places().items():
            yield name, Completion(code, place_name(code))
            yield code.casefold(), Completion(code, place_name(code))
    words = ("yes", "no") if line.type == "yes/no" else line.choices
    yield from ((word, Completion(word)) for word in words)


def _beginning(line: Line, wanted: str) -> Iterator[Completion]:
    return (found for name, found in _answers(line) if name.startswith(wanted))


def _holding(line: Line, wanted: str) -> Iterator[Completion]:
    return (found for name, found in _answers(line) if wanted in name) if len(wanted) > 1 else iter(())
