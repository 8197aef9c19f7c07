"""LibreOffice as an independent reader of finished files; every run has a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

READER = Path(__file__).with_name("libreoffice_reader.py")
EDITOR = Path(__file__).with_name("libreoffice_editor.py")
TIME_LIMIT = 180


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as LibreOffice shows it."""

    style: str
    label: str
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What LibreOffice made of a file after it worked out all fields anew."""

    lines: tuple[Line, ...]
    contents: tuple[str, ...]
    pages: int
    comments: int


@cache
def python_with_bindings() -> str | None:
    """A Python that can speak to LibreOffice: its own, the system's or this one."""
    office = shutil.which("soffice")
    own = Path(os.path.realpath(office)).with_name("python") if office else Path()
    return next((found for found in (str(own), "/usr/bin/python3", sys.executable) if _has_bindings(found)), None)


def _has_bindings(python: str) -> bool:
    try:
        return subprocess.run([python, "-c", "import uno"], capture_output=True, timeout=TIME_LIMIT).returncode == 0
    except OSError:
        return False


def require_libreoffice() -> None:
    """Skip the test, by name, where LibreOffice is missing."""
    if shutil.which("soffice") is None or python_with_bindings() is None:
        pytest.skip("needs LibreOffice")


WIDE_AS_ARIAL = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans")
"""Families whose letters are as wide as Arial's; another family breaks lines, and so pages, elsewhere."""


def require_the_width_of_arial() -> None:
    """Skip the test where LibreOffice would set Arial, the font of the house style, in letters of other widths."""
    found = subprocess.run(["fc-match", "-f", "%{family}", "Arial"], capture_output=True, text=True, timeout=TIME_LIMIT)
    if not found.stdout.startswith(WIDE_AS_ARIAL):
        pytest.skip("needs Arial, or a font of its widths such as Liberation Sans")


def shown(file: Path, tracked: str = "") -> Shown:
    """What LibreOffice shows of `file`; `tracked` is ``accept`` or ``reject``, for all tracked changes."""
    seen = json.loads(driven(READER, file, *([tracked] if tracked else [])))
    lines = tuple(Line(**line) for line in seen["paragraphs"])
    return Shown(lines, tuple(seen["contents"]), seen["pages"], seen["comments"])


def rewritten(file: Path, out: Path, old: str, new: str) -> None:
    """Let LibreOffice put `new` in the place of the words `old`, with changes tracked, and save the file as `out`."""
    driven(EDITOR, file, str(out), old, new)


def driven(script: Path, file: Path, *arguments: str) -> str:
    """What a script prints that is run beside a LibreOffice of its own, with its pipe and `file`."""
    require_libreoffice()
    pipe = f"clausekit-{uuid4().hex}"
    profile = file.with_name(f"{file.stem}-profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as office:
        try:
            printed = _run([python_with_bindings() or "", str(script), pipe, str(file), *arguments])
            office.wait(TIME_LIMIT)
        finally:
            _end(office)
    return printed


def _end(office: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes it started, if it has not ended by itself."""
    with suppress(ProcessLookupError):
        os.killpg(office.pid, signal.SIGKILL)


def _run(command: list[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
    assert run.returncode == 0, run.stderr
    return run.stdout
