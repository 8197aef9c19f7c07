"""The words that each run prints."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.agreement.document import Alternative, Blank, Definition, Mark, Reference, Run, Text
from clausekit.word.styles import NO_BREAK_SPACE

# The question that would decide stays in the memo: it is nothing for the other side to read.
MARKS = {Mark.OPEN: "[Either: ", Mark.OR: " | or: ", Mark.CLOSE: "]"}


def printed(runs: Sequence[Run]) -> str:
    """The words of `runs`."""
    if len(runs) == 1 and type(runs[0]) is Text:
        return runs[0].text
    return "".join([run.text if type(run) is Text else printed_run(run) for run in runs])


def printed_run(run: Run) -> str:
    """The words of one run; a reference to nothing keeps only its word, as a blank."""
    match run:
        case Text():
            return run.text
        case Definition():
            return f"\u201c{run.term}\u201d"
        case Reference():
            return f"{run.word}{NO_BREAK_SPACE}{run.number}" if run.number else f"[{run.word}]"
        case Blank():
            return f"[{run.label}]"
        case Alternative():
            return MARKS[run.mark]
