"""The package as names and bytes, unpacked under limits and never to disk."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from clausekit.word.reading.directory import check_entries, ending, unaccounted
from clausekit.word.reading.faults import (
    DamagedFileError,
    FileTooLargeError,
    NotWordError,
    ProtectedFileError,
    UnsafeFileError,
)
from clausekit.word.reading.limits import Limits

CHUNK = 1 << 16
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_KINDS = {
    b"%PDF": "it is a PDF, not a Word file",
    b"{\\rtf": "it is rich text (.rtf); save it as .docx in Word first",
    b"<?xml": "it is a single XML file; save it as .docx in Word first",
    b"<html": "it is a web page; save it as .docx in Word first",
}
XML_NAMES = (".xml", ".rels", ".vml")
ZIP_FAULTS = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, RuntimeError)
"""What Python's zip reader raises on a file that is not what it says; `NotImplementedError` is among them."""


@dataclass(frozen=True, slots=True)
class Container:
    """An unpacked package.

    Args:
        parts: the bytes of each part by name, in the package's order.
        hidden: what the file holds beside its parts.
    """

    parts: dict[str, bytes]
    hidden: tuple[str, ...]


def part_key(name: str) -> str:
    """What two names of one part have in common: the standard compares them without regard to case."""
    return unicodedata.normalize("NFC", unquote(name).lstrip("/")).casefold()


def unpacked(content: bytes, file: str, limits: Limits) -> Container:
    """The parts of the package in `content`.

    Raises:
        UnreadableFileError: it is no package, or not a safe one.
    """
    _check_kind(content, file, limits)
    end = ending(content, file, limits)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            check_entries(entries, content, file)
            _check_names(entries, file, limits)
            return Container(_inflated(archive, entries, file, limits), tuple(unaccounted(entries, content, end)))
    except ZIP_FAULTS:
        raise DamagedFileError(file, "the package cannot be unpacked") from None


def _check_kind(content: bytes, file: str, limits: Limits) -> None:
    if len(content) > limits.file:
        raise FileTooLargeError(file, f"it has more than {limits.file:,} bytes")
    if not content:
        raise NotWordError(file, "it is empty")
    if content.startswith(OLE):
        reason = "it is protected by a password, or it is an old Word file (.doc); open it in Word and save it as .docx"
        raise ProtectedFileError(file, reason)
    if content.startswith(EMPTY_ZIP):
        raise NotWordError(file, "it is an empty package")
    if not content.startswith(ZIP):
        other = (reason for start, reason in OTHER_KINDS.items() if content.lower().startswith(start.lower()))
        raise NotWordError(file, next(other, "it is not a Word file (.docx)"))


def _check_names(entries: Iterable[ZipInfo], file: str, limits: Limits) -> None:
    known: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if len(name) > limits.name:
            raise FileTooLargeError(file, f"the name of a part has more than {limits.name} letters")
        if _is_trick(name):
            raise UnsafeFileError(file, "the name of a part tries to lead out of the package", entry.filename)
        if part_key(name) in known:
            raise UnsafeFileError(file, "two parts have this name, so that it could be read in two ways", name)
        known.add(part_key(name))


def _is_trick(name: str) -> bool:
    """Whether a name is absolute, climbs, or holds what no name of a part may."""
    plain = unquote(name)
    segments = plain.removesuffix("/").split("/")
    climbing = any(not segment or segment.strip(". ") == "" for segment in segments)
    return climbing or "\\" in plain or ":" in plain or any(unicodedata.category(one)[0] == "C" for one in plain)


def _inflated(archive: ZipFile, entries: Iterable[ZipInfo], file: str, limits: Limits) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    meter = _Meter(file, limits)
    for entry in entries:
        if entry.is_dir() and not entry.file_size:
            continue
        parts[entry.filename] = meter.read(archive, entry)
    return parts


@dataclass(slots=True)
class _Meter:
    """Counts while parts are inflated, and stops at the first limit."""

    file: str
    limits: Limits
    total: int = 0
    elements: int = 0

    def read(self, archive: ZipFile, entry: ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size = 0
        with archive.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                self._count(entry, chunk, size)
                chunks.append(chunk)
        return b"".join(chunks)

    def _count(self, entry: ZipInfo, chunk: bytes, size: int) -> None:
        limits = self.limits
        self.total += len(chunk)
        is_xml = entry.filename.lower().endswith(XML_NAMES)
        if is_xml:
            self.elements += tags(chunk)
        self._refuse(self.total > limits.total, f"all parts together have more than {limits.total:,} bytes")
        self._refuse(is_xml and size > limits.xml, f"it has more than {limits.xml:,} bytes", entry)
        tight = size > limits.ratio_from and size > limits.ratio * max(1, entry.compress_size)
        self._refuse(tight, f"it is packed more than {limits.ratio} times smaller than it is", entry)
        self._refuse(self.elements > limits.elements, f"there are more than {limits.elements:,} elements", entry)

    def _refuse(self, passed: bool, reason: str, entry: ZipInfo | None = None) -> None:
        if passed:
            raise FileTooLargeError(self.file, reason, entry.filename if entry else None)


def tags(chunk: bytes) -> int:
    """How many elements may begin in `chunk`: never fewer than there are, but for those cut by its end."""
    return chunk.count(b"<") - chunk.count(b"</")
