"""Puts an agreement together from the chosen clause texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clausekit.agreement.clause_text import AgreementForm, ClauseText, Numbering
from clausekit.agreement.document import (
    Alternative,
    Blank,
    Block,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Role,
    Text,
)
from clausekit.agreement.markup import Part, read_part
from clausekit.agreement.numbering import number_document
from clausekit.agreement.parties import party_names, signature_blocks
from clausekit.agreement.schedules import settled
from clausekit.agreement.terms import run_lists
from clausekit.agreement.wording import WordingScope, fill
from clausekit.finding import Finding

DRAFT_LEGEND = "Draft: open points are marked in the text."
DATE_LINE = "Dated ______________________________"
FRONT = (Numbering.PARTIES, Numbering.RECITALS)


def assemble(clauses: Sequence[ClauseText], form: AgreementForm, scope: WordingScope) -> tuple[Document, list[Finding]]:
    """Assemble the agreement.

    Args:
        clauses: the chosen texts in running order; schedules that nothing refers to are left out.
        form: title, matter, language.
        scope: the deal, and the circumstances that wording may test.

    Returns the numbered document, and the findings of all texts in order. With errors among
    them the document lacks what could not be read.
    """
    parts, findings = read_parts(clauses, scope)
    schedules, definitions = settled(parts, form.definitions)
    body = list(_body(parts, schedules, definitions, form))
    blocks = (*_front(form, scope, body), *body, *signature_blocks(scope.deal))
    document = Document(form.title, blocks, form.title, form.matter, form.language)
    unread = {clause.topic for clause in clauses} - {part.clause.topic for part in parts}
    numbered, dangling = number_document(document, unread)
    return numbered, [*findings, *dangling]


def read_parts(clauses: Iterable[ClauseText], scope: WordingScope) -> tuple[list[Part], list[Finding]]:
    """Fill and read each text; the faults of one never hide those of another."""
    parts: list[Part] = []
    findings: list[Finding] = []
    for clause in clauses:
        filled, faults = fill(clause, scope)
        findings += faults
        if filled is not None:
            part, faults = read_part(filled)
            findings += faults
            parts.append(part)
    return parts, findings


def _front(form: AgreementForm, scope: WordingScope, body: Sequence[Block]) -> list[Block]:
    """Everything before the parties: title, names, draft legend, date, contents."""
    blocks: list[Block] = [
        Paragraph(Role.TITLE, (Text(form.title),)),
        Paragraph(Role.SUBTITLE, party_names(scope.deal)),
    ]
    if any(map(is_open, body)):
        blocks.append(Paragraph(Role.LEGEND, (Text(DRAFT_LEGEND),)))
    blocks.append(Paragraph(Role.LEGEND, (Text(DATE_LINE),)))
    return [*blocks, Contents(), PageBreak()]


def is_open(block: Block) -> bool:
    """Whether a block holds a blank or an undecided alternative."""
    return any(isinstance(run, Blank | Alternative) for runs in run_lists(block) for run in runs)


def _body(
    parts: Sequence[Part], schedules: Sequence[Part], definitions: Sequence[Paragraph], form: AgreementForm
) -> Iterable[Block]:
    for part in parts:
        if part.clause.numbering in FRONT:
            yield from part.body
    yield Paragraph(Role.PLAIN_HEADING, (Text(form.operative_words),), keep_with_next=True)
    for part in parts:
        if part.clause.numbering is Numbering.CLAUSE:
            yield from _with_definitions(part, definitions) if part.clause.topic == form.definitions else part.body
    for schedule in schedules:
        yield from _schedule(schedule)
    yield from _signature_words(parts)


def _with_definitions(part: Part, definitions: Sequence[Paragraph]) -> list[Block]:
    """The definitions clause, the definitions after its first paragraph."""
    body: list[Block] = list(part.body)
    after = 1 + next((index for index, block in enumerate(body) if not _is_heading(block)), len(body) - 1)
    return [*body[:after], *definitions, *body[after:]]


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.CLAUSE_HEADING


def _schedule(part: Part) -> list[Block]:
    """A schedule on a new page: its number, its name, its content."""
    place = part.clause.place(part.clause.first_line) if part.heading is None else part.heading.place
    number = Paragraph(
        Role.SCHEDULE_HEADING, (), part.clause.topic, clause=part.clause.topic, place=place, keep_with_next=True
    )
    title = [] if part.heading is None else [replace(part.heading, key="")]
    return [PageBreak(), number, *title, *part.blocks]


def _signature_words(parts: Sequence[Part]) -> list[Block]:
    """What stands before the signatures: the signatures topic's words, or just a heading."""
    written = [block for part in parts if part.clause.numbering is Numbering.SIGNATURES for block in part.body]
    if any(isinstance(block, Paragraph) and block.role is Role.PLAIN_HEADING for block in written):
        return [PageBreak(), *written]
    return [PageBreak(), Paragraph(Role.PLAIN_HEADING, (Text("Signatures"),), keep_with_next=True), *written]
