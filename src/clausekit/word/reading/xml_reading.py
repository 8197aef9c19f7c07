"""XML from strangers: no document type, no entity, no other encoding than the standard's two."""

from __future__ import annotations

import re

from lxml import etree

from clausekit.word.reading.container import tags
from clausekit.word.reading.faults import DamagedFileError, FileTooLargeError, UnsafeFileError
from clausekit.word.reading.limits import Limits
from clausekit.word.tree import Element

BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
DECLARATION = re.compile(r"\s*<\?xml\s[^?]*\?>")
ENCODING = re.compile(r"""\sencoding\s*=\s*["']([^"']*)""")
ENCODINGS = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"}
STRICT = re.compile(r"""(xmlns(?::[\w.-]+)?\s*=\s*["'])(http://purl\.oclc\.org/ooxml/[^"']+)""")
TRANSITIONAL = "http://schemas.openxmlformats.org/"
OLD_NAMES = {
    "wordprocessingml/main": "wordprocessingml/2006/main",
    "officeDocument/relationships": "officeDocument/2006/relationships",
    "officeDocument/math": "officeDocument/2006/math",
    "officeDocument/bibliography": "officeDocument/2006/bibliography",
    "officeDocument/customXml": "officeDocument/2006/customXml",
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/docPropsVTypes": "officeDocument/2006/docPropsVTypes",
    "drawingml/main": "drawingml/2006/main",
    "drawingml/picture": "drawingml/2006/picture",
    "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
}
STRICT_ROOT = "http://purl.oclc.org/ooxml/"


def read_xml(content: bytes, file: str, part: str, limits: Limits) -> Element:
    """The root of a part, in the names of transitional Word, without comments and instructions.

    Raises:
        UnreadableFileError: it is too large, has a document type, or is not XML.
    """
    if len(content) > limits.xml or tags(content) > limits.elements:
        raise FileTooLargeError(file, "it is too large to be read", part)
    text = decoded(content, file, part)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnsafeFileError(file, "it declares a document type, which Word files never do", part)
    try:
        root = etree.fromstring(transitional(text).encode(), _parser())
    except (etree.XMLSyntaxError, ValueError, UnicodeError) as fault:
        line = fault.lineno if isinstance(fault, etree.XMLSyntaxError) else 1
        raise DamagedFileError(file, f"it is not XML that can be read (line {line})", part) from None
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def decoded(content: bytes, file: str, part: str) -> str:
    """The text of a part without its declaration.

    Raises:
        UnsafeFileError: it is written in an encoding that the standard does not allow.
    """
    mark = next((mark for mark in BYTE_ORDER_MARKS if content.startswith(mark)), b"")
    try:
        text = content[len(mark) :].decode(BYTE_ORDER_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError:
        raise UnsafeFileError(file, "it is written neither in UTF-8 nor in UTF-16", part) from None
    declared = DECLARATION.match(text)
    if declared is None:
        return text
    encoding = ENCODING.search(declared[0])
    if encoding is not None and encoding[1].lower() not in ENCODINGS:
        raise UnsafeFileError(file, "it claims an encoding that Word files may not have", part)
    return text[declared.end() :]


def transitional(text: str) -> str:
    """The text of a part with the namespaces of strict Word put into the common ones."""
    if STRICT_ROOT not in text[:20_000]:
        return text
    return STRICT.sub(lambda found: found[1] + common_name(found[2]), text)


def common_name(strict: str) -> str:
    """The transitional name of a strict namespace or relationship."""
    name = strict.removeprefix(STRICT_ROOT)
    if name == strict:
        return strict
    if name.startswith("officeDocument/relationships/"):
        return f"{TRANSITIONAL}officeDocument/2006/relationships/{name.rpartition('/')[2]}"
    return TRANSITIONAL + OLD_NAMES.get(name, name)


def hidden_remarks(content: bytes) -> int:
    """How many comments and instructions a part holds that no reader of Word ever sees."""
    plain = content.replace(b"\0", b"")
    return plain.count(b"<!--") + plain.count(b"<?") - plain[:64].count(b"<?xml ")
