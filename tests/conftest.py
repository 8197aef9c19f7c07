"""Counts, in words, the tests that were skipped for want of a system program."""

from __future__ import annotations

import os
from collections import Counter

import pytest

os.environ["CLAUSEKIT_CACHE"] = "off"  # tests leave no traces in a person's folders


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each reason to skip, with its count."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"skipped: {count} test{'s' if count != 1 else ''}: {reason}")


def _reason(report: pytest.TestReport) -> str:
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix("Skipped: ")
