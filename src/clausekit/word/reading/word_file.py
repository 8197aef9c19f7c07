"""A Word file, opened: its parts, relationships, trees and paragraphs, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clausekit.finding import Finding, Place, warning
from clausekit.word.reading.container import part_key, tags, unpacked
from clausekit.word.reading.faults import (
    DamagedFileError,
    FileTooLargeError,
    MissingFileError,
    NotWordError,
    UnsafeFileError,
)
from clausekit.word.reading.limits import LIMITS, Limits
from clausekit.word.reading.outside import fetching_fields, macro_type, outside_relations
from clausekit.word.reading.paragraphs import ReadParagraph, View, paragraphs_of
from clausekit.word.reading.parts import ReadPart, Relationship, read_relationships, typed_parts
from clausekit.word.reading.xml_reading import hidden_remarks, read_xml
from clausekit.word.tree import Element

OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD_TYPES = ("wordprocessingml.document.main", "wordprocessingml.template.main", "word.document.macroEnabled.main",
              "word.template.macroEnabledTemplate.main")  # fmt: skip
WORD_PART = "wordprocessingml"
OTHER_PROGRAMS = {"spreadsheetml": "it is a spreadsheet, not a Word file",
                  "presentationml": "it is a presentation, not a Word file"}  # fmt: skip


@dataclass(frozen=True)
class WordFile:
    """A Word file that passed every limit.

    Args:
        file: its name, as it was given.
        parts: every part by name, in the package's order.
        relations: the relationships of each part that has some, by its name; of the package under "".
        main: the name of the part that holds the text.
        hidden: what the file holds that belongs to no part.
        limits: the limits that held.
    """

    file: str
    parts: Mapping[str, ReadPart]
    relations: Mapping[str, tuple[Relationship, ...]]
    main: str
    hidden: tuple[str, ...]
    limits: Limits
    _trees: dict[str, Element] = field(default_factory=dict, repr=False, compare=False)
    _paragraphs: dict[tuple[str, View], list[ReadParagraph]] = field(default_factory=dict, repr=False, compare=False)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part; of the package itself for ""."""
        return self.relations.get(part, ())

    def tree(self, part: str) -> Element:
        """The root of a part's XML, parsed once; change a copy of it, not itself.

        Raises:
            KeyError: there is no such part.
            UnreadableFileError: it is not XML.
        """
        if part not in self._trees:
            self._trees[part] = read_xml(self.parts[part].content, self.file, part, self.limits)
        return self._trees[part]

    def named(self, kind: str) -> tuple[str, ...]:
        """The parts that the text is related to in this way: ``styles``, ``header``, ``comments``."""
        found = (one for one in self.relationships(self.main) if one.kind == kind and not one.external)
        return tuple(dict.fromkeys(one.target for one in found if one.target in self.parts))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The parts in which words of the document stand: the text first, then the other stories by name."""
        kinds = ("header", "footer", "footnotes", "endnotes", "comments", "document.glossary")
        suffixes = tuple(f".{kind}+xml" for kind in kinds)
        return (self.main, *sorted(name for name, part in self.parts.items() if part.type.endswith(suffixes)))

    def paragraphs(self, view: View, part: str = "") -> list[ReadParagraph]:
        """The paragraphs of the text, or of another part, as `view` shows tracked changes."""
        asked = (part or self.main, view)
        if asked not in self._paragraphs:
            self._paragraphs[asked] = paragraphs_of(self.tree(asked[0]), view)
        return self._paragraphs[asked]

    @cached_property
    def reports(self) -> tuple[Finding, ...]:
        """What points outside the file or is carried in it, and what no reader of Word ever sees."""
        trees = {name: self.tree(name) for name, part in self.parts.items() if _is_word(part)}
        remarks = [name for name, part in self.parts.items() if _is_xml(part) and hidden_remarks(part.content)]
        return (
            *macro_type(self.parts[self.main], self.file),
            *outside_relations(self.relations, self.file),
            *fetching_fields(trees, self.file),
            *(self._beside(f"{name} holds remarks that Word never shows") for name in remarks),
            *(self._beside(f"the package holds {what}") for what in self.hidden),
        )

    def _beside(self, message: str) -> Finding:
        return warning("word-hidden-bytes", message, Place(self.file))


def _is_word(part: ReadPart) -> bool:
    return part.type.endswith("+xml") and (WORD_PART in part.type or ".ms-word." in part.type)


def _is_xml(part: ReadPart) -> bool:
    return part.type.endswith(("+xml", "/xml"))


def read_word_file(path: Path, shown_as: str = "", limits: Limits = LIMITS) -> WordFile:
    """The Word file at `path`.

    Args:
        shown_as: what the file is called in findings; its name if left out.

    Raises:
        UnreadableFileError: it is not read, and why.
    """
    file = shown_as or path.name
    try:
        if not path.is_file():
            raise MissingFileError(file, "there is no such file")
        with path.open("rb") as stream:
            content = stream.read(limits.file + 1)
    except (OSError, ValueError):
        raise MissingFileError(file, "it cannot be opened") from None
    return read_word_bytes(content, file, limits)


def read_word_bytes(content: bytes, file: str, limits: Limits = LIMITS) -> WordFile:
    """The Word file whose bytes are `content`; `file` names it in findings.

    Raises:
        UnreadableFileError: it is not read, and why.
    """
    container = unpacked(content, file, limits)
    parts = typed_parts(container.parts, file, limits)
    _check_elements(parts, file, limits)
    names = {part_key(name): name for name in parts}
    sources = ["", *(name for name in parts if not name.endswith(".rels"))]
    found = {source: read_relationships(source, parts, names, file, limits) for source in sources}
    relations = {source: lines for source, lines in found.items() if lines}
    main = _main(relations.get("", ()), parts, file)
    opened = WordFile(file, parts, relations, main, container.hidden, limits)
    _check_root(opened)
    return opened


def _main(relations: tuple[Relationship, ...], parts: Mapping[str, ReadPart], file: str) -> str:
    found = [one for one in relations if one.type == OFFICE_DOCUMENT]
    if len(found) > 1:
        raise UnsafeFileError(file, "it names two texts, so that it could be read in two ways")
    if not found or found[0].external or found[0].target not in parts:
        raise DamagedFileError(file, "it holds no text: the part with the document is missing")
    main = parts[found[0].target]
    if not any(kind in main.type for kind in WORD_TYPES):
        reason = next((words for kind, words in OTHER_PROGRAMS.items() if kind in main.type), "it is not a Word file")
        raise NotWordError(file, reason, main.name)
    return main.name


def _check_root(opened: WordFile) -> None:
    root = opened.tree(opened.main)
    if str(root.tag).rpartition("}")[2] != "document" or "wordprocessingml" not in str(root.tag):
        raise DamagedFileError(opened.file, "it does not hold a Word document", opened.main)


def _check_elements(parts: Mapping[str, ReadPart], file: str, limits: Limits) -> None:
    """Parts whose names do not say that they are XML were not counted while they were unpacked."""
    if sum(tags(part.content) for part in parts.values() if _is_xml(part)) > limits.elements:
        raise FileTooLargeError(file, f"there are more than {limits.elements:,} elements")
