"""Traces in the markup: what is not from the list of what a contract is built from, and what is hidden in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clausekit.finding import Finding, Place, error
from clausekit.word.allowed import BOOKMARKS, FIELDS, FIELDS_WITH_LINKS, NAMESPACES, Allowed, allowed_in
from clausekit.word.reading import WordFile, fields_of
from clausekit.word.reading.paragraphs import is_on
from clausekit.word.reading.parts import RELATIONSHIPS
from clausekit.word.release.places import is_xml, listed, paragraph_numbers, place_of, quoted
from clausekit.word.tree import Element, W, below, each, number, value

Kind = tuple[str, str]


def _kind(code: str, what: str, names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), (code, what))


IDENTIFIER: Kind = ("release-identifier", "identifiers by which Word knows its own editing again")
KINDS: Mapping[str, Kind] = {
    **_kind(
        "release-revision",
        "tracked changes",
        """
        ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd rPrChange pPrChange
        tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange sectPrChange cellIns cellDel cellMerge delText
        delInstrText numberingChange trackRevisions
        """,
    ),
    **_kind(
        "release-comment",
        "comments",
        "annotationRef comment comments commentRangeStart commentRangeEnd commentReference commentEx commentId",
    ),
    **_kind("release-hidden-text", "hidden text", "vanish specVanish"),
    **_kind("release-control", "content controls", "sdt sdtPr sdtContent sdtEndPr alias tag dataBinding placeholder"),
    **_kind("release-smart-tag", "smart tags", "smartTag smartTagPr customXml customXmlPr attr"),
    **_kind(
        "release-picture",
        "pictures or objects, whose own hidden data nobody checked",
        "drawing pict object picture imagedata shape OLEObject control AlternateContent movie",
    ),
    **_kind("release-editor", "names of people who may edit", "permStart permEnd"),
    **_kind(
        "release-setting",
        "settings that tell of the house",
        """
        attachedTemplate docVars docVar mailMerge writeProtection documentProtection activeWritingStyle saveThroughXslt
        hdrShapeDefaults shapeDefaults schemaLibrary attachedSchema
        """,
    ),
    **dict.fromkeys(("rsid", "rsids", "rsidRoot", "docId", "nsid", "tmpl"), IDENTIFIER),
    **_kind("release-part", "other documents taken in", "altChunk subDoc"),
}
IDENTIFIERS = ("rsid", "paraId", "textId", "durableId")
UNKNOWN: Kind = ("release-markup", "markup that contracts are not built from")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PALEST = 0xF8
SMALLEST = 6  # half points: what is set smaller is not meant to be read


def strange_markup(file: WordFile) -> Iterator[Finding]:
    """A finding for each kind of element or attribute that is not on the list, with its places."""
    for part, content in file.parts.items():
        allowed = allowed_in(part, content.type)
        if allowed is None or not is_xml(file, part):
            continue
        numbers = paragraph_numbers(file, part) if part in file.texts else {}
        strange: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for element in file.tree(part).iter():
            for name, kind in _strange(element, allowed):
                strange[*kind, name].append(place_of(element, numbers))
        for (code, what, name), places in strange.items():
            where = f" in {listed(places)}" if any(places) else ""
            yield error(code, f"{part} holds {what} ({name}, {len(places)} times){where}", Place(file.file))


def _strange(element: Element, allowed: Allowed) -> Iterator[tuple[str, Kind]]:
    """The names that may not stand here: the element's own, and those of its attributes."""
    space, name = parted(str(element.tag))
    if name not in allowed.elements or space not in NAMESPACES:
        yield name, KINDS.get(name, UNKNOWN)
    for attribute in () if _is_outer(element) else element.attrib:
        space, name = parted(str(attribute))
        if str(attribute) != XML_SPACE and (name not in allowed.attributes or space not in NAMESPACES):
            yield f"@{name}", IDENTIFIER if name.startswith(IDENTIFIERS) else UNKNOWN


def _is_outer(element: Element) -> bool:
    """Targets outside are told by their own rule."""
    return str(element.tag) == f"{RELATIONSHIPS}Relationship"


def parted(name: str) -> tuple[str, str]:
    """A name's namespace and the name in it."""
    space, _, name = name.rpartition("}")
    return space.lstrip("{"), name


def printed_words(element: Element) -> str:
    """All text below an element."""
    return "".join(str(text) for text in element.itertext()).strip()


def unseen_text(file: WordFile) -> Iterator[Finding]:
    """Words in white, in letters too small to read, or in a style that hides them."""
    hiding = set(_hiding_styles(file))
    for style in sorted(hiding):
        yield error("release-hidden-text", f"the style with the id {quoted(style)} hides its text", Place(file.file))
    for part in file.texts:
        numbers = paragraph_numbers(file, part)
        for run in file.tree(part).iter(f"{W}r"):
            if _is_unseen(below(run, "w:rPr")) and printed_words(run):
                where = f"{part}, {place_of(run, numbers)}"
                yield error("release-hidden-text", f"text in white or in tiny letters in {where}", Place(file.file))


def _hiding_styles(file: WordFile) -> Iterator[str]:
    for part in file.named("styles"):
        for style in each(file.tree(part), "w:style"):
            properties = below(style, "w:rPr")
            if is_on(below(properties, "w:vanish")) or _is_unseen(properties):
                yield style.get(f"{W}styleId") or ""


def _is_unseen(properties: Element | None) -> bool:
    shaded = below(properties, "w:shd") is not None or below(properties, "w:highlight") is not None
    white = _is_pale(value(properties, "w:color") or "") and not shaded
    return white or 0 < number(value(properties, "w:sz")) < SMALLEST


def _is_pale(colour: str) -> bool:
    try:
        return len(colour) == 6 and min(bytes.fromhex(colour)) >= PALEST
    except ValueError:
        return False


def strange_fields(file: WordFile) -> Iterator[Finding]:
    """Fields that contracts do not have; their instructions often hold paths and names."""
    for part in file.texts:
        for field in fields_of(file.tree(part)):
            inner = field.name in FIELDS_WITH_LINKS and field.instruction.split()[1:2] == ["\\l"]
            if field.name not in FIELDS and not inner:
                message = f"{part} holds the field {quoted(field.instruction)}, which contracts do not have"
                yield error("release-field", message, Place(file.file))


def telling_bookmarks(file: WordFile) -> Iterator[Finding]:
    """Bookmarks whose names say something."""
    for part in file.texts:
        numbers = paragraph_numbers(file, part)
        for mark in file.tree(part).iter(f"{W}bookmarkStart"):
            name = mark.get(f"{W}name") or ""
            if not (name.startswith(BOOKMARKS) and name[4:].isdecimal()):
                where = f"{part}, {place_of(mark, numbers)}".rstrip(", ")
                yield error("release-bookmark", f"a bookmark named {quoted(name)} stands in {where}", Place(file.file))
