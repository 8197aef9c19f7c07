"""Composing a document from the parser's events, with lines and findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml.core_types import core_value
from clausekit.located_yaml.located import Keys, Located, Span

MERGE = "<<"
MAX_DEPTH = 100
IN_QUOTES = "put the text in quotes if that is not what you mean"
COLLECTIONS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class TooDeep(Exception):
    """Groups inside groups beyond all reason; `args[0]` is the line."""


class Composer:
    """Builds the data of one document, event by event."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.findings: list[Finding] = []
        self.data: Any = None
        self.lines: dict[Keys, int] = {}
        self.written: dict[Keys, str] = {}
        self.spans: dict[Keys, Span] = {}

    def located(self) -> Located:
        return Located(self.data, self.file, self.lines, self.written, self.spans)

    def take(self, events: Iterator[yaml.Event]) -> None:
        """Read the one document of a file."""
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report("yaml-several-documents", "a second document begins here; keep one", event)
                    return
            elif isinstance(event, yaml.NodeEvent):
                self.data = self.entry(event, event, events, (), flow=False)

    def entry(self, key: yaml.Event, event: yaml.Event, events: Iterator[yaml.Event], path: Keys, *, flow: bool) -> Any:
        """The value at `path`, which begins with `event`; notes where it and its key stand."""
        if len(path) > MAX_DEPTH:
            raise TooDeep(self.line(event))
        self.lines[path] = self.line(key)
        value, end = self.value(event, events, path)
        colon = start_of(key) if key is event else self.colon(key, event)
        self.spans[path] = Span(start_of(key), colon, start_of(event), end, flow)
        return value

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Keys) -> tuple[Any, int]:
        """A value, and where it ends."""
        self.refuse_extras(event)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, path), self.end_of_words(event)
            case yaml.MappingStartEvent():
                return self.mapping(event, events, path)
            case yaml.SequenceStartEvent():
                return self.sequence(event, events, path)
        return None, end_of(event)

    def colon(self, key: yaml.Event, value: yaml.Event) -> int:
        """Where the colon between a key and its value ends; 0 if there is none."""
        return self.text.find(":", end_of(key), start_of(value)) + 1

    def scalar(self, event: yaml.ScalarEvent, path: Keys) -> Any:
        value = core_value(event.value) if not event.style else event.value
        if not isinstance(value, str | None):
            self.written[path] = event.value
        return value

    def end_of_words(self, event: yaml.Event) -> int:
        """Where a scalar ends: the parser counts the empty lines after a block as part of it."""
        start, end = start_of(event), end_of(event)
        return start + len(self.text[start:end].rstrip())

    def mapping(
        self, start: yaml.MappingStartEvent, events: Iterator[yaml.Event], path: Keys
    ) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        end = end_of(start)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return found, end_of(event) if start.flow_style else end
            key = self.key(event, events)
            value = next(events)
            if key is None or not self.has_colon(key, event, value) or not self.is_new(key, found, event, path):
                end = skip(value, events)
                continue
            found[key] = self.entry(event, value, events, (*path, key), flow=bool(start.flow_style))
            end = self.spans[*path, key].end
        return found, end

    def sequence(
        self, start: yaml.SequenceStartEvent, events: Iterator[yaml.Event], path: Keys
    ) -> tuple[list[Any], int]:
        found: list[Any] = []
        end = end_of(start)
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return found, end_of(event) if start.flow_style else end
            here = (*path, len(found))
            found.append(self.entry(event, event, events, here, flow=bool(start.flow_style)))
            end = self.spans[here].end
        return found, end

    def key(self, event: yaml.Event, events: Iterator[yaml.Event]) -> str | None:
        """A key, always a text; None where it is none."""
        self.refuse_extras(event)
        if not isinstance(event, yaml.ScalarEvent):
            skip(event, events)
            self.report("yaml-key", "a key must be a single text; put it in quotes if it begins with a sign", event)
        elif event.value == "" and not event.style:
            self.report("yaml-key", "a key is missing before this colon", event)
        elif event.value == MERGE and not event.style:
            self.report("yaml-merge-key", "merge keys (<<) are not used here; write the lines out", event)
        else:
            return event.value
        return None

    def has_colon(self, key: str, event: yaml.Event, value: yaml.Event) -> bool:
        found = bool(self.colon(event, value))
        if not found:
            advice = "if it belongs to the text before it, put that whole text in quotes"
            self.report("yaml-key", f"'{key}' stands here without a colon; {advice}", event)
        return found

    def is_new(self, key: str, found: dict[str, Any], event: yaml.Event, path: Keys) -> bool:
        if key in found:
            first = self.lines[*path, key]
            self.report(
                "yaml-duplicate-key", f"'{key}' stands here a second time (first on line {first}); keep one", event
            )
        return key not in found

    def refuse_extras(self, event: yaml.Event) -> None:
        """Findings for anchors, aliases and tags."""
        if isinstance(event, yaml.AliasEvent):
            self.report("yaml-alias", f"aliases (*{event.anchor}) are not used here; {IN_QUOTES}", event)
            return
        if (anchor := getattr(event, "anchor", None)) is not None:
            self.report("yaml-anchor", f"anchors (&{anchor}) are not used here; {IN_QUOTES}", event)
        if (tag := getattr(event, "tag", None)) is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.report("yaml-tag", f"tags ({shown}) are not used here; {IN_QUOTES}", event)

    def report(self, code: str, message: str, event: yaml.Event) -> None:
        self.findings.append(error(code, message, Place(self.file, self.line(event))))

    def line(self, event: yaml.Event) -> int:
        assert event.start_mark is not None, "the parser marks every event"
        return self.first_line + event.start_mark.line


def start_of(event: yaml.Event) -> int:
    assert event.start_mark is not None, "the parser marks every event"
    return event.start_mark.index


def end_of(event: yaml.Event) -> int:
    assert event.end_mark is not None, "the parser marks every event"
    return event.end_mark.index


def skip(event: yaml.Event, events: Iterator[yaml.Event]) -> int:
    """Pass over a value; returns where it ends."""
    depth = 0
    while True:
        depth += isinstance(event, COLLECTIONS) - isinstance(event, ENDS)
        if depth <= 0:
            return end_of(event)
        event = next(events)
