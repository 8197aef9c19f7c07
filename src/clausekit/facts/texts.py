"""Which texts are taken: any that a person can read, kept exactly as written."""

from __future__ import annotations

import re

MAX_LENGTH = 20_000

REFUSED = {
    "a control character that no reader can see": "\x00-\x08\x0b-\x1f\x7f-\x9f",
    "half of a character": "\ud800-\udfff",
    "a sign that is not a character": "\ufffe\uffff",
    "a private-use character, which looks different in every font": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "a sign that turns the direction of writing and can make words look other than they are": (
        "\u202a-\u202e\u2066-\u2069"
    ),
    "a line separator that only some programs see": "\u2028\u2029",
    "a byte order mark that no reader can see": "\ufeff",
}
PATTERNS = {reason: re.compile(f"[{signs}]") for reason, signs in REFUSED.items()}


def fault_of(text: str) -> str | None:
    """Why `text` is refused, in plain words, or None."""
    if len(text) > MAX_LENGTH:
        return f"this text has {len(text)} characters, and {MAX_LENGTH} are the most; shorten it"
    for reason, pattern in PATTERNS.items():
        if found := pattern.search(text):
            return f"the text holds U+{ord(found.group()):04X}, {reason}; delete it"
    return None
