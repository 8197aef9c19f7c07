"""What differs between two assessments of one deal: statuses, positions, and findings with their levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.assessment.assess import Assessment
from clausekit.finding import NOTHING, Finding, Level
from clausekit.law.atoms import worst
from clausekit.law.status import Status

Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing found that is there on one side only, or at another level."""

    finding: Finding
    before: Level | None
    after: Level | None

    def as_json(self) -> dict[str, Any]:
        found = self.finding
        return {
            "code": found.code,
            "instruments": list(found.instruments),
            "party": found.party,
            "clause": found.clause,
            "message": found.message,
            "before": self.before.as_json() if self.before else None,
            "after": self.after.as_json() if self.after else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two assessments.

    Args:
        statuses: of each instrument that is something else, before and after.
        positions: of each topic that takes another position, before and after.
        findings: the gravest first; None stands for the side on which it is not found.
    """

    statuses: Mapping[str, tuple[Status, Status]]
    positions: Mapping[str, tuple[str, str]]
    findings: tuple[Difference, ...]


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What differs between two assessments of one deal, from the first to the second."""
    was, now = before.matter.standpoint.statuses, after.matter.standpoint.statuses
    old, new = before.outcome.chosen, after.outcome.chosen
    return Comparison(
        {name: (was[name], now[name]) for name in now if _said(was[name]) != _said(now[name])},
        {topic: (old[topic], new[topic]) for topic in old if topic in new and old[topic] != new[topic]},
        tuple(sorted(_differences(before, after), key=_gravest_first)),
    )


def _said(status: Status) -> tuple[str, bool | None]:
    return status.name, status.live


def _differences(before: Assessment, after: Assessment) -> Iterator[Difference]:
    old, new = _grouped(before), _grouped(after)
    for key in {**old, **new}:
        was, now = _level(old.get(key)), _level(new.get(key))
        if was != now:
            yield Difference((new.get(key) or old[key])[0], was, now)


def _grouped(assessment: Assessment) -> dict[Identity, list[Finding]]:
    found: dict[Identity, list[Finding]] = {}
    for one in assessment.findings:
        about = (one.code, one.party or "", one.clause or "", *one.instruments, one.squeeze or "", one.place.fact or "")
        found.setdefault(about, []).append(one)
    return found


def _level(group: list[Finding] | None) -> Level | None:
    return worst(finding.level or NOTHING for finding in group) if group else None


def _gravest_first(one: Difference) -> tuple[int, str, Identity, str]:
    highest = max((level.at_most for level in (one.before, one.after) if level), default=0)
    return -highest, one.finding.code, one.finding.instruments, one.finding.message
