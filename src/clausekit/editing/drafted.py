"""The last draft of a deal, as its receipt tells."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from clausekit.file_names import matter_name
from clausekit.receipt import is_receipt, sha256

MOST_FOLDERS = 60
LARGEST = 4_000_000  # bytes of a receipt


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that was made of a deal.

    Args:
        receipt: the file that tells of it; the contract and the memo lie beside it.
        content: what it says.
        is_of: whether it was made of exactly this deal file.
    """

    receipt: Path
    content: Mapping[str, Any]
    is_of: bool

    @property
    def law_as_of(self) -> str:
        return str(self.content["law_as_of"])

    @property
    def on(self) -> str:
        """The day on which its files were written, as year-month-day."""
        return date.fromtimestamp(_changed_at(self.receipt) / 1e9).isoformat()


def last_draft(deal_file: Path, text: str, file_name: object, folders: Iterable[Path] = ()) -> Drafted | None:
    """The receipt of the deal's draft: in `folders`, then beside the deal and one folder below; the newest of several.

    Args:
        text: the deal as it stands; `file_name` is the deal's own fact.
    """
    name = f"{matter_name(file_name, deal_file.stem)}.receipt.json"
    found = [path for folder in (*folders, *_around(deal_file)) if (path := folder / name).is_file()]
    for path in sorted(found, key=_changed_at, reverse=True):
        content = _read(path)
        if content is not None:
            return Drafted(path, content, content["deal"] == sha256(text.encode()))
    return None


def _around(deal_file: Path) -> Iterator[Path]:
    folder = deal_file.resolve().parent
    yield folder
    try:
        yield from islice((one for one in sorted(folder.iterdir()) if one.is_dir()), MOST_FOLDERS)
    except OSError:
        return


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        content: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return content if is_receipt(content) else None
