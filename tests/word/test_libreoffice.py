from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from clausekit.agreement.document import (
    Alternative,
    Blank,
    Definition,
    Document,
    Mark,
    Paragraph,
    Reference,
    Role,
    Run,
    Text,
)
from clausekit.drafting import draft
from clausekit.word import HouseStyle, write
from shared import TEMPLATES_FOLDER, matter, starter_deal
from word.documents import MADE, agreement, document, paragraph
from word.libreoffice import Shown, require_libreoffice, require_the_width_of_arial, shown
from word.opened import parts, with_part

pytestmark = pytest.mark.libreoffice

STARTERS = [path.stem for path in sorted(TEMPLATES_FOLDER.deals.glob("*.yaml"))]
NO_BREAK = "\u00a0"
RESULT = re.compile(r'(<w:fldChar w:fldCharType="separate"/></w:r><w:r>.*?<w:t xml:space="preserve">)[^<]*(</w:t>)')
MARKS = {Mark.OPEN: "[Either: ", Mark.OR: " | or: ", Mark.CLOSE: "]"}


def spoilt(written: bytes) -> bytes:
    """The file with every result of a field made wrong."""
    name = "word/document.xml"
    body, count = RESULT.subn(r"\g<1>spoilt\2", parts(written)[name].decode())
    assert count
    return with_part(written, name, body.encode())


def printed(run: Run) -> str:
    """What a reader must see of a run."""
    match run:
        case Text():
            return run.text
        case Definition():
            return f"\u201c{run.term}\u201d"
        case Reference():
            return f"{run.word}{NO_BREAK}{run.number}"
        case Blank():
            return f"[{run.label}]"
        case Alternative():
            return MARKS[run.mark]


def expected(whole: Document) -> list[tuple[str, str]]:
    """Label and words of each numbered paragraph, as the agreement itself numbers them."""
    blocks = [block for block in whole.blocks if isinstance(block, Paragraph)]
    titles = {at: block for at, block in enumerate(blocks) if block.role is Role.SCHEDULE_TITLE}
    return [
        (block.label.replace("Schedule ", f"Schedule{NO_BREAK}"), "".join(map(printed, titles.get(at + 1, block).runs)))
        for at, block in enumerate(blocks)
        if block.label
    ]


def numbered(seen: Shown) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in seen.lines if line.label]


def shown_of(whole: Document, house: HouseStyle, folder: Path, *, spoil: bool = True) -> Shown:
    require_libreoffice()
    written = write(whole, house, made=MADE)
    file = folder / "agreement.docx"
    file.write_bytes(spoilt(written) if spoil else written)
    return shown(file)


@pytest.fixture(scope="module")
def whole() -> Document:
    return agreement(8)


