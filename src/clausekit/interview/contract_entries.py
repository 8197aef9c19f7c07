"""The contract as entries of a page: numbered as Word will number it, with blanks and findings' words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from clausekit.agreement import Document
from clausekit.agreement.document import (
    Alternative,
    Blank,
    Block,
    Contents,
    Definition,
    Mark,
    PageBreak,
    Paragraph,
    Reference,
    Role,
    Run,
    SignatureBlock,
    Table,
)
from clausekit.interview.entries import Entry, Span

# where the number stands, and where the words begin
COLUMNS: Mapping[Role, tuple[int, int]] = {
    Role.PARTY: (0, 5),
    Role.RECITAL: (0, 5),
    Role.CLAUSE_HEADING: (0, 5),
    Role.CLAUSE_2: (0, 5),
    Role.CLAUSE_3: (5, 10),
    Role.CLAUSE_4: (10, 15),
    Role.CLAUSE_5: (15, 20),
    Role.DEFINITION: (5, 5),
    Role.DEFINITION_3: (5, 10),
    Role.SCHEDULE_2: (0, 5),
    Role.SCHEDULE_3: (5, 10),
    Role.BULLET: (0, 2),
}
HEADINGS = frozenset(
    {Role.TITLE, Role.PLAIN_HEADING, Role.PLAIN_SUBHEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING,
     Role.SCHEDULE_TITLE}
)  # fmt: skip
ALTERNATIVES = {Mark.OPEN: "⟦either: ", Mark.OR: " ⟧or: ⟦", Mark.CLOSE: "⟧"}
LINE = "_" * 30


def contract_entries(document: Document, concerned: Collection[str] = ()) -> list[Entry]:
    """Every block as entries; the key of each is ``TOPIC`` of its clause.

    Args:
        concerned: topics of clauses that a finding is about; a mark stands at their headings.
    """
    return [entry for block in document.blocks for entry in _block(block, concerned)]


def _block(block: Block, concerned: Collection[str]) -> Iterator[Entry]:
    match block:
        case Paragraph():
            yield _paragraph(block, concerned)
        case Table():
            yield from _table(block)
        case SignatureBlock():
            yield from _signature(block)
        case Contents() | PageBreak():
            return


def _paragraph(block: Paragraph, concerned: Collection[str]) -> Entry:
    indent, column = COLUMNS.get(block.role, (0, 0))
    look = "heading" if block.role in HEADINGS else ""
    spans = tuple(map(_span, block.runs))
    if block.role is Role.CLAUSE_HEADING and block.clause in concerned:
        spans = (*spans, Span("  ▲", "warning"))
    label = "•" if block.role is Role.BULLET else block.label
    if block.role is Role.SCHEDULE_HEADING:
        spans, label = (Span(block.label), *spans), ""
    return Entry(block.clause, spans, label, indent, column, look, look, space=1)


def _span(run: Run) -> Span:
    match run:
        case Definition():
            return Span(f"“{run.term}”", "term")
        case Reference():
            return Span(f"{run.word} {run.number or '?'}", "link")
        case Blank():
            return Span(f"[●{run.label}]", "blank")
        case Alternative():
            question = f" ({run.question})" if run.mark is Mark.OPEN and run.question else ""
            return Span(ALTERNATIVES[run.mark] + question, "marked")
    return Span(run.text, "strong" if run.strong else "")


def _table(table: Table) -> Iterator[Entry]:
    for row in table.rows:
        for header, cell in zip(table.header, row, strict=True):
            name = "".join(span.text for span in map(_span, header))
            yield Entry(table.clause, (Span(f"{name}: ", "muted"), *map(_span, cell)), column=5)
        yield Entry(table.clause, (Span(""),))


def _signature(block: SignatureBlock) -> Iterator[Entry]:
    lines = (
        (Span("Signed for and on behalf of "), *map(_span, block.party)),
        (Span(f"Signature:  {LINE}"),),
        (Span("Name:       "), *(map(_span, block.signatory) if block.signatory else (Span(LINE),))),
        (Span("Title:      "), *(map(_span, block.title) if block.title else (Span(LINE),))),
    )
    for number, spans in enumerate(lines, 1):
        yield Entry("signatures", spans, space=number == len(lines))


def contract_tally(entries: Collection[Entry]) -> str:
    """How many blanks and undecided places the page holds."""
    looks = [span.look for entry in entries for span in entry.spans]
    blanks = looks.count("blank")
    return f"{blanks} blank{'s' * (blanks != 1)}" if blanks else ""
