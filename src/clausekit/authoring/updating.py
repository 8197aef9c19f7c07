"""A new release brought into a firm's own templates, file by file.

Three folders meet: the firm's templates, our release that they were last brought up to
(kept in `.base`), and the new release. A position is known by its topic and its name, so
that a new number does not make it another one. What the firm wrote is never thrown away:
where it is replaced a copy stays in `.kept`, and where both changed the same lines both
are left, ours in `.new`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath

from clausekit.authoring.generated import GENERATED
from clausekit.authoring.three_way import Lines, Part, merged, parts
from clausekit.clauses.loading import POSITION_FILE
from clausekit.templates_folder import BASE, KEPT, NEW, files_in

WINDOWS = "\r\n"
RECORD = "CHANGES.md"
"""Both sides add to its top; both entries stand."""


class Kind(StrEnum):
    """What a release means for one file."""

    ADDED = "new in the release"
    CHANGED = "changed in the release"
    MERGED = "changed in the release and by you, in different places"
    CLASH = "changed in the release and by you, in the same place"
    REMOVED = "no longer in the release"
    YOURS_NOW = "no longer in the release, and changed by you"
    DELETED = "changed in the release, and deleted by you"
    ALIKE = "changed by you as in the release"


class Take(StrEnum):
    """What to do about one file."""

    RELEASE = "release"
    MINE = "mine"
    BOTH = "both"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class File:
    """A file of one of the three folders: where it lies, and what it holds."""

    path: str
    content: bytes

    @property
    def text(self) -> str | None:
        """Its text with one kind of line end, or None where it is no text."""
        try:
            return self.content.decode("utf-8").replace(WINDOWS, "\n")
        except UnicodeDecodeError:
            return None

    @property
    def line_end(self) -> str:
        return WINDOWS if WINDOWS.encode() in self.content else "\n"


@dataclass(frozen=True)
class Step:
    """What is to be decided about one file.

    Args:
        key: what the file is, whatever its number: ``clauses/access/place-based``.
        base, mine, release: the file in each of the three folders, or None where it is not there.
    """

    key: str
    base: File | None
    mine: File | None
    release: File | None

    @cached_property
    def kind(self) -> Kind | None:
        """What the release means for this file; None where it means nothing."""
        base, mine, release = self.base, self.mine, self.release
        if _same(base, release):
            return None
        if release is None:
            return None if mine is None else Kind.REMOVED if _same(mine, base) else Kind.YOURS_NOW
        if _same(mine, release):
            return Kind.ALIKE
        if mine is None:
            return Kind.ADDED if base is None else Kind.DELETED
        if _same(mine, base):
            return Kind.CHANGED
        return Kind.CLASH if self.together is None else Kind.MERGED

    @cached_property
    def changes(self) -> tuple[Part, ...]:
        """The lines of the three files; empty where one of them is no text."""
        texts = [("" if file is None else file.text) for file in (self.base, self.mine, self.release)]
        base, mine, release = texts
        if base is None or mine is None or release is None:
            return ()
        found = parts(base, mine, release)
        return tuple(map(_both_entries, found)) if self.key == RECORD else tuple(found)

    @cached_property
    def together(self) -> File | None:
        """Both changes in one file, or None where they clash."""
        text = merged(self.changes) if self.changes else None
        if text is None or self.mine is None or self.release is None:
            return None
        moved = self.base is not None and self.mine.path == self.base.path
        return File(self.release.path if moved else self.mine.path, text.replace("\n", self.mine.line_end).encode())

    def result(self, take: Take) -> File | None:
        """What the firm's folder holds afterwards."""
        if take is not Take.RELEASE or self.kind in (Kind.YOURS_NOW, Kind.DELETED):
            return self.mine
        return self.together if self.kind is Kind.MERGED else self.release

    def keeps_copy(self, take: Take) -> bool:
        """Whether words of the firm are changed, so that a copy of them must stay."""
        result = self.result(take)
        replaced = self.mine is not None and (result is None or result.content != self.mine.content)
        return replaced and not _same(self.mine, self.base)


def _same(one: File | None, other: File | None) -> bool:
    """Whether two files are the same, the number of a position included."""
    if one is None or other is None:
        return one is other
    alike = one.content == other.content or (one.text is not None and one.text == other.text)
    return alike and PurePosixPath(one.path).name == PurePosixPath(other.path).name


def _both_entries(part: Part) -> Part:
    """Entries that both sides added in one place, ours first."""
    if part.settled is not None or part.base:
        return part
    both: Lines = (*part.theirs, *part.mine)
    return Part(part.base, both, both, part.line)


def steps(folder: Path, release: Path) -> list[Step]:
    """Every file about which the release says something, by name.

    Args:
        folder: the firm's templates, with `.base` in it.
    """
    base, mine, new = (_files(path) for path in (folder / BASE, folder, release))
    found = (Step(key, base.get(key), mine.get(key), new.get(key)) for key in sorted({*base, *mine, *new}))
    return [step for step in found if step.kind is not None]


def _files(folder: Path) -> Mapping[str, File]:
    return {_key(file.path): file for file in _read(folder)}


def _read(folder: Path) -> Iterator[File]:
    for path in (one for one in files_in(folder) if one.name not in GENERATED):
        yield File(path.relative_to(folder).as_posix(), path.read_bytes())


def _key(path: str) -> str:
    """What a file is: a position by its topic and its name, any other by its path."""
    parent, _, name = path.rpartition("/")
    found = POSITION_FILE.fullmatch(name) if parent.startswith("clauses/") else None
    return f"{parent}/{found['id']}" if found else path


@dataclass(frozen=True, slots=True)
class Writing:
    """What an update does on disk: contents to write by their paths in the firm's folder, and files to take away."""

    contents: Mapping[str, bytes]
    gone: frozenset[str]


def writing(decided: Mapping[Step, Take], kept: str) -> Writing:
    """What the decisions come to.

    Args:
        kept: the folder in `.kept` for the firm's own words that are replaced.
    """
    contents: dict[str, bytes] = {}
    gone: set[str] = set()
    for step, take in decided.items():
        if take is Take.BOTH and step.release is not None:
            contents[f"{NEW}/{step.release.path}"] = step.release.content
        if take in (Take.RELEASE, Take.MINE):
            contents |= dict(_written(step, take, kept))
            gone |= set(_gone(step, take))
    return Writing(contents, frozenset(gone - contents.keys()))


def _written(step: Step, take: Take, kept: str) -> Iterator[tuple[str, bytes]]:
    result = step.result(take)
    if step.mine is not None and step.keeps_copy(take):
        yield f"{KEPT}/{kept}/{step.mine.path}", step.mine.content
    if result is not None and result != step.mine:
        yield result.path, result.content
    if step.release is not None:
        yield f"{BASE}/{step.release.path}", step.release.content


def _gone(step: Step, take: Take) -> Iterator[str]:
    """The files whose place is taken by others, or that are not needed any more."""
    if step.mine is not None and step.result(take) != step.mine:
        yield step.mine.path
    if step.base is not None:
        yield f"{BASE}/{step.base.path}"
    if step.release is not None:
        yield f"{NEW}/{step.release.path}"
