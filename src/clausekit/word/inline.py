"""Runs as XML: words, defined terms, live references, blanks and marks of alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from clausekit.agreement.document import Alternative, Blank, Definition, Reference, Run, Text
from clausekit.word import styles as names
from clausekit.word.comments import NO_COMMENTS, Comments
from clausekit.word.house_style import HouseStyle
from clausekit.word.printed import printed_run
from clausekit.word.references import Pointer, References
from clausekit.word.styles import NO_BREAK_SPACE
from clausekit.word.xml_text import field, words

OPENING_QUOTE = words("\u201c")
CLOSING_QUOTE = words("\u201d")


def inline(runs: Sequence[Run], house: HouseStyle, references: References, comments: Comments = NO_COMMENTS) -> str:
    """The content of a paragraph."""
    if not comments.at_runs:
        if len(runs) == 1:
            return _run(runs[0], house, references)
        return "".join([_run(run, house, references) for run in runs])
    return "".join([comments.around_run(run, _run(run, house, references)) for run in runs])


def _run(run: Run, house: HouseStyle, references: References) -> str:
    match run:
        case Text():
            return words(run.text, house.style(names.STRONG)) if run.strong else words(run.text)
        case Definition():
            return OPENING_QUOTE + words(run.term, house.style(names.DEFINED_TERM)) + CLOSING_QUOTE
        case Reference():
            return _reference(run, house, references.pointers.get(run.target, ()))
        case Blank():
            return words(printed_run(run), house.style(names.BLANK))
        case Alternative():
            return words(printed_run(run), house.style(names.ALTERNATIVE))


def _reference(run: Reference, house: HouseStyle, pointers: tuple[Pointer, ...]) -> str:
    """A live reference; plain words if its target is in another document, a blank if it has none."""
    if not run.number:
        return words(printed_run(run), house.style(names.BLANK))
    if not pointers:
        return words(printed_run(run))
    fields = "".join([field(pointer.instruction, pointer.result) for pointer in pointers])
    return fields if pointers[0].whole else f"{_before_number(run.word)}{fields}"


@lru_cache(maxsize=64)
def _before_number(word: str) -> str:
    return words(f"{word}{NO_BREAK_SPACE}")
