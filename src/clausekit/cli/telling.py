"""What a draft found, in a few lines; and why each clause stands as it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clausekit.assessment import Assessment
from clausekit.cli.console import Console
from clausekit.cli.folding import folded
from clausekit.drafting import Draft
from clausekit.finding import Finding, Severity

HEADLINES = 5


def errors_among(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def print_findings(assessment: Assessment, findings: Iterable[Finding], console: Console) -> None:
    """Errors first, then each headline with what is inside it, then all else."""
    inside = {finding for headline in assessment.headlines for finding in headline.findings}
    outside = [finding for finding in findings if finding not in inside]
    errors = errors_among(outside)
    console.listed(errors)
    for message, lines in folded(assessment):
        console.data(message)
        console.listed(lines)
        console.data("")
    console.listed(finding for finding in outside if finding not in errors)
    console.say(f"{len(inside) + len(outside)} findings in all; --json gives each of them whole.")


def say_summary(made: Draft, files: Iterable[Mapping[str, Any]], findings: Iterable[Finding], console: Console) -> None:
    """The files on standard output; what was found on standard error."""
    for file in files:
        console.data(str(file["path"]))
    for headline in made.assessment.headlines[:HEADLINES]:
        console.say(headline.message)
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    console.say(f"{counts[Severity.WARNING]} warnings and {counts[Severity.NOTE]} notes; 'clausekit check' lists them.")
    for fact in made.assessment.open_facts[:1]:
        console.say(f"Ask first: {fact.question} ({fact.path})")


def print_explanation(assessment: Assessment, console: Console) -> None:
    """Each clause with its reason, and each duty with who bears it."""
    for clause in assessment.clauses:
        console.data(f"{clause.topic}: {clause.position}, because {clause.because}")
        for alternative in clause.alternatives:
            adds = "; ".join(_change(change) for change in alternative.adds) or "nothing"
            removes = "; ".join(_change(change) for change in alternative.removes) or "nothing"
            console.data(f"    {alternative.position}: adds {adds}; removes {removes}")
    console.data("")
    for duty in assessment.duties:
        answered = ", ".join(duty.discharged_by) or "no clause"
        console.data(
            f"{duty.party}: {duty.duty.instrument} {duty.duty.at}: {duty.duty.mode} "
            f"{', '.join(duty.duty.conducts)} ({duty.status}); answered by {answered}"
        )


def _change(change: Any) -> str:
    laws = " x ".join(change.instruments)
    return f"{change.code} {laws} on {change.party} ({change.level})"
