"""Two documents as one Word file with tracked changes: accepted it is the new one, rejected the old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clausekit.agreement.comparing import Change, Pair, changed_words, compare, row_pairs
from clausekit.agreement.document import Block, Contents, Document, Paragraph, Reference, Run, Table
from clausekit.word.blocks import apart, gap, numbered, written
from clausekit.word.house_style import HouseStyle
from clausekit.word.inline import inline
from clausekit.word.layout import Laid, Layout, laid_out
from clausekit.word.plan import Plan, planned
from clausekit.word.references import References, references
from clausekit.word.styles import ROLE_STYLES
from clausekit.word.tables import around, contents, row
from clausekit.word.tracking import Tracker
from clausekit.word.writer import written_around
from clausekit.word.xml_text import Bookmark

AUTHOR = "clausekit"
MOVED = " (before)"
"""Added to the key of what was deleted here and inserted elsewhere, which keeps the key."""


def write_redline(old: Document, new: Document, house: HouseStyle, *, made: date, author: str = AUTHOR) -> bytes:
    """Both documents as one .docx file, the same bytes for the same arguments.

    What changed is marked word by word; a moved paragraph and a renumbered reference are marked as
    deleted and inserted. The table of contents is left out: it
    follows from the rest.

    Args:
        old, new: numbered, their references resolved.
        house: how it looks.
        made: stands in the file's properties and beside every change.
        author: who is named beside every change.
    """
    merged = _merged(_layout(old), _layout(new))
    tracker = Tracker(author, made)
    document = replace(new, blocks=())
    plan = planned(document, Layout((), tuple(one.standing for one in merged)), house)
    before, after = _references([one.before or one.standing for one in merged], plan, house)
    plans = (replace(plan, references=before), replace(plan, references=after))
    blocks = [_written(plans, tracker, at, one) for at, one in enumerate(merged)]
    if merged and merged[-1].change is not Change.SAME:
        # The last mark of a document cannot go: without this one LibreOffice and Word keep an empty paragraph.
        blocks.append(gap(plan))
    return written_around(blocks, plans[1], document, made)


@dataclass(frozen=True, slots=True)
class _Merged:
    """A place of the redline: what stood there, and what stands there now."""

    old: Laid | None
    new: Laid | None

    @property
    def standing(self) -> Laid:
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def before(self) -> Laid | None:
        """What stood there, under the key that it has in the redline."""
        if self.old and self.new and isinstance(self.old.block, Paragraph) and isinstance(self.new.block, Paragraph):
            return self.old._replace(block=replace(self.old.block, key=self.new.block.key or self.old.block.key))
        return self.old

    @property
    def change(self) -> Change:
        """What became of the whole of it."""
        if self.old is None:
            return Change.INSERTED
        return Change.DELETED if self.new is None else Change.SAME


def _layout(document: Document) -> tuple[Laid, ...]:
    blocks = tuple(block for block in document.blocks if not isinstance(block, Contents))
    return laid_out(replace(document, blocks=blocks)).all


def _merged(old: Sequence[Laid], new: Sequence[Laid]) -> list[_Merged]:
    """The places in order, with the old side's keys and references as the redline has them."""
    pairs = compare([laid.block for laid in old], [laid.block for laid in new])
    keys = _keys(pairs, old, new)
    renamed = [laid._replace(block=_renamed(laid.block, keys)) for laid in old]
    return [
        _Merged(
            None if pair.old is None else renamed[pair.old],
            None if pair.new is None else _keyed(new[pair.new], pair, renamed),
        )
        for pair in pairs
    ]


def _keyed(laid: Laid, pair: Pair, old: Sequence[Laid]) -> Laid:
    """The new side with the key of the old one, where it has none of its own: old references need it."""
    before = None if pair.old is None else old[pair.old].block
    if isinstance(laid.block, Paragraph) and not laid.block.key and isinstance(before, Paragraph) and before.key:
        return laid._replace(block=replace(laid.block, key=before.key))
    return laid


