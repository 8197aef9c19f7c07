"""What a sheet's file keeps for its way back: the text it was made from, and the samples shown in it."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clausekit.word.package import Part
from clausekit.word.reading import UnreadableFileError, WordFile
from clausekit.word.sheets.sheet import HeadRow, Sheet
from clausekit.word.xml_text import DECLARATION, attribute

NAMESPACE = "urn:clausekit:sheets:1"
SPACE = f"{{{NAMESPACE}}}"
DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PROPERTIES = Part(
    "../customXml/itemProps1",
    "customXmlProps",
    f'{DECLARATION}<ds:datastoreItem xmlns:ds="{DATA_STORE}" ds:itemID="{{6C8A1F52-3B0E-4D27-9C11-5A7E2D90B641}}">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
)
"""Says to Word that the part is data to be kept; programs drop what does not say so."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one position; `head` is what was shown of its head."""

    key: str
    text: str
    samples: Mapping[str, str] = field(default_factory=dict)
    head: tuple[HeadRow, ...] = ()


def kept_part(sheets: Iterable[Sheet]) -> Part:
    """The part of the file that keeps the sheets' own texts."""
    inside = "".join(_position(sheet) for sheet in sheets)
    xml = f'{DECLARATION}<sheets xmlns="{NAMESPACE}">{inside}</sheets>'
    return Part("../customXml/item1", "customXml", xml, "application/xml", (PROPERTIES,))


def _position(sheet: Sheet) -> str:
    facts = "".join(
        f'<fact name="{attribute(name)}" sample="{attribute(sample)}"/>' for name, sample in sheet.samples.items()
    )
    head = "".join(f'<head label="{attribute(row.label)}" words="{attribute(row.words)}"/>' for row in sheet.head)
    # In an encoding without line ends or spaces of its own, which other programs would change.
    text = b64encode(sheet.text.encode()).decode()
    return f'<position key="{attribute(sheet.key)}" text="{text}">{facts}{head}</position>'


def read_kept(file: WordFile) -> dict[str, Kept]:
    """What the file keeps, by position; nothing where another program dropped it."""
    found: dict[str, Kept] = {}
    for name in file.named("customXml"):
        try:
            root = file.tree(name)
        except UnreadableFileError:
            continue
        for position in root.iter(f"{SPACE}position"):
            key = position.get("key") or ""
            text = _decoded(position.get("text") or "")
            if text is not None:
                samples = {one.get("name") or "": one.get("sample") or "" for one in position.iter(f"{SPACE}fact")}
                rows = position.iter(f"{SPACE}head")
                head = tuple(HeadRow(one.get("label") or "", one.get("words") or "") for one in rows)
                found[key] = Kept(key, text, samples, head)
    return found


def _decoded(text: str) -> str | None:
    try:
        return b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
