"""Terms defined twice, and terms defined and never used."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Alternative
from clausekit.agreement.proofreading.passages import Proof
from clausekit.finding import Finding, Severity


def term_defined_twice(proof: Proof) -> Iterator[Finding]:
    """A term with two definitions, unless they stand in alternatives."""
    first_place: dict[str, str] = {}
    for term, passage in proof.definitions:
        same = term.casefold()
        if same in first_place and not any(isinstance(run, Alternative) for run in passage.runs):
            message = f"“{term}” is defined here and at {first_place[same]}; keep one definition"
            yield passage.finding("term-defined-twice", Severity.WARNING, message)
        first_place.setdefault(same, str(passage.place) or "an earlier place")


def unused_term(proof: Proof) -> Iterator[Finding]:
    """A term that no passage uses, its own definition aside."""
    used = {
        term
        for passage in proof.passages
        for term in proof.finder.used(passage.words)
        if term not in passage.defining and not passage.heading
    }
    for term, passage in proof.definitions:
        if term not in used:
            message = f"“{term}” is defined and not used"
            yield passage.finding("unused-term", Severity.WARNING, message)
