"""Proofreading of a document: one function for each rule, each fault a finding.

Dangling references are found where references are resolved, in numbering.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from clausekit.agreement.document import Document
from clausekit.agreement.proofreading.blanks import open_blank
from clausekit.agreement.proofreading.passages import Proof
from clausekit.agreement.proofreading.slips import doubled_word, stray_bracket
from clausekit.agreement.proofreading.terms_defined import term_defined_twice, unused_term
from clausekit.agreement.proofreading.undefined_terms import undefined_term
from clausekit.finding import Finding

RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    undefined_term,
    unused_term,
    term_defined_twice,
    doubled_word,
    stray_bracket,
    open_blank,
)


def proofread(document: Document, proper_names: Collection[str] = ()) -> list[Finding]:
    """Proofread `document`; `proper_names` are words that look like terms and are not."""
    proof = Proof(document, frozenset(proper_names))
    return [finding for rule in RULES for finding in rule(proof)]


__all__ = ["RULES", "proofread"]
