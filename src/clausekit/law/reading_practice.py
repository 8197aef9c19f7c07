"""The shapes of `forum.yaml`, `evidence.yaml`, `steps.yaml` and `wording.yaml` in `templates/law/`."""

from __future__ import annotations

from typing import Literal

from clausekit.law.reading import Day, Shape, Word

ForumFact = Literal[
    "governing_law", "forum.kind", "forum.courts", "forum.seat", "forum.institution", "parties", "sites", "orders.title"
]
LevelWord = Literal["note", "caution", "serious", "grave"]


class ForumPointShape(Shape):
    code: Word
    when: str
    fact: ForumFact
    says: str
    confirm: str = ""
    instruments: list[Word]
    level: LevelWord = "note"
    judged_by: str
    judged_on: Day


class EvidenceSourceShape(Shape):
    who: str
    when: str
    says: str
    instruments: list[Word]
    level: LevelWord = "note"
    judged_by: str
    judged_on: Day


class StepShape(Shape):
    says: str
    who: str
    by: str
    codes: list[Word]
    families: list[Word] | None = None
    reaches: LevelWord = "note"
    when: str = "true"
    judged_by: str
    judged_on: Day


class WatchShape(Shape):
    conduct: Word
    linked_to: str | None = None
    words: list[str]
    beside: list[str] | None = None
    unless: list[str] | None = None
    in_templates: Literal["allowed", "never"] = "allowed"
    says: str
    advice: str
