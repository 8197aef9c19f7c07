"""`ask`: the interview on standard input and output, as a script or a screen reader meets it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cli.running import Ran, clausekit, command, environment


def asked(deal: str, answers: str, cwd: Path) -> Ran:
    run = subprocess.run(
        command("ask", deal), cwd=cwd, env=environment(), input=answers.encode(), capture_output=True, timeout=120
    )
    return Ran(run.returncode, run.stdout.decode(), run.stderr.decode())


def test_a_matter_is_begun_and_answered_from_a_pipe(tmp_path: Path) -> None:
    ran = asked("new.yaml", "Erste Lieferung für 杭州\nsupply\nfind parties\nseller\nbuyer\n\nSeller Inc.\n", tmp_path)
    assert ran.code == 0
    assert "What is the title of the agreement?" in ran.out
    assert "> Erste Lieferung für 杭州" in ran.out
    assert "facts are known" in ran.out
    text = (tmp_path / "new.yaml").read_text(encoding="utf-8")
    assert "title: Erste Lieferung für 杭州" in text
    assert "name: Seller Inc." in text
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


def test_a_starter_deal_is_copied_among_the_matters(tmp_path: Path) -> None:
    ran = asked("gulf-ai-campus", "quit\n", tmp_path)
    assert ran.code == 0
    assert "begins from the starter deal" in ran.err
    assert "Double bind" in ran.out
    assert (tmp_path / "gulf-ai-campus.yaml").is_file()


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    assert asked("gulf-campus", "", tmp_path).code == 2
    (tmp_path / "broken.yaml").write_text("title: [\n")
    ran = asked("broken.yaml", "", tmp_path)
    assert ran.code == 1
    assert "broken.yaml:" in ran.err
    assert asked("nowhere/new.yaml", "", tmp_path).code == 2


def test_without_a_terminal_and_a_verb_there_is_help(tmp_path: Path) -> None:
    ran = clausekit(cwd=tmp_path)
    assert ran.code == 2
    assert "--matters" in ran.err
    assert clausekit("--matters", str(tmp_path), cwd=tmp_path).code == 2
