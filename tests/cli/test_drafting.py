"""The files of a draft: all or none, never over an edited one, and what changed since another."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from clausekit.cli.placing import Made, keep_copy, write_all
from clausekit.file_names import safe_name
from cli.deals import QUICK, quick_deal, written_deal
from cli.running import Ran, clausekit, printed

CONTRACT, MEMO, RECEIPT = "quick.docx", "quick – memo.docx", "quick.receipt.json"
FILES = [CONTRACT, MEMO, RECEIPT]


def drafted(folder: Path, *options: str) -> Ran:
    return clausekit("draft", "quick.yaml", "--out", "out", *options, cwd=folder)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that holds a draft."""
    quick_deal(tmp_path)
    assert drafted(tmp_path).code == 0
    return tmp_path / "out"


def test_the_files_are_data_and_the_findings_are_not(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    ran = drafted(tmp_path)
    assert ran.out.splitlines() == [f"out/{name}" for name in FILES]
    assert "warnings and" in ran.err
    assert sorted(content(tmp_path / "out")) == sorted(FILES)


def test_the_receipt_names_hashes_dates_and_positions_but_no_path(out: Path) -> None:
    receipt = (out / RECEIPT).read_text(encoding="utf-8")
    held = json.loads(receipt)
    assert held["files"].keys() == {CONTRACT, MEMO}
    assert held["positions"]["excluded-hardware"] == "approved-list"
    assert (held["law_as_of"], held["known_at"]) == ("2026-11-23", "2026-11-23")
    assert str(out.parent) not in receipt


def test_drafting_again_changes_nothing(out: Path) -> None:
    before = content(out)
    assert drafted(out.parent).code == 0
    assert content(out) == before


def test_a_new_draft_replaces_an_untouched_one(out: Path) -> None:
    before = content(out)
    quick_deal(out.parent, SUPPLIER="Another Supplier SA")
    assert drafted(out.parent).code == 0
    assert sorted(content(out)) == sorted(FILES)
    assert all(content(out)[name] != before[name] for name in FILES)


@pytest.mark.parametrize("edited", [CONTRACT, MEMO])
def test_an_edited_file_is_not_overwritten(out: Path, edited: str) -> None:
    (out / edited).write_bytes(b"edited by counsel")
    quick_deal(out.parent, SUPPLIER="Another Supplier SA")
    before = content(out)
    ran = drafted(out.parent)
    assert ran.code == 1
    assert f"out/{edited}: error: " in ran.err
    assert "[edited-file]" in ran.err
    assert content(out) == before


def test_an_edited_file_is_a_finding_in_json(out: Path) -> None:
    (out / CONTRACT).write_bytes(b"edited by counsel")
    ran = drafted(out.parent, "--json")
    assert (ran.code, ran.answer["files"]) == (1, [])
    assert ran.found == [("edited-file", f"out/{CONTRACT}", None)]


def test_a_file_without_a_receipt_is_not_overwritten(out: Path) -> None:
    (out / RECEIPT).unlink()
    quick_deal(out.parent, SUPPLIER="Another Supplier SA")
    before = content(out)
    assert drafted(out.parent).code == 1
    assert content(out) == before


def test_force_keeps_a_dated_copy(out: Path) -> None:
    fresh = content(out)
    (out / CONTRACT).write_bytes(b"edited by counsel")
    assert drafted(out.parent, "--force").code == 0
    after = content(out)
    assert {name: after[name] for name in FILES} == fresh
    (kept,) = after.keys() - set(FILES)
    assert kept.startswith("quick (kept 20")
    assert kept.endswith(").docx")
    assert after[kept] == b"edited by counsel"


def test_a_second_copy_of_a_day_does_not_replace_the_first(out: Path) -> None:
    for words in (b"once", b"twice", b"thrice"):
        (out / CONTRACT).write_bytes(words)
        assert drafted(out.parent, "--force").code == 0
    kept = [value for name, value in content(out).items() if name not in FILES]
    assert sorted(kept) == [b"once", b"thrice", b"twice"]


@pytest.mark.parametrize("blocked", FILES)
def test_none_is_written_where_one_cannot_be(tmp_path: Path, blocked: str) -> None:
    quick_deal(tmp_path)
    (tmp_path / "out" / blocked).mkdir(parents=True)
    ran = drafted(tmp_path, "--json")
    assert ran.code == 1
    assert ran.found == [("cannot-write", "out", None)]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [blocked]


def test_the_draft_before_stays_whole_where_the_next_cannot_be_written(out: Path) -> None:
    (out / RECEIPT).rename(out / "old receipt")
    (out / RECEIPT).mkdir()
    quick_deal(out.parent, SUPPLIER="Another Supplier SA")
    before = {name: (out / name).read_bytes() for name in (CONTRACT, MEMO)}
    ran = drafted(out.parent, "--force")
    assert ran.code == 1
    assert "[cannot-write]" in ran.err
    assert {name: (out / name).read_bytes() for name in before} == before


def test_a_folder_that_is_a_file_is_a_finding(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    (tmp_path / "out").write_text("a file")
    ran = drafted(tmp_path)
    assert ran.code == 1
    assert "out: error: The files cannot be written here" in ran.err
    assert (tmp_path / "out").read_text() == "a file"


def test_nothing_is_left_behind_in_the_folder(out: Path) -> None:
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


def test_files_go_back_to_what_they_were(tmp_path: Path) -> None:
    (tmp_path / "first").write_bytes(b"before")
    (tmp_path / "third").mkdir()
    made = [Made("contract", name, b"new") for name in ("first", "second", "third")]
    with pytest.raises(OSError, match="third"):
        write_all(tmp_path, made)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "third"]
    assert (tmp_path / "first").read_bytes() == b"before"


def test_a_kept_copy_has_the_content_and_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    names = [keep_copy(tmp_path / "a.docx", date(2026, 11, 23)).name for _ in range(3)]
    assert names == ["a (kept 2026-11-23).docx", "a (kept 2026-11-23 2).docx", "a (kept 2026-11-23 3).docx"]


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ("Campus", "Campus"),
        ("A/B\\C:D*E?", "A-B-C-D-E-"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("..", "matter"),
        ("CON", "CON-"),
        ("lpt1.docx", "lpt1.docx-"),
        (" dots. ", "dots"),
        ("杭州", "杭州"),
        ("a\nb", "a-b"),
    ],
)
def test_file_names_are_safe_on_every_system(wanted: str, made: str) -> None:
    assert safe_name(wanted) == made


