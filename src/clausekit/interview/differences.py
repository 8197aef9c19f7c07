"""Differences as entries: of two texts word by word, of two contracts paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clausekit.interview.entries import Entry, Span

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def word_spans(before: str, after: str) -> tuple[Span, ...]:
    """`after` with what was added and what was removed against `before` marked."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    spans: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            spans.append(Span("".join(new[c:d])))
        else:
            spans += [Span("".join(old[a:b]), "removed")] if b > a else []
            spans += [Span("".join(new[c:d]), "added")] if d > c else []
    return tuple(spans)


def page_differences(before: Sequence[Entry], after: Sequence[Entry]) -> list[Entry]:
    """The paragraphs that differ, each with its number, words that went struck and words that came underlined."""
    old = [entry for entry in before if entry.words.strip()]
    new = [entry for entry in after if entry.words.strip()]
    return list(_page(old, new))


def _page(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Entry]:
    matcher = SequenceMatcher(None, [one.words for one in old], [one.words for one in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        pairs = min(b - a, d - c)
        for was, now in zip(old[a : a + pairs], new[c : c + pairs], strict=True):
            yield _entry(now, word_spans(was.words, now.words))
        yield from (_entry(one, (Span(one.words, "removed"),)) for one in old[a + pairs : b])
        yield from (_entry(one, (Span(one.words, "added"),)) for one in new[c + pairs : d])


def _entry(entry: Entry, spans: tuple[Span, ...]) -> Entry:
    return Entry("", spans, entry.label, 0, max(4, len(entry.label) + 1), space=1)
