"""What a deal states and its audience may read: it stands in a file for what it is, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.word.release.plain_words import plain_words

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

    def with_names_as_words(self, plain: str) -> str:
        """`plain`, which is folded as texts are compared, with one word for each name."""
        return self._plain_names.sub(lambda name: self._words[name.group()], plain) if self._words else plain

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """A word for each name, as it is compared, that is no word of any language."""
        plain = dict.fromkeys(filter(None, map(plain_words, self.names)))
        return {name: f"name_{number}" for number, name in enumerate(plain)}

    @cached_property
    def _plain_names(self) -> re.Pattern[str]:
        return _any_of(self._words)

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
