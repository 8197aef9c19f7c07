"""References that no agreement could resolve, seen in a clause file before a deal fills it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.markup.inline import NAME
from clausekit.finding import Finding
from clausekit.nearest import did_you_mean

REFERENCE = re.compile(rf"\[\[(?P<topic>{NAME})(?:\.{NAME})?\]\]")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def check_references(clause: ClauseText, topics: Collection[str]) -> list[Finding]:
    """A finding for each reference to a topic that is not among `topics`."""
    return list(_unknown(clause, topics))


def _unknown(clause: ClauseText, topics: Collection[str]) -> Iterator[Finding]:
    words = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), clause.text)
    for found in REFERENCE.finditer(words):
        topic = found["topic"]
        if topic not in topics:
            line = clause.first_line + words.count("\n", 0, found.start())
            message = f"{found[0]} refers to no topic{did_you_mean(topic, topics)}"
            yield clause.finding("dangling-reference", message, line)
