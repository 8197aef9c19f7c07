"""What persons, clauses and laws are called before readers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausekit.assessment.assess import Assessment

WORDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Names:
    """Names for readers, by id; an id that is none of a matter's stands for itself."""

    def __init__(self, assessment: Assessment) -> None:
        self._persons = {person.id: person.name for person in assessment.outcome.bench.persons}
        self._topics = {topic.id: topic.title for topic in assessment.matter.library.topics.values()}
        register = assessment.outcome.bench.register
        self._laws = {one.id: one.short for one in register.instruments.values()}
        self._families = register.families

    def person(self, party: str) -> str:
        return self._persons.get(party, party)

    def persons(self, parties: Iterable[str]) -> str:
        return "; ".join(map(self.person, parties))

    def clause(self, topic: str) -> str:
        return self._topics.get(topic, topic)

    def clauses(self, topics: Iterable[str]) -> str:
        return ", ".join(map(self.clause, topics))

    def law(self, instrument: str) -> str:
        return self._laws[instrument]

    def laws(self, instruments: Iterable[str], between: str = ", ") -> str:
        return between.join(map(self.law, instruments))

    def called(self, name: str) -> str:
        """What readers call whatever has this id; a word made of words, with spaces, where nothing has."""
        known = self._topics.get(name) or self._laws.get(name) or self._persons.get(name)
        return known or (name.replace("-", " ") if WORDS.fullmatch(name) else name)

    def families(self, families: Iterable[str], between: str = " against ") -> str:
        return between.join(self._families[family] for family in families)
