"""Faults of syntax in plain words."""

from __future__ import annotations

import yaml

NEVER_CLOSED = "a quote or bracket that is opened here is never closed"
BACKSLASH = "a backslash stands here in double quotes; use single quotes, or write \\\\"
CANNOT_STAND = "this line cannot stand here; mend its indentation, or put the whole text in quotes"
OTHERWISE = "this line cannot be read; look at its indentation, quotes and colons"
REASONS = (
    ("cannot start any token", "this sign cannot begin a text; put the text in quotes"),
    (
        "mapping values are not allowed",
        "a colon stands where none can; put the text in quotes, or mend the indentation",
    ),
    ("could not find expected ':'", "the line before has no colon after its key; write `key: value`"),
    ("end of stream", NEVER_CLOSED),
    ("escape", BACKSLASH),
    ("hexdecimal", BACKSLASH),
    ("flow sequence", "a list in brackets is not closed, or lacks a comma"),
    ("flow mapping", "a group in braces is not closed, or lacks a comma"),
    ("document start", "a second document begins here; keep one"),
    ("block scalar", "after | or > the text begins on the next line"),
    ("block", CANNOT_STAND),
    ("expected key", CANNOT_STAND),
)


def plain_reason(fault: yaml.MarkedYAMLError, text: str) -> tuple[str, int]:
    """What is wrong and the way out, in our words, and the line (from 0) to look at."""
    mark = fault.problem_mark or fault.context_mark
    if mark is None:
        return OTHERWISE, 0
    if text[mark.index : mark.index + 1] == "\t":
        return "a tab stands here; use spaces", mark.line
    said = f"{fault.problem or ''} {fault.context or ''}"
    reason = next((words for sign, words in REASONS if sign in said), OTHERWISE)
    opened = fault.context_mark if reason == NEVER_CLOSED else None
    return reason, opened.line if opened else mark.line
