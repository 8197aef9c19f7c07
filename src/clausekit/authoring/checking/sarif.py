"""Findings in the format that editors and code hosts read: SARIF 2.1.0."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from clausekit.authoring.checking.rules import RULES
from clausekit.authoring.reading_codes import READING_CODES
from clausekit.finding import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
QUOTED = re.compile(r"“([^”]+)”|'([^']+)'|(\[\[[^\]]+\]\])")


def sarif(findings: Iterable[Finding], lines: Mapping[str, list[str]]) -> dict[str, Any]:
    """A log of one run.

    Args:
        lines: the lines of the files concerned, by name; with them a result marks the words it is about.
    """
    driver = {"name": "clausekit", "rules": _rules()}
    results = [_result(finding, lines) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def words_of(finding: Finding) -> str:
    """The words concerned: what the message quotes first."""
    found = QUOTED.search(finding.message)
    return next(filter(None, found.groups())) if found else ""


def _rules() -> list[dict[str, Any]]:
    own = [{"id": rule.code, "shortDescription": {"text": rule.finds}, "help": {"text": rule.mend}} for rule in RULES]
    return [*own, *({"id": code, "shortDescription": {"text": finds}} for code, finds in READING_CODES.items())]


def _result(finding: Finding, lines: Mapping[str, list[str]]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": finding.message},
    }
    if finding.place.file:
        artifact = {"uri": PurePath(finding.place.file).as_posix()}
        location: dict[str, Any] = {"artifactLocation": artifact}
        if finding.place.line:
            location["region"] = _region(finding, lines.get(finding.place.file, []))
        result["locations"] = [{"physicalLocation": location}]
    return result


def _region(finding: Finding, lines: list[str]) -> dict[str, int]:
    """The line, and where in it the words concerned stand."""
    line = finding.place.line or 1
    words = words_of(finding)
    text = lines[line - 1] if line <= len(lines) else ""
    start = text.find(words) if words else -1
    columns = {"startColumn": start + 1, "endColumn": start + 1 + len(words)} if start >= 0 else {}
    return {"startLine": line, **columns}
