"""From a finding to the words of a contract that it concerns."""

from __future__ import annotations

from clausekit.agreement.document import Document, Paragraph, Role
from clausekit.finding import Finding

OPERATIVE = (Role.CLAUSE_2, Role.CLAUSE_3, Role.SCHEDULE_2, Role.BODY)


class Anchors:
    """The paragraphs of one contract, found by the line of their template and by their clause."""

    def __init__(self, contract: Document) -> None:
        self._by_line: dict[tuple[str | None, int | None], Paragraph] = {}
        self._operative: dict[str, Paragraph] = {}
        self._first: dict[str, Paragraph] = {}
        for block in contract.blocks:
            if isinstance(block, Paragraph):
                self._note(block)

    def _note(self, block: Paragraph) -> None:
        if block.place.file is not None:
            self._by_line.setdefault((block.place.file, block.place.line), block)
        if block.clause:
            self._first.setdefault(block.clause, block)
        if block.clause and block.role in OPERATIVE:
            self._operative.setdefault(block.clause, block)

    def of(self, finding: Finding) -> Paragraph | None:
        """The paragraph of the finding's line of a template, else the first words of its clause; None for neither."""
        place, clause = finding.place, finding.clause or ""
        at_line = self._by_line.get((place.file, place.line)) if place.file is not None else None
        return at_line or self._operative.get(clause) or self._first.get(clause)
