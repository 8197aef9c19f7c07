from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from clausekit.cli import main
from shared import ROOT
from word.opened import parts, with_part

TEMPLATES = str(ROOT / "templates")


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafted")
    assert main(["draft", "gulf-ai-campus", "--out", str(folder), "--templates", TEMPLATES]) == 0
    return folder


def contract(folder: Path) -> Path:
    return folder / "Al Dhafra AI Campus.docx"


def receipt(folder: Path) -> Path:
    return folder / "Al Dhafra AI Campus.receipt.json"


def changed(file: Path, tmp_path: Path, old: str, new: str) -> Path:
    content = file.read_bytes()
    body = parts(content)["word/document.xml"].decode()
    assert old in body
    copy = tmp_path / "changed.docx"
    copy.write_bytes(with_part(content, "word/document.xml", body.replace(old, new, 1).encode()))
    return copy


def test_a_clean_contract_may_be_released(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--deal", "gulf-ai-campus", "--matters", str(ROOT / "templates" / "deals"), "--templates", TEMPLATES]
    assert main(["release", str(contract(drafted)), *asked]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "not checked" not in told.err
    assert told.err.endswith("may be released\n")


def test_without_a_deal_the_checks_not_run_are_named(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", str(contract(drafted)), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["released"] is True
    assert [what.partition(" (")[0] for what in told["not_checked"]] == [
        "facts above the audience, findings, memo words and the ids of positions and law",
        "parties of other matters",
    ]


def test_the_memo_may_not_be_released(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", str(drafted / "Al Dhafra AI Campus – memo.docx")]) == 1
    assert "release-privileged" in capsys.readouterr().out


def test_parties_of_other_matters_are_found(drafted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = changed(contract(drafted), tmp_path, "The Supplier", "Isarwerk Automobile")
    matters = str(ROOT / "templates" / "deals")
    asked = ["--deal", "gulf-ai-campus", "--matters", matters, "--templates", TEMPLATES]
    assert main(["release", str(file), *asked]) == 1
    assert "a name from another matter, “Isarwerk Automobile”" in capsys.readouterr().out


def test_other_matters_need_a_deal(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", str(contract(drafted)), "--matters", "."]) == 2


def test_what_is_no_word_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(b"%PDF-1.7")
    for verb in (["release"], ["verify", "--receipt", "none"]):
        assert main([verb[0], str(file), *verb[1:]]) in (1, 2)
    assert "it is a PDF" in capsys.readouterr().out


def test_an_issued_file_is_verified(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(contract(drafted)), "--receipt", str(receipt(drafted))]) == 0
    assert "untouched, as issued" in capsys.readouterr().err


def test_parts_that_differ_are_named(drafted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = changed(contract(drafted), tmp_path, "The Supplier", "The Seller")
    assert main(["verify", str(file), "--receipt", str(receipt(drafted)), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["untouched"] is False
    assert [one["message"] for one in told["findings"]] == [
        "word/document.xml was changed since it was issued as Al Dhafra AI Campus.docx"
    ]


def test_another_packing_of_the_same_parts_is_untouched(
    drafted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from zipfile import ZIP_STORED, ZipFile

    file = tmp_path / "stored.docx"
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, part in parts(contract(drafted).read_bytes()).items():
            archive.writestr(name, part)
    assert main(["verify", str(file), "--receipt", str(receipt(drafted))]) == 0
    assert "verify-repacked" in capsys.readouterr().out


def test_what_is_no_receipt_is_misuse(drafted: Path) -> None:
    assert main(["verify", str(contract(drafted)), "--receipt", str(contract(drafted))]) == 2


def test_a_template_that_prints_what_is_ours_stops_the_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    position = templates / "clauses" / "flow-down" / "1-this-deal.md"
    leak = "{% for party in deal.parties %}{% for one in party.affiliates %}{{ one.name }} {% endfor %}{% endfor %}\n"
    position.write_text(position.read_text() + f"\n[#leak] The Supplier names {leak}")
    out = tmp_path / "out"
    assert main(["draft", "gulf-ai-campus", "--out", str(out), "--templates", str(templates)]) == 1
    told = capsys.readouterr()
    assert "the fact parties[supplier].affiliates[shanghai].name, which is ours" in told.err
    assert not out.exists() or list(out.iterdir()) == []
