"""The one line that says how a deal stands: what must be mended, what is missing, or its gravest headline."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.assessment.findings import severity_of
from clausekit.drafting import Templates
from clausekit.editing.judging import Answer, Days, Snapshot
from clausekit.facts.reading import read_with_mistakes
from clausekit.finding import Severity


@dataclass(frozen=True, slots=True)
class Worst:
    """The worst that is said of a deal; `severity` is None where nothing is."""

    severity: Severity | None
    words: str


def worst_finding(text: str, templates: Templates, days: Days) -> Worst:
    """Judge a deal that stands alone, for a list of matters. Takes a while."""
    return worst_of(Snapshot(0, text, read_with_mistakes(text), templates, days).judged())


def worst_of(answer: Answer) -> Worst:
    """The worst of what is said so far."""
    errors = [one for one in answer.first_findings if one.severity is Severity.ERROR]
    if answer.missing:
        return Worst(Severity.ERROR, answer.missing)
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        return Worst(Severity.ERROR, f"{errors[0].message}{more}")
    if answer.headlines:
        first = answer.headlines[0]
        return Worst(severity_of(first.level), first.message)
    return Worst(None, "nothing was found")
