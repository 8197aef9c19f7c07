"""How large a file, and what is in it, may be before reading stops."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits that hold while a file is being read; sizes in bytes.

    Args:
        file: the file as it lies on disk.
        entries: entries of the package.
        total: all parts, inflated.
        xml: one part that is parsed, inflated.
        ratio: inflated size to packed size, counted from `ratio_from` on.
        ratio_from: a part smaller than this may be packed as tightly as it likes.
        elements: elements of all parts that are parsed.
        name: letters of a part's name.

    The depth of elements is limited to 256 by the parser itself.
    """

    file: int = 128 * MEGABYTE
    entries: int = 10_000
    total: int = 256 * MEGABYTE
    xml: int = 64 * MEGABYTE
    ratio: int = 250
    ratio_from: int = MEGABYTE
    elements: int = 2_000_000
    name: int = 512


LIMITS = Limits()
