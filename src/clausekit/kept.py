"""What was worked out of the templates before, kept in the user's cache folder by the hash of what it came from.

It is JSON: nothing in it can run. Only what stands in templates is kept, never a fact of a deal.
What is damaged, foreign or of another version of the program is taken for not being there.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

SWITCH = "CLAUSEKIT_CACHE"
OFF = "off"
PROGRAM = Path(__file__).parent
LARGEST = 64 << 20  # bytes
MOST_ANSWERS = 2000
OURS_ALONE = 0o700
FAULTS = (OSError, ValueError, KeyError, TypeError, RecursionError)


@dataclass
class Kept:
    """Answers by the hash of the question: those found, those of them that were used, and those added since."""

    found: Mapping[str, Any] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    added: dict[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """The answer, or None."""
        self.used.add(key)
        return self.found.get(key)

    def put(self, key: str, answer: Any) -> None:
        """Keep an answer, which is plain data and not None."""
        self.added[key] = answer

    @property
    def answers(self) -> dict[str, Any]:
        """All of them; where they have become too many, without those that were not used this time."""
        crowded = len(self.found) > MOST_ANSWERS
        stay = {key: answer for key, answer in self.found.items() if key in self.used or not crowded}
        return stay | self.added


def key_of(kind: str, *parts: str | int) -> str:
    """The key of a question of some kind: one for each combination of its parts."""
    asked = json.dumps([kind, *parts], ensure_ascii=True)
    return hashlib.sha256(asked.encode()).hexdigest()


@contextmanager
def kept_of(templates: Path) -> Iterator[Kept]:
    """What is kept of a folder of templates, or of one file of it; kept anew at the end if something was added."""
    file = _file_of(templates)
    kept = Kept(_read(file) if file else {})
    yield kept
    if file and kept.added:
        with suppress(*FAULTS):
            _write(file, kept.answers)


def _file_of(templates: Path) -> Path | None:
    """The file for a folder of templates; None where nothing is to be kept, or not safely."""
    if os.environ.get(SWITCH, "").lower() == OFF:
        return None
    with suppress(*FAULTS):
        folder = _own_folder()
        name = hashlib.sha256(str(templates.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return folder / f"templates-{name}.json" if folder else None
    return None


def _own_folder() -> Path | None:
    """The cache folder, which nobody else may enter; None where it is a link or somebody else's."""
    folder = _caches() / "clausekit"
    folder.mkdir(mode=OURS_ALONE, parents=True, exist_ok=True)
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or (hasattr(os, "getuid") and state.st_uid != os.getuid()):
        return None
    if stat.S_IMODE(state.st_mode) != OURS_ALONE:
        folder.chmod(OURS_ALONE)
    return folder


def _caches() -> Path:
    """Where programs of this system keep what they can make again."""
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if os.path.isabs(given) else Path.home() / ".cache"


def _read(file: Path) -> dict[str, Any]:
    """What the file holds; nothing where it is not whole, or another version of the program wrote it."""
    with suppress(*FAULTS):
        if file.stat().st_size <= LARGEST:
            seal, _, content = file.read_bytes().partition(b"\n")
            answers = json.loads(content) if seal == _seal(content) else None
            return answers if isinstance(answers, dict) else {}
    return {}


def _write(file: Path, answers: dict[str, Any]) -> None:
    """Put the answers in the file's place in one step."""
    content = json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode()
    with NamedTemporaryFile(dir=file.parent, prefix=file.stem, suffix=".new", delete=False) as new:
        new.write(_seal(content) + b"\n" + content)
    try:
        os.replace(new.name, file)
    except OSError:
        os.unlink(new.name)
        raise


def _seal(content: bytes) -> bytes:
    """The hash of the content and of the program that wrote it: another one may read templates otherwise."""
    return hashlib.sha256(_program() + content).hexdigest().encode()


@cache
def _program() -> bytes:
    """The files of the program, as far as a look at the folder tells, and its Python."""
    states = ((path, path.stat()) for path in sorted(PROGRAM.rglob("*.py")))
    told = [f"{path.relative_to(PROGRAM)} {state.st_size} {state.st_mtime_ns}" for path, state in states]
    return "\n".join((*told, sys.version, "")).encode("utf-8", "surrogatepass")
