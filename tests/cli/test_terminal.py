"""Data to standard output, all else to standard error; colour and progress only on a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from cli.deals import quick_deal, quoted
from cli.running import TIME_LIMIT, clausekit, command, environment

ESCAPE = "\x1b["


def on_a_terminal(*arguments: str, cwd: Path, **surroundings: str) -> str:
    """What a person sees of a run."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        command(*arguments), cwd=cwd, env=environment(**surroundings), stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    while more := _read(ours):
        seen += more
    os.close(ours)
    run.wait(TIME_LIMIT)
    return seen.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


def test_colour_on_a_terminal(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    seen = on_a_terminal("check", "quick.yaml", cwd=tmp_path, TERM="xterm")
    assert f"{ESCAPE}36mnote:{ESCAPE}0m" in seen


@pytest.mark.parametrize("surroundings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_no_colour_where_it_is_not_wanted(tmp_path: Path, surroundings: dict[str, str]) -> None:
    quick_deal(tmp_path)
    seen = on_a_terminal("check", "quick.yaml", cwd=tmp_path, **{"TERM": "xterm", **surroundings})
    assert "note:" in seen
    assert ESCAPE not in seen


def test_no_escape_codes_and_no_progress_in_a_file(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    for verb in (["check", "quick.yaml"], ["show", "quick.yaml"], ["draft", "quick.yaml", "--out", "out"], ["law"]):
        ran = clausekit(*verb, cwd=tmp_path, TERM="xterm", FORCE_COLOR="1")
        assert "\x1b" not in ran.out + ran.err
        assert "\r" not in ran.out + ran.err
        assert "…" not in ran.err


def test_progress_on_a_terminal_leaves_nothing(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    seen = on_a_terminal("draft", "quick.yaml", "--out", "out", cwd=tmp_path, TERM="xterm")
    line = next(line for line in seen.split("\n") if "drafting …" in line)
    shown = line.rstrip("\r").split("\r")
    at = shown.index("drafting …")
    assert shown[at + 1] == " " * len("drafting …")


def test_data_and_the_rest_are_kept_apart(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    shown = clausekit("show", "quick.yaml", cwd=tmp_path)
    assert shown.out.startswith("Technology Supply Assurance Agreement\n")
    assert "templates: " in shown.err
    assert "templates: " not in shown.out


def test_markdown(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    shown = clausekit("show", "quick.yaml", "--format", "markdown", cwd=tmp_path)
    assert shown.out.startswith("# Technology Supply Assurance Agreement\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_stream_that_cannot_hold_every_letter(tmp_path: Path, encoding: str) -> None:
    name = "Équipe 深圳 👩‍💻"
    quick_deal(tmp_path, USER=name, SUPPLIER=name)
    for verb in (["show"], ["draft", "--out", "out"]):
        run = subprocess.run(
            command(verb[0], "quick.yaml", *verb[1:]),
            cwd=tmp_path,
            env=environment(PYTHONIOENCODING=encoding),
            capture_output=True,
            timeout=TIME_LIMIT,
        )
        assert run.returncode == 0, run.stderr
    checked = subprocess.run(
        command("check", "quick.yaml", "--json"),
        cwd=tmp_path,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        timeout=TIME_LIMIT,
    )
    told = clausekit("check", "quick.yaml", "--json", cwd=tmp_path)
    assert json.loads(checked.stdout.decode(encoding)) == told.answer


def test_json_in_ascii_holds_every_letter(tmp_path: Path) -> None:
    name = "Équipe 深圳 👩 𝔄"
    (tmp_path / "quick.yaml").write_text(f"title: x\nkind: {quoted(name)}\n", encoding="utf-8")
    ran = clausekit("check", "quick.yaml", "--json", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert ran.code == 1
    assert any(name in finding["message"] for finding in ran.answer["findings"])


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    for verb in (["facts"], ["show", "gulf-ai-campus"]):
        run = subprocess.Popen(
            command(*verb), cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert run.stdout is not None
        run.stdout.close()
        assert run.stderr is not None
        said = run.stderr.read().decode()
        run.stderr.close()
        assert run.wait(TIME_LIMIT) == 0
        assert "our fault" not in said
        assert "Traceback" not in said


def test_help_is_data(tmp_path: Path) -> None:
    ran = clausekit("--help", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    for verb in ("draft", "check", "explain", "show", "law", "facts", "templates"):
        assert verb in ran.out
        assert clausekit(verb, "--help", cwd=tmp_path).code == 0
