"""`templates diff` and `templates book` from the command line."""

from __future__ import annotations

from pathlib import Path

from cli.running import clausekit


def test_a_change_is_told_and_written_to_a_new_file(tmp_path: Path) -> None:
    for name in ("old", "new"):
        assert clausekit("templates", "copy", name, cwd=tmp_path).code == 0
    path = tmp_path / "new/clauses/confidentiality/2-strict.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## Definitions", "The moon is confidential.\n\n## Definitions"), encoding="utf-8")
    ran = clausekit("templates", "diff", "old", "new", "--out", "diff.docx", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("Your edit touches ")
    assert "{+The moon is confidential.+}" in ran.out
    assert (tmp_path / "diff.docx").read_bytes().startswith(b"PK")
    again = clausekit("templates", "diff", "old", "new", "--out", "diff.docx", cwd=tmp_path)
    assert again.code == 2
    assert "add --force" in again.err


def test_what_cannot_be_compared_or_bound_is_said(tmp_path: Path) -> None:
    assert clausekit("templates", "copy", "bad", cwd=tmp_path).code == 0
    (tmp_path / "bad/clauses/supply/1-standard.md").open("a", encoding="utf-8").write("\n- A bullet.\n")
    bad = clausekit("templates", "diff", "bad", "bad", "--json", cwd=tmp_path)
    assert bad.code == 1
    assert [one["code"] for one in bad.answer["findings"]] == ["hand-number"]
    assert bad.answer["touched"] == []
    missing = clausekit("templates", "diff", "here", "there", cwd=tmp_path)
    assert (missing.code, missing.out) == (2, "")
    assert "'here' holds no templates" in missing.err
    text = clausekit("templates", "book", "--out", "book.txt", cwd=tmp_path)
    assert text.code == 2
    assert "name it book.docx" in text.err
