"""A text made of blocks again: what did not change comes back letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clausekit.agreement.authored.blocks import TAGS, Block, Kind, Written, blocks_of
from clausekit.agreement.markup.inline import curled

CURLED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
TYPOGRAPHIC = re.compile("[“”‘’]")


def rebuilt(base: str, blocks: Sequence[Block]) -> str:
    """The text that says what `blocks` say, kept as `base` has it wherever they agree.

    Args:
        base: the text as it was before somebody changed its blocks.
    """
    old = blocks_of(base)
    if [one.block for one in old] == list(blocks):
        return base
    if not TYPOGRAPHIC.search(base):
        blocks = [_straight(block) for block in blocks]
    return "\n".join([*_lines(old, blocks), *_end(base, old)])


def _straight(block: Block) -> Block:
    """The block with straight quotation marks, which its text has; printing makes them typographic again."""
    straight = block.text.translate(CURLED)
    return replace(block, text=straight) if curled(straight) == curled(block.text) else block


def _end(base: str, old: Sequence[Written]) -> list[str]:
    """What stands after the last block: as a rule the end of the last line."""
    last = old[-1].line + len(old[-1].lines) - 1 if old else 0
    return base.split("\n")[last:] or [""]


def _lines(old: Sequence[Written], blocks: Sequence[Block]) -> Iterator[str]:
    stood = dict(_pairs([one.block for one in old], blocks))
    for at, block in enumerate(blocks):
        was = old[stood[at]] if at in stood else None
        keeps_place = was is not None and stood.get(at - 1, -1) == stood[at] - 1
        yield from [""] * (was.gap if was and keeps_place else _gap(blocks, at))
        yield from was.lines if was and was.block == block else block.line.split("\n")


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The place among `new` of what stood in `old`, changed in place or not."""
    for step, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal" or (step == "replace" and last - first == end - start):
            yield from zip(range(start, end), range(first, last), strict=True)


def _gap(blocks: Sequence[Block], at: int) -> int:
    """How many blank lines stand before a block, where no text says so."""
    if at == 0:
        return 0
    before, block = blocks[at - 1], blocks[at]
    in_table = Kind.ROW in (before.kind, block.kind) and {before.kind, block.kind} <= {Kind.ROW, *TAGS}
    return 0 if before.opens or in_table or (before.kind in TAGS and block.kind in TAGS) else 1