@pytest.fixture(scope="module")
def seen(whole: Document, house: HouseStyle, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return shown_of(whole, house, tmp_path_factory.mktemp("office"))


def test_labels_and_references_are_counted_the_same(whole: Document, seen: Shown) -> None:
    assert numbered(seen) == expected(whole)
    assert not any("spoilt" in line.text for line in seen.lines)


def test_references_in_tables_are_counted_the_same(seen: Shown) -> None:
    cells = [line.text for line in seen.lines if line.style == "Table Text" and "clause" in line.text]
    assert set(cells) == {f"clause{NO_BREAK}2"}


def test_the_contents_hold_what_would_be_found(seen: Shown, whole: Document, house: HouseStyle) -> None:
    headings = [(label, words) for label, words in expected(whole) if label[:1].isdecimal() and label.endswith(".")]
    found = [line.rpartition("\t")[0] for line in seen.contents]
    wanted = {f"{label} {words}" for label, words in headings}
    assert found[0] == "1. Definitions and interpretation"
    assert len(found) == 1 + 8 + 2
    assert set(found) - wanted == {line for line in found if line.startswith("Schedule")}


@pytest.mark.parametrize("name", ["agreement", *STARTERS])
def test_the_guess_at_pages_is_near(name: str, whole: Document, house: HouseStyle, tmp_path: Path) -> None:
    """Within a page: the guess knows average widths of letters, so a line more or less may tip a paragraph over."""
    require_the_width_of_arial()
    guessed_of = whole if name == "agreement" else draft(matter(starter_deal(name))).contract
    written = parts(write(guessed_of, house, made=MADE))["word/document.xml"].decode()
    guessed = [int(page) for page in re.findall(r"PAGEREF.*?<w:t [^>]*>(\d+)<", written)]
    counted = [int(line.rpartition("\t")[2]) for line in shown_of(guessed_of, house, tmp_path).contents]
    assert len(guessed) == len(counted) > 10
    assert max(abs(guess - count) for guess, count in zip(guessed, counted, strict=True)) <= 1


@pytest.mark.parametrize("name", STARTERS)
def test_a_contract_is_counted_the_same(name: str, house: HouseStyle, tmp_path: Path) -> None:
    contract = draft(matter(starter_deal(name))).contract
    seen = shown_of(contract, house, tmp_path)
    assert numbered(seen) == expected(contract)
    assert not any("spoilt" in line.text for line in seen.lines)


def test_references_stay_right_after_the_other_side_inserts_a_clause(
    whole: Document, house: HouseStyle, tmp_path: Path
) -> None:
    """The clause is typed into the file, as Word would store it; the fields are then worked out anew."""
    typed = [(Role.CLAUSE_HEADING, "Their new clause"), (Role.CLAUSE_2, "Their new words.")]
    with_theirs = agreement(8, [paragraph(role, text) for role, text in typed])
    assert expected(with_theirs) != expected(whole)
    ours = write(whole, house, made=MADE)
    body = parts(spoilt(ours))["word/document.xml"].decode()
    heading = f'<w:p><w:pPr><w:pStyle w:val="{house.of(Role.CLAUSE_HEADING)}"'
    _, _, third = (found.start() for found in list(re.finditer(re.escape(heading), body))[:3])
    theirs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{house.of(role)}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for role, text in typed
    )
    file = tmp_path / "edited.docx"
    file.write_bytes(with_part(ours, "word/document.xml", f"{body[:third]}{theirs}{body[third:]}".encode()))
    assert numbered(shown(file)) == expected(with_theirs)


def test_no_heading_is_left_alone_at_the_foot_of_a_page(seen: Shown) -> None:
    lines = [line for line in seen.lines if line.text]
    for heading, following in pairwise(lines):
        if heading.style in ("Heading 1", "Plain Heading", "Schedule Heading"):
            assert heading.page == following.page, heading.text


def test_each_signature_block_is_on_one_page(seen: Shown) -> None:
    starts = [at for at, line in enumerate(seen.lines) if line.style == "Signature Party"]
    assert len(starts) == 9
    for start in starts:
        assert len({line.page for line in seen.lines[start : start + 5]}) == 1


def test_a_list_made_to_start_again_does(house: HouseStyle, tmp_path: Path) -> None:
    blocks = (
        paragraph(Role.CLAUSE_HEADING, "Heading"),
        paragraph(Role.CLAUSE_2, "Level two, before ", Reference("again", "clause")),
        paragraph(Role.CLAUSE_3, "first"),
        paragraph(Role.CLAUSE_3, "first again", restarts=True, key="again"),
        paragraph(Role.CLAUSE_3, "second"),
        paragraph(Role.CLAUSE_2, "Level two"),
        paragraph(Role.CLAUSE_3, "first once more"),
        paragraph(Role.DEFINITION_3, "first"),
        paragraph(Role.DEFINITION_3, "first again", restarts=True),
        paragraph(Role.DEFINITION_3, "first once more", restarts=True),
        paragraph(Role.DEFINITION_3, "second"),
    )
    whole = document(*blocks)
    assert numbered(shown_of(whole, house, tmp_path)) == expected(whole)


def test_long_lists_are_lettered_the_same(house: HouseStyle, tmp_path: Path) -> None:
    blocks = [paragraph(Role.CLAUSE_HEADING, "Heading"), paragraph(Role.CLAUSE_2, "Level two")]
    blocks += [paragraph(Role.CLAUSE_3, f"item {at}", key=f"item-{at}") for at in range(60)]
    blocks += [paragraph(Role.CLAUSE_4, f"small {at}", key=f"small-{at}") for at in range(60)]
    blocks += [paragraph(Role.CLAUSE_2, Reference(f"item-{at}", "clause")) for at in (0, 25, 26, 27, 52, 59)]
    blocks += [paragraph(Role.CLAUSE_2, Reference(f"small-{at}", "clause")) for at in (3, 8, 39, 48, 59)]
    whole = document(*blocks)
    assert numbered(shown_of(whole, house, tmp_path)) == expected(whole)
