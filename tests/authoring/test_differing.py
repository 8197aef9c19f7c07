"""A change of the templates is shown where it is printed, and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.agreement.document import Document, Paragraph, SignatureBlock, Table
from clausekit.agreement.plain.words import plain_words
from clausekit.agreement.terms import run_lists
from clausekit.authoring.binding import book
from clausekit.authoring.clause_texts import Sheets
from clausekit.authoring.covering import Coverage, cover
from clausekit.authoring.differing import Changes, changes, redline_books
from clausekit.authoring.reasoning import World
from clausekit.drafting import Templates, read_templates
from clausekit.templates_folder import TemplatesFolder
from clausekit.word import HouseStyle, lint, load_house_style, write, write_redline
from shared import LIBRARY, ROOT, TEMPLATES, TODAY
from word.libreoffice import shown

STRICT = "clauses/confidentiality/2-strict.md"


@pytest.fixture(scope="module")
def house() -> HouseStyle:
    found, _ = load_house_style(ROOT / "templates/house-style.docx")
    assert found
    return found


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return cover(World(Sheets(TEMPLATES)))


def read(copy: Copy) -> Templates:
    templates, findings = read_templates(TemplatesFolder(copy.path, "a test"))
    assert templates, findings
    return templates


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Changes:
    """Words of one position changed, a position added and one taken away."""
    copy = Copy.at(tmp_path_factory.mktemp("changed") / "templates")
    copy.add(STRICT, "The moon is confidential.")
    shutil.copy(copy.path / STRICT, copy.path / "clauses/confidentiality/3-lunar.md")
    copy.change("clauses/confidentiality/3-lunar.md", "The moon is confidential.", "The stars are confidential.")
    (copy.path / "clauses/change-in-law/2-exit.md").unlink()
    return changes(TEMPLATES, read(copy))


def test_templates_that_do_not_differ_touch_nothing(tmp_path: Path) -> None:
    found = changes(TEMPLATES, read(Copy.at(tmp_path / "templates")))
    assert (found.count, found.touched, found.moved) == (0, (), ())
    assert found.variants > 5


def test_only_variants_that_print_a_change_are_touched(changed: Changes) -> None:
    told = "\n".join(one.redline() for one in changed.touched)
    assert "{+The moon is confidential.+}" in told
    assert "{+The stars are confidential.+}" in told
    assert 0 < changed.count < changed.variants
    named = {clause.after.topic for one in changed.touched for clause in one.clauses if clause.after}
    assert named == {"confidentiality", "change-in-law"}


def test_a_new_position_is_named_and_one_that_is_gone_is_shown(changed: Changes) -> None:
    positions = {position for one in changed.touched for position in one.positions}
    assert {
        "confidentiality: lunar, shown against permitted-reports",
        "change-in-law: review, shown against exit",
    } <= positions
    assert any(" before (" in name for one in changed.touched for name in one.names)


def test_law_that_changes_moves_starter_deals(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    text = (copy.path / "law/judgement.yaml").read_text(encoding="utf-8")
    assert "clear: 4" in text
    copy.write("law/judgement.yaml", text.replace("clear: 4", "clear: 2"))
    found = changes(TEMPLATES, read(copy))
    assert found.count == 0
    assert found.moved


def lines(document: Document) -> list[str]:
    """What a document says, a paragraph or cell each."""
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph | Table):
            found += [plain_words(runs) for runs in run_lists(block)]
        assert not isinstance(block, SignatureBlock)
    return [line.replace("[●", "[").strip() for line in found if line.strip()]


@pytest.mark.libreoffice
@pytest.mark.parametrize(("tracked", "side"), [("reject", 0), ("accept", 1)])
def test_libreoffice_reads_both_sides_from_the_redline(
    changed: Changes, house: HouseStyle, tmp_path: Path, tracked: str, side: int
) -> None:
    books = redline_books(changed)
    content = write_redline(*books, house, made=TODAY)
    assert lint(content) == []
    (tmp_path / "diff.docx").write_bytes(content)
    read_back = [line.text.strip() for line in shown(tmp_path / "diff.docx", tracked).lines if line.text.strip()]
    assert read_back == lines(books[side])


def test_the_book_prints_every_position_with_a_row_to_sign(coverage: Coverage, house: HouseStyle) -> None:
    bound = book(coverage, LIBRARY, "templates")
    (sheet,) = [block for block in bound.blocks if isinstance(block, Table)][:1]
    signed = {(plain_words(row[0]), plain_words(row[1])) for row in sheet.rows}
    assert signed == {goal.key for goal in coverage.goals}
    said = "\n".join(plain_words(runs) for block in bound.blocks for runs in run_lists(block))
    sheets = Sheets(TEMPLATES)
    for topic, position in signed - {("signatures", "standard")}:
        heading = sheets.all[topic, position].part.heading
        assert heading
        assert plain_words(heading.runs) in said
    assert lint(write(bound, house, made=TODAY)) == []


def test_the_book_is_the_same_file_for_the_same_templates(coverage: Coverage, house: HouseStyle) -> None:
    made = [write(book(coverage, LIBRARY, "templates"), house, made=TODAY) for _ in range(2)]
    assert made[0] == made[1]
