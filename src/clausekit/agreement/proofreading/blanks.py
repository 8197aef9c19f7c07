"""Facts that are not known yet, counted where they leave blanks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausekit.agreement.document import Blank
from clausekit.agreement.proofreading.passages import Passage, Proof
from clausekit.finding import Finding, Severity


def open_blank(proof: Proof) -> Iterator[Finding]:
    """One note for each distinct fact, at its first blank."""
    found: dict[tuple[str, str], list[Passage]] = {}
    for passage in proof.passages:
        for run in passage.runs:
            if isinstance(run, Blank):
                found.setdefault((run.fact or "", run.label), []).append(passage)
    for (fact, label), passages in found.items():
        yield _note(fact, label, passages)


def _note(fact: str, label: str, passages: list[Passage]) -> Finding:
    times = "once" if len(passages) == 1 else f"{len(passages)} times"
    note = passages[0].finding("open-blank", Severity.NOTE, f"“{label}” is open and left blank {times}")
    return replace(note, place=replace(note.place, fact=fact or None), decided_by=(fact,) if fact else ())
