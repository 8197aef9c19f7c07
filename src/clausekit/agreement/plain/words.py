"""How each kind of run is written in plain characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausekit.agreement.document import (
    Alternative,
    Blank,
    Definition,
    Document,
    Mark,
    Paragraph,
    Reference,
    Role,
    Run,
    Text,
)

MISSING = "?"  # printed for a reference that refers to nothing
MARKS = {Mark.OPEN: "[Either: ", Mark.OR: " | or: ", Mark.CLOSE: "]"}  # the question is not for all eyes
SIGNATURE_LINE = "_" * 30
CONTENTS_ROLES = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.SCHEDULE_TITLE)


def plain_run(run: Run) -> str:
    """One run in plain characters."""
    match run:
        case Text():
            return run.text
        case Definition():
            return f"“{run.term}”"
        case Reference():
            return f"{run.word} {run.number or MISSING}"
        case Blank():
            return f"[●{run.label}]"
        case Alternative():
            return MARKS[run.mark]


def plain_words(runs: Iterable[Run]) -> str:
    return "".join(map(plain_run, runs))


def contents_entries(document: Document) -> list[tuple[str, str]]:
    """Label and words of each heading that the table of contents lists."""
    entries: list[tuple[str, str]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role in CONTENTS_ROLES:
            words = plain_words(block.runs).replace("\n", " ")
            if block.role is Role.SCHEDULE_TITLE and entries:
                entries[-1] = (entries[-1][0], words)
            else:
                entries.append((block.label, words))
    return entries


def joined(parts: Sequence[str]) -> str:
    """Parts with one blank line between them, and a line's end after the last."""
    return "\n\n".join(part for part in parts if part) + "\n"
