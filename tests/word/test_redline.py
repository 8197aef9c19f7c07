"""A redline accepted is the new document, rejected the old one: read by us and by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from clausekit.agreement.comparing import redline_text
from clausekit.agreement.document import Block, Contents, Document, Paragraph, Reference, Role, Table, Text
from clausekit.agreement.numbering import number_document
from clausekit.drafting import draft
from clausekit.word import HouseStyle, lint, write, write_redline
from clausekit.word.tree import Element, W, below
from shared import matter, starter_deal
from word.documents import MADE, agreement, paragraph
from word.libreoffice import shown
from word.opened import body, parts, text
from word.test_libreoffice import expected, numbered

Edit = Callable[[list[Block]], list[Block]]


def edited(document: Document, edit: Edit) -> Document:
    blocks = tuple(block for block in edit(list(document.blocks)) if not isinstance(block, Contents))
    return number_document(replace(document, blocks=blocks))[0]


def place(blocks: list[Block], key: str) -> int:
    return next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.key == key)


def section(blocks: list[Block], key: str) -> range:
    start = place(blocks, key)
    headings = (
        at
        for at, block in enumerate(blocks)
        if at > start and isinstance(block, Paragraph) and block.role is Role.CLAUSE_HEADING
    )
    return range(start, next(headings))


def change_words(blocks: list[Block]) -> list[Block]:
    at = place(blocks, "third-3")
    changed = paragraph(Role.CLAUSE_3, "The Supplier shall deliver sixty (60) Products at the Sites.", key="third-3")
    return [*blocks[:at], changed, *blocks[at + 1 :]]


def insert_paragraph(blocks: list[Block]) -> list[Block]:
    at = place(blocks, "second-2")
    added = paragraph(Role.CLAUSE_2, "This is new, see ", Reference("deep-5", "clause"), ".")
    return [*blocks[:at], added, *blocks[at:]]


def delete_paragraph(blocks: list[Block]) -> list[Block]:
    at = place(blocks, "fourth-4") - 1
    return [*blocks[:at], *blocks[at + 1 :]]


def insert_clause(blocks: list[Block]) -> list[Block]:
    at = place(blocks, "clause-3")
    return [
        *blocks[:at],
        paragraph(Role.CLAUSE_HEADING, "A new clause", key="new"),
        paragraph(Role.CLAUSE_2, "It says something."),
        *blocks[at:],
    ]


def delete_clause(blocks: list[Block]) -> list[Block]:
    gone = section(blocks, "clause-7")
    return [block for at, block in enumerate(blocks) if at not in gone]


def move_clause(blocks: list[Block]) -> list[Block]:
    gone = section(blocks, "clause-2")
    rest = [block for at, block in enumerate(blocks) if at not in gone]
    at = place(rest, "clause-9")
    return [*rest[:at], *(blocks[gone.start : gone.stop]), *rest[at:]]


def change_level(blocks: list[Block]) -> list[Block]:
    at = place(blocks, "second-6")
    block = blocks[at]
    assert isinstance(block, Paragraph)
    return [*blocks[:at], replace(block, role=Role.CLAUSE_3), *blocks[at + 1 :]]


def change_rows(blocks: list[Block]) -> list[Block]:
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Table))
    table = blocks[at]
    assert isinstance(table, Table)
    new_row = tuple((Text(word),) for word in ("61", "A new board", "EAR99", "None"))
    other = (table.rows[4][0], (Text("Another accelerator board of type 5"),), *table.rows[4][2:])
    rows = (*table.rows[:2], *table.rows[3:4], other, *table.rows[5:], new_row)
    return [*blocks[:at], replace(table, rows=rows), *blocks[at + 1 :]]


def delete_table(blocks: list[Block]) -> list[Block]:
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Table))
    return [*blocks[:at], *blocks[at + 1 :]]


def delete_last(blocks: list[Block]) -> list[Block]:
    return blocks[:-1]


EDITS = (
    change_words,
    insert_paragraph,
    delete_paragraph,
    insert_clause,
    delete_clause,
    move_clause,
    change_level,
    change_rows,
    delete_table,
    delete_last,
)


@cache
def base() -> Document:
    return edited(agreement(), list)


def settled(content: bytes, *, accepted: bool) -> list[tuple[str, ...]]:
    """Style and words of each paragraph once every tracked change is accepted or rejected."""
    lost = "del" if accepted else "ins"
    return without_gap(_paragraphs(body(content), lost))


def without_gap(lines: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """`lines` without the empty last one that a redline needs where its last paragraph came or went."""
    found = list(lines)
    return found[:-1] if found[-1][0] in ("TableGap", "Table Gap") else found


def _paragraphs(whole: Element, lost: str) -> Iterator[tuple[str, str]]:
    for row in list(whole.iter(f"{W}tr")):
        if below(row, f"w:trPr/w:{lost}") is not None:
            _drop(row)
    if lost == "ins":
        for change in list(whole.iter(f"{W}pPrChange")):
            _restore(change)
    for run in list(whole.iter(f"{W}{lost}")):
        parent = run.getparent()
        if parent is not None and parent.tag != f"{W}rPr":
            _drop(run)
    for element in list(whole.iter(f"{W}delText")):
        element.tag = f"{W}t"
    for one in whole.iter(f"{W}p"):
        if below(one, f"w:pPr/w:rPr/w:{lost}") is not None:
            assert text(one) == "", "a paragraph that goes takes its words along"
            continue
        style = below(one, "w:pPr/w:pStyle")
        yield (style.get(f"{W}val") or "" if style is not None else "", text(one))


def _restore(change: Element) -> None:
    """The style of before in place of the present one."""
    now = change.getparent()
    style, was = below(now, "w:pStyle"), below(change, "w:pPr/w:pStyle")
    assert style is not None
    assert was is not None
    style.set(f"{W}val", was.get(f"{W}val") or "")


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_accepted_is_new_and_rejected_old(edit: Edit, house: HouseStyle) -> None:
    old, new = base(), edited(base(), edit)
    redline = write_redline(old, new, house, made=MADE)
    assert lint(redline) == []
    assert settled(redline, accepted=True) == settled(write(new, house, made=MADE), accepted=True)
    assert settled(redline, accepted=False) == settled(write(old, house, made=MADE), accepted=True)
    assert redline_text(old, new)


def test_nothing_changed_is_no_redline(house: HouseStyle) -> None:
    redline = write_redline(base(), base(), house, made=MADE)
    assert b"<w:ins " not in parts(redline)["word/document.xml"]
    assert settled(redline, accepted=False) == settled(write(base(), house, made=MADE), accepted=True)
    assert redline_text(base(), base()) == ""


@cache
def positions() -> tuple[Document, Document]:
    """The same deal with two sets of positions: a real redline."""
    deal = starter_deal("gulf-ai-campus")
    old = draft(matter(deal)).contract
    new = draft(
        matter(deal, {"excluded-hardware": "neutral-specification", "verification": "authority-visit"})
    ).contract
    return edited(old, list), edited(new, list)


def test_a_real_redline_goes_back_and_forth(house: HouseStyle) -> None:
    old, new = positions()
    redline = write_redline(old, new, house, made=MADE)
    assert settled(redline, accepted=True) == settled(write(new, house, made=MADE), accepted=True)
    assert settled(redline, accepted=False) == settled(write(old, house, made=MADE), accepted=True)


@pytest.mark.libreoffice
@pytest.mark.parametrize("tracked", ["accept", "reject"])
def test_libreoffice_accepts_and_rejects_as_we_do(tracked: str, tmp_path: Path, house: HouseStyle) -> None:
    everything = base()
    for edit in EDITS:
        everything = everything if edit is delete_table else edited(everything, edit)
    file = tmp_path / "redline.docx"
    file.write_bytes(write_redline(base(), everything, house, made=MADE))
    assert numbered(shown(file, tracked)) == expected(everything if tracked == "accept" else base())
