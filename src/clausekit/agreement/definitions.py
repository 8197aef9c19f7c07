"""The definitions of an agreement: gathered from all positions, sorted, only those that are needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clausekit.agreement.document import Alternative, Block, Mark, Paragraph, Run
from clausekit.agreement.markup import Entry, Part
from clausekit.agreement.terms import TermFinder, run_lists, term_finder, words_of


def collected(parts: Sequence[Part], topic: str) -> list[Paragraph]:
    """The paragraphs of all definitions, sorted by term.

    A definition of the definitions topic itself (`topic`) is kept only if some text that
    stays, headings aside, uses its term; those that a position brings along are always kept.
    """
    brought = [entry for part in parts if part.clause.topic != topic for entry in balanced(part.definitions)]
    general = [entry for part in parts if part.clause.topic == topic for entry in balanced(part.definitions)]
    kept = [*brought, *_needed(general, parts, brought)]
    kept.sort(key=lambda entry: (entry.term.casefold(), entry.term))
    return [paragraph for entry in kept for paragraph in entry.paragraphs]


def _needed(general: Sequence[Entry], parts: Sequence[Part], brought: Sequence[Entry]) -> list[Entry]:
    """The general definitions that the text uses, directly or through another definition."""
    finder = term_finder(frozenset(entry.term for entry in (*general, *brought) if entry.term))
    used = {term for part in parts for block in part.blocks for term in _used(block, finder)}
    used |= {term for entry in brought for term in _used_by(entry, finder)}
    waiting = list(general)
    while found := [entry for entry in waiting if entry.term in used or not entry.term]:
        waiting = [entry for entry in waiting if entry not in found]
        used |= {term for entry in found for term in _used_by(entry, finder)}
    return [entry for entry in general if entry not in waiting]


def _used_by(entry: Entry, finder: TermFinder) -> set[str]:
    return {term for paragraph in entry.paragraphs for term in _used(paragraph, finder)} - {entry.term}


def _used(block: Block, finder: TermFinder) -> set[str]:
    return {term for runs in run_lists(block) for term in finder.used(words_of(runs))}


def balanced(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each with its own marks where an alternative reaches over several of them."""
    result: list[Entry] = []
    open_marks: list[Alternative] = []
    for entry in entries:
        before = tuple(open_marks)
        for paragraph in entry.paragraphs:
            for run in paragraph.runs:
                _follow(run, open_marks)
        crosses = before or open_marks
        result.append(_closed(entry, before, len(open_marks)) if crosses else entry)
    return result


def _follow(run: Run, open_marks: list[Alternative]) -> None:
    if isinstance(run, Alternative) and run.mark is Mark.OPEN:
        open_marks.append(run)
    elif isinstance(run, Alternative) and run.mark is Mark.CLOSE and open_marks:
        open_marks.pop()


def _closed(entry: Entry, before: tuple[Alternative, ...], still_open: int) -> Entry:
    first, *others = entry.paragraphs
    paragraphs = [replace(first, runs=(*before, *first.runs)), *others]
    closing = (Alternative(Mark.CLOSE),) * still_open
    paragraphs[-1] = replace(paragraphs[-1], runs=(*paragraphs[-1].runs, *closing))
    return replace(entry, paragraphs=tuple(paragraphs))
