"""The whole assessment of a matter, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clausekit.assessment.choice_of_law import choice_of_law
from clausekit.assessment.choosing import Matter, Outcome, outcome
from clausekit.assessment.cliffs import Cliff, cliff_findings, cliffs
from clausekit.assessment.coming import Coming, coming, coming_findings
from clausekit.assessment.evidence import Evidence, evidence, evidence_findings
from clausekit.assessment.explaining import ClauseReason, DutyReason, clause_reasons, duty_reasons
from clausekit.assessment.findings import atom_findings
from clausekit.assessment.headlines import Headline, headlines
from clausekit.assessment.other_rules import excess, other_findings
from clausekit.assessment.steps import StepDue, steps_due
from clausekit.assessment.undecided import OpenFact, open_facts, undecided_findings
from clausekit.finding import Finding


@dataclass(frozen=True)
class Assessment:
    """What law and clauses together say of a matter; each part is worked out when first asked for."""

    outcome: Outcome

    @property
    def matter(self) -> Matter:
        return self.outcome.matter

    @cached_property
    def atoms(self) -> tuple[Finding, ...]:
        """Gaps, exposures and double binds, the gravest first."""
        return atom_findings(self.outcome)

    @cached_property
    def open_facts(self) -> tuple[OpenFact, ...]:
        """Open facts in order of what they would settle."""
        return open_facts(self.outcome)

    @cached_property
    def cliffs(self) -> tuple[Cliff, ...]:
        return cliffs(self.outcome)

    @cached_property
    def coming(self) -> tuple[Coming, ...]:
        """Every dated event until the last duty ends, and what provides for it."""
        return coming(self.outcome)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the contract asks for as evidence, of whom and from where."""
        return evidence(self.outcome)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of law."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Finding]:
        yield from self.atoms
        yield from undecided_findings(self.outcome, self.open_facts)
        yield from cliff_findings(self.outcome, self.cliffs)
        yield from coming_findings(self.outcome, self.coming)
        yield from evidence_findings(self.evidence)
        yield from choice_of_law(self.matter.standpoint)
        yield from other_findings(self.outcome)

    @cached_property
    def steps(self) -> tuple[StepDue, ...]:
        """What to do beside drafting, for which findings."""
        return steps_due(self.outcome, self.findings)

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        return headlines(self.outcome.bench.register, (*self.atoms, *excess(self.outcome)))

    @cached_property
    def clauses(self) -> tuple[ClauseReason, ...]:
        return clause_reasons(self.outcome)

    @cached_property
    def duties(self) -> tuple[DutyReason, ...]:
        return duty_reasons(self.outcome)


def assess(matter: Matter) -> Assessment:
    """Assess a matter: choose its positions and judge them."""
    return Assessment(outcome(matter))
