"""The clause texts of a library, laid out without a deal, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.agreement import ClauseText, LaidOut, lay_out
from clausekit.agreement.markup import Part, read_part
from clausekit.agreement.schedules import topics_in
from clausekit.clauses import Form, Library, Position, Topic
from clausekit.drafting import FORM, Templates, clause_text
from clausekit.finding import Finding

Key = tuple[str, str]  # topic and position


@dataclass(frozen=True, slots=True)
class Sheet:
    """One position, laid out: its text, its spots and its markup read."""

    topic: Topic
    position: Position
    text: ClauseText
    laid_out: LaidOut
    part: Part

    @property
    def key(self) -> Key:
        return self.topic.id, self.position.id


@dataclass(frozen=True)
class Sheets:
    """Every position of the library that can be laid out, and what is wrong with their markup."""

    templates: Templates

    @property
    def library(self) -> Library:
        return self.templates.library

    @property
    def form(self) -> Form:
        return self.library.forms[FORM]

    @cached_property
    def all(self) -> Mapping[Key, Sheet]:
        """Every sheet of the form, in running order and then the schedules, by topic and position."""
        return {sheet.key: sheet for sheet, _ in self._read if sheet}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Key, ...]]:
        """For each schedule, the positions that refer to it and so bring it along, in running order."""
        topics = {key: _topics(sheet) for key, sheet in self.all.items()}
        return {
            schedule: tuple(key for key, named in topics.items() if schedule in named and key[0] != schedule)
            for schedule in self.form.schedules
        }

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Faults of markup that show without a deal."""
        return tuple(finding for _, findings in self._read for finding in findings)

    @cached_property
    def _read(self) -> tuple[tuple[Sheet | None, list[Finding]], ...]:
        return tuple(self._all())

    def _all(self) -> Iterator[tuple[Sheet | None, list[Finding]]]:
        for topic in map(self.library.topics.__getitem__, (*self.form.running_order, *self.form.schedules)):
            for position in topic.positions.values():
                yield self._sheet(topic, position)

    def _sheet(self, topic: Topic, position: Position) -> tuple[Sheet | None, list[Finding]]:
        text = clause_text(topic, position)
        laid_out, faults = lay_out(text, self.templates.register.circumstances)
        if laid_out is None:
            return None, faults
        part, faults = read_part(laid_out.filled)
        return Sheet(topic, position, text, laid_out, part), faults


def _topics(sheet: Sheet) -> frozenset[str]:
    """The topics that a position refers to, in its words or in the definitions it brings."""
    blocks = [*sheet.part.body, *(paragraph for entry in sheet.part.definitions for paragraph in entry.paragraphs)]
    return frozenset(topics_in(blocks))
