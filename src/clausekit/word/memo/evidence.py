"""The evidence that the contract asks for: who answers, from where, what leaves, and what else would do."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.agreement.wording.labels import in_words
from clausekit.assessment import Assessment
from clausekit.assessment.evidence import Evidence
from clausekit.assessment.naming import Names
from clausekit.word.memo.parts import bullet, sentence, strong, table


def evidence(assessment: Assessment) -> Iterator[Block]:
    """The questions as a table, then what is to be said where an answer leaves a place that limits it."""
    names = Names(assessment)
    rows = [
        (names.clause(one.position.topic), one.source.who, "; ".join(one.places) or "not known", one.asked.gives)
        for one in assessment.evidence
    ]
    if rows:
        yield table(("Clause", "Who answers", "From where", "What is given"), rows, (22, 18, 26, 34))
    told: set[str] = set()
    for one in assessment.evidence:
        if one.limited.possible and one.source.id not in told:
            told.add(one.source.id)
            yield bullet(strong(f"{sentence(one.source.who)} "), f"{one.source.says}{_path(one)}")


def _path(one: Evidence) -> str:
    others = "; ".join(f"{in_words(other.id)} ({other.says.rstrip('.')})" for other in one.others)
    return f" Other evidence: {others}." if others else ""
