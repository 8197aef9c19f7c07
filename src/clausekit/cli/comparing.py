"""What a deal would meet under the law of another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from clausekit.assessment import Assessment, assess
from clausekit.assessment.comparing import Comparison, Difference, compare
from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.law import Status


def print_comparison(before: Assessment, day: date, options: Options, console: Console) -> None:
    """What differs under the law of `day`: statuses, positions, findings and their levels."""
    matter = before.matter
    after = assess(replace(matter, standpoint=matter.standpoint.on(day)))
    found = compare(before, after)
    if options.json:
        days = {"law_as_of": str(matter.standpoint.law_as_of), "compared_with": str(day)}
        console.json({"deal": options.deal, **days, "known_at": str(matter.standpoint.known_at), **_as_json(found)})
        return
    console.say(f"compared with the law as of {day}")
    for line in comparison_lines(found):
        console.data(line)


def comparison_lines(found: Comparison) -> list[str]:
    """What differs, a line each."""
    statuses = [f"{name}: {_said(was)} -> {_said(now)}" for name, (was, now) in found.statuses.items()]
    positions = [f"{topic}: {was} -> {now}" for topic, (was, now) in found.positions.items()]
    parts = {"Law": statuses, "Positions": positions, "Findings": [_line(one) for one in found.findings]}
    lines = [line for title, inside in parts.items() if inside for line in (title, *(f"  {one}" for one in inside))]
    return lines or ["Nothing differs."]


def _line(one: Difference) -> str:
    found = one.finding
    laws = " x ".join(found.instruments)
    about = ", ".join(part for part in (laws, found.party, found.clause) if part)
    return f"{found.code} ({about or found.message}): {one.before or 'not found'} -> {one.after or 'not found'}"


def _said(status: Status) -> str:
    return status.name if status.confirmed else f"{status.name}, not confirmed"


def _as_json(found: Comparison) -> dict[str, Any]:
    return {
        "statuses": {name: {"before": _said(was), "after": _said(now)} for name, (was, now) in found.statuses.items()},
        "positions": {topic: {"before": was, "after": now} for topic, (was, now) in found.positions.items()},
        "findings": [one.as_json() for one in found.findings],
    }
