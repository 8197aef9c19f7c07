"""Reading: text in, a Located document and findings out."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import yaml

from clausekit.finding import Finding, Place, error
from clausekit.kept import Kept, key_of
from clausekit.located_yaml.composing import Composer, TooDeep
from clausekit.located_yaml.located import Located
from clausekit.located_yaml.syntax import plain_reason

BOM = "\ufeff"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def read_file(
    path: Path, shown_as: str | None = None, kept: Kept | None = None
) -> tuple[Located | None, list[Finding]]:
    """Read a file; `shown_as` is its name in findings, by default the path as given; `kept` may have it already."""
    file = path.as_posix() if shown_as is None else shown_as
    content, findings = read_bytes(path, file)
    if content is None:
        return None, findings
    text, findings = decoded(content, file)
    return (None, findings) if text is None else read_head(text, file, kept=kept)


def read_bytes(path: Path, file: str) -> tuple[bytes | None, list[Finding]]:
    """What the file holds, or the finding that says why it cannot be read."""
    try:
        return path.read_bytes(), []
    except OSError as fault:
        return None, [error("unreadable-file", f"the file cannot be read: {_why(fault)}", Place(file))]


def _why(fault: OSError) -> str:
    reasons = {FileNotFoundError: "there is no such file", PermissionError: "you may not read it"}
    return "it is a folder" if isinstance(fault, IsADirectoryError) else reasons.get(type(fault), str(fault.strerror))


def decoded(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file, or the finding that says which line is not UTF-8."""
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        message = "this line is not UTF-8; save the file as UTF-8"
        return None, [error("yaml-not-utf8", message, Place(file, line))]


def read_text(text: str, file: str) -> tuple[Located | None, list[Finding]]:
    """Read a text. The document is None only where the text cannot be read as YAML at all."""
    return read_head(text, file)


def read_head(
    text: str, file: str, first_line: int = 1, kept: Kept | None = None
) -> tuple[Located | None, list[Finding]]:
    """Read YAML that stands in `file` from `first_line` on; what has no faults may be kept."""
    if kept is None:
        return _read_head(text, file, first_line)
    key = key_of("yaml", first_line, text)
    if (plain := kept.get(key)) is not None:
        with suppress(KeyError, TypeError, ValueError):
            return Located.from_plain(file, plain), []
    located, findings = _read_head(text, file, first_line)
    if located is not None and not findings:
        kept.put(key, located.as_plain())
    return located, findings


def _read_head(text: str, file: str, first_line: int) -> tuple[Located | None, list[Finding]]:
    text = text.removeprefix(BOM)
    findings = _bad_characters(text, file, first_line)
    if findings:
        return None, findings
    composer = Composer(text, file, first_line)
    try:
        composer.take(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as fault:
        reason, line = plain_reason(fault, text)
        return None, [*composer.findings, error("yaml-syntax", reason, Place(file, first_line + line))]
    except TooDeep as fault:
        message = "groups stand inside groups too deeply here; write them flatter"
        return None, [*composer.findings, error("yaml-syntax", message, Place(file, fault.args[0]))]
    return composer.located(), composer.findings


def _bad_characters(text: str, file: str, first_line: int) -> list[Finding]:
    """Characters that no YAML file may hold as they are, one finding a line."""
    lines = enumerate(re.split("\r\n|\r|\n", text), first_line)
    found = ((number, UNREADABLE.search(line)) for number, line in lines)
    return [_bad_character(match.group(), Place(file, number)) for number, match in found if match]


def _bad_character(sign: str, place: Place) -> Finding:
    return error("bad-text", f"this line holds U+{ord(sign):04X}, which no reader can see; delete it", place)
