"""Word files that nobody should send, built byte by byte, and an ordinary one to spoil."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from io import BytesIO
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

from word.opened import packed

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
STRICT = "http://purl.oclc.org/ooxml"


def document(body: str, before: str = "") -> bytes:
    """The text of a file, with `body` in its body and `before` before its root."""
    return f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def types(main: str = MAIN_TYPE, more: str = "") -> bytes:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{MAIN}" ContentType="{main}"/>{more}</Types>'
    ).encode()


def relations(*lines: tuple[str, str, str]) -> bytes:
    """Relationships: kind, target and mode (``External`` or nothing) of each."""
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"{_mode(mode)}/>'
        for at, (kind, target, mode) in enumerate(lines)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _mode(mode: str) -> str:
    return f' TargetMode="{mode}"' if mode else ""


def plain_parts(body: str = paragraph("Pay in 30 days.")) -> dict[str, bytes]:
    return {TYPES: types(), "_rels/.rels": relations(("officeDocument", MAIN, "")), MAIN: document(body)}


def plain(body: str = paragraph("Pay in 30 days."), **more: bytes) -> bytes:
    return packed(plain_parts(body) | more)


def with_parts(parts: Mapping[str, bytes]) -> bytes:
    """An ordinary file with parts added or put in another's place."""
    return packed(plain_parts() | dict(parts))


def without(name: str) -> bytes:
    return packed({known: part for known, part in plain_parts().items() if known != name})


