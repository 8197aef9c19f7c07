"""Deals to be worked on, in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from clausekit.editing import Answer, Days, Opened, WorkingDeal, open_deal
from clausekit.finding import Finding
from clausekit.receipt import receipt
from shared import TEMPLATES, TEMPLATES_FOLDER, TODAY

DAYS = Days(TODAY)
SHORT = """\
# A short deal
title: Short   # working title
kind: supply
client: seller
parties:
  seller: {name: Seller Inc., roles: [supplier]}
  # The buyer is new
  buyer:
    name: Buyer AG
    roles: [customer]
    headquarters: DE
"""
CAMPUS = (TEMPLATES_FOLDER.deals / "gulf-ai-campus.yaml").read_text(encoding="utf-8")


def working(text: str = SHORT, days: Days = DAYS) -> WorkingDeal:
    """A deal that is kept in no file."""
    return WorkingDeal(text, TEMPLATES, days)


def put(folder: Path, text: str = SHORT, name: str = "deal.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def opened(path: Path, days: Days = DAYS) -> Opened:
    found, findings = open_deal(path, TEMPLATES, days)
    assert found is not None, findings
    return found


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def beside(path: Path) -> list[str]:
    """The other files in the deal's folder."""
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def receipt_of(answer: Answer) -> bytes:
    """The receipt of a draft of the deal as it was judged."""
    assert answer.assessment is not None
    law_as_of, known_at = answer.days
    return receipt(
        deal=answer.snapshot.text.encode(),
        templates=TEMPLATES_FOLDER.hash(),
        law_as_of=law_as_of,
        known_at=known_at,
        positions=answer.assessment.outcome.chosen,
        findings=answer.findings,
        files={},
    )


ANOTHER_DAY = date(2026, 6, 1)
