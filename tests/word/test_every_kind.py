"""Every kind of Word file that we write of every starter deal, before both judges."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from clausekit.assessment import Matter
from clausekit.authoring.binding import book
from clausekit.authoring.clause_texts import Sheets
from clausekit.authoring.covering import cover
from clausekit.authoring.reasoning import World
from clausekit.drafting import draft
from clausekit.word import HouseStyle, lint, write, write_redline
from clausekit.word.annotations import annotate
from clausekit.word.memo import MemoFacts, memo
from shared import LIBRARY, TEMPLATES, TEMPLATES_FOLDER, matter, starter_deal
from word.documents import MADE
from word.opened import parts

DEALS = [path.stem for path in sorted(TEMPLATES_FOLDER.deals.glob("*.yaml"))]
ANOTHER_CHOICE = {"verification": "authority-visit", "conflicting-obligations": "own-law"}


def files_of(given: Matter, other: Matter, house: HouseStyle) -> dict[str, bytes]:
    """Contract, memo, annotated copy, and the redline against another choice of positions."""
    made = draft(given)
    comments = annotate(made.contract, made.assessment, made.findings)
    notes = memo(made.assessment, MemoFacts("Matter", made.about_text, ["The deal file changed."]))
    return {
        "contract": write(made.contract, house, made=MADE),
        "memo": write(notes, house, made=MADE),
        "annotated": write(made.contract, house, made=MADE, comments=comments),
        "redline": write_redline(made.contract, draft(other).contract, house, made=MADE),
    }


@pytest.mark.parametrize("name", DEALS)
def test_lint_and_audit_find_nothing(name: str, house: HouseStyle, tmp_path: Path) -> None:
    deal = starter_deal(name)
    files = files_of(matter(deal), matter(deal, ANOTHER_CHOICE), house)
    assert {kind: lint(content) for kind, content in files.items()} == {kind: [] for kind in files}
    assert b"<w:del " in unpacked(files["redline"])
    assert audited(files, tmp_path) == ""


def test_lint_and_audit_find_nothing_in_the_book_of_variants(house: HouseStyle, tmp_path: Path) -> None:
    bound = write(book(cover(World(Sheets(TEMPLATES))), LIBRARY, "templates"), house, made=MADE)
    assert lint(bound) == []
    assert audited({"book": bound}, tmp_path) == ""


def audited(files: Mapping[str, bytes], folder: Path) -> str:
    """What openxml-audit says of the files, none of it filtered; nothing where it is content."""
    for kind, content in files.items():
        (folder / f"{kind}.docx").write_bytes(content)
    command = [sys.executable, "-m", "openxml_audit", "--recursive", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def unpacked(content: bytes) -> bytes:
    return parts(content)["word/document.xml"]
