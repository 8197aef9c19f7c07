"""What is stale since a draft: the deal as it is judged now beside the draft's receipt."""

from __future__ import annotations

import json

from clausekit.assessment.naming import Names
from clausekit.editing.drafted import Drafted
from clausekit.editing.judging import Answer
from clausekit.receipt import changes_since, receipt


def stale_since(drafted: Drafted, answer: Answer) -> list[str]:
    """What is no longer as it was drafted, a plain line each; empty where the draft is fresh. Waits for the answer."""
    if answer.assessment is None:
        return ["The deal can no longer be drafted as it stands."]
    law_as_of, known_at = answer.days
    now = receipt(
        deal=answer.snapshot.text.encode(),
        templates=answer.snapshot.templates.folder.hash(),
        law_as_of=law_as_of,
        known_at=known_at,
        positions=answer.assessment.outcome.chosen,
        findings=answer.findings,
        files={},
    )
    return changes_since(drafted.content, json.loads(now), Names(answer.assessment).called)
