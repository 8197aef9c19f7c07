"""Trying a deal: its contract, and the goals that it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from clausekit.agreement import Document, WordingScope
from clausekit.agreement.filled import Filled
from clausekit.agreement.wording import fill
from clausekit.assessment import Matter
from clausekit.authoring.clause_texts import Sheets
from clausekit.authoring.covering.edits import AS_IT_STANDS, Edits, agree
from clausekit.authoring.covering.levers import Levers, lists_without_members
from clausekit.authoring.covering.samples import sample_member
from clausekit.authoring.settings import BadSetting, Setting, Stage
from clausekit.clauses import NONE
from clausekit.conditions import Scope
from clausekit.drafting import clause_text, contract_of, matter_of, wording_scope
from clausekit.facts import Fact, View
from clausekit.finding import Finding, has_errors

Reached = frozenset[tuple[str, str, int, str]]  # topic, position, spot (-1 for the position), outcome


@dataclass(frozen=True)
class Trial:
    """A setting with every topic's position chosen, tried.

    Args:
        chosen: the position of each topic; nothing is left to the assessment.
    """

    matter: Matter
    chosen: Mapping[str, str]

    @cached_property
    def printed(self) -> tuple[Document, list[Finding]]:
        return contract_of(self.matter, self.chosen)

    @cached_property
    def reached(self) -> Reached:
        """Every position that is printed, and how its spots come out."""
        document, findings = self.printed
        topics = {getattr(block, "clause", "") for block in document.blocks}
        return frozenset() if has_errors(findings) else frozenset(self._reached(topics))

    def leads_to(self, topic: str, position: str, spot: int, outcome: str) -> bool:
        """Whether a spot comes out so once its position is printed: a quick look, before the whole is printed."""
        if topic not in self.matter.form.schedules and self.chosen.get(topic) != position:
            return False
        filled = self._filled(topic, position)
        return filled is not None and (spot < 0 or (spot, outcome) in filled.reached)

    def _filled(self, topic: str, position: str) -> Filled | None:
        library = self.matter.library
        return fill(clause_text(library.topics[topic], library.position(topic, position)), self._scope)[0]

    @cached_property
    def _scope(self) -> WordingScope:
        return wording_scope(self.matter)

    def _reached(self, topics: set[str]) -> set[tuple[str, str, int, str]]:
        found: set[tuple[str, str, int, str]] = set()
        for topic, position in self._included(topics):
            filled = self._filled(topic, position)
            if filled is not None:
                found.add((topic, position, -1, "printed"))
                found |= {(topic, position, *outcome) for outcome in filled.reached}
        return found

    def _included(self, topics: set[str]) -> list[tuple[str, str]]:
        form, library = self.matter.form, self.matter.library
        schedules = [
            (topic, next(iter(library.topics[topic].positions))) for topic in form.schedules if topic in topics
        ]
        return [*((topic, position) for topic, position in self.chosen.items() if position != NONE), *schedules]


@dataclass
class Trying:
    """Tries settings of one starter deal."""

    sheets: Sheets
    stage: Stage
    deal: str
    day: date

    @cached_property
    def levers(self) -> Levers:
        """Levers for the deal, every list of it with a member."""
        return self._levers(self.ground)

    def _levers(self, edits: Edits) -> Levers:
        deal = self.stage.deal(Setting(self.deal, edits, {}, self.day, self.day))
        matter, _ = matter_of(deal, self.stage.templates, self.day, self.day, {})
        return Levers(matter.standpoint.register, _names(matter))

    def _matter(self, edits: Edits) -> Matter:
        deal = self.stage.deal(self.setting(edits, {}))
        matter, _ = matter_of(deal, self.stage.templates, self.day, self.day, {})
        return matter

    def can_be_read(self, edits: Edits) -> bool:
        """Whether the deal can be read with these answers: whether they fit together."""
        try:
            return bool(self.stage.deal(self.setting(edits, {})))
        except BadSetting:
            return False

    @cached_property
    def ground(self) -> Edits:
        """A member for every list that wording repeats over and that the deal leaves without one."""
        plain = self._levers({})
        found: dict[str, Any] = {}
        for sheet in self.sheets.all.values():
            for path in lists_without_members(sheet.laid_out.spots, plain):
                found.setdefault(path, {"sample": sample_member(path)})
        return {path: member for path, member in found.items() if self._fits(path, member)}

    def _fits(self, path: str, member: Any) -> bool:
        try:
            return bool(self.stage.deal(Setting(self.deal, {path: member}, {}, self.day, self.day)))
        except BadSetting:
            return False

    def setting(self, edits: Edits, chosen: Mapping[str, str]) -> Setting:
        """The deal, on the ground that every list has a member where the edits do not say otherwise."""
        ground = {path: member for path, member in self.ground.items() if agree({path: AS_IT_STANDS}, edits)}
        return Setting(self.deal, {**ground, **edits}, chosen, self.day, self.day)

    def trial(self, edits: Edits, chosen: Mapping[str, str]) -> Trial | None:
        """The deal with `edits`; topics not in `chosen` take the first position that the circumstances allow."""
        try:
            matter = self._matter(edits)
        except BadSetting:
            return None
        return Trial(matter, {**allowed(matter), **chosen})


def allowed(matter: Matter) -> dict[str, str]:
    """For each topic, the first position that the circumstances allow."""
    scope: Scope = matter.standpoint.scope
    found = {}
    for topic in matter.topics:
        for position in topic.positions.values():
            if position.use_when(scope).possible:
                found[topic.id] = position.id
                break
    return found


def _names(matter: Matter) -> dict[str, Any]:
    """What wording and conditions call the views of a deal."""
    from clausekit.agreement.wording.filling import names_in

    named: Mapping[str, Any] = names_in(wording_scope(matter))
    return {name: seen for name, seen in named.items() if isinstance(seen, View | Fact)}
