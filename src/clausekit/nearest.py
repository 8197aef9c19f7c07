"""The nearest known word, for messages about misspelt ones."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

CUTOFF = 60  # rapidfuzz ratio, 0 to 100


def nearest(word: str, known: Iterable[str], cutoff: int = CUTOFF) -> str | None:
    """The known word most like `word`, or None if nothing is at least `cutoff` like it."""
    choices = sorted(known)
    best = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=cutoff)
    return None if best is None else str(best[0])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message: ``; did you mean x?``, or nothing."""
    best = nearest(word, known)
    return "" if best is None else f"; did you mean {best}?"
