"""What the files of a matter are called, on every system."""

from __future__ import annotations

import re
import unicodedata

UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
LONGEST_NAME = 120  # bytes of UTF-8; leaves room for what is added


def matter_name(file_name: object, stem: str) -> str:
    """The deal's `file_name` fact, or its file's own name where that is open, made safe."""
    return safe_name(file_name if isinstance(file_name, str) else stem)


def safe_name(wanted: str) -> str:
    """A name that every file system takes; never empty."""
    name = UNSAFE.sub("-", unicodedata.normalize("NFC", wanted)).strip(" .")
    while len(name.encode()) > LONGEST_NAME:
        name = name[:-1].rstrip(" .")
    return f"{name}-" if RESERVED.fullmatch(name) else name or "matter"
