"""A YAML document that knows where each of its parts stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clausekit.finding import Place

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Where an entry stands in the text, in characters from 0.

    Args:
        start: where its key begins, or its value if it is an item of a list.
        colon: where the colon after the key ends; `start` if it is an item of a list.
        value: where its value begins; `end` is where it ends.
        flow: whether it stands in braces or brackets.
    """

    start: int
    colon: int
    value: int
    end: int
    flow: bool = False


@dataclass(frozen=True)
class Located:
    """A YAML document and where each part of it stands.

    Args:
        data: mappings with text keys, lists, texts, numbers, True, False or None.
        file: how the file is called in findings.
        lines: the line (from 1) of each key or item, by its path.
        written: how numbers, true and false were written, by their paths.
        spans: where each entry stands in the text.
    """

    data: Any
    file: str
    lines: Mapping[Keys, int] = field(default_factory=dict)
    written: Mapping[Keys, str] = field(default_factory=dict)
    spans: Mapping[Keys, Span] = field(default_factory=dict)

    def line(self, path: Keys) -> int:
        """The line of a key or item, or of its nearest parent that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def place(self, path: Keys, fact: str | None = None) -> Place:
        """The place of a key or item, for a finding."""
        return Place(self.file, self.line(path), fact)

    def as_plain(self) -> dict[str, Any]:
        """The document as plain data, without the file's name; `from_plain` makes it again."""
        entries = [
            [list(path), line, *_numbers(self.spans.get(path)), self.written.get(path)]
            for path, line in self.lines.items()
        ]
        return {"data": self.data, "entries": entries}

    @classmethod
    def from_plain(cls, file: str, plain: Mapping[str, Any]) -> Located:
        """The document that `as_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        lines: dict[Keys, int] = {}
        written: dict[Keys, str] = {}
        spans: dict[Keys, Span] = {}
        for keys, line, start, colon, value, end, flow, how in plain["entries"]:
            path = tuple(keys)
            lines[path] = line
            spans[path] = Span(start, colon, value, end, flow)
            if how is not None:
                written[path] = how
        return cls(plain["data"], file, lines, written, spans)


def _numbers(span: Span | None) -> tuple[int, int, int, int, bool]:
    return (span.start, span.colon, span.value, span.end, span.flow) if span else (0, 0, 0, 0, False)
