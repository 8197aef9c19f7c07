"""What one filling gathers: inserted runs, findings, and how much work it has done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.document import Run
from clausekit.agreement.tokens import insert_token
from clausekit.conditions.truth import Truth
from clausekit.facts.view import NOT_ASKED, Open, View
from clausekit.finding import Finding, Severity

MAX_STEPS = 20_000  # turns of all loops of one clause file
MAX_CHARACTERS = 1_000_000  # of filled text, inserted values not counted


class LimitError(Exception):
    """The wording went past a limit; `args[0]` says which, fit for a finding."""


@dataclass(frozen=True, slots=True)
class WordingScope:
    """What wording may look at.

    Args:
        deal: the deal's facts.
        decide: answers a circumstance by its name.
        questions: the names of all circumstances, each with the question that would decide it.
        china: what `{{ china }}` prints: which places "China" means in this contract.
    """

    deal: View
    decide: Callable[[str], Truth]
    questions: Mapping[str, str]
    china: str | Open = NOT_ASKED


@dataclass(slots=True)
class Ledger:
    """The state of one filling."""

    clause: ClauseText
    scope: WordingScope
    names: Mapping[str, str]  # what people call the parties: party id -> "Supplier"
    inserts: list[Run] = field(default_factory=list)
    findings: dict[Finding, None] = field(default_factory=dict)
    steps: int = 0
    reached: set[tuple[int, str]] = field(default_factory=set)

    def reach(self, spot: int, outcome: str) -> None:
        """Note how a spot of the wording came out."""
        self.reached.add((spot, outcome))

    def insert(self, run: Run) -> str:
        """The token that stands for `run` in the filled text."""
        self.inserts.append(run)
        return insert_token(len(self.inserts) - 1)

    def step(self) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise LimitError(f"its loops turn more than {MAX_STEPS} times")

    def report(self, finding: Finding) -> None:
        self.findings.setdefault(finding)

    def error(self, code: str, message: str, line: int) -> None:
        self.report(self.clause.finding(code, message, line))

    def warning(self, code: str, message: str, line: int) -> None:
        self.report(self.clause.finding(code, message, line, Severity.WARNING))
