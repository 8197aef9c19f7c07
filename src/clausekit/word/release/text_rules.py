"""Words that no finished contract holds, whoever's deal it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.finding import Finding, Place, Severity, error
from clausekit.word.release.places import Spot, quoted
from clausekit.word.release.stated import Stated

BLANK = re.compile(r"\[[^\[\]]*\]|\[|\]|●|_{3,}\s*\]|\bTB[CDA]\b|\bXX+\b")
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}|\[\[[\w.-]+\]\]|\[#[\w.-]+\]")
NOTE = re.compile(
    r"(?i)\b(?:drafting note|note to (?:draft|self|counsel|client)|(?:internal|client) (?:note|only|use)|"
    r"for internal (?:use|discussion)|our (?:fallback|bottom line|walk-away)|do not (?:send|disclose|circulate)|"
    r"not for the counterparty|FIXME|TODO|NTD)\b"
)
PRIVILEGE = re.compile(
    r"(?i)\b(?:attorney[-– ]client privilege[d]?|(?:legally )?privileged and confidential|attorney work product|"
    r"solicitor[-– ]client privilege[d]?|prepared by counsel|legal professional privilege)\b"
)
PATH = re.compile(
    r"(?i)\b[a-z]:\\[^\s\"]+|\\\\[\w.-]+\\[^\s\"]+|file:/+[^\s\"]+|"
    r"(?<![\w/.:-])/(?:home|users|tmp|var|mnt|opt|root)/[^\s\"]+|"
    r"(?<![\w/.:-])[\w-]+(?:/[\w.-]+)*/[\w.-]+\.(?:md|ya?ml|dotx|dotm|docx|py)\b|"
    r"https?://(?:localhost|[\w-]+(?=[:/])|[\w.-]+\.(?:local|internal|intranet|corp|lan))[^\s\"]*"
)
FACT_PATH = re.compile(r"\b[a-z_]{3,}\[[\w-]+\]\.[a-z_]{3,}")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")

RULES = (
    ("release-note", "a drafting note", NOTE),
    ("release-privileged", "words of a privileged paper", PRIVILEGE),
    ("release-turned-text", "a sign that turns or hides text", TURNING),
)
UNLESS_STATED = (
    ("release-template-code", "template code", TEMPLATE),
    ("release-path", "a path or an address inside the house", PATH),
    ("release-fact-path", "the name of a fact", FACT_PATH),
)


def is_blank(text: str) -> bool:
    """Whether a text is nothing but a placeholder."""
    return BLANK.fullmatch(text.strip()) is not None


def words_that_never_leave(spots: Sequence[Spot], file: str, stated: Stated) -> Iterator[Finding]:
    """A finding for each place with template code, a note, a path and the like."""
    for code, what, pattern in RULES:
        for spot in spots:
            if match := pattern.search(spot.text):
                yield _told(code, what, match.group(), spot, file)
    for code, what, pattern in UNLESS_STATED:
        for spot in spots:
            if pattern.search(spot.text) and (match := pattern.search(stated.without_facts(spot.text))):
                yield _told(code, what, match.group(), spot, file)


def _told(code: str, what: str, words: str, spot: Spot, file: str) -> Finding:
    return error(code, f"{what}, {quoted(words)}, stands in {spot}", Place(file))


def open_points(spots: Sequence[Spot], file: str, severity: Severity, stated: Stated) -> Iterator[Finding]:
    """A finding for each paragraph with blanks or brackets."""
    for spot in spots:
        marks = BLANK.findall(stated.without_names(spot.text)) if spot.printed and BLANK.search(spot.text) else []
        if marks:
            count = f"{len(marks)} open points" if len(marks) > 1 else "an open point"
            message = f"{count}, {quoted(marks[0])}, in {spot}: {quoted(spot.text)}"
            yield Finding("release-blank", severity, message, Place(file))
