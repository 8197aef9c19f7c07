"""Other versions of Python on this machine, each with what the program needs in an environment of its own."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLDEST = (3, 11)
TIME_LIMIT = 600  # seconds, for an environment
NOT_FOR_DRAFTS = ("textual",)
ASK = "import sys, zlib; print(*sys.version_info[:2], zlib.ZLIB_RUNTIME_VERSION)"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python: where it is, its version and that of its zlib."""

    path: Path
    version: tuple[int, int]
    zlib: str

    def __str__(self) -> str:
        return f"Python {self.version[0]}.{self.version[1]} with zlib {self.zlib}"


def others() -> list[Interpreter]:
    """One of each version from the oldest that we support, but for the one that runs."""
    found: dict[tuple[int, int], Interpreter] = {}
    for path in _candidates():
        interpreter = _asked(path)
        if interpreter and interpreter.version >= OLDEST and interpreter.version != sys.version_info[:2]:
            found.setdefault(interpreter.version, interpreter)
    return [found[version] for version in sorted(found)]


def _candidates() -> Iterator[Path]:
    for minor in range(OLDEST[1], 30):
        if named := shutil.which(f"python{OLDEST[0]}.{minor}"):
            yield Path(named)
    yield from sorted((Path.home() / ".pyenv" / "versions").glob("*/bin/python3"))


def _asked(path: Path) -> Interpreter | None:
    run = subprocess.run([path, "-c", ASK], capture_output=True, text=True)
    if run.returncode != 0:
        return None
    major, minor, zlib = run.stdout.split()
    return Interpreter(path, (int(major), int(minor)), zlib)


def equipped(interpreter: Interpreter, folder: Path) -> Path:
    """The Python of an environment with the program's packages, made once; skips the test where they cannot be had."""
    project = ROOT / "pyproject.toml"
    wanted = hashlib.sha256(project.read_bytes()).hexdigest()[:12]
    home = folder / f"{interpreter.version[0]}.{interpreter.version[1]}-{wanted}"
    python, ready = home / "bin" / "python", home / "ready"
    if not ready.exists():
        needed = tomllib.loads(project.read_text())["project"]["dependencies"]
        packages = [one for one in needed if not one.startswith(NOT_FOR_DRAFTS)]
        _run(interpreter, [interpreter.path, "-m", "venv", "--clear", home])
        _run(interpreter, [python, "-m", "pip", "install", "--quiet", *packages])
        _run(interpreter, [python, "-m", "pip", "install", "--quiet", "--no-deps", ROOT])
        ready.touch()
    return python


def _run(interpreter: Interpreter, command: list[str | Path]) -> None:
    run = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
    if run.returncode != 0:
        pytest.skip(f"needs the packages of the program for {interpreter}")
