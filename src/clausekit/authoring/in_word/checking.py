"""What is wrong with the words of some positions, seen without a deal."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.agreement import check_references, check_wording, lay_out
from clausekit.agreement.markup import read_part
from clausekit.clauses import Position
from clausekit.drafting import Templates, clause_text
from clausekit.finding import Finding


def faults_of_words(positions: Iterable[Position], templates: Templates) -> list[Finding]:
    """Faults of tags, of references and of markup, at their lines."""
    return [finding for position in positions for finding in _faults(position, templates)]


def _faults(position: Position, templates: Templates) -> list[Finding]:
    circumstances = templates.register.circumstances
    text = clause_text(templates.library.topics[position.topic], position)
    findings = [*check_wording(text, circumstances), *check_references(text, templates.folder.topics())]
    laid_out, _ = lay_out(text, circumstances)
    return findings if laid_out is None else [*findings, *read_part(laid_out.filled)[1]]
