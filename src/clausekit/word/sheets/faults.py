"""What cannot be read from an edited sheet, with the paragraph and its words."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.finding import Finding, Place, Severity

LONGEST = 70


@dataclass(frozen=True, slots=True)
class SheetFault:
    """One thing about one paragraph.

    Args:
        number: the paragraph's, counted from 1 through the whole file, tables included.
        quoted: its words.
        severity: an error where it could be read in two ways, so that nothing is.
    """

    code: str
    message: str
    number: int
    quoted: str
    severity: Severity = Severity.ERROR

    def finding(self, file: str) -> Finding:
        words = " ".join(self.quoted.split())
        quoted = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
        return Finding(self.code, self.severity, f"paragraph {self.number}, “{quoted}”: {self.message}", Place(file))
