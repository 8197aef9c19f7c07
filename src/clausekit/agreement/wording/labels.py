"""The short label that stands in a blank: whose fact it is, and which."""

from __future__ import annotations

import re
from collections.abc import Mapping

SEGMENT = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")


def label_of(path: str, names: Mapping[str, str], within: tuple[str, ...] = ()) -> str:
    """A label for the fact at `path` ("Customer: address").

    Args:
        path: such as ``parties[operator].address``.
        names: what to call certain ids, such as the supplier's and the customer's.
        within: names of parts below `path`, where a whole list is open.
    """
    segments = SEGMENT.findall(path)
    last = max((index for index, (key, _) in enumerate(segments) if key), default=-1)
    owners = [names.get(key, in_words(key)) for key, _ in segments if key]
    names_below = [in_words(name) for _, name in segments[last + 1 :]] + [in_words(name) for name in within]
    *groups, what = names_below or [in_words(segments[0][1])]
    owners += groups
    return _capital(", ".join(owners) + ": " + what if owners else what)


def in_words(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
