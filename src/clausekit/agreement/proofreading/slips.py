"""Slips of the pen: doubled words, and brackets or quotation marks without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.agreement.proofreading.passages import Passage, Proof
from clausekit.finding import Finding, Severity

DOUBLED = re.compile(r"(?<![\w’-])([^\W\d_]+)\s+\1(?![\w’-])", re.IGNORECASE)
RIGHTLY_DOUBLED = frozenset({"had", "that"})
PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
SIGNS = re.compile(r"[()\[\]{}“”]")


def doubled_word(proof: Proof) -> Iterator[Finding]:
    """The same word twice in a row."""
    for passage in proof.passages:
        for match in DOUBLED.finditer(passage.words):
            if match.group(1).lower() not in RIGHTLY_DOUBLED:
                message = f"“{match.group()}”: the word stands twice"
                yield passage.finding("doubled-word", Severity.WARNING, message)


def stray_bracket(proof: Proof) -> Iterator[Finding]:
    """A bracket or quotation mark that is opened and not closed, or the other way round."""
    for passage in proof.passages:
        if (sign := _stray_sign(passage)) is not None:
            message = f"‘{sign}’ has no partner in this paragraph"
            yield passage.finding("stray-bracket", Severity.WARNING, message)


def _stray_sign(passage: Passage) -> str | None:
    waiting: list[str] = []
    for sign in SIGNS.findall(passage.words):
        if sign not in PAIRS:
            waiting.append(sign)
        elif not waiting or waiting.pop() != PAIRS[sign]:
            return str(sign)
    return waiting[-1] if waiting else None
