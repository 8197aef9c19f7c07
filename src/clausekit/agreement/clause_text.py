"""What assembly is handed: the chosen clause texts, and the form of the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clausekit.finding import Finding, Place, Severity


class Numbering(StrEnum):
    """What kind of part a clause file is, as its topic's head says."""

    CLAUSE = "clause"
    PARTIES = "parties"
    RECITALS = "recitals"
    SCHEDULE = "schedule"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class ClauseText:
    """The chosen position of one topic: its words, and where they stand.

    Args:
        topic: id of the topic, the name that references use.
        position: id of the chosen position.
        title: the topic's title, for messages.
        numbering: what kind of part it is.
        file: the file as it is shown to people.
        first_line: the line of the file on which `text` begins (after the head).
        text: the words, with their markup.
    """

    topic: str
    position: str
    title: str
    numbering: Numbering
    file: str
    first_line: int
    text: str

    def place(self, line: int) -> Place:
        """The place of a line of the file."""
        return Place(self.file, line)

    def finding(self, code: str, message: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
        """A finding about one line of the file."""
        return Finding(code, severity, message, self.place(line), clause=self.topic, position=self.position)


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """What stands around the clauses.

    Args:
        title: the agreement's title, such as "Technology Supply Agreement".
        matter: title of the matter, for the foot of each page.
        language: BCP 47 tag of the text.
        definitions: the topic that holds the definitions.
        operative_words: the line before the first clause.
    """

    title: str
    matter: str = ""
    language: str = "en-GB"
    definitions: str = "definitions"
    operative_words: str = "The parties agree as follows"
