"""Steps beside drafting: what no wording can do, for the findings that it serves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from clausekit.assessment.choosing import Outcome
from clausekit.finding import NOTHING, Finding
from clausekit.law.practice import Step


@dataclass(frozen=True, slots=True)
class StepDue:
    """A step of the library and the findings of this deal that it serves."""

    step: Step
    serves: tuple[Finding, ...]

    @property
    def families(self) -> tuple[str, ...]:
        """The families of laws concerned, each once."""
        return tuple(dict.fromkeys(finding.family for finding in self.serves if finding.family))

    def as_json(self) -> dict[str, Any]:
        return {
            "step": self.step.id,
            "says": self.step.says,
            "who": self.step.who,
            "by": self.step.by,
            "codes": sorted({finding.code for finding in self.serves}),
            "families": list(self.families),
        }


def steps_due(result: Outcome, findings: Iterable[Finding]) -> tuple[StepDue, ...]:
    """The steps that serve a finding, in the order of legal staff."""
    found = tuple(findings)
    scope = result.matter.standpoint.scope
    steps = (step for step in result.bench.register.steps.values() if step.when(scope).possible)
    due = (StepDue(step, tuple(finding for finding in found if _serves(step, finding))) for step in steps)
    return tuple(one for one in due if one.serves)


def _serves(step: Step, finding: Finding) -> bool:
    level = finding.level or NOTHING
    concerned = not step.families or finding.family in step.families
    # A finding without a level, such as a status that is not confirmed, is served whatever the step asks for.
    return finding.code in step.codes and concerned and (finding.level is None or level.at_most >= step.reaches)
