"""`law --changes`, the register with its overdue reviews, and a deal under the law of another day."""

from __future__ import annotations

import io
import json
from typing import Any

from clausekit.cli.arguments import parse
from clausekit.cli.console import Console
from clausekit.cli.verbs import VERBS
from shared import ROOT

OWN = ("--templates", str(ROOT / "templates"))


def answered(*arguments: str) -> tuple[int, str]:
    """Exit code and standard output of one command, run in this process."""
    out, err = io.StringIO(), io.StringIO()
    options = parse([*arguments, *OWN])
    return VERBS[options.verb](options, Console(out, err, False, False)), out.getvalue()


def as_json(*arguments: str) -> Any:
    return json.loads(answered(*arguments, "--json")[1])


def test_the_register_stands_by_jurisdiction_with_its_overdue_reviews() -> None:
    code, told = answered("law", "--law-as-of", "2026-11-24", "--known-at", "2026-11-24")
    assert code == 0
    heads = [line for line in told.splitlines() if not line.startswith(" ") and "[review-overdue]" not in line]
    assert "The European Union" in heads
    assert heads == list(dict.fromkeys(heads))
    assert "us-bis-affiliates-rule.yaml:1: warning: BIS Affiliates Rule" in told


def test_what_happened_to_the_law() -> None:
    found = as_json("law", "--changes", "2025-09-01", "2025-12-31", "--known-at", "2026-11-24")
    moved = [(one["on"], one["instrument"]) for one in found["changes"] if one["moved"]]
    assert ("2025-09-29", "us-bis-affiliates-rule") in moved
    assert ("2025-11-10", "us-bis-affiliates-rule") in moved
    said = answered("law", "--changes", "2025-09-01", "2025-12-31", "--known-at", "2026-11-24")[1]
    assert "2025-11-10  us-bis-affiliates-rule  in-force -> suspended" in said


def test_a_lead_is_told_without_its_link() -> None:
    found = as_json("law", "--changes", "2026-09-01", "2026-10-31", "--known-at", "2026-11-24")
    leads = [event for one in found["changes"] for event in one["events"] if event["verified"] == "lead"]
    assert leads
    assert not any(event["link"] for event in leads)


def test_a_deal_under_the_law_of_another_day() -> None:
    found = as_json("check", "gulf-ai-campus", "--compare-law-as-of", "2026-06-01")
    assert found["statuses"]["us-bis-affiliates-rule"]["after"] == "suspended"
    assert found["positions"]["ownership"]["after"] == "stated-owners"
    assert any(one["after"] is None for one in found["findings"])
    same = answered("check", "gulf-ai-campus", "--compare-law-as-of", "2026-11-23")
    assert same == (0, "Nothing differs.\n")
