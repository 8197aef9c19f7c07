"""One clause file as a part of the agreement: heading, numbered paragraphs, tables, definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from clausekit.agreement.clause_text import ClauseText, Numbering
from clausekit.agreement.document import Alternative, Definition, Paragraph, Role, Run, Table
from clausekit.agreement.filled import Filled
from clausekit.agreement.markup.inline import ANCHOR, InlineReader
from clausekit.agreement.markup.lines import Line, bare, chunks, lines
from clausekit.agreement.markup.tables import TableReader
from clausekit.agreement.terms import defined_in
from clausekit.finding import Finding, Severity

ROLES: Mapping[Numbering, tuple[Role, ...]] = {
    Numbering.CLAUSE: (Role.CLAUSE_2, Role.CLAUSE_3, Role.CLAUSE_4, Role.CLAUSE_5),
    Numbering.SCHEDULE: (Role.SCHEDULE_2, Role.SCHEDULE_3),
    Numbering.PARTIES: (Role.PARTY,),
    Numbering.RECITALS: (Role.RECITAL,),
    Numbering.SIGNATURES: (Role.BODY,),
}
DEFINITION_ROLES = (Role.DEFINITION, Role.DEFINITION_3)
HEADING_ROLES: Mapping[Numbering, Role] = {
    Numbering.CLAUSE: Role.CLAUSE_HEADING,
    Numbering.SCHEDULE: Role.SCHEDULE_TITLE,
}
STRAIGHT = "\"'"
QUOTES = re.compile("[\"'“”‘’]")
NOT_INDENTED = "the first paragraph is not indented"
HAND_NUMBER = re.compile(r"(?:\((?:[a-zA-Z]|[ivx]+|[0-9]+)\)|[0-9]+\.|[0-9]+(?:\.[0-9]+)+|[-*•])\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition: its paragraph, and the sub-items below it."""

    term: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A clause file, read; not numbered yet."""

    clause: ClauseText
    heading: Paragraph | None = None
    blocks: tuple[Paragraph | Table, ...] = ()
    definitions: tuple[Entry, ...] = ()

    @property
    def body(self) -> tuple[Paragraph | Table, ...]:
        """Heading and blocks, without the definitions."""
        return (*(() if self.heading is None else (self.heading,)), *self.blocks)


def read_part(filled: Filled) -> tuple[Part, list[Finding]]:
    """Read the markup of one filled clause file; every fault is a finding with file and line."""
    part, findings = _read(filled)
    return part, list(findings)


@lru_cache(maxsize=512)
def _read(filled: Filled) -> tuple[Part, tuple[Finding, ...]]:
    """Kept, since most clauses are filled alike from one answer of counsel to the next."""
    reader = _PartReader(filled)
    all_lines = lines(filled)
    for chunk in chunks(all_lines):
        reader.chunk(chunk)
    part = reader.finished()
    findings = [*reader.inline.findings, *mixed_quotes(all_lines, filled.clause)]
    return part, tuple(sorted(findings, key=lambda finding: finding.place.line or 0))


def mixed_quotes(all_lines: Iterable[Line], clause: ClauseText) -> Iterator[Finding]:
    """A note where straight and typographic quotation marks meet in one file."""
    found = [(line.number, sign in STRAIGHT) for line in all_lines for sign in QUOTES.findall(line.text)]
    for number, straight in found:
        if straight is not found[0][1]:
            message = "straight and typographic quotation marks are mixed in this file; keep to one kind"
            yield clause.finding("mixed-quotes", message, number, Severity.NOTE)
            return


class _PartReader:
    def __init__(self, filled: Filled) -> None:
        self.clause = filled.clause
        self.heading: Paragraph | None = None
        self.blocks: list[Paragraph | Table] = []
        self.definitions: list[Entry] = []
        self.inline = InlineReader(filled)
        self.tables = TableReader(self.inline)
        self.depth = -1  # of the last numbered paragraph
        self.in_definitions = False
        self.anchors: set[str] = set()
        self.has_alternatives = any(isinstance(run, Alternative) for run in filled.inserts)

    def chunk(self, chunk: tuple[Line, ...]) -> None:
        words = bare(chunk[0].text)
        if words.startswith("#"):
            self._heading(chunk[0])
        elif words.startswith("|"):
            self._table(chunk)
        else:
            self._paragraph(chunk)

    def finished(self) -> Part:
        needs_heading = self.clause.numbering is not Numbering.SIGNATURES
        if self.heading is None and needs_heading:
            self._report("no-heading", "the text has no heading; begin it with '# Heading'", self.clause.first_line)
        return Part(self.clause, self.heading, tuple(self.blocks), tuple(self.definitions))

    def _heading(self, line: Line) -> None:
        signs, _, words = line.text.partition(" ")
        if bare(signs) == "#" and words.strip():
            self._title(signs[:-1] + words, line)
        elif bare(signs) == "##" and words.strip() == "Definitions":
            self.in_definitions, self.depth = True, -1
        else:
            self._report("bad-heading", "headings are '# Heading', and '## Definitions' for definitions", line.number)

    def _title(self, words: str, line: Line) -> None:
        if self.heading is not None and not self.has_alternatives:
            self._report("two-headings", "a clause file has one '# Heading'; this is its second", line.number)
        elif self.blocks or self.in_definitions:
            self._report("late-heading", "the '# Heading' stands at the top, before all other words", line.number)
        role = HEADING_ROLES.get(self.clause.numbering, Role.PLAIN_HEADING)
        heading = self._made(role, self.inline.runs(words, line.number), line.number)
        self.heading = self.heading or replace(heading, key=self.clause.topic, keep_with_next=True)

    def _table(self, chunk: tuple[Line, ...]) -> None:
        if self.in_definitions:
            self._report("bad-definition", "a table cannot stand among the definitions", chunk[0].number)
            return
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Table):
            self.blocks[-1] = self.tables.longer(last, chunk)
        elif (table := self.tables.table(chunk)) is not None:
            self.blocks.append(table)

    def _paragraph(self, chunk: tuple[Line, ...]) -> None:
        first = chunk[0]
        self._check_indents(chunk)
        anchor, words = self._anchor(" ".join(line.text for line in chunk), first.number)
        if HAND_NUMBER.match(bare(words)):
            self._report("hand-number", "numbers and bullets are set by the program; leave this one out", first.number)
        if first.indent == 0 and bare(words)[:1].islower():
            self._warn_of_break(first)
        paragraph = self._made(self._role(first), self.inline.runs(words, first.number), first.number, anchor)
        paragraph = replace(paragraph, keep_with_next=words.endswith(":"))
        if self.in_definitions:
            self._define(paragraph)
        else:
            self.blocks.append(paragraph)

    def _warn_of_break(self, line: Line) -> None:
        message = "this begins a numbered paragraph of its own, with a small letter; is it the end of the one above?"
        self.inline.findings.append(self.clause.finding("broken-sentence", message, line.number, Severity.WARNING))

    def _check_indents(self, chunk: tuple[Line, ...]) -> None:
        for line in chunk:
            if "\t" in line.text:
                self._report("bad-indent", "use spaces, not tabs", line.number)
        for line in chunk[1:]:
            if line.indent != chunk[0].indent or bare(line.text).startswith("[#"):
                advice = "this line begins differently from the one above; put a blank line between two paragraphs"
                self._report("bad-indent", advice, line.number)

    def _role(self, line: Line) -> Role:
        roles = DEFINITION_ROLES if self.in_definitions else ROLES[self.clause.numbering]
        depth, odd = divmod(line.indent, 2)
        if odd or depth >= len(roles):
            allowed = ", ".join(str(2 * level) for level in range(len(roles)))
            message = f"{line.indent} spaces of indentation; here a paragraph may begin after {allowed} spaces"
            self._report("bad-indent", message, line.number)
        elif depth > self.depth + 1:
            message = f"{line.indent} spaces of indentation skip a level" if self.depth >= 0 else NOT_INDENTED
            self._report("bad-indent", message, line.number)
        self.depth = min(depth, len(roles) - 1)
        return roles[self.depth]

    def _anchor(self, words: str, line: int) -> tuple[str, str]:
        found = ANCHOR.match(words)
        if found is None:
            return "", words
        name = found.group(2)
        if self.in_definitions or self.clause.numbering is Numbering.SIGNATURES:
            self._report("bad-anchor", "only a numbered paragraph can have an anchor", line)
        again = name in self.anchors
        if again and not self.has_alternatives:
            self._report("two-anchors", f"the anchor [#{name}] is used twice in this file", line)
        self.anchors.add(name)
        key = "" if again else f"{self.clause.topic}.{name}"
        return key, found.group(1) + words[found.end() :]

    def _define(self, paragraph: Paragraph) -> None:
        entries = self.definitions
        terms = defined_in(paragraph)
        if paragraph.role is Role.DEFINITION:
            if not terms or not _leads(paragraph.runs):
                message = 'a definition begins with the term it defines: **"Term"** means ...'
                self._report("bad-definition", message, paragraph.place.line or 0)
            entries.append(Entry(terms[0] if terms else "", (paragraph,)))
        elif entries:
            first = len(entries[-1].paragraphs) == 1
            entries[-1] = replace(entries[-1], paragraphs=(*entries[-1].paragraphs, replace(paragraph, restarts=first)))

    def _made(self, role: Role, runs: tuple[Run, ...], line: int, key: str = "") -> Paragraph:
        return Paragraph(role, runs, key, clause=self.clause.topic, place=self.clause.place(line))

    def _report(self, code: str, message: str, line: int) -> None:
        self.inline.report(code, message, line)


def _leads(runs: Iterable[Run]) -> bool:
    """Whether the first run that prints words is a definition."""
    printing = (run for run in runs if not isinstance(run, Alternative))
    return isinstance(next(printing, None), Definition)
