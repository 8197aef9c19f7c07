"""What stands on which kind of page: the cover, and new pages as a property of what begins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, TypeGuard

from clausekit.agreement.document import Block, Contents, Document, PageBreak, Paragraph, Role, Table
from clausekit.word.styles import ROLE_STYLES, Level


def _stands_below(level: Level | None, above: Level | None) -> bool:
    """Whether `level` is a deeper one of the same list."""
    return bool(level and above and level.sequence == above.sequence and level.depth > above.depth)


BELOW: Mapping[Role, frozenset[Role]] = {
    role: frozenset(other for other in Role if _stands_below(ROLE_STYLES[other].level, ROLE_STYLES[role].level))
    for role in Role
}
"""The roles that stand below each role in the same list."""


class Laid(NamedTuple):
    """A block as it stands on its page.

    Args:
        block: what stands there.
        new_page: whether a new page begins with it.
        leads_in: whether what follows belongs to it (``... if:`` before (a)), so that they are kept together.
    """

    block: Block
    new_page: bool = False
    leads_in: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a document as they are written; `cover` is what stands before the contents."""

    cover: tuple[Laid, ...]
    body: tuple[Laid, ...]

    @property
    def all(self) -> tuple[Laid, ...]:
        return self.cover + self.body


def laid_out(document: Document) -> Layout:
    """The blocks of `document` without page breaks, each schedule's title beside its number."""
    blocks = _with_titles(document.blocks)
    contents = next((at for at, block in enumerate(blocks) if isinstance(block, Contents)), 0)
    return Layout(tuple(_pages(blocks[:contents])), tuple(_pages(blocks[contents:])))


def _with_titles(blocks: Iterable[Block]) -> list[Block]:
    """One heading for a schedule: Word leaves a heading that is only a number out of the contents."""
    joined: list[Block] = []
    for block in blocks:
        heading = joined[-1] if joined else None
        if _is_paragraph(block, Role.SCHEDULE_TITLE) and _is_paragraph(heading, Role.SCHEDULE_HEADING):
            joined[-1] = replace(heading, runs=heading.runs + block.runs)
        else:
            joined.append(block)
    return joined


def _is_paragraph(block: Block | None, role: Role) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role is role


def _pages(blocks: Sequence[Block]) -> Iterator[Laid]:
    new_page = False
    for block, following in pairwise((*blocks, PageBreak())):
        match block:
            case Paragraph():
                yield Laid(block, new_page, _leads_in(block, following))
                new_page = False
            case PageBreak():
                new_page = True
            case _:
                yield Laid(block, new_page)
                new_page = isinstance(block, Contents)


def _leads_in(block: Paragraph, following: Block) -> bool:
    """Whether `following` stands one level or more below `block`, or is a table."""
    if isinstance(following, Paragraph):
        return following.role in BELOW[block.role]
    return isinstance(following, Table)
