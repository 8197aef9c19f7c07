"""The directory of a package: its entries, checked before any of them is unpacked."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from clausekit.word.reading.faults import DamagedFileError, FileTooLargeError, ProtectedFileError, UnsafeFileError
from clausekit.word.reading.limits import Limits

END = b"PK\x05\x06"
END_RECORD = struct.Struct("<4s4H2LH")
CENTRAL = b"PK\x01\x02"
LOCAL_RECORD = struct.Struct("<4s5H3L2H")
ZIP64_LOCATOR = b"PK\x06\x07"
ZIP64_EXTRA = 1
LOCATOR_SIZE = 20
LONGEST_COMMENT = 0xFFFF
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
DESCRIPTOR_FLAG = 0x8
DESCRIPTOR_SIZES = (12, 16)


@dataclass(frozen=True, slots=True)
class Ending:
    """The record at the end of a package.

    Args:
        at: where it begins; `end` where it ends, comment and all.
        directory: where the directory begins.
        size: how long the directory is.
        comment: a remark about the whole package, which Word never shows.
    """

    at: int
    end: int
    directory: int
    size: int
    comment: bytes


def ending(content: bytes, file: str, limits: Limits) -> Ending:
    """The end of the package, checked.

    Raises:
        UnreadableFileError: there is none, there are two, or it promises too much.
    """
    at = content.rfind(END, max(0, len(content) - LONGEST_COMMENT - END_RECORD.size))
    if at < 0 or at + END_RECORD.size > len(content):
        raise DamagedFileError(file, "it is cut short; the package has no end")
    if content.find(END, max(0, at - LONGEST_COMMENT), at) >= 0:
        raise UnsafeFileError(file, "the package has two ends, so that it could be read in two ways")
    _, disk, first_disk, here, entries, size, directory, comment = END_RECORD.unpack_from(content, at)
    if ZIP64_LOCATOR in content[max(0, at - LOCATOR_SIZE) : at] or 0xFFFFFFFF in (size, directory):
        raise UnsafeFileError(file, "the package is of the kind for more than 4 GB (zip64), which no contract needs")
    if disk or first_disk or here != entries:
        raise UnsafeFileError(file, "the package is cut into several")
    if directory + size != at:
        raise UnsafeFileError(file, "the package's directory does not stand where it says")
    if content.count(CENTRAL, directory, at) > limits.entries or entries > limits.entries:
        raise FileTooLargeError(file, f"the package has more than {limits.entries:,} entries")
    start = at + END_RECORD.size
    return Ending(at, start + comment, directory, size, content[start : start + comment])


def check_entries(entries: Sequence[ZipInfo], content: bytes, file: str) -> None:
    """Refuse entries that are encrypted, packed in an unknown way or lie over each other."""
    for entry in entries:
        _check_entry(entry, content, file)
    for first, second in pairwise(_extents(entries, content)):
        if second[0] < first[1]:
            raise UnsafeFileError(file, "two entries of the package lie over each other")


def _check_entry(entry: ZipInfo, content: bytes, file: str) -> None:
    name = entry.filename
    if entry.flag_bits & ENCRYPTED_FLAGS:
        raise ProtectedFileError(file, "this part is encrypted; remove the password in Word, then try again", name)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnsafeFileError(file, "it is packed in a way that Word does not use", name)
    if _has_zip64_extra(entry.extra):
        raise UnsafeFileError(file, "it is packed as if it had more than 4 GB (zip64)", name)
    _check_local(entry, content, file)


def _check_local(entry: ZipInfo, content: bytes, file: str) -> None:
    """The entry's own record must say what the directory says."""
    if entry.header_offset + LOCAL_RECORD.size > len(content):
        raise DamagedFileError(file, "it stands outside the file", entry.filename)
    _, _, flags, method, _, _, crc, packed, size, _, _ = LOCAL_RECORD.unpack_from(content, entry.header_offset)
    told = (entry.CRC, entry.compress_size, entry.file_size)
    later = bool(flags & DESCRIPTOR_FLAG)
    if method != entry.compress_type or flags & ENCRYPTED_FLAGS or (not later and (crc, packed, size) != told):
        raise UnsafeFileError(file, "its record and the directory of the package do not agree", entry.filename)


def _has_zip64_extra(extra: bytes) -> bool:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == ZIP64_EXTRA:
            return True
        at += 4 + size
    return False


def _extents(entries: Sequence[ZipInfo], content: bytes) -> list[tuple[int, int, bool]]:
    """Where each entry begins and ends, and whether a descriptor may follow; in order."""
    return sorted(_extent(entry, content) for entry in entries)


def _extent(entry: ZipInfo, content: bytes) -> tuple[int, int, bool]:
    record = LOCAL_RECORD.unpack_from(content, entry.header_offset)
    start = entry.header_offset + LOCAL_RECORD.size + record[9] + record[10]
    return entry.header_offset, start + entry.compress_size, bool(entry.flag_bits & DESCRIPTOR_FLAG)


def unaccounted(entries: Sequence[ZipInfo], content: bytes, end: Ending) -> Iterator[str]:
    """Bytes of the file that belong to no entry: nobody sees them in Word, but they are there."""
    if end.comment:
        yield "a comment on the package"
    if len(content) > end.end:
        yield f"{len(content) - end.end} bytes after its end"
    extents = [(0, 0, False), *_extents(entries, content), (end.directory, end.directory, False)]
    for (_, stop, later), (start, _, _) in pairwise(extents):
        gap = start - stop
        if gap and not (later and gap in DESCRIPTOR_SIZES):
            yield f"{gap} bytes between its entries"
    for entry in entries:
        if entry.comment:
            yield f"a comment on the entry {entry.filename}"
