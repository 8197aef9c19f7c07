"""Findings of law as a person reads them: under their headlines, one line for each clause and person.

A double bind is one finding for each pair of duties, and a deal has a hundred of them. A line
names all laws of one clause and person, and an exposure that a double bind already tells is not
told again; `--json` gives each finding whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clausekit.assessment import Assessment
from clausekit.assessment.naming import Names
from clausekit.finding import Finding, Severity
from clausekit.law.atoms import worst


def folded(assessment: Assessment) -> Iterator[tuple[str, list[Finding]]]:
    """Each headline's message with the findings inside it, folded."""
    names = Names(assessment)
    for headline in assessment.headlines:
        groups: dict[tuple[str | None, ...], list[Finding]] = {}
        for finding in _untold(headline.findings):
            groups.setdefault((finding.clause, finding.party, finding.code), []).append(finding)
        yield headline.message, [_line(group, names) for group in groups.values()]


def _untold(findings: Sequence[Finding]) -> Iterator[Finding]:
    """All but the exposures that are one side of a double bind of the same level."""
    told = {_exposed(finding) for finding in findings if finding.code == "double-bind"}
    return (finding for finding in findings if finding.code != "exposure" or _exposed(finding) not in told)


def _exposed(finding: Finding) -> tuple[object, ...]:
    return finding.clause, finding.party, finding.instruments[-1], finding.level


def _line(group: Sequence[Finding], names: Names) -> Finding:
    """One finding that stands for all of a clause and a person; what concerns no clause is told whole."""
    first = group[0]
    if first.clause is None or not first.instruments:
        return first
    severity = Severity.WARNING if any(one.severity is Severity.WARNING for one in group) else first.severity
    about = f"{names.clause(first.clause)} ({first.position}); {names.person(first.party or '')}"
    return replace(first, message=f"{about}: {_laws(group, names)}{_way_out(group)}.", severity=severity)


def _laws(group: Sequence[Finding], names: Names) -> str:
    """What stands against what, such as “GP10 chip guidance against AFSL (serious), Decree 803 (caution)”."""
    catching: dict[str, list[Finding]] = {}
    for finding in group:
        catching.setdefault(finding.instruments[-1], []).append(finding)
    sides: dict[str, list[str]] = {}
    for law, findings in catching.items():
        demanding = dict.fromkeys(name for finding in findings for name in finding.instruments[:-1])
        level = worst(finding.level for finding in findings if finding.level)
        sides.setdefault(names.laws(demanding, " and "), []).append(f"{names.law(law)} ({level})")
    return "; ".join(f"{f'{side} against ' if side else ''}{', '.join(laws)}" for side, laws in sides.items())


def _way_out(group: Iterable[Finding]) -> str:
    """The positions that lower what any of the findings say."""
    ways = dict.fromkeys(way.position for finding in group for way in finding.avoidable_by or ())
    if ways:
        return f"; lower with {', '.join(ways)}"
    return "; no wording avoids it" if any(finding.routes for finding in group) else ""
