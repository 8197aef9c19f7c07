"""Putting the files of a draft in place: all or none, and never over what counsel has edited."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from clausekit.receipt import sha256


@dataclass(frozen=True, slots=True)
class Made:
    """One file, ready to be written."""

    kind: str
    name: str
    content: bytes


def edited_files(folder: Path, receipt: str, files: Iterable[Made]) -> list[Path]:
    """The files in `folder` that are neither what the receipt there names nor what is to be written."""
    issued = _issued(folder / receipt)
    own = [one for one in files if one.name != receipt]
    return [folder / one.name for one in own if _is_edited(folder / one.name, issued.get(one.name), one.content)]


def _issued(path: Path) -> dict[str, str]:
    """The hash of each file that a receipt names."""
    if not path.is_file():
        return {}
    try:
        return {name: str(file["sha256"]) for name, file in json.loads(path.read_bytes())["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_edited(path: Path, issued: str | None, content: bytes) -> bool:
    return path.is_file() and sha256(path.read_bytes()) not in {issued, sha256(content)}


def keep_copy(path: Path, day: date) -> Path:
    """Copy a file under a dated name beside it; returns the copy."""
    stem = f"{path.stem} (kept {day}"
    numbered = (path.with_name(f"{stem} {number}){path.suffix}") for number in count(2))
    first = path.with_name(f"{stem}){path.suffix}")
    copy = first if not first.exists() else next(name for name in numbered if not name.exists())
    shutil.copy2(path, copy)
    return copy


def write_all(folder: Path, files: Sequence[Made]) -> None:
    """Write every file beside its place first, then put all in place, the receipt last.

    Raises OSError where one cannot be put in place; the others then are as they were before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".clausekit-", dir=folder) as temporary, ExitStack() as undo:
        waiting = [(Path(temporary) / f"{index}.new", folder / one.name) for index, one in enumerate(files)]
        for (path, _), one in zip(waiting, files, strict=True):
            path.write_bytes(one.content)
        for path, place in waiting:
            place.parent.mkdir(parents=True, exist_ok=True)
            _put(path, place, undo)
        undo.pop_all()


def _put(path: Path, place: Path, undo: ExitStack) -> None:
    """Move a file into its place, and note how to take that back."""
    if place.exists():
        before = path.with_suffix(".old")
        shutil.copy2(place, before)
        undo.callback(os.replace, before, place)
        os.replace(path, place)
    else:
        os.replace(path, place)
        undo.callback(place.unlink)
