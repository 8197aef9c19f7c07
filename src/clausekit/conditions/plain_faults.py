"""What Jinja cannot parse, in words that need no knowledge of programs."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausekit.nearest import did_you_mean

TAGS = ("if", "elif", "else", "endif", "for", "endfor")


def in_plain_words(message: str | None) -> str:
    """A sentence for a message of Jinja's parser."""
    said = (message or "unknown fault").rstrip(".")
    for pattern, sentence in SENTENCES:
        if found := pattern.search(said):
            return sentence(found)
    return f"this cannot be read: {said}"


def _character(found: re.Match[str]) -> str:
    if found[1] in "“”„‘’\"'":
        return f"the quotation mark {found[1]} stands inside a tag, and a tag needs none; take it out of the braces"
    return f"the sign '{found[1]}' cannot stand here"


def _word_too_many(found: re.Match[str]) -> str:
    return f"'{found[1]}' is one word too many; names are written without spaces, such as remote_access"


def _unknown_tag(found: re.Match[str]) -> str:
    return f"'{found[1]}' is not a tag{did_you_mean(found[1], TAGS)}"


SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"unexpected char '(.)'"), _character),
    (re.compile(r"expected token 'end of (?:statement block|print statement)', got '(\w+)'"), _word_too_many),
    (re.compile(r"[Ee]ncountered unknown tag '(\w+)'"), _unknown_tag),
)
