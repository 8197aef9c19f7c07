"""The receipt of a draft: enough to make the same bytes again and to say what changed.

It holds hashes, dates, versions, positions and findings; no clock, no path, no name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from clausekit.finding import Finding

FORMAT = 1


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def finding_id(finding: Finding) -> str:
    """What a finding is about, in one stable line, whatever its level."""
    parts = (
        finding.code,
        "+".join(finding.instruments),
        finding.party or "",
        finding.clause or "",
        finding.squeeze or "",
        finding.place.fact or "",
    )
    return "|".join(parts)


def receipt(
    *,
    deal: bytes,
    templates: str,
    law_as_of: object,
    known_at: object,
    positions: Mapping[str, str],
    findings: Iterable[Finding],
    files: Mapping[str, Mapping[str, Any]],
) -> bytes:
    """The receipt's bytes.

    Args:
        deal: the bytes of the deal file.
        templates: the hash of the templates, law and house style among them.
        files: for each file's name, its ``sha256`` and the hashes of its ``parts``.
    """
    content = {
        "format": FORMAT,
        "clausekit": version("clausekit"),
        "law_as_of": str(law_as_of),
        "known_at": str(known_at),
        "deal": sha256(deal),
        "templates": templates,
        "positions": dict(sorted(positions.items())),
        "findings": _levels(findings),
        "files": dict(sorted(files.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _levels(findings: Iterable[Finding]) -> dict[str, str]:
    """The level of each finding, or its severity; the last of equal ones is the lightest, so keep the first."""
    found: dict[str, str] = {}
    for finding in findings:
        found.setdefault(finding_id(finding), str(finding.level or finding.severity))
    return dict(sorted(found.items()))


def is_receipt(content: Any) -> bool:
    """Whether `content` is what a receipt holds."""
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        return False
    texts = all(isinstance(content.get(key), str) for key in ("law_as_of", "known_at", "deal", "templates"))
    return texts and all(isinstance(content.get(key), Mapping) for key in ("positions", "findings"))


def changes_since(before: Mapping[str, Any], now: Mapping[str, Any], called: Callable[[str], str]) -> list[str]:
    """What changed between two receipts, a plain line each.

    Args:
        called: what readers call the topic, position, person, law or kind of finding with an id.
    """
    return [
        *_dates(before, now),
        *_hashes(before, now),
        *_moved("Position of", before["positions"], now["positions"], called),
        *_moved("Finding,", before["findings"], now["findings"], called),
    ]


def _dates(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key, words in (("law_as_of", "The day of the law"), ("known_at", "The day of knowledge")):
        if before[key] != now[key]:
            yield f"{words}: {before[key]} became {now[key]}."


def _hashes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key, words in (("deal", "The deal file"), ("templates", "The templates or the law in them")):
        if before[key] != now[key]:
            yield f"{words} changed."


def _moved(word: str, before: Mapping[str, str], now: Mapping[str, str], called: Callable[[str], str]) -> Iterator[str]:
    for name in sorted(before.keys() | now.keys()):
        was, became = before.get(name, "none"), now.get(name, "none")
        if was != became:
            yield f"{word} {_readable(name, called)}: {called(was)} became {called(became)}."


def _readable(name: str, called: Callable[[str], str]) -> str:
    parts = (" against ".join(map(called, part.split("+"))) for part in name.split("|") if part)
    return ", ".join(parts)
