"""Clauses as Word files from the command line, and back: nothing is written before somebody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.in_word.sheets import edited
from cli.running import Ran, clausekit
from word.opened import parts

FILE = Path("clauses") / "deliverables" / "1-standard.md"
WORD = Path("deliverables.docx")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A firm's own templates, and a clause of them in Word beside them."""
    assert clausekit("templates", "copy", "templates", cwd=tmp_path).code == 0
    made = clausekit("templates", "to-word", "deliverables", cwd=tmp_path)
    assert (made.code, made.out) == (0, "deliverables.docx\n")
    return tmp_path / "templates"


def edit(own: Path, *changes: tuple[str, str]) -> None:
    word = own.parent / WORD
    word.write_bytes(edited(word.read_bytes(), *changes))


def back(own: Path, *options: str) -> Ran:
    return clausekit("templates", "from-word", str(WORD), *options, cwd=own.parent)


def test_what_was_not_edited_changes_nothing(own: Path) -> None:
    before = (own / FILE).read_bytes()
    ran = back(own, "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing differs from the templates." in ran.err
    assert "read as if every change were accepted (there are none)" in ran.err
    assert (own / FILE).read_bytes() == before


def test_an_edit_is_shown_and_written_only_when_told(own: Path) -> None:
    before = (own / FILE).read_bytes()
    edit(own, ("may follow from an Order", "may follow from a Call-off"))
    shown = back(own)
    assert shown.code == 0
    assert "[-an Order-]{+a Call-off+}" in " ".join(shown.out.split())
    assert (own / FILE).read_bytes() == before
    assert back(own, "--yes").code == 0
    assert (own / FILE).read_bytes() == before.replace(b"may follow from an Order", b"may follow from a Call-off")


def test_a_clash_is_shown_and_never_written(own: Path) -> None:
    edit(own, ("may follow from an Order", "may follow from a Call-off"))
    path = own / FILE
    path.write_bytes(path.read_bytes().replace(b"may follow from an Order", b"follow from an Order"))
    before = path.read_bytes()
    ran = back(own, "--yes")
    assert ran.code == 1
    assert "CLASH" in ran.out
    assert "Nothing is written: changes clash" in ran.err
    assert path.read_bytes() == before


def test_an_edit_that_cannot_be_read_is_refused_with_its_place(own: Path) -> None:
    before = (own / FILE).read_bytes()
    edit(own, ("{% endfor %}", "{% endfor %} and so on"))
    ran = back(own, "--yes")
    assert ran.code == 1
    assert "deliverables.docx: error: paragraph " in ran.err
    assert "[words-beside-tag]" in ran.err
    assert (own / FILE).read_bytes() == before


def test_an_edited_file_is_not_replaced(own: Path) -> None:
    edit(own, ("may follow from an Order", "may follow from a Call-off"))
    content = (own.parent / WORD).read_bytes()
    ran = clausekit("templates", "to-word", "deliverables", cwd=own.parent)
    assert ran.code == 2
    assert "read it back first" in ran.err
    assert (own.parent / WORD).read_bytes() == content


def test_a_broken_clause_is_mended_in_word_from_its_comments(own: Path) -> None:
    path = own / FILE
    right = path.read_bytes()
    path.write_bytes(right.replace(b"{{ item.maker }}", b"{{ item.makr }}"))
    made = clausekit("templates", "to-word", "deliverables", "--with-findings", "--out", "copy", cwd=own.parent)
    copy = own.parent / "copy" / "deliverables – findings.docx"
    assert (made.code, made.out) == (0, f"{copy.relative_to(own.parent)}\n")
    assert "there is no fact item.makr; did you mean maker?" in parts(copy.read_bytes())["word/comments.xml"].decode()
    copy.write_bytes(edited(copy.read_bytes(), ("{{ item.makr }}", "{{ item.maker }}")))
    ran = clausekit("templates", "from-word", str(copy), "--yes", cwd=own.parent)
    assert ran.code == 0, ran.err
    assert path.read_bytes() == right


@pytest.mark.parametrize("content", [b"", b"words", b"PK\x03\x04"])
def test_another_kind_of_file_is_refused(own: Path, content: bytes) -> None:
    (own.parent / WORD).write_bytes(content)
    ran = back(own)
    assert (ran.code, ran.out) == (1, "")
    assert "this file is not read" in ran.err


def test_unknown_clauses_are_told_with_the_nearest(own: Path) -> None:
    assert "did you mean" in clausekit("templates", "to-word", "deliverable", cwd=own.parent).err
    assert "did you mean" in clausekit("templates", "to-word", "access/place-basd", cwd=own.parent).err
