"""Text from the bytes of a clause file."""

from __future__ import annotations

from clausekit.finding import Finding, Place, error


def decoded(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file in UTF-8, or None and a finding at the line that is not."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"this line is not in UTF-8 (byte {data[fault.start]:02X}); save the file as UTF-8"
        return None, [error("not-utf8", message, Place(file, line))]
