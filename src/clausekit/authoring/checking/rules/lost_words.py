"""Words of a clause file that its reading loses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausekit.agreement.document import Definition, Text
from clausekit.agreement.terms import run_lists
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.clause_texts import Sheet
from clausekit.finding import Severity

TAGS, MARKS = r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", r"\[#[^\]]*\]|\[\[[^\]]*\]\]|^## Definitions *$"
NOT_WORDS = re.compile(f"{TAGS}|{MARKS}", re.DOTALL | re.MULTILINE)
WORD = re.compile(r"\w+")


def words_lost(ground: Ground) -> Iterator[Fault]:
    faulty = {finding.place.file for finding in ground.sheets.findings}
    for sheet in (one for one in ground.sheets.all.values() if one.text.file not in faulty):
        lost = Counter(WORD.findall(NOT_WORDS.sub(_blanked, sheet.text.text))) - Counter(_read(sheet))
        for word in list(lost)[:1]:
            line = next(number for number, text in enumerate(sheet.text.text.split("\n")) if word in WORD.findall(text))
            message = f"“{word}” stands in the file and reaches no agreement."
            yield Fault(sheet.text.place(sheet.text.first_line + line), message, *sheet.key)


def _blanked(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n") or " "


def _read(sheet: Sheet) -> Iterator[str]:
    """The words of a position after its markup was read."""
    entries = [paragraph for entry in sheet.part.definitions for paragraph in entry.paragraphs]
    for block in (*sheet.part.body, *entries):
        for runs in run_lists(block):
            for run in runs:
                yield from WORD.findall(
                    run.text if isinstance(run, Text) else run.term if isinstance(run, Definition) else ""
                )


RULE = Rule(
    "words-lost",
    Severity.ERROR,
    "Words of a file are lost when it is read.",
    "Set them in a paragraph of their own, outside of headings and tags.",
    words_lost,
)
