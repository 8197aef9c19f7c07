"""Verifying a file: whether it is what was issued, and if not, which parts differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError
from clausekit.finding import Finding, Place, error, note
from clausekit.receipt import is_receipt, sha256

DONE, ERRORS = 0, 1


def verify(options: Options, console: Console) -> int:
    """Whether a Word file is the one that a receipt names, untouched."""
    issued = _issued(Path(options.receipt))
    hashes = _hashes(options)
    name, findings = _compared(issued, hashes, options.file)
    untouched = name is not None
    if options.json:
        listed = [finding.as_json() for finding in findings]
        console.json({"file": options.file, "untouched": untouched, "issued_as": name, "findings": listed})
    else:
        console.listed(findings)
        console.say(f"{options.file}: {f'untouched, as issued under the name {name}' if name else 'not as issued'}")
    return DONE if untouched else ERRORS


def _issued(path: Path) -> Mapping[str, Any]:
    """The files that a receipt names."""
    try:
        receipt: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        receipt = None
    files = receipt.get("files") if is_receipt(receipt) else None
    if not isinstance(files, Mapping) or not all(_is_file(one) for one in files.values()):
        raise MisuseError(f"'{path}' is not the receipt of a draft")
    return files


def _is_file(entry: Any) -> bool:
    return (
        isinstance(entry, Mapping)
        and isinstance(entry.get("sha256"), str)
        and isinstance(entry.get("parts"), Mapping)
        and all(isinstance(one, str) for one in entry["parts"].values())
    )


def _hashes(options: Options) -> tuple[str, dict[str, str]]:
    """The hash of the file, and of each of its parts."""
    from clausekit.word.reading import UnreadableFileError, read_word_file

    try:
        file = read_word_file(Path(options.file), options.file)
        content = Path(options.file).read_bytes()
    except UnreadableFileError as fault:
        raise FaultyError(options.file, None, None, [fault.finding()]) from None
    return sha256(content), {name: sha256(part.content) for name, part in file.parts.items()}


def _compared(
    issued: Mapping[str, Any], hashes: tuple[str, dict[str, str]], file: str
) -> tuple[str | None, list[Finding]]:
    """The name under which exactly this file was issued; else what differs from the file nearest to it."""
    whole, parts = hashes
    for name, entry in issued.items():
        if entry["sha256"] == whole:
            return name, []
        if entry["parts"] == parts:
            words = "every part is as issued; only the packing differs, as it does where another zlib packed it"
            return name, [note("verify-repacked", words, Place(file))]
    if not issued:
        return None, [error("verify-no-files", "the receipt names no file", Place(file))]
    name = max(issued, key=lambda one: _equal(issued[one]["parts"], parts))
    return None, list(_differences(name, issued[name]["parts"], parts, file))


def _equal(issued: Mapping[str, str], parts: Mapping[str, str]) -> int:
    """How many parts are the same, the text counting most."""
    same = {name for name, one in issued.items() if parts.get(name) == one}
    return len(same) + len(issued) * ("word/document.xml" in same)


def _differences(name: str, issued: Mapping[str, str], parts: Mapping[str, str], file: str) -> Iterator[Finding]:
    for part in sorted(issued.keys() | parts.keys()):
        if issued.get(part) != parts.get(part):
            change = "is missing" if part not in parts else "was added" if part not in issued else "was changed"
            yield error("verify-part", f"{part} {change} since it was issued as {name}", Place(file))
