"""The program run as a person runs it: its own process, its own folder, its own surroundings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from word.opened import paragraphs, text

TIME_LIMIT = 120  # seconds
OURS = ("CLAUSEKIT_DEBUG", "CLAUSEKIT_TEMPLATES", "NO_COLOR", "PYTHONHASHSEED", "PYTHONIOENCODING")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run answered."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> Any:
        """What was printed as JSON."""
        return json.loads(self.out)

    @property
    def found(self) -> list[tuple[str, str | None, int | None]]:
        """Code, file and line of each finding that was printed as JSON."""
        return [(one["code"], one["place"]["file"], one["place"]["line"]) for one in self.answer["findings"]]


def clausekit(*arguments: str, cwd: Path, **surroundings: str) -> Ran:
    """Run a command in a folder; `surroundings` are environment variables."""
    run = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**surroundings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIME_LIMIT,
    )
    return Ran(run.returncode, run.stdout.decode(), run.stderr.decode())


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "clausekit", *arguments]


def environment(**surroundings: str) -> dict[str, str]:
    """The surroundings of the tests without what steers the program, and what is given on top."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return {**kept, "PYTHONIOENCODING": "utf-8", **surroundings}


def printed(path: Path) -> list[str]:
    """The words of each paragraph of a Word file."""
    return [text(paragraph) for paragraph in paragraphs(path.read_bytes())]
