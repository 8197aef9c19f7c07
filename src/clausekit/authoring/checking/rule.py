"""A rule: a stable code, what it finds, how it is mended, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

from clausekit.authoring.checking.ground import Ground
from clausekit.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found.

    Args:
        place: the file and line.
        message: one plain sentence with the words concerned, in quotation marks.
        clause, position: the topic and position it is about, where it is about one.
    """

    place: Place
    message: str
    clause: str | None = None
    position: str | None = None


class Needs(IntEnum):
    """What must be in order before a rule can look; each needs what stands above it."""

    NOTHING = 0
    FILES = 1  # every file can be read
    DRAFTS = 2  # no rule has found an error, so that agreements can be drafted


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the check.

    Args:
        finds: what it finds, for the table of rules.
        mend: what to do about it; it ends every message.
    """

    code: str
    severity: Severity
    finds: str
    mend: str
    look: Callable[[Ground], Iterable[Fault]]
    needs: Needs = Needs.NOTHING

    def findings(self, ground: Ground) -> list[Finding]:
        """What the rule finds, each as a finding that says how it is mended."""
        return [self._finding(fault) for fault in self.look(ground)]

    def _finding(self, fault: Fault) -> Finding:
        stop = "" if fault.message.endswith((".", "?")) else "."
        message = f"{fault.message}{stop} {self.mend}"
        return Finding(self.code, self.severity, message, fault.place, clause=fault.clause, position=fault.position)
