"""Faults that no general checker finds, and that Word answers with a wrong number or a repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from clausekit.finding import Finding, Place, error
from clausekit.word.tree import Element, W, parsed

Parts = Mapping[str, Element]
POINTING_FIELDS = ("REF", "PAGEREF", "NOTEREF")
REVISIONS = (
    "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "rPrChange", "pPrChange",
    "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange",
)  # fmt: skip


def lint(content: bytes) -> list[Finding]:
    """Every fault found in the bytes of a .docx file; the place of each is a part of it.

    Raises:
        zipfile.BadZipFile: the bytes are not a zip.
        lxml.etree.XMLSyntaxError: a part is not XML.
    """
    with ZipFile(BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml"))
        parts = {name: parsed(archive.read(name)) for name in names}
    return [finding for rule in RULES for finding in rule(parts)]


def bookmarks_named_twice(parts: Parts) -> Iterator[Finding]:
    """Word takes the last of two bookmarks of one name, others take the first."""
    for part, name in _repeated(_attributes(parts, "name", "bookmarkStart")):
        yield error("word-bookmark-twice", f"two bookmarks are named {name}", Place(part))


def bookmarks_without_end(parts: Parts) -> Iterator[Finding]:
    """A bookmark that does not end, or ends without a start."""
    for part, root in parts.items():
        starts, ends = (
            {one for _, one in _attributes({part: root}, "id", kind)} for kind in ("bookmarkStart", "bookmarkEnd")
        )
        for number in sorted(starts ^ ends):
            yield error("word-bookmark-open", f"bookmark {number} has no start or no end", Place(part))


def references_to_nothing(parts: Parts) -> Iterator[Finding]:
    """A field or link that points at a bookmark that is not there."""
    known = {name for _, name in _attributes(parts, "name", "bookmarkStart")}
    for part, name in [*_fields_pointing(parts), *_attributes(parts, "anchor", "hyperlink")]:
        if name not in known:
            yield error("word-reference-to-nothing", f"nothing is bookmarked {name}", Place(part))


def fields_without_end(parts: Parts) -> Iterator[Finding]:
    """A field that is not begun, separated and ended in this order."""
    for part, root in parts.items():
        if not _nested(one.get(f"{W}fldCharType", "") for one in root.iter(f"{W}fldChar")):
            yield error("word-field-open", "a field has no beginning, no result or no end", Place(part))


def unknown_lists(parts: Parts) -> Iterator[Finding]:
    """A paragraph or style in a list that does not exist; 0 takes a paragraph out of lists."""
    known = {number for _, number in _lists(parts)} | {"0"}
    for part, number in _attributes(parts, "val", "numId"):
        if number not in known:
            yield error("word-list-unknown", f"there is no list {number}", Place(part))


def lists_defined_twice(parts: Parts) -> Iterator[Finding]:
    """Two lists of one id."""
    for part, number in _repeated(_lists(parts)):
        yield error("word-list-twice", f"list {number} is defined twice", Place(part))


def deleted_text_outside_deletions(parts: Parts) -> Iterator[Finding]:
    """Text marked as deleted that stands in no deletion: Word shows none of it, others do."""
    for part, one in _elements(parts, "delText", "delInstrText"):
        if not any(above.tag in (f"{W}del", f"{W}moveFrom") for above in one.iterancestors()):
            yield error("word-deleted-text", "text marked as deleted stands outside a deletion", Place(part))


def ids_shared_with_revisions(parts: Parts) -> Iterator[Finding]:
    """A tracked change with the id of a bookmark or of another change: Word may mix them up."""
    bookmarks = {number for _, number in _attributes(parts, "id", "bookmarkStart")}
    revisions = list(_attributes(parts, "id", *REVISIONS))
    twice = list(_repeated(revisions))
    for part, number in [*(one for one in revisions if one[1] in bookmarks), *twice]:
        yield error("word-id-shared", f"the tracked change {number} shares its id", Place(part))


RULES: tuple[Callable[[Parts], Iterator[Finding]], ...] = (
    bookmarks_named_twice,
    bookmarks_without_end,
    references_to_nothing,
    fields_without_end,
    unknown_lists,
    lists_defined_twice,
    deleted_text_outside_deletions,
    ids_shared_with_revisions,
)


def _elements(parts: Parts, *names: str) -> Iterator[tuple[str, Element]]:
    """Every element of these names, with its part."""
    tags = [f"{W}{name}" for name in names]
    return ((part, one) for part, root in parts.items() for one in root.iter(*tags))


def _attributes(parts: Parts, attribute: str, *names: str) -> Iterator[tuple[str, str]]:
    """The values of an attribute of these elements, each with its part."""
    found = ((part, one.get(f"{W}{attribute}")) for part, one in _elements(parts, *names))
    return ((part, value) for part, value in found if value is not None)


def _repeated(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The values found more than once, each with the part of its last finding."""
    each = list(found)
    counts = Counter(value for _, value in each)
    return ((part, value) for value, part in {value: part for part, value in each}.items() if counts[value] > 1)


def _lists(parts: Parts) -> Iterator[tuple[str, str]]:
    return _attributes(parts, "numId", "num")


def _fields_pointing(parts: Parts) -> Iterator[tuple[str, str]]:
    instructions = [(part, one.text or "") for part, one in _elements(parts, "instrText")]
    instructions += list(_attributes(parts, "instr", "fldSimple"))
    for part, instruction in instructions:
        words = instruction.split()
        if len(words) > 1 and words[0].upper() in POINTING_FIELDS:
            yield part, words[1]


def _nested(kinds: Iterable[str]) -> bool:
    """Whether fields begin, are separated and end as they should, one inside another if need be."""
    open_fields: list[str] = []
    for kind in kinds:
        if kind == "begin":
            open_fields.append(kind)
        elif kind == "separate" and open_fields[-1:] == ["begin"]:
            open_fields[-1] = kind
        elif kind == "end" and open_fields[-1:] == ["separate"]:
            open_fields.pop()
        else:
            return False
    return not open_fields
