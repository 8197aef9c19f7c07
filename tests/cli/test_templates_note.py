"""`templates note` and `templates pages` from the command line."""

from __future__ import annotations

from pathlib import Path

from cli.running import clausekit


def test_a_change_is_noted_with_its_reason(tmp_path: Path) -> None:
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    clausekit("templates", "note", "The record begins.", "own", cwd=tmp_path)
    assert clausekit("templates", "note", "Nothing.", "own", cwd=tmp_path).out == ""
    path = tmp_path / "own/clauses/suspension/1-suspend-and-review.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("within 5 Business Days", "within 6 Business Days", 1), encoding="utf-8")
    wrong = clausekit("templates", "note", "Six days.", "own", "--file", "clauses/suspension/1-suspnd.md", cwd=tmp_path)
    assert wrong.code == 2
    assert "did you mean clauses/suspension/1-suspend-and-review.md?" in wrong.err
    ran = clausekit("templates", "note", "Six days.", "own", "--on", "2026-11-30", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "own/clauses/suspension/1-suspend-and-review.md\n")
    told = (tmp_path / "own/CHANGES.md").read_text(encoding="utf-8")
    assert "## 2026-11-30\n\n- Six days (`clauses/suspension/1-suspend-and-review.md`).\n" in told


def test_pages_are_written_where_they_are_not_so(tmp_path: Path) -> None:
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    clausekit("templates", "pages", "own", cwd=tmp_path)
    assert clausekit("templates", "pages", "own", cwd=tmp_path).out == ""
    (tmp_path / "own/facts.md").write_text("old", encoding="utf-8")
    assert clausekit("templates", "pages", "own", cwd=tmp_path).out == "own/facts.md\n"
    assert (tmp_path / "own/facts.md").read_text(encoding="utf-8").startswith("# Facts\n")
