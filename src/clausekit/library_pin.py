"""The library that a deal was drafted with: recorded in the deal, kept beside it, and left only when told.

A library is what a draft is made of: clauses, agreements, law and house style. A deal
records its hash in the fact `library`; a copy stays in the deal's folder, so that the
deal can still be drafted with it and what differs can be said.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clausekit.facts import Deal
from clausekit.finding import Finding, Place, warning
from clausekit.located_yaml import save_changes
from clausekit.templates_folder import TemplatesFolder, library_files

KEPT = Path(".clausekit") / "libraries"
SHORT = 12  # letters of a hash that are shown
FACT = "library"
CODE = "other-library"
MOST = 12  # names in a list


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two libraries, each by its name."""

    positions: tuple[str, ...]
    law: tuple[str, ...]
    others: tuple[str, ...]

    def __str__(self) -> str:
        named = (("positions", self.positions), ("law", self.law), ("other files", self.others))
        return "; ".join(f"{what} that differ: {_listed(names)}" for what, names in named if names)


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def difference(old: Path, new: Path) -> Difference:
    """What differs between the libraries in two folders."""
    before, after = ({path.relative_to(folder).as_posix(): path for path in library_files(folder)}
                     for folder in (old, new))  # fmt: skip
    changed = [name for name in sorted({*before, *after}) if _content(before.get(name)) != _content(after.get(name))]
    return Difference(*(tuple(_named(changed, kind)) for kind in ("clauses/", "law/", "")))


def _content(path: Path | None) -> bytes | None:
    return None if path is None else path.read_bytes()


def _named(changed: Iterable[str], kind: str) -> Iterator[str]:
    """The names of one kind, as people know them: `access/place-based`, `us-entity-list`."""
    for name in changed:
        path = Path(name)
        is_kind = name.startswith(kind) if kind else not name.startswith(("clauses/", "law/"))
        if is_kind:
            position = path.stem.partition("-")[2] if path.stem[:1].isdecimal() else path.stem
            yield f"{path.parent.name}/{position}" if kind == "clauses/" else path.stem if kind else name


def kept_at(deal_file: Path, digest: str) -> Path:
    """Where the library with this hash is kept for a deal."""
    return deal_file.parent / KEPT / digest[:SHORT]


def other_library(deal: Deal, deal_file: Path, folder: TemplatesFolder) -> Finding | None:
    """The warning that a deal was drafted with another library, with what differs."""
    pinned = deal.library
    if not isinstance(pinned, str) or len(pinned) < SHORT or folder.hash().startswith(pinned):
        return None
    return warning(CODE, _told(pinned, deal_file, folder), Place(deal_file.name, fact=FACT))


def _told(pinned: str, deal_file: Path, folder: TemplatesFolder) -> str:
    kept = kept_at(deal_file, pinned)
    said = f"This deal was drafted with the library {pinned[:SHORT]}; the one used here is {folder.hash()[:SHORT]}."
    if not kept.is_dir():
        return f"{said} The library it was drafted with is not kept beside the deal, so that what differs is not known."
    return f"{said} {_sentence(difference(kept, folder.path))} It is kept: use it with --templates '{kept}'."


def _sentence(found: Difference) -> str:
    text = str(found)
    return f"{text[:1].upper()}{text[1:]}." if text else "They hold the same."


def belongs_to_library(deal_file: Path, folder: TemplatesFolder) -> bool:
    """Whether a deal is a starter deal of the templates, which is never written to."""
    return deal_file.resolve().is_relative_to(folder.path.resolve())


def pin(deal_file: Path, folder: TemplatesFolder) -> list[Finding]:
    """Record the library in the deal's file and keep a copy of it; what could not be done, as warnings."""
    digest = folder.hash()
    faults = save_changes(deal_file, {(FACT,): digest})
    told = [_not_recorded(deal_file, fault.message) for fault in faults]
    try:
        keep(folder, kept_at(deal_file, digest))
    except OSError as fault:
        told.append(_not_recorded(deal_file, f"no copy of it can be kept: {fault.strerror}"))
    return told


def _not_recorded(deal_file: Path, why: str) -> Finding:
    message = f"The library that this deal is drafted with could not be recorded ({why})."
    return warning("library-not-recorded", message, Place(deal_file.name, fact=FACT))


def keep(folder: TemplatesFolder, place: Path) -> None:
    """Copy what a draft is made of to `place`, all or nothing; a copy that is there stays."""
    if place.is_dir():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as temporary:
        copy = Path(temporary) / "library"
        for path in library_files(folder.path):
            target = copy / path.relative_to(folder.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        os.replace(copy, place)
