"""Changing a YAML text: only the lines of what changes are touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from clausekit.located_yaml.located import Keys, Located, Span
from clausekit.located_yaml.rendering import STEP, after_key, block, inline


@dataclass(frozen=True, slots=True)
class Change:
    """A text to change, read, and the line ending it uses."""

    text: str
    located: Located
    newline: str

    def removed(self, keys: Keys) -> str:
        """The text without an entry; a group that would be left empty goes with it."""
        if keys not in self.located.spans:
            return self.text
        parent = keys[:-1]
        if parent and len(self._siblings(parent)) == 1:
            return self.removed(parent)
        return self._without(keys)

    def written(self, keys: Keys, value: Any) -> str:
        """The text with `value` at `keys`; groups that are not there yet are made."""
        if keys in self.located.spans and keys:
            return self._replaced(keys, value)
        parent, value = keys[:-1], {keys[-1]: value}
        while not isinstance(self._data(parent), dict) and parent:
            if parent in self.located.spans:
                return self._replaced(parent, value)
            parent, value = parent[:-1], {parent[-1]: value}
        return self._added(parent, value)

    def _data(self, keys: Keys) -> Any:
        data = self.located.data
        for key in keys:
            data = data.get(key) if isinstance(data, dict) else None
        return data

    def _siblings(self, parent: Keys) -> list[Span]:
        return [self.located.spans[*parent, key] for key in self._data(parent)]

    def _without(self, keys: Keys) -> str:
        span = self.located.spans[keys]
        if not span.flow:
            return self.text[: self._line_start(span.start)] + self.text[self._next_line(span.end) :]
        siblings = self._siblings(keys[:-1])
        index = siblings.index(span)
        if index + 1 < len(siblings):
            return self.text[: span.start] + self.text[siblings[index + 1].start :]
        return self.text[: siblings[index - 1].end] + self.text[span.end :]

    def _replaced(self, keys: Keys, value: Any) -> str:
        """Another value after the same key; a comment at the end of the key's line stays there."""
        span = self.located.spans[keys]
        gap, rest = self._gap(span).rstrip(), self.text[span.end :]
        below = list(self._below(span, value))
        if not below:
            return f"{self.text[: span.colon]} {inline(value)}{self._spaced(gap)}{rest}"
        line_end = self._line_end(span.end)
        comment = self._spaced(gap) + self.text[span.end : line_end]
        lines = self.newline.join(below[1:])
        return f"{self.text[: span.colon]}{below[0]}{comment}{self.newline}{lines}{self.text[line_end:]}"

    def _gap(self, span: Span) -> str:
        """What stands between a key and its value; the comment of a text that stands below its key."""
        head = self.text[span.value : self._line_end(span.value)]
        comment = f" #{head.partition('#')[2]}" if head.startswith(("|", ">")) and "#" in head else ""
        return self.text[span.colon : span.value].rstrip() + comment

    def _below(self, span: Span, value: Any) -> Iterator[str]:
        """What stands after a key and below it, where the value does not fit beside it."""
        indent = span.start - self._line_start(span.start)
        if isinstance(value, Mapping) and value and not span.flow:
            yield ""
            yield from block(value, indent + STEP)
        elif isinstance(value, str) and not span.flow and len(lines := list(after_key("", value, indent))) > 1:
            yield from lines

    def moved(self, keys: Keys, by: int) -> str:
        """The text with an entry moved past its neighbours, with the comments above it."""
        siblings = self._siblings(keys[:-1])
        index = siblings.index(self.located.spans[keys])
        other = min(max(index + by, 0), len(siblings) - 1)
        text = self.text
        order = list(range(len(siblings)))
        order.insert(other, order.pop(index))
        if siblings[0].flow:
            cuts = [(one.start, one.end) for one in siblings]
        else:
            text = text if text.endswith("\n") else text + self.newline
            cuts = self._chunks(siblings)
        pieces = [text[start:end] for start, end in cuts]
        gaps = [text[end:start] for (_, end), (start, _) in pairwise(cuts)]
        together = "".join(piece + gap for piece, gap in zip((pieces[at] for at in order), [*gaps, ""], strict=True))
        return text[: cuts[0][0]] + together + text[cuts[-1][1] :]

    def _chunks(self, siblings: list[Span]) -> list[tuple[int, int]]:
        """From where to where each entry's lines go, the comments above it among them."""
        begins = self._line_start(siblings[0].start)
        while (above := self._line_start(begins - 1)) < begins and self.text[above:begins].lstrip().startswith("#"):
            begins = above
        ends = [self._next_line(one.end) for one in siblings]
        return list(zip([begins, *ends], ends, strict=False))

    def _spaced(self, gap: str) -> str:
        return f" {gap.lstrip(' ')}" if gap and not gap.startswith(("\r", "\n")) else gap

    def _added(self, parent: Keys, value: Mapping[str, Any]) -> str:
        """More entries at the end of a group."""
        siblings = self._siblings(parent) if self._data(parent) else []
        if parent and not siblings and parent in self.located.spans and not self.located.spans[parent].flow:
            return self._replaced(parent, value)
        if siblings and not siblings[-1].flow:
            at = self._line_end(siblings[-1].end)
            first = siblings[0].start
            return self.text[:at] + self._block(value, first - self._line_start(first)) + self.text[at:]
        if self._data(parent) is None:
            lead = self.text if not self.text or self.text.endswith("\n") else self.text + self.newline
            return lead + self.newline.join(block(value, 0)) + self.newline
        at = siblings[-1].end if siblings else self.located.spans[parent].end - 1
        return self.text[:at] + (", " if siblings else "") + inline(value)[1:-1] + self.text[at:]

    def _block(self, value: Mapping[str, Any], indent: int) -> str:
        return "".join(self.newline + line for line in block(value, indent))

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[at:end].endswith("\r") else end

    def _next_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1
