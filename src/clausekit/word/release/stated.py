"""What a deal states and its audience may read: it stands in a file for what it is, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

IN_PLACE = "\ufffc"


@dataclass(frozen=True)
class Stated:
    """Texts that are no leak where they stand whole.

    Args:
        facts: every text that the audience may read, but for wording: that is drafted, not stated.
        names: those of them that name somebody or something; a bracket in one is part of it, not a blank.
    """

    facts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def without_facts(self, text: str) -> str:
        return self._facts.sub(IN_PLACE, text) if self.facts else text

    def without_names(self, text: str) -> str:
        return self._names.sub(IN_PLACE, text) if self.names else text

    @cached_property
    def _facts(self) -> re.Pattern[str]:
        return _any_of(self.facts)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return _any_of(self.names)


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """The longest first, so that a name within a name leaves nothing over; never inside a word."""
    longest_first = sorted({text for text in texts if text.strip()}, key=lambda text: (-len(text), text))
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first) or r"(?!)")
