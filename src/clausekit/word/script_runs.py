"""Cut text into stretches of one script, as Word wants them marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby


class Script(StrEnum):
    """Which of Word's three sets of fonts a stretch of text is set in."""

    LATIN = "latin"
    EAST_ASIAN = "east_asian"
    RIGHT_TO_LEFT = "right_to_left"


# Written out rather than asked of `unicodedata`, whose answers differ between versions of Python.
EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
NEUTRAL = "\x00-@\\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2bff"

NOT_LATIN = re.compile(f"[{EAST_ASIAN}{RIGHT_TO_LEFT}]")
STRETCH = re.compile(
    f"(?P<east_asian>[{EAST_ASIAN}]+)|(?P<right_to_left>[{RIGHT_TO_LEFT}]+)|(?P<neutral>[{NEUTRAL}]+)"
    f"|(?P<latin>[^{EAST_ASIAN}{RIGHT_TO_LEFT}{NEUTRAL}]+)"
)
KANA = re.compile("[\u3041-\u30ff]")
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


def script_runs(text: str) -> Iterator[tuple[Script, str]]:
    """The stretches of `text` in order; joined, they are `text` again.

    Spaces, digits and signs between two stretches of one script belong to it;
    elsewhere they are Latin.
    """
    if not NOT_LATIN.search(text):
        yield Script.LATIN, text
        return
    stretches = [(match.lastgroup or "", match.group()) for match in STRETCH.finditer(text)]
    settled = zip(_settled([kind for kind, _ in stretches]), stretches, strict=True)
    for script, group in groupby(settled, key=lambda pair: pair[0]):
        yield script, "".join(stretch for _, (_, stretch) in group)


def language_of(script: Script, text: str) -> str:
    """The language to mark a stretch with, as far as its letters tell."""
    if script is Script.RIGHT_TO_LEFT:
        return "he-IL" if HEBREW.search(text) else "ar-SA"
    if HANGUL.search(text):
        return "ko-KR"
    return "ja-JP" if KANA.search(text) else "zh-CN"


def _settled(kinds: list[str]) -> list[Script]:
    """The script of each stretch; no two neutral stretches are neighbours."""
    around = ["latin", *kinds, "latin"]
    return [
        Script(kind) if kind != "neutral" else _between(around[at], around[at + 2]) for at, kind in enumerate(kinds)
    ]


def _between(before: str, after: str) -> Script:
    return Script(before) if before == after else Script.LATIN
