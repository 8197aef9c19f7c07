"""Words as they are compared: without case, width, invisible signs and the shape of quotation marks."""

from __future__ import annotations

import re
import unicodedata

SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": ""})
SPACES = re.compile(r"\s+")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
WORD = re.compile(r"\w+")


def plain_words(text: str) -> str:
    """`text` so that two ways of writing the same words are equal."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    return SPACES.sub(" ", folded.translate(SIGNS)).strip()


def holds(plain: str, words: str) -> bool:
    """Whether `plain` holds `words` as whole words; scripts without spaces need no ends."""
    at = plain.find(words)
    while at >= 0:
        end = at + len(words)
        if not _joins(plain[at - 1 : at], words[0]) and not _joins(words[-1], plain[end : end + 1]):
            return True
        at = plain.find(words, at + 1)
    return False


def _joins(before: str, after: str) -> bool:
    return bool(before and after) and all(_is_letter(one) for one in before + after)


def _is_letter(sign: str) -> bool:
    """Whether a sign is part of a word that spaces end."""
    return sign.isalnum() and sign < "\u1100"


def stretches(plain: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words."""
    words = WORD.findall(plain)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
