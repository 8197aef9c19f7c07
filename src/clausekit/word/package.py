"""The file around the parts: content types, relationships and properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from posixpath import normpath
from zipfile import ZipFile

from clausekit.word.xml_text import DECLARATION, escape
from clausekit.word.zipping import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file: its path from `word/`, the kind its type and relationship are named by, and its XML."""

    name: str
    kind: str
    xml: str
    type: str = ""
    beside: tuple[Part, ...] = ()
    """Parts in the same folder to which this one is related."""

    @property
    def path(self) -> str:
        return normpath(f"word/{self.name}.xml")

    @property
    def relations_path(self) -> str:
        folder, _, file = self.path.rpartition("/")
        return f"{folder}/_rels/{file}.rels"

    @property
    def content_type(self) -> str:
        return self.type or f"{WORD_TYPE}.{self.kind}+xml"


def package(body: Sequence[str], parts: Iterable[Part], title: str, made: date) -> bytes:
    """The finished file.

    Args:
        body: `word/document.xml`, in pieces.
        parts: what it is related to; the relationship of a part is named after its file.
        title: the only property that says anything.
        made: the day that stands as created and modified.
    """
    around = tuple(parts)
    beside = [one for part in around for one in part.beside]
    entries: dict[str, str | Sequence[str]] = {
        "[Content_Types].xml": _content_types((*around, *beside)),
        "_rels/.rels": _package_relations(),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations((part.name, f"{OFFICE}/{part.kind}", part.name) for part in around),
        **{part.path: part.xml for part in (*around, *beside)},
        **{part.relations_path: _relations(map(_beside, part.beside)) for part in around if part.beside},
        "docProps/core.xml": _core(title, made),
        "docProps/app.xml": _app(),
    }
    return zipped({name: _encoded((xml,) if isinstance(xml, str) else xml) for name, xml in entries.items()})


def _encoded(pieces: Sequence[str]) -> Iterator[bytes]:
    """The pieces as bytes, some at a time: a long document never stands in memory as a whole."""
    for at in range(0, len(pieces), TOGETHER):
        yield "".join(pieces[at : at + TOGETHER]).encode()


def relation_id(name: str) -> str:
    """The id by which the body names a part."""
    return f"rel-{name.replace('/', '-')}"


def _content_types(parts: Iterable[Part]) -> str:
    overrides = [(part.path, part.content_type) for part in parts]
    overrides += [
        ("word/document.xml", f"{WORD_TYPE}.document.main+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in sorted(overrides))
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _beside(part: Part) -> tuple[str, str, str]:
    return part.name, f"{OFFICE}/{part.kind}", part.name.rpartition("/")[2]


def _package_relations() -> str:
    return _relations(
        [
            ("document", f"{OFFICE}/officeDocument", "word/document"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core"),
            ("app", f"{OFFICE}/extended-properties", "docProps/app"),
        ]
    )


def _relations(relations: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{relation_id(name)}" Type="{kind}" Target="{target}.xml"/>'
        for name, kind, target in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _core(title: str, made: date) -> str:
    day = f'xsi:type="dcterms:W3CDTF">{made.isoformat()}T00:00:00Z'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified></cp:coreProperties>"
    )


def _app() -> str:
    properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{properties}"><DocSecurity>0</DocSecurity></Properties>'


def part_hashes(content: bytes) -> dict[str, str]:
    """The SHA-256 of each part of a file of ours; equal wherever the same words were written, whatever zlib is used."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
