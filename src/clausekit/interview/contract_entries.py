"""The contract as entries of a page: numbered as Word will number it, with blanks and findings' words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
from clausekit.finding import Finding, Severity
from clausekit.interview.entries import Entry, Span
from clausekit.interview.glyphs import GLYPHS

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


@dataclass(frozen=True)
class ContractPage:
    """A contract as a page, with the way from each of its blocks to its first entry and back.

    Args:
        entries: the key of each is the topic of its clause.
        blocks: the block that each entry shows.
    """

    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def _starts(self) -> Mapping[int, int]:
        return {id(block): index for index, block in reversed(list(enumerate(self.blocks)))}

    def index_of(self, block: Block) -> int | None:
        """The first entry of a block."""
        return self._starts.get(id(block))

    def index_of_blank(self, fact: str) -> int | None:
        """The first entry with a blank that a fact would fill."""
        return next((index for index, block in enumerate(self.blocks) if fact in blanks_in(block)), None)


Marks = Mapping[int, Sequence[Finding]]  # findings by the identity of the block whose words they concern


def contract_page(document: Document, concerned: Marks | None = None) -> ContractPage:
    """Every block as entries, with the words that findings concern marked."""
    pairs = [(entry, block) for block in document.blocks for entry in _block(block, concerned or {})]
    return ContractPage(tuple(entry for entry, _ in pairs), tuple(block for _, block in pairs))


def contract_entries(document: Document) -> list[Entry]:
    """Every block as entries, unmarked."""
    return list(contract_page(document).entries)


def blanks_in(block: Block) -> list[str]:
    """The facts that would fill the blanks of a block."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return [run.fact for run in runs if isinstance(run, Blank) and run.fact]


def _block(block: Block, concerned: Marks) -> Iterator[Entry]:
    match block:
        case Paragraph():
            yield _paragraph(block, concerned.get(id(block), ()))
        case Table():
            yield from _table(block)
        case SignatureBlock():
            yield from _signature(block)
        case Contents() | PageBreak():
            return


def _paragraph(block: Paragraph, findings: Sequence[Finding]) -> Entry:
    indent, column = COLUMNS.get(block.role, (0, 0))
    look = "heading" if block.role in HEADINGS else "concerned" if findings else ""
    spans = (*map(_span, block.runs), *_mark(findings))
    label = "•" if block.role is Role.BULLET else block.label
    if block.role is Role.SCHEDULE_HEADING:
        spans, label = (Span(block.label), *spans), ""
    return Entry(block.clause, spans, label, indent, column, look, "" if findings else look, space=1)


def _mark(findings: Sequence[Finding]) -> Iterator[Span]:
    """The severity and the codes of the findings about a paragraph, behind its words."""
    if findings:
        worst = min((one.severity for one in findings), key=list(Severity).index)
        codes = ", ".join(dict.fromkeys(one.code for one in findings))
        yield Span(f"  {GLYPHS[worst]} {codes}", str(worst))


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
