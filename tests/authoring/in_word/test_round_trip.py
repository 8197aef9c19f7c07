"""What was not edited comes back byte for byte, straight from our file and through LibreOffice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from authoring.in_word.sheets import BODY, DAY, bundled, edited, library, sheet, taken
from clausekit.authoring.in_word import faults_of_words, sheets_of, word_file
from clausekit.clauses import Position
from clausekit.word import lint
from clausekit.word.reading import View
from word.libreoffice import require_libreoffice, rewritten
from word.opened import parts

TOPICS = sorted(bundled().library.topics)


def positions(topic: str) -> list[Position]:
    return list(bundled().library.topics[topic].positions.values())


def all_positions() -> list[Position]:
    return [position for topic in TOPICS for position in positions(topic)]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_position_comes_back_byte_for_byte(topic: str) -> None:
    content = word_file(sheets_of(positions(topic), bundled(), DAY), [], DAY)
    found = taken(content, bundled())
    assert found.findings == ()
    assert [edit.position for edit in found.edits] == positions(topic)
    assert [edit.content() for edit in found.edits] == [edit.path.read_bytes() for edit in found.edits]


def test_the_same_sheet_has_the_same_bytes() -> None:
    one, other = (word_file(sheets_of(positions("access"), bundled(), DAY), [], DAY) for _ in range(2))
    assert one == other


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    templates = library(tmp_path / "templates")
    path = tmp_path / "templates" / "clauses" / "access" / "1-trial.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (edit,) = taken(edited(sheet(templates), ("Nothing else", "No more")), templates).edits
    assert edit.content() == path.read_bytes().replace(b"Nothing else", b"No more")


def test_no_checker_finds_an_error(tmp_path: Path) -> None:
    findings = faults_of_words(all_positions(), bundled())
    content = word_file(sheets_of(all_positions(), bundled(), DAY), findings, DAY)
    assert lint(content) == []
    file = tmp_path / "all.docx"
    file.write_bytes(content)
    run = subprocess.run([sys.executable, "-m", "openxml_audit", str(file)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_findings_are_comments_where_they_stand(tmp_path: Path) -> None:
    templates = library(tmp_path / "templates", "# Access\n\nFirst.\n\nSee [[nowhere]].\n\n| {{ deal.nothing }} |\n")
    shown = templates.library.position("access", "trial")
    content = word_file(sheets_of([shown], templates, DAY), faults_of_words([shown], templates), DAY)
    written = parts(content)
    comments = written["word/comments.xml"].decode()
    assert "refers to no topic" in comments
    assert "there is no fact deal.nothing" in comments
    assert '<w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">See ' in written[BODY].decode()
    found = taken(content, templates)
    assert [finding.code for finding in found.findings] == ["comments-left"]
    assert found.edits[0].is_none


@pytest.mark.libreoffice
def test_every_position_comes_back_through_libreoffice(tmp_path: Path) -> None:
    require_libreoffice()
    file = tmp_path / "all.docx"
    file.write_bytes(word_file(sheets_of(all_positions(), bundled(), DAY), [], DAY))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", "out", file],
        cwd=tmp_path,
        capture_output=True,
        timeout=180,
        check=True,
    )
    content = (tmp_path / "out" / "all.docx").read_bytes()
    assert parts(content)[BODY] != parts(file.read_bytes())[BODY]
    found = taken(content, bundled())
    assert found.findings == ()
    assert [edit.content() for edit in found.edits] == [edit.path.read_bytes() for edit in found.edits]
    assert len(found.edits) == len(all_positions())


@pytest.mark.libreoffice
def test_a_sentence_changed_in_libreoffice_is_the_only_change(tmp_path: Path) -> None:
    file, out = tmp_path / "sheet.docx", tmp_path / "edited.docx"
    file.write_bytes(word_file(sheets_of(positions("no-diversion"), bundled(), DAY), [], DAY))
    old, new = "places to the Supplier every 6 months", "places to the Supplier every 3 months, in writing"
    rewritten(file, out, old, new)
    accepted = taken(out.read_bytes(), bundled())
    original = taken(out.read_bytes(), bundled(), View.ORIGINAL)
    assert accepted.findings == original.findings == ()
    assert all(edit.is_none for edit in original.edits)
    (edit,) = [edit for edit in accepted.edits if not edit.is_none]
    assert edit.content() == edit.path.read_bytes().replace(old.encode(), new.encode())