def test_long_file_names_are_cut_between_letters() -> None:
    name = safe_name("杭" * 500)
    assert set(name) == {"杭"}
    assert len(name.encode()) <= 120


def test_the_name_of_the_files_is_a_fact(tmp_path: Path) -> None:
    written_deal(tmp_path, QUICK.replace("kind: supply", 'file_name: "Lyon / 1"\nkind: supply'))
    assert drafted(tmp_path).code == 0
    assert (tmp_path / "out" / "Lyon - 1.docx").is_file()


def test_since_tells_in_the_memo_what_changed(out: Path) -> None:
    shutil.copy(out / RECEIPT, out.parent / "first.json")
    options = ("--since", "first.json", "--choose", "excluded-hardware=cites-measure", "--law-as-of", "2026-12-01")
    assert drafted(out.parent, *options).code == 0
    memo = "\n".join(printed(out / MEMO))
    assert "The day of the law: 23 November 2026 became 1 December 2026." in memo
    assert "Position of Excluded hardware: approved list became cites measure." in memo
    assert "first.json" not in memo


def test_the_memo_says_nothing_of_changes_without_a_receipt(out: Path) -> None:
    assert "became" not in "\n".join(printed(out / MEMO))


def test_what_is_written_is_a_word_file(out: Path) -> None:
    for name in (CONTRACT, MEMO):
        with zipfile.ZipFile(out / name) as opened:
            assert opened.testzip() is None
            assert "word/document.xml" in opened.namelist()