def _keys(pairs: Sequence[Pair], old: Sequence[Laid], new: Sequence[Laid]) -> dict[str, str]:
    """What each key of the old document is called in the redline."""
    taken = {laid.block.key for laid in new if isinstance(laid.block, Paragraph)}
    keys: dict[str, str] = {}
    for pair in pairs:
        before = None if pair.old is None else old[pair.old].block
        after = None if pair.new is None else new[pair.new].block
        if isinstance(before, Paragraph) and before.key:
            same = after.key if isinstance(after, Paragraph) else ""
            keys[before.key] = same or (before.key + MOVED if before.key in taken else before.key)
    return keys


def _renamed(block: Block, keys: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, key=keys.get(block.key, block.key), runs=_runs_renamed(block.runs, keys))
        case Table():
            header, *rows = (
                tuple(_runs_renamed(cell, keys) for cell in cells) for cells in (block.header, *block.rows)
            )
            return replace(block, header=header, rows=tuple(rows))
    return block


def _runs_renamed(runs: tuple[Run, ...], keys: Mapping[str, str]) -> tuple[Run, ...]:
    return tuple(
        replace(run, target=keys.get(run.target, run.target)) if isinstance(run, Reference) else run for run in runs
    )


def _references(old: Sequence[Laid], plan: Plan, house: HouseStyle) -> tuple[References, References]:
    """The references of both sides, with the bookmarks of both."""
    before = references([laid.block for laid in old], house.schedule_label, contents=False)
    places = sorted({*before.bookmarks, *plan.references.bookmarks})
    names = {
        at: sorted({mark.name for marks in (before, plan.references) for mark in marks.bookmarks.get(at, ())})
        for at in places
    }
    ids = {name: number for number, name in enumerate((name for at in places for name in names[at]), 1)}
    bookmarks = {at: tuple(Bookmark(name, ids[name]) for name in found) for at, found in names.items()}
    return replace(before, bookmarks=bookmarks), replace(plan.references, bookmarks=bookmarks)


def _written(plans: tuple[Plan, Plan], tracker: Tracker, at: int, merged: _Merged) -> str:
    before, after = plans
    match merged.old and merged.old.block, merged.new and merged.new.block:
        case Paragraph() as old, Paragraph() as new:
            made = numbered(after, at, merged.standing, new, _words(plans, tracker, old.runs, new.runs))
            return made if old.role is new.role else tracker.properties(_style(old, after.house), made)
        case Table() as old, Table() as new:
            return apart(after, merged.standing, around(after, new, "".join(_rows(plans, tracker, old, new))))
    plan = before if merged.change is Change.DELETED else after
    return tracker.block(merged.change, written(plan, at, merged.standing))


def _style(paragraph: Paragraph, house: HouseStyle) -> str:
    """The style of a paragraph and its level, which LibreOffice does not take from the style when it rejects."""
    level = ROLE_STYLES[paragraph.role].level
    numbers = (
        f'<w:numPr><w:ilvl w:val="{level.depth}"/><w:numId w:val="{house.lists[level.sequence].number}"/></w:numPr>'
        if level
        else ""
    )
    return f'<w:pStyle w:val="{house.of(paragraph.role)}"/>{numbers}'


def _words(plans: tuple[Plan, Plan], tracker: Tracker, old: tuple[Run, ...], new: tuple[Run, ...]) -> str:
    before, after = plans
    return "".join(
        tracker.runs(
            piece.change,
            inline(piece.runs, after.house, (before if piece.change is Change.DELETED else after).references),
        )
        for piece in changed_words(old, new)
    )


def _rows(plans: tuple[Plan, Plan], tracker: Tracker, old: Table, new: Table) -> Iterator[str]:
    """Rows word by word where one became another, whole where one came or went."""
    before, after = plans
    were, are = (old.header, *old.rows), (new.header, *new.rows)
    for was, became in row_pairs(were, are):
        if was is None and became is not None:
            yield tracker.block(Change.INSERTED, row(after, new, are[became], contents(after, are[became])))
        elif was is not None and became is None:
            yield tracker.block(Change.DELETED, row(before, old, were[was], contents(before, were[was])))
        elif was is not None and became is not None:
            cells = zip(were[was], are[became], strict=True)
            yield row(after, new, are[became], [_words(plans, tracker, *cell) for cell in cells])
