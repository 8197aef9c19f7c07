"""An edited Word file, and what it would change in the templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clausekit.agreement.authored import rebuilt
from clausekit.authoring.in_word.checking import faults_of_words
from clausekit.authoring.in_word.samples import Samples
from clausekit.authoring.named_positions import position_path, sheet_key
from clausekit.authoring.three_way import Part, merged, parts
from clausekit.clauses import Position
from clausekit.drafting import Templates
from clausekit.finding import Finding, Place, error, has_errors, note, warning
from clausekit.word.reading import View, WordFile
from clausekit.word.sheets import ReadSheet, read_sheets
from clausekit.word.sheets.sheet import mark_of


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edited sheet would make of a position.

    Args:
        path: the position's file; `position` is what it holds now.
        changes: its words as they were when the sheet was made, as they are in Word, and as they are now.
        findings: about the words that would be written.
    """

    position: Position
    path: Path
    changes: tuple[Part, ...]
    findings: tuple[Finding, ...]

    @property
    def words(self) -> str | None:
        """The words that would be written, or None while changes clash."""
        return merged(self.changes)

    @property
    def is_none(self) -> bool:
        """Whether nothing would change."""
        return self.words == self.position.text

    @property
    def may_be_written(self) -> bool:
        return self.words is not None and not has_errors(self.findings)

    def content(self) -> bytes:
        """The file as it would be: its head as it is, and the new words; raises ValueError while changes clash."""
        if self.words is None:
            raise ValueError(f"changes of {self.path} clash")
        old = self.path.read_bytes()
        text = old.decode("utf-8")
        newline = "\r\n" if "\r\n" in text else "\n"
        lines = text.replace("\r\n", "\n").split("\n")[: self.position.first_line - 1]
        return newline.join([*lines, *self.words.split("\n")]).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gives: edits, and what is to be told of the file itself."""

    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def take(file: WordFile, view: View, templates: Templates, day: date) -> Taken:
    """The edits that `file` holds, its tracked changes taken as `view` says."""
    positions = {sheet_key(one): one for topic in templates.library.topics.values() for one in topic.positions.values()}
    read = read_sheets(file, view, _Fallback(positions, templates, day))
    faults = [fault.finding(file.file) for fault in read.faults]
    found = [_Taking(templates, file.file, positions).edit(sheet) for sheet in read.sheets]
    edits = tuple(edit for edit, _ in found if edit)
    told = [finding for _, findings in found for finding in findings]
    return Taken(edits, (*_about(file), *faults, *told))


class _Fallback(Mapping[str, Mapping[str, str]]):
    """The samples of each position that is known, worked out only where a file has lost its own."""

    def __init__(self, positions: Mapping[str, Position], templates: Templates, day: date) -> None:
        self.positions, self.templates, self.day = positions, templates, day
        self.samples: Samples | None = None

    def __getitem__(self, key: str) -> Mapping[str, str]:
        self.samples = self.samples or Samples(self.templates, self.day)
        return self.samples.of(self.positions[key].text)

    def __iter__(self) -> Iterator[str]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)


def _about(file: WordFile) -> Iterator[Finding]:
    yield from file.reports
    remarks = sum(bool(one.text(View.ACCEPTED).strip()) for name in file.named("comments")
                  for one in file.paragraphs(View.ACCEPTED, name))  # fmt: skip
    if remarks:
        yield note("comments-left", "Comments are not taken over; they stay in the Word file.", Place(file.file))


@dataclass(frozen=True, slots=True)
class _Taking:
    templates: Templates
    file: str
    positions: Mapping[str, Position]

    def edit(self, sheet: ReadSheet) -> tuple[Edit | None, list[Finding]]:
        position = self._position(sheet.key)
        if position is None:
            message = f"the templates have no position {sheet.key}; was it renamed or taken out?"
            return None, [error("no-such-position", message, Place(self.file))]
        base, told = self._base(sheet, position)
        changes = tuple(parts(base, rebuilt(base, sheet.blocks), position.text))
        words = merged(changes)
        findings = (
            ()
            if words is None or words == position.text
            else tuple(faults_of_words([replace(position, text=words)], self.templates))
        )
        return Edit(position, position_path(self.templates.folder, position), changes, findings), told

    def _position(self, key: str) -> Position | None:
        """The position that is meant, also under a number that it did not have then."""
        topic, _, name = key.partition("/")
        same = (one for found, one in self.positions.items() if found.partition("/")[0] == topic)
        return self.positions.get(key) or next((one for one in same if one.id == name.partition("-")[2]), None)

    def _base(self, sheet: ReadSheet, position: Position) -> tuple[str, list[Finding]]:
        """The words that the sheet was made from."""
        if sheet.kept is not None:
            return sheet.kept.text, []
        if sheet.marked == mark_of(sheet.key, position.text):
            return position.text, []
        message = (
            f"another program has dropped the text that {sheet.key} was made from; it is compared with what the "
            "templates hold now, so that changes made there since would be undone. Read the differences with care"
        )
        return position.text, [warning("base-lost", message, Place(self.file))]
