"""A marker of each kind of private information that a Word file can hold, planted one at a time."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from word.opened import packed, parts

Parts = dict[str, str | bytes]
Plant = Callable[[Parts, str], None]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
BODY = "word/document.xml"
DATE = 'w:date="2026-01-01T00:00:00Z"'


def with_marker(content: bytes, plant: Plant, marker: str) -> bytes:
    """The file with a marker planted in it."""
    changed: Parts = {}
    for name, part in parts(content).items():
        changed[name] = part.decode()
    plant(changed, marker)
    return packed({name: part.encode() if isinstance(part, str) else part for name, part in changed.items()})


def _replace(part: str, old: str, new: Callable[[str], str]) -> Plant:
    def plant(changed: Parts, marker: str) -> None:
        before = changed[part]
        assert isinstance(before, str)
        assert old in before, (part, old)
        changed[part] = before.replace(old, new(marker), 1)

    return plant


def core(name: str) -> Plant:
    end = "</cp:coreProperties>"
    return _replace("docProps/core.xml", end, lambda marker: f"<{name}>{marker}</{name}>{end}")


def app(name: str) -> Plant:
    return _replace("docProps/app.xml", "</Properties>", lambda marker: f"<{name}>{marker}</{name}></Properties>")


def body(xml: str) -> Plant:
    """Something at the head of the text; `MARKER` stands for the marker."""
    return _replace(BODY, "<w:body>", lambda marker: f"<w:body>{xml.replace('MARKER', marker)}")


def settings(xml: str) -> Plant:
    return _replace(
        "word/settings.xml", "</w:settings>", lambda marker: f"{xml.replace('MARKER', marker)}</w:settings>"
    )


def part(name: str, kind: str, content: str, content_type: str = "", *, orphan: bool = False) -> Plant:
    """A further part that the text is related to."""

    def plant(changed: Parts, marker: str) -> None:
        changed[name] = content.replace("MARKER", marker)
        if content_type:
            override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
            _replace("[Content_Types].xml", "</Types>", lambda _: override)(changed, marker)
        if not orphan:
            line = f'<Relationship Id="more" Type="{OFFICE}/{kind}" Target="/{name}"/></Relationships>'
            _replace("word/_rels/document.xml.rels", "</Relationships>", lambda _: line)(changed, marker)

    return plant


def external(kind: str, target: str) -> Plant:
    line = f'<Relationship Id="out" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    end = "</Relationships>"
    return _replace("word/_rels/document.xml.rels", end, lambda marker: line.replace("MARKER", marker))


def both(first: Plant, second: Plant) -> Plant:
    def plant(changed: Parts, marker: str) -> None:
        first(changed, marker)
        second(changed, marker)

    return plant


def style(xml: str) -> Plant:
    return _replace("word/styles.xml", "</w:styles>", lambda marker: f"{xml.replace('MARKER', marker)}</w:styles>")


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def comment(author: str, text: str, initials: str = "X") -> str:
    return (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="0" w:author="{author}" w:initials="{initials}">{words(text)}</w:comment></w:comments>'
    )


def related_part(name: str, content: str, content_type: str, kind: str) -> Plant:
    return part(f"word/{name}", kind, content, content_type)


WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMMENTS = f"{WML}.comments+xml"
DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="x" descr="MARKER"/></wp:inline></w:drawing></w:r></w:p>'
)
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>MARKER</w:t></w:r></w:p>"
INSERTED = f'<w:p><w:ins w:id="9" w:author="MARKER" {DATE}><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
DELETED = f'<w:p><w:del w:id="9" w:author="x" {DATE}><w:r><w:delText>MARKER</w:delText></w:r></w:del></w:p>'
HIDING = '<w:style w:type="character" w:styleId="MARKER"><w:name w:val="MARKER"/><w:rPr><w:vanish/></w:rPr></w:style>'
ALIASED = '<w:style w:type="character" w:styleId="x"><w:name w:val="x"/><w:aliases w:val="MARKER"/></w:style>'
WRITING = '<w:activeWritingStyle w:appName="MARKER" w:lang="en-GB" w:vendorID="64" w:dllVersion="0"/>'
FIELD = '<w:p><w:fldSimple w:instr="INCLUDEPICTURE c:/MARKER.png"/></w:p>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
CHANGED_RUN = (
    f'<w:p><w:r><w:rPr><w:rPrChange w:id="9" w:author="MARKER" {DATE}><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>'
)
CHANGED_ROW = (
    f'<w:tbl><w:tr><w:trPr><w:ins w:id="9" w:author="MARKER" {DATE}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
)
CHANGED_CELL = (
    f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id="9" w:author="MARKER" {DATE}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)
RELATIONS = f'xmlns:r="{OFFICE}"'
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"

MARKERS: dict[str, Plant] = {
    "creator": core("dc:creator"),
    "last modified by": core("cp:lastModifiedBy"),
    "subject": core("dc:subject"),
    "keywords": core("cp:keywords"),
    "description": core("dc:description"),
    "category": core("cp:category"),
    "company": app("Company"),
    "manager": app("Manager"),
    "template": app("Template"),
    "hyperlink base": app("HyperlinkBase"),
    "writing program": app("Application"),
    "custom property": part(
        "docProps/custom.xml",
        "custom-properties",
        f'<Properties xmlns="{PROPERTIES}">MARKER</Properties>',
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
    "sensitivity label": part(
        "docMetadata/LabelInfo.xml",
        "classificationlabels",
        "<labels>MARKER</labels>",
        "application/vnd.ms-office.classificationlabels+xml",
    ),
    "comment text": related_part("comments.xml", comment("x", "MARKER"), COMMENTS, "comments"),
    "comment author": related_part("comments.xml", comment("MARKER", "x"), COMMENTS, "comments"),
    "comment initials": related_part("comments.xml", comment("x", "x", "MARKER"), COMMENTS, "comments"),
    "people": related_part("people.xml", "<people>MARKER</people>", f"{WML}.people+xml", "people"),
    "inserting author": body(INSERTED),
    "deleted text": body(DELETED),
    "row author": body(CHANGED_ROW),
    "cell author": body(CHANGED_CELL),
    "format author": body(CHANGED_RUN),
    "hidden text": body(HIDDEN),
    "hidden text in the header": _replace(
        "word/header1.xml", "</w:hdr>", lambda marker: f"{HIDDEN.replace('MARKER', marker)}</w:hdr>"
    ),
    "white text": body('<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>MARKER</w:t></w:r></w:p>'),
    "tiny text": body('<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>MARKER</w:t></w:r></w:p>'),
    "attached template": both(
        external("attachedTemplate", "file:///c:/MARKER.dotm"),
        settings(f'<w:attachedTemplate r:id="out" {RELATIONS}/>'),
    ),
    "custom XML": part("customXml/item1.xml", "customXml", "<x>MARKER</x>"),
    "data binding": body(CONTROL.format('<w:dataBinding w:xpath="/MARKER" w:storeItemID="x"/>')),
    "control alias": body(CONTROL.format('<w:alias w:val="MARKER"/>')),
    "control tag": body(CONTROL.format('<w:tag w:val="MARKER"/>')),
    "document variable": settings('<w:docVars><w:docVar w:name="x" w:val="MARKER"/></w:docVars>'),
    "mail merge": settings('<w:mailMerge><w:query w:val="SELECT * FROM MARKER"/></w:mailMerge>'),
    "thumbnail": part("docProps/thumbnail.jpeg", "thumbnail", "MARKER", "image/jpeg"),
    "picture text": part("word/media/image1.png", "image", "\x89PNG tEXt MARKER", "image/png"),
    "picture camera": part("word/media/image1.jpg", "image", "Exif MARKER", "image/jpeg"),
    "alternative text": body(DRAWING),
    "linked picture": external("image", "file:///c:/MARKER.png"),
    "field code": body(FIELD),
    "link out": external("hyperlink", "https://intranet.example/MARKER"),
    "smart tag": body('<w:p><w:smartTag w:uri="MARKER" w:element="x"><w:r><w:t>x</w:t></w:r></w:smartTag></w:p>'),
    "bookmark": body('<w:p><w:bookmarkStart w:id="999" w:name="MARKER"/><w:bookmarkEnd w:id="999"/></w:p>'),
    "style that hides": style(HIDING),
    "style alias": style(ALIASED),
    "editing session": body('<w:p w:rsidR="MARKER"/>'),
    "editing sessions": settings('<w:rsids><w:rsidRoot w:val="MARKER"/></w:rsids>'),
    "document id": settings(f'<w14:docId {W14} w14:val="MARKER"/>'),
    "paragraph id": body(f'<w:p {W14} w14:paraId="MARKER"/>'),
    "list id": _replace(
        "word/numbering.xml", "<w:multiLevelType", lambda marker: f'<w:nsid w:val="{marker}"/><w:multiLevelType'
    ),
    "list name": _replace("word/numbering.xml", "<w:lvl ", lambda marker: f'<w:name w:val="{marker}"/><w:lvl '),
    "XML remark": body("<!-- MARKER -->"),
    "instruction": body("<?MARKER?>"),
    "editor": body('<w:p><w:permStart w:id="9" w:ed="MARKER"/><w:permEnd w:id="9"/></w:p>'),
    "writing style": settings(WRITING),
    "write protection": settings('<w:writeProtection w:userName="MARKER"/>'),
    "orphan footnote": part(
        "word/footnotes.xml",
        "footnotes",
        f"<w:footnotes {WORD_NS}>{words('MARKER')}</w:footnotes>",
        f"{WML}.footnotes+xml",
        orphan=True,
    ),
    "glossary": related_part(
        "glossary/document.xml",
        f"<w:glossaryDocument {WORD_NS}>MARKER</w:glossaryDocument>",
        f"{WML}.document.glossary+xml",
        "glossaryDocument",
    ),
    "printer settings": part("word/printerSettings1.bin", "printerSettings", "MARKER", f"{WML}.printerSettings"),
    "embedded file": part(
        "word/embeddings/x.bin", "oleObject", "MARKER", "application/vnd.openxmlformats-officedocument.oleObject"
    ),
    "other format": both(
        part("word/x.html", "aFChunk", "<p>MARKER</p>", "text/html"), body(f'<w:altChunk {RELATIONS} r:id="more"/>')
    ),
    "orphan part": part(
        "word/styles2.xml", "styles", f"<w:styles {WORD_NS}>MARKER</w:styles>", f"{WML}.styles+xml", orphan=True
    ),
    "macros": part("word/vbaProject.bin", "vbaProject", "MARKER", "application/vnd.ms-office.vbaProject"),
}


def with_package_comment(content: bytes, marker: str) -> bytes:
    return content[:-2] + struct.pack("<H", len(marker)) + marker.encode()


def with_entry_comment(content: bytes, marker: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w") as archive:
        for entry in source.infolist():
            entry.comment = marker.encode()
            archive.writestr(entry, source.read(entry.filename))
    return out.getvalue()


def with_bytes_after(content: bytes, marker: str) -> bytes:
    return content + marker.encode()


PACKAGE_MARKERS = {
    "comment on the package": with_package_comment,
    "comment on an entry": with_entry_comment,
    "bytes after the end": with_bytes_after,
}
__all__ = ["MARKERS", "PACKAGE_MARKERS", "with_marker"]
