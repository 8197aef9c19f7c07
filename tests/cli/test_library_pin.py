"""A deal stays with the library that it was drafted with, and moves only when told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.deals import quick_deal
from cli.running import Ran, clausekit
from shared import ROOT

CLAUSE = Path("own/clauses/general/1-standard.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deal that was drafted with a firm's own templates, which have changed since."""
    quick_deal(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "own")
    assert draft(tmp_path, "first").code == 0
    path = tmp_path / CLAUSE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("in writing and in English", "in writing"), encoding="utf-8")
    return tmp_path


def draft(folder: Path, out: str, *options: str, templates: str = "own") -> Ran:
    return clausekit("draft", "quick.yaml", "--out", out, "--templates", templates, *options, cwd=folder)


def pinned(folder: Path) -> str:
    """The library that the deal records."""
    (line,) = [one for one in (folder / "quick.yaml").read_text().splitlines() if one.startswith("library: ")]
    return line.removeprefix("library: ")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_draft_records_its_library_and_nothing_else_in_the_deal(folder: Path) -> None:
    (folder / "other").mkdir()
    before = quick_deal(folder / "other").read_text()
    assert (folder / "quick.yaml").read_text() == f"{before}library: {pinned(folder)}\n"


def test_another_library_is_a_warning_with_the_positions_that_differ(folder: Path) -> None:
    ran = clausekit("check", "quick.yaml", "--templates", "own", "--json", cwd=folder)
    (told,) = [one for one in ran.answer["findings"] if one["code"] == "other-library"]
    assert ran.code == 0
    assert (told["severity"], told["place"]["fact"]) == ("warning", "library")
    assert f"drafted with the library {pinned(folder)[:12]}" in told["message"]
    assert "Positions that differ: general/standard." in told["message"]


def test_a_draft_with_another_library_is_refused_and_changes_nothing(folder: Path) -> None:
    deal, made = (folder / "quick.yaml").read_bytes(), files(folder / "first")
    ran = draft(folder, "first")
    assert ran.code == 1
    assert "[other-library]" in ran.err
    assert "--move-library" in ran.err
    assert (folder / "quick.yaml").read_bytes() == deal
    assert files(folder / "first") == made


def test_the_library_that_is_kept_makes_the_same_bytes(folder: Path) -> None:
    kept = f".clausekit/libraries/{pinned(folder)[:12]}"
    assert draft(folder, "again", templates=kept).code == 0
    assert files(folder / "again") == files(folder / "first")


def test_it_moves_when_told_and_stays_then(folder: Path) -> None:
    before = pinned(folder)
    assert draft(folder, "moved", "--move-library").code == 0
    assert pinned(folder) != before
    assert draft(folder, "moved again").code == 0
    assert files(folder / "moved") == files(folder / "moved again")


def test_where_it_is_not_kept_that_is_said(folder: Path) -> None:
    shutil.rmtree(folder / ".clausekit")
    ran = clausekit("check", "quick.yaml", "--templates", "own", cwd=folder)
    assert "is not kept beside the deal" in " ".join(ran.out.split())


def test_words_about_the_templates_are_no_other_library(folder: Path) -> None:
    assert draft(folder, "moved", "--move-library").code == 0
    (folder / "own" / "README.md").write_text("Ours.\n")
    (folder / "own" / "deals" / "gulf-ai-campus.yaml").unlink()
    assert draft(folder, "again").code == 0


def test_a_starter_deal_is_not_written_to(folder: Path) -> None:
    path = folder / "own" / "deals" / "saudi-ai-cloud.yaml"
    before = path.read_bytes()
    assert clausekit("draft", "saudi-ai-cloud", "--out", "out", "--templates", "own", cwd=folder).code == 0
    assert path.read_bytes() == before
    assert not (path.parent / ".clausekit").exists()


def test_a_deal_stays_as_it_is_where_nothing_can_be_written(folder: Path) -> None:
    deal = (folder / "quick.yaml").read_bytes()
    (folder / "taken").write_text("a file where the folder should be")
    assert draft(folder, "taken", "--move-library").code == 1
    assert (folder / "quick.yaml").read_bytes() == deal
