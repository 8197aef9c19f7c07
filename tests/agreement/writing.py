"""Short ways to write clause texts and deals in tests."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.agreement.clause_text import ClauseText, Numbering
from clausekit.agreement.document import Document, Paragraph
from clausekit.agreement.filled import Filled
from clausekit.agreement.markup import Part, read_part
from clausekit.finding import Finding


def clause(text: str, topic: str = "supply", kind: str = "clause", first_line: int = 1) -> ClauseText:
    """A clause text; `text` is written with its own indentation."""
    numbering = Numbering(kind)
    return ClauseText(topic, "standard", topic.title(), numbering, f"{topic}/1-standard.md", first_line, text)


def read(text: str, topic: str = "supply", kind: str = "clause", first_line: int = 1) -> tuple[Part, list[Finding]]:
    """The part that plain text without tags gives."""
    from clausekit.agreement.tokens import line_token

    lines = (line_token(number) + line for number, line in enumerate(text.split("\n"), first_line))
    return read_part(Filled(clause(text, topic, kind, first_line), "\n".join(lines)))


def faults(findings: list[Finding]) -> list[tuple[str, int | None]]:
    """Code and line of each finding."""
    return [(finding.code, finding.place.line) for finding in findings]


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks if isinstance(block, Paragraph) and block.label]


def numbers(document: Document) -> Mapping[str, str]:
    """The number of each paragraph with a key."""
    return {block.key: block.number for block in document.blocks if isinstance(block, Paragraph) and block.key}
