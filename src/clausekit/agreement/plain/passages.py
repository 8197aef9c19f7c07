"""The paragraphs and cells of a document in plain characters."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Document, Paragraph, Table
from clausekit.agreement.plain.words import plain_words
from clausekit.agreement.terms import run_lists
from clausekit.finding import Place


def plain_passages(document: Document) -> Iterator[tuple[str, str, Place]]:
    """Every paragraph and cell in order: its words as a reader sees them, its clause, and where they come from."""
    for block in document.blocks:
        if isinstance(block, Paragraph | Table):
            for runs in run_lists(block):
                yield plain_words(runs), block.clause, block.place
