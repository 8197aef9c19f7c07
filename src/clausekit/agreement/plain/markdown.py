"""A document as Markdown; a fact's value can never turn into Markdown of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from clausekit.agreement.document import (
    Block,
    Contents,
    Definition,
    Document,
    PageBreak,
    Paragraph,
    Role,
    Run,
    SignatureBlock,
    Table,
    Text,
)
from clausekit.agreement.plain.words import SIGNATURE_LINE, contents_entries, joined, plain_run

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")  # read as Markdown wherever they stand
LINE_START = re.compile(r"^([ \t]*)([#+=-]|\d+[.)](?=\s))", re.MULTILINE)  # only where a line begins
HEADINGS: Mapping[Role, str] = {
    Role.TITLE: "# ",
    Role.PLAIN_HEADING: "## ",
    Role.PLAIN_SUBHEADING: "### ",
    Role.CLAUSE_HEADING: "## ",
    Role.SCHEDULE_HEADING: "## ",
    Role.SCHEDULE_TITLE: "### ",
}
ITEMS: Mapping[Role, str] = {
    Role.BULLET: "- ",
    Role.CLAUSE_3: "- ",
    Role.CLAUSE_4: "    - ",
    Role.CLAUSE_5: "        - ",
    Role.DEFINITION_3: "- ",
    Role.SCHEDULE_3: "- ",
}


def markdown(document: Document) -> str:
    """`document` as Markdown (CommonMark with tables), every number included."""
    return joined([_block(block, document) for block in document.blocks])


def _block(block: Block, document: Document) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Table():
            return _table(block)
        case SignatureBlock():
            return _signature(block)
        case Contents():
            entries = (f"{label} {words}".strip() for label, words in contents_entries(document))
            return "\n".join([f"## {escaped(block.heading)}", "", *(f"- {escaped(entry)}" for entry in entries)])
        case PageBreak():
            return ""


def _paragraph(paragraph: Paragraph) -> str:
    words = f"{escaped(paragraph.label)} {_words(paragraph.runs)}".strip()
    if paragraph.role in HEADINGS:
        return HEADINGS[paragraph.role] + words.replace("\\\n", " ")
    return ITEMS.get(paragraph.role, "") + plain_starts(words)


def _table(table: Table) -> str:
    rule = "|" + " --- |" * len(table.header)
    return "\n".join([_row(table.header), rule, *map(_row, table.rows)])


def _row(cells: Sequence[tuple[Run, ...]]) -> str:
    return "| " + " | ".join(_words(cell).replace("\\\n", "<br>") for cell in cells) + " |"


def _signature(block: SignatureBlock) -> str:
    lines = [
        f"Signed for and on behalf of {_words(block.party)}",
        f"Signature: {escaped(SIGNATURE_LINE)}",
        f"Name: {_words(block.signatory) or escaped(SIGNATURE_LINE)}",
        f"Title: {_words(block.title) or escaped(SIGNATURE_LINE)}",
        f"Date: {escaped(SIGNATURE_LINE)}",
    ]
    return "\\\n".join(lines)


def _words(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = escaped(plain_run(run))
    strong = isinstance(run, Definition) or (isinstance(run, Text) and run.strong)
    return f"**{words}**" if strong and words else words


def escaped(words: str) -> str:
    """`words` with every sign that Markdown could read made plain; a line break stays one."""
    return SPECIAL.sub(r"\\\1", words).replace("\n", "\\\n")


def plain_starts(words: str) -> str:
    """`words` with no line that begins like a list, a heading or a rule."""
    return LINE_START.sub(lambda start: start[1] + start[2][:-1] + "\\" + start[2][-1], words)
