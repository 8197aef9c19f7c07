"""Positions that differ in nothing, and headings that two clauses of one agreement share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from clausekit.agreement.plain.words import plain_words
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.clause_texts import Sheet
from clausekit.finding import Severity


def same_words(ground: Ground) -> Iterator[Fault]:
    for topic in ground.sheets.library.topics:
        sheets = [sheet for key, sheet in ground.sheets.all.items() if key[0] == topic]
        for first, again in combinations(sheets, 2):
            if _words(first) == _words(again):
                message = f"The words of “{again.key[1]}” are those of “{first.key[1]}” ({first.text.file})."
                yield Fault(again.text.place(again.text.first_line), message, *again.key)


def _words(sheet: Sheet) -> str:
    return " ".join(sheet.text.text.casefold().split())


def same_heading(ground: Ground) -> Iterator[Fault]:
    headed = [
        (sheet, plain_words(sheet.part.heading.runs)) for sheet in ground.sheets.all.values() if sheet.part.heading
    ]
    for (first, heading), (again, other) in combinations(headed, 2):
        kinds = first.text.numbering, again.text.numbering
        if first.key[0] == again.key[0] or kinds[0] is not kinds[1] or heading.casefold() != other.casefold():
            continue
        witness = ground.witness([ground.printed(first, ()), ground.printed(again, ())], first.key, again.key)
        if witness:
            message = f"“{other}” is also the heading of {first.key[0]}: {witness}."
            assert again.part.heading is not None
            yield Fault(again.part.heading.place, message, *again.key)


RULES = (
    Rule(
        "same-position",
        Severity.WARNING,
        "Two positions of a topic have the same words.",
        "Let them differ in substance, or delete one.",
        same_words,
    ),
    Rule(
        "same-heading",
        Severity.WARNING,
        "Two clauses of one agreement have the same heading.",
        "Name each for what it settles.",
        same_heading,
    ),
)
