"""Capitalised phrases that look like defined terms and are defined nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from clausekit.agreement.proofreading.passages import Passage, Proof
from clausekit.agreement.terms import MARK, STAND_IN, TermFinder
from clausekit.finding import Finding, Severity

WORD = r"[A-Z][\w’-]*[a-z][\w-]*"  # a capital and at least one small letter: not an acronym
PHRASE = re.compile(rf"(?<![\w’.-]){WORD}(?:[ \u00a0]{WORD})*")
SENTENCE_START = re.compile(rf"(?:^|[.!?:;][”’)]*\s+|[“(\[]\s*){MARK}?\s*$")
POSSESSIVE = re.compile(r"’s?$")

# words with a capital of their own: never a sign of a defined term
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("Agreement", "Schedule", "Clause", "Paragraph", "Recital", "Annex", "Appendix",
         "Part", "Subpart", "Title", "Section", "Article", "Chapter")  # fmt: skip
ORDINARY = frozenset({*MONTHS, *DAYS, *PARTS})


def undefined_term(proof: Proof) -> Iterator[Finding]:
    """One finding for each phrase, at its first place."""
    places: dict[str, list[Passage]] = {}
    for passage in proof.passages:
        if not passage.heading:
            for phrase in _suspects(passage.words, proof.names, proof.finder):
                places.setdefault(phrase, []).append(passage)
    for phrase, found in places.items():
        often = f", and {len(found) - 1} more" if len(found) > 1 else ""
        message = f"“{phrase}” is written like a defined term and has no definition{often}"
        yield found[0].finding("undefined-term", Severity.WARNING, message)


@lru_cache(maxsize=4096)
def _suspects(words: str, names: re.Pattern[str], finder: TermFinder) -> tuple[str, ...]:
    """The phrases of one passage; most passages stay as they are from one answer of counsel to the next."""
    rest = names.sub(_blanked, words)
    rest = _without(rest, ((start, end) for _, start, end in finder.matches(rest)))
    phrases = (POSSESSIVE.sub("", _not_at_start(match, rest)) for match in PHRASE.finditer(rest))
    return tuple(phrase for phrase in phrases if phrase and not set(phrase.split()) <= ORDINARY)


def _not_at_start(match: re.Match[str], words: str) -> str:
    """The phrase without the first word of a sentence, which has a capital anyway."""
    if not SENTENCE_START.search(words[: match.start()]):
        return match.group()
    first, _, others = match.group().replace("\u00a0", " ").partition(" ")
    return others if first else ""


def _blanked(match: re.Match[str]) -> str:
    return STAND_IN * len(match.group())


def _without(words: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in list(spans):
        words = words[:start] + STAND_IN * (end - start) + words[end:]
    return words
