"""Slips of the pen: numbers said twice, spaced slashes, typed references, doubled words, stray signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clausekit.agreement.document import Document
from clausekit.agreement.proofreading.passages import Proof
from clausekit.agreement.proofreading.slips import doubled_word, stray_bracket
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Finding, Severity

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
DOUBLE_NUMBER = re.compile(rf"\b(?:(?:{NUMBERS})[- ]?)+ ?\(\d+\)|\b\d+ \((?:{NUMBERS})[\w -]*\)", re.IGNORECASE)
SPACED_SLASH = re.compile(r"\w+ +/ *\w+|\w+ */ +\w+")
TYPED = re.compile(
    r"\b(?:[Cc]lauses?|[Ss]chedules?|[Rr]ecitals?)\s+(?:\d+(?:\.\d+)*(?![.\d-]*-\d)(?![\d.]*\d)|\([A-Z]\))"
)


def pattern(look_for: re.Pattern[str], why: str) -> Callable[[Ground], Iterator[Fault]]:
    """A rule's function that looks for a pattern in the author's own words."""

    def look(ground: Ground) -> Iterator[Fault]:
        for passage in ground.passages:
            for found in look_for.finditer(passage.words):
                yield Fault(passage.place(found[0]), f"“{found[0]}” {why}.", *passage.sheet.key)

    return look


def proof(rule: Callable[[Proof], Iterator[Finding]]) -> Callable[[Ground], Iterator[Fault]]:
    """A rule's function that puts every position before a rule of proofreading."""

    def look(ground: Ground) -> Iterator[Fault]:
        for sheet in ground.sheets.all.values():
            entries = (paragraph for entry in sheet.part.definitions for paragraph in entry.paragraphs)
            document = Document("", (*sheet.part.body, *entries))
            for finding in rule(Proof(document, frozenset())):
                yield Fault(finding.place, f"{finding.message}.", *sheet.key)

    return look


RULES = (
    Rule(
        "double-number",
        Severity.WARNING,
        "A number stands in words and in figures, as in ten (10).",
        "Write the figure alone: two numbers can disagree.",
        pattern(DOUBLE_NUMBER, "says one number twice"),
    ),
    Rule(
        "spaced-slash",
        Severity.NOTE,
        "A slash has a space beside it.",
        "Write “or”, or set the slash close.",
        pattern(SPACED_SLASH, "has a space beside its slash"),
    ),
    Rule(
        "typed-reference",
        Severity.WARNING,
        "A number of a clause or schedule is typed by hand.",
        "Write [[topic]] or [[topic.anchor]]; the program sets the number.",
        pattern(TYPED, "is a typed number, and numbers change"),
    ),
    Rule(
        "doubled-word",
        Severity.WARNING,
        "A word stands twice in a row.",
        "Leave one of them out.",
        proof(doubled_word),
    ),
    Rule(
        "stray-bracket",
        Severity.WARNING,
        "A bracket or quotation mark has no partner in its paragraph.",
        "Add its partner, or leave it out.",
        proof(stray_bracket),
    ),
)
