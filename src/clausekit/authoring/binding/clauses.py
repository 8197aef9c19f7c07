"""A contract's clauses, each by itself, and how one stands among clauses of other contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clausekit.agreement.comparing.blocks import HEADINGS
from clausekit.agreement.document import (
    Block,
    Document,
    Paragraph,
    Reference,
    Role,
    Run,
    SignatureBlock,
    Table,
    Text,
)
from clausekit.agreement.plain.words import plain_run, plain_words


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, schedule or part of a contract.

    Args:
        name: the key of its heading, or its words.
        topic: the topic it comes from.
    """

    name: str
    topic: str
    blocks: tuple[Block, ...]

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, whatever its number and the numbers it refers to."""
        return tuple(_content(block) for block in self.blocks)


def clauses_of(document: Document) -> list[Clause]:
    """The cover of a contract, which has no name, and its clauses, in order; without the contents."""
    found: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role in HEADINGS:
            found.append([block])
        elif isinstance(block, Paragraph | Table | SignatureBlock):
            found[-1].append(block)
    return [Clause("", "", tuple(found[0])), *map(_clause, found[1:])]


def _clause(blocks: list[Block]) -> Clause:
    heading = blocks[0]
    assert isinstance(heading, Paragraph)
    return Clause(heading.key or plain_words(heading.runs), heading.clause, tuple(blocks))


def bound(clauses: Iterable[Clause]) -> Iterator[Block]:
    """The clauses as they stand in another document: their numbers and references are words."""
    for clause in clauses:
        for block in clause.blocks:
            yield from _bound(block)


def _bound(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph() if block.role in HEADINGS or block.role is Role.SCHEDULE_TITLE:
            yield _labelled(block, Role.PLAIN_SUBHEADING)
        case Paragraph():
            yield _labelled(block, Role.BODY)
        case Table():
            rows = tuple(tuple(_words(cell) for cell in row) for row in block.rows)
            yield replace(block, header=tuple(map(_words, block.header)), rows=rows)
        case SignatureBlock():
            yield block


def _labelled(paragraph: Paragraph, role: Role) -> Paragraph:
    label = (Text(f"{paragraph.label} ", literal=True),) if paragraph.label else ()
    return Paragraph(role, (*label, *_words(paragraph.runs)), keep_with_next=paragraph.keep_with_next)


def _words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(Text(plain_run(run), literal=True) if isinstance(run, Reference) else run for run in runs)


def _content(block: Block) -> object:
    match block:
        case Paragraph():
            return block.role, tuple(map(_said, block.runs))
        case Table():
            return tuple(tuple(tuple(map(_said, cell)) for cell in row) for row in (block.header, *block.rows))
    return block


def _said(run: Run) -> object:
    return run.target if isinstance(run, Reference) else run
