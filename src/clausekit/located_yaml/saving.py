"""Saving: changes to a YAML file that keep everything else as it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from glob import escape
from pathlib import Path
from typing import Any, Final

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml.changing import Change
from clausekit.located_yaml.located import Keys
from clausekit.located_yaml.reading import BOM, decoded, read_bytes, read_text


class Removed:
    """The value of a line that is to go."""


REMOVED: Final = Removed()
TEMPORARY: Final = ".saving"


def save_changes(path: Path, changes: Mapping[Keys, Any]) -> list[Finding]:
    """Write `changes` into the file: a value for each path of keys, or REMOVED.

    A path leads through mappings only; a list is written as a whole. Comments, order,
    line endings and the file's mode stay. The file is replaced in one step; a file that
    cannot be read or written is left as it is, and the findings say why.
    """
    content, findings = read_bytes(path, path.as_posix())
    text, faults = (None, []) if content is None else decoded(content, path.as_posix())
    if text is None:
        return findings + faults
    changed, faults = changed_text(text, changes, path.as_posix())
    if faults or changed == text:
        return faults
    return replace_text(path.resolve(), changed)


def changed_text(text: str, changes: Mapping[Keys, Any], file: str) -> tuple[str, list[Finding]]:
    """The text with `changes` made, or as it is with the findings that stand in the way."""
    mark = BOM if text.startswith(BOM) else ""
    changed = text.removeprefix(BOM)
    newline = "\r\n" if "\r\n" in text else "\n"
    for keys, value in changes.items():
        located, findings = read_text(changed, file)
        if located is None or findings:
            return text, findings
        change = Change(changed, located, newline)
        changed = change.removed(keys) if value is REMOVED else change.written(keys, value)
        _confirm(changed, keys, value)
    return mark + changed, []


def _confirm(text: str, keys: Keys, value: Any) -> None:
    """A check on ourselves, before anybody's file is replaced."""
    located, findings = read_text(text, "")
    data: Any = None if located is None else located.data
    for key in keys:
        data = data.get(key, REMOVED) if isinstance(data, dict) else REMOVED
    if findings or located is None or data != _as_read(value):
        raise RuntimeError(f"the change at {keys} would not be read back as it was meant")


def _as_read(value: Any) -> Any:
    """A value as it is read back."""
    match value:
        case Mapping():
            return {key: _as_read(part) for key, part in value.items()}
        case list() | tuple():
            return [_as_read(part) for part in value]
        case Decimal():
            return float(value)
    return value


def moved_text(text: str, keys: Keys, by: int, file: str) -> tuple[str, list[Finding]]:
    """The text with the entry at `keys` moved past `by` neighbours, down or (below zero) up."""
    located, findings = read_text(text, file)
    if located is None or findings or keys not in located.spans:
        return text, findings
    mark = BOM if text.startswith(BOM) else ""
    changed = Change(text.removeprefix(BOM), located, "\r\n" if "\r\n" in text else "\n").moved(keys, by)
    again, _ = read_text(changed, file)
    if again is None or again.data != located.data:
        raise RuntimeError(f"the move of {keys} would not be read back as it was meant")
    return mark + changed, []


def replace_text(path: Path, text: str) -> list[Finding]:
    """Write a file in one step, keeping its mode; a new one is for its owner alone."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=TEMPORARY, dir=path.parent)
        try:
            _fill(handle, text)
            if path.exists():
                os.chmod(temporary, path.stat().st_mode & 0o7777)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
        _sync_folder(path.parent)
    except OSError as fault:
        return [error("unwritable-file", f"the file cannot be saved: {fault.strerror}", Place(path.as_posix()))]
    return []


def clear_temporaries(path: Path) -> None:
    """Take away the temporary files of a process that was killed while it wrote `path`."""
    for left in path.parent.glob(f".{escape(path.name)}.*{TEMPORARY}"):
        left.unlink(missing_ok=True)


def _fill(handle: int, text: str) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the change of name last, where the system can do that for folders."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
