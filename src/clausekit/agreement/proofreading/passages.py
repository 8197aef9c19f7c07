"""What proofreading reads: the document's words with their places, and its defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clausekit.agreement.document import Document, Paragraph, Role, Run, Table
from clausekit.agreement.terms import TermFinder, defined_in, run_lists, term_finder, words_of
from clausekit.finding import Finding, Place, Severity

HEADINGS = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.LEGEND,
        Role.PLAIN_HEADING,
        Role.PLAIN_SUBHEADING,
        Role.CLAUSE_HEADING,
        Role.SCHEDULE_HEADING,
        Role.SCHEDULE_TITLE,
    }
)
DEFINITION_ROLES = frozenset({Role.DEFINITION, Role.DEFINITION_3})


@dataclass(frozen=True, slots=True)
class Passage:
    """The runs of one paragraph or cell.

    `words` are the template's own words, `defining` the terms whose definition it belongs to,
    `heading` whether it is one.
    """

    runs: tuple[Run, ...]
    words: str
    clause: str
    place: Place
    defining: tuple[str, ...] = ()
    heading: bool = False

    def finding(self, code: str, severity: Severity, message: str) -> Finding:
        return Finding(code, severity, message, self.place, clause=self.clause or None)


@dataclass(frozen=True)
class Proof:
    """A document laid out for the rules."""

    document: Document
    proper_names: frozenset[str]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passages(self.document))

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Finds the proper names, the longest first."""
        names = sorted({name.replace("'", "’") for name in self.proper_names}, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)" if names else r"(?!)")

    @cached_property
    def definitions(self) -> tuple[tuple[str, Passage], ...]:
        """Every term where it is defined, in order."""
        return tuple((term, passage) for passage in self.passages for term in defined_here(passage))

    @cached_property
    def finder(self) -> TermFinder:
        return term_finder(frozenset(term for term, _ in self.definitions))


def defined_here(passage: Passage) -> tuple[str, ...]:
    return defined_in(Paragraph(Role.BODY, passage.runs))


def passages(document: Document) -> Iterator[Passage]:
    """The document's passages in order."""
    defining: tuple[str, ...] = ()
    for block in document.blocks:
        if not isinstance(block, Paragraph | Table):
            continue
        role = block.role if isinstance(block, Paragraph) else Role.BODY
        if role is not Role.DEFINITION_3:
            defining = defined_in(block) if role is Role.DEFINITION else ()
        for runs in run_lists(block):
            yield Passage(runs, words_of(runs), block.clause, block.place, defining, role in HEADINGS)