def with_entries(entries: Iterable[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    """A package with exactly these entries, names twice if asked."""
    out = BytesIO()
    with ZipFile(out, "w") as archive, catch_warnings():
        simplefilter("ignore")
        for name, content in entries:
            info = ZipInfo("x" * len(name))
            info.filename = name
            archive.writestr(info, content, method)
    return out.getvalue()


def doubled(name: str) -> bytes:
    """A file with a second text under `name`."""
    return with_entries([*plain_parts().items(), (name, document(paragraph("Pay in 90 days.")))])


def bzipped() -> bytes:
    return with_entries(plain_parts().items(), ZIP_BZIP2)


def patched(content: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """The file with bytes put in `offset` bytes after each `signature`."""
    out = bytearray(content)
    at = content.find(signature)
    while at >= 0:
        out[at + offset : at + offset + len(value)] = value
        at = content.find(signature, at + 1)
    return bytes(out)


def flagged(flag: int) -> bytes:
    """A file whose entries claim `flag`, in the directory and in their own records."""
    value = struct.pack("<H", flag)
    return patched(patched(plain(), b"PK\x01\x02", 8, value), b"PK\x03\x04", 6, value)


def overlapping() -> bytes:
    """A file whose entries all lie in the bytes of the first."""
    content = plain()
    start = content.find(b"PK\x01\x02")
    first = content[start : start + 46 + content[start + 28]]
    directory = b"".join(
        first.replace(b"[Content_Types].xml", name) for name in (b"[Content_Types].xml", b"_Content_Types1.xml")
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    return content[:start] + directory + end


def lying_about_size() -> bytes:
    """A file whose directory says that every part is 10 bytes long."""
    return patched(plain(), b"PK\x01\x02", 24, struct.pack("<L", 10))


def zip64() -> bytes:
    """A file with the end record of packages over 4 GB."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in plain_parts().items():
            info = ZipInfo(name)
            info.extra = struct.pack("<HHQ", 1, 8, len(content))
            archive.writestr(info, content)
    return out.getvalue()


def zip64_end() -> bytes:
    content = plain()
    end = content.rfind(b"PK\x05\x06")
    return content[:end] + b"PK\x06\x07" + bytes(16) + content[end:]


def two_ends() -> bytes:
    """A file whose comment is the end of another package."""
    content = plain()
    end = content[content.rfind(b"PK\x05\x06") :]
    return content[:-2] + struct.pack("<H", len(end)) + end


def with_comment(comment: bytes) -> bytes:
    return plain()[:-2] + struct.pack("<H", len(comment)) + comment


def with_bytes_between(extra: bytes) -> bytes:
    """A file with bytes between its last entry and its directory."""
    content = plain()
    start = content.find(b"PK\x01\x02")
    end = content.rfind(b"PK\x05\x06")
    moved = struct.pack("<L", start + len(extra))
    return content[:start] + extra + content[start:end] + content[end : end + 16] + moved + content[end + 20 :]


def bomb(size: int) -> bytes:
    """A file whose text is one paragraph of `size` letters, all the same."""
    return plain(paragraph("a" * size))


def strict() -> bytes:
    """An ordinary file as strict Word writes it."""
    parts = plain_parts()
    parts[MAIN] = parts[MAIN].replace(WORD.encode(), f"{STRICT}/wordprocessingml/main".encode())
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        OFFICE.encode(), f"{STRICT}/officeDocument/relationships".encode()
    )
    return packed(parts)


MORE_TYPES = '<Override PartName="/word/macros.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
BILLION_LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)

HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "word-other-kind"),
    "not a package": (b"Pay in 30 days.", "word-other-kind"),
    "a PDF": (b"%PDF-1.7\n", "word-other-kind"),
    "rich text": (b"{\\rtf1 Pay}", "word-other-kind"),
    "one XML file": (b"<?xml version='1.0'?><pkg:package/>", "word-other-kind"),
    "an empty package": (with_entries([]), "word-other-kind"),
    "encrypted, or old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "word-protected"),
    "encrypted entries": (flagged(0x1), "word-protected"),
    "strongly encrypted entries": (flagged(0x41), "word-protected"),
    "cut short": (plain()[:-30], "word-damaged"),
    "cut in the middle": (plain()[:200], "word-damaged"),
    "a spreadsheet": (
        with_parts({TYPES: types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")}),
        "word-other-kind",
    ),
    "no list of types": (without(TYPES), "word-damaged"),
    "no relationships": (without("_rels/.rels"), "word-damaged"),
    "no text": (without(MAIN), "word-damaged"),
    "a text that is not XML": (with_parts({MAIN: b"<w:document"}), "word-damaged"),
    "a text of another kind": (with_parts({MAIN: b"<html/>"}), "word-damaged"),
    "two texts": (
        with_parts({"_rels/.rels": relations(("officeDocument", MAIN, ""), ("officeDocument", "word/other.xml", ""))}),
        "word-unsafe",
    ),
    "a text elsewhere": (
        with_parts({"_rels/.rels": relations(("officeDocument", "http://example.com/d.xml", "External"))}),
        "word-damaged",
    ),
    "the same name twice": (doubled(MAIN), "word-unsafe"),
    "the same name in capitals": (doubled("word/Document.XML"), "word-unsafe"),
    "the same name in percent signs": (doubled("word/%64ocument.xml"), "word-unsafe"),
    "an absolute name": (with_parts({"/etc/passwd": b"x"}), "word-unsafe"),
    "a name that climbs": (with_parts({"word/../../x": b"x"}), "word-unsafe"),
    "a name that climbs in percent signs": (with_parts({"word/%2e%2e/%2e%2e/x": b"x"}), "word-unsafe"),
    "a name with a drive": (with_parts({"C:/x": b"x"}), "word-unsafe"),
    "a name with backslashes": (with_parts({"word\\..\\x": b"x"}), "word-unsafe"),
    "a name with a null": (with_entries([*plain_parts().items(), ("word/x\0.xml", b"x")]), "word-unsafe"),
    "a name too long": (with_parts({"x" * 600: b"x"}), "word-too-large"),
    "a name with a reversing letter": (with_parts({"word/\u202elmx.x": b"x"}), "word-unsafe"),
    "more than 4 GB, it says": (zip64(), "word-unsafe"),
    "the end of more than 4 GB": (zip64_end(), "word-unsafe"),
    "two ends": (two_ends(), "word-unsafe"),
    "packed otherwise": (bzipped(), "word-unsafe"),
    "entries over each other": (overlapping(), "word-unsafe"),
    "sizes that are not true": (lying_about_size(), "word-unsafe"),
    "packed far too tightly": (bomb(20_000_000), "word-too-large"),
    "packed media too tightly": (with_parts({"word/media/x.png": bytes(20_000_000)}), "word-too-large"),
    "too many elements": (plain("<w:p/>" * 2_000_001), "word-too-large"),
    "too many entries": (with_parts({f"x{at}": b"" for at in range(10_001)}), "word-too-large"),
    "nested too deep": (plain("<w:tbl>" * 300 + "</w:tbl>" * 300), "word-damaged"),
    "an entity in the text": (
        with_parts({MAIN: document(paragraph("liability is &n;limited"), '<!DOCTYPE w [<!ENTITY n "un">]>')}),
        "word-unsafe",
    ),
    "an entity from a file": (
        with_parts({MAIN: document(paragraph("&f;"), '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>')}),
        "word-unsafe",
    ),
    "a document type elsewhere": (
        with_parts({MAIN: document("", '<!DOCTYPE w SYSTEM "http://example.com/w.dtd">')}),
        "word-unsafe",
    ),
    "billion laughs": (with_parts({MAIN: document(paragraph("&c;"), BILLION_LAUGHS)}), "word-unsafe"),
    "billion laughs in the types": (with_parts({TYPES: BILLION_LAUGHS.encode() + types()}), "word-unsafe"),
    "a document type in UTF-16": (
        with_parts({MAIN: document("", "<!DOCTYPE w>").decode().encode("utf-16")}),
        "word-unsafe",
    ),
    "an encoding that hides it": (
        with_parts({MAIN: b'<?xml version="1.0" encoding="utf-7"?>' + document("")}),
        "word-unsafe",
    ),
    "letters of no encoding": (with_parts({MAIN: document(paragraph("x")).replace(b"x", b"\xff")}), "word-unsafe"),
    "an unknown entity": (with_parts({MAIN: document(paragraph("&n;"))}), "word-damaged"),
    "a target that climbs": (
        with_parts({RELATIONS: relations(("image", "../../../../etc/passwd", ""))}),
        "word-unsafe",
    ),
    "a target that climbs from the root": (
        with_parts({RELATIONS: relations(("image", "/../etc/passwd", ""))}),
        "word-unsafe",
    ),
    "two relationships of one id": (
        with_parts({RELATIONS: relations(("image", "a", ""), ("image", "b", "")).replace(b'"r1"', b'"r0"')}),
        "word-unsafe",
    ),
    "two types for one part": (
        with_parts({TYPES: types(more=f'<Override PartName="/WORD/document.xml" ContentType="{MAIN_TYPE}"/>')}),
        "word-unsafe",
    ),
}  # fmt: skip


def macro_enabled() -> bytes:
    """A file that may hold macros, and holds some."""
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    parts = {
        TYPES: types(kind, MORE_TYPES),
        RELATIONS: relations(("vbaProject", "macros.bin", "")),
        "word/macros.bin": b"\xd0\xcf\x11\xe0",
    }
    return with_parts(parts)


def field_of(*pieces: str) -> str:
    """A field whose instruction is scattered over runs."""
    instruction = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin, separate, end = (character.format(kind) for kind in ("begin", "separate", "end"))
    return f"<w:p>{begin}{instruction}{separate}<w:r><w:t>x</w:t></w:r>{end}</w:p>"


REPORTED: dict[str, tuple[bytes, str]] = {
    "a template over the net": (
        with_parts({RELATIONS: relations(("attachedTemplate", "http://example.com/t.dotm", "External"))}),
        "word-attached-template",
    ),
    "a link out": (
        with_parts({RELATIONS: relations(("hyperlink", "http://intranet.example/", "External"))}),
        "word-external-target",
    ),
    "a link out that hides it": (
        with_parts({RELATIONS: relations(("image", "file:///c:/x.png", ""))}),
        "word-external-target",
    ),
    "text in another format": (
        with_parts({RELATIONS: relations(("aFChunk", "x.html", "")), "word/x.html": b"<p>Other words</p>"}),
        "word-alternative-chunk",
    ),
    "an embedded file": (with_parts({RELATIONS: relations(("oleObject", "x.bin", ""))}), "word-embedded-file"),
    "macros": (macro_enabled(), "word-macro"),
    "a DDE field": (plain(field_of("DD", "EAUTO c:\\\\x")), "word-fetching-field"),
    "a field that takes in a file": (plain(field_of(" INCLUDETEXT ", '"c:\\\\x"')), "word-fetching-field"),
    "a simple field": (plain('<w:p><w:fldSimple w:instr="LINK x"/></w:p>'), "word-fetching-field"),
    "a comment on the package": (with_comment(b"for our client only"), "word-hidden-bytes"),
    "bytes between": (with_bytes_between(b"for our client only"), "word-hidden-bytes"),
    "bytes at the end": (plain() + b"for our client only", "word-hidden-bytes"),
    "a remark in the XML": (plain(paragraph("30<!-- or 60? --> days")), "word-hidden-bytes"),
}
