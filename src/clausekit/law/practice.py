"""What legal staff know beside the law itself: points of forum, steps before signature, wording to watch for.

Like everything in `templates/law/` it is data with a name and a date; nothing here knows an entry by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from clausekit.conditions import Condition
from clausekit.finding import Place

SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
REMEMBERED = 4096  # texts; a long contract has some hundred


@dataclass(frozen=True, slots=True)
class ForumPoint:
    """One thing to know where governing law, courts, seat or place of performance meet a condition.

    Args:
        code: of the finding; several points may share one.
        fact: path of the fact that it is about.
        confirm: what our sources did not settle, and why; empty where they did.
        level: how serious it is where the condition holds.
    """

    id: str
    code: str
    when: Condition
    fact: str
    says: str
    confirm: str
    instruments: tuple[str, ...]
    level: int
    judged_by: str
    judged_on: date


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do beside drafting, for the findings that it serves.

    Args:
        who: who should do it; `by` when.
        codes, families: the findings that it serves; empty families stand for all.
        reaches: the lowest level that such a finding must be able to reach.
        when: what must be true, or may be, of the deal as well.
    """

    id: str
    says: str
    who: str
    by: str
    codes: frozenset[str]
    families: frozenset[str]
    reaches: int
    when: Condition
    judged_by: str
    judged_on: date


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """Somebody who answers our questions.

    Args:
        who: in words, for a reader.
        when: what makes the answer one that leaves, or may leave, a place that limits it.
        says: what is to be known then; `instruments` the laws that limit it.
    """

    id: str
    who: str
    when: Condition
    says: str
    instruments: tuple[str, ...]
    level: int
    judged_by: str
    judged_on: date


@dataclass(frozen=True)
class Watch:
    """Wording to watch for: a sentence that holds one of `words` and, if there are any, one of `beside`.

    Args:
        conduct: what such wording amounts to.
        linked_to: the place to which a reader of the file must have a link; None where it does not matter.
        unless: phrases that make a sentence harmless.
        never_in_templates: whether a template may not hold it at all.
        says: what it does, after "This wording".
        advice: what to write instead.
    """

    id: str
    conduct: str
    linked_to: str | None
    words: tuple[str, ...]
    beside: tuple[str, ...]
    unless: tuple[str, ...]
    never_in_templates: bool
    says: str
    advice: str
    place: Place

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_any_of(phrases) for phrases in (self.words, self.beside) if phrases)

    @cached_property
    def _harmless(self) -> re.Pattern[str]:
        return _any_of(self.unless)

    def found_in(self, text: str) -> tuple[str, ...]:
        """The watched words of each sentence that holds them, as they are written there."""
        return self._remembered(text)

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[str, ...]]:
        # An answer moves a few paragraphs of a contract; the others need not be read again.
        return lru_cache(REMEMBERED)(lambda text: tuple(self._find_in(text)))

    def _find_in(self, text: str) -> Iterator[str]:
        if not all(pattern.search(text) for pattern in self._patterns):
            return  # nearly every text: not worth cutting into sentences
        for sentence in SENTENCE_END.split(text):
            found = [pattern.search(sentence) for pattern in self._patterns]
            if all(found) and not self._harmless.search(sentence):
                yield " … ".join(match.group() for match in found if match)


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the phrases as whole words, in either case; a phrase that ends in * may go on."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    pattern = "|".join(_spaced(phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if phrases else re.compile(r"(?!)")


def _spaced(phrase: str) -> str:
    words = r"\s+".join(map(re.escape, phrase.removesuffix("*").split()))
    return rf"{words}\w*" if phrase.endswith("*") else words
