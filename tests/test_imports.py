"""What a command loads: help is there at once, and nothing loads what it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"docx", "jinja2", "lxml", "pydantic", "textual", "yaml"}
LOADED = """
import contextlib, io, json, sys
from clausekit.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    try:
        main(sys.argv[1:])
    except SystemExit:
        pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The packages that a command loads."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=120
    )
    return set(json.loads(run.stdout))


@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["frobnicate"], []], ids=" ".join)
def test_help_and_misuse_load_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert not loaded(tmp_path, *arguments) & HEAVY


VERBS = [
    ["facts"],
    ["law"],
    ["check", "gulf-ai-campus"],
    ["explain", "gulf-ai-campus"],
    ["show", "gulf-ai-campus"],
]


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
def test_only_a_draft_loads_what_writes_word(tmp_path: Path, arguments: list[str]) -> None:
    packages = loaded(tmp_path, *arguments)
    assert not packages & {"docx", "lxml", "textual"}
    assert "pydantic" in packages, "the command ran"


def test_a_draft_loads_no_terminal_application(tmp_path: Path) -> None:
    packages = loaded(tmp_path, "draft", "gulf-ai-campus", "--out", "out")
    assert "lxml" in packages
    assert "textual" not in packages


FIRST_PICTURE = """
import json, sys
import clausekit.interview.app, clausekit.interview.matters_screen
print(json.dumps(sorted(sys.modules)))
"""


def test_the_first_picture_of_the_matters_waits_for_no_room_that_reads_deals_or_law() -> None:
    run = subprocess.run([sys.executable, "-c", FIRST_PICTURE], capture_output=True, text=True, check=True, timeout=120)
    modules = set(json.loads(run.stdout))
    assert "textual.app" in modules
    assert not modules & {"pydantic", "jinja2", "clausekit.law.register", "clausekit.facts.deal", "clausekit.drafting"}
