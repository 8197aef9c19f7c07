"""Wording that looks at the nationality or origin of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.passages import SENTENCE_END
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity

PEOPLE = "persons?|people|individuals?|employees?|staff|workers?|engineers?|personnel|students?|researchers?"
TESTS = re.compile(
    r"\b(?:nationalit(?:y|ies)|citizens?|citizenship|ethnic(?:ity)?|racial|race|(?:place|country) of birth"
    rf"|born in|passports?|nationals? of|(?:Chinese|PRC)[- ](?:nationals?|born|origin|{PEOPLE})"
    r"|(?:US|U\.S\.|American|foreign|Russian|Iranian) nationals?)\b",
    re.IGNORECASE,
)
# A sentence that says that it does not count is what we want.
DISCLAIMS = re.compile(
    r"do(?:es)? not count|no clause (?:requires|allows)|regardless of|whatever (?:the|his|her|their)"
    r"|without regard to|no account of|nobody is asked|(?:not|never) (?:ask|test|look)",
    re.IGNORECASE,
)


def tests_nationality(ground: Ground) -> Iterator[Fault]:
    for written in ground.writings:
        if written.place.file in ground.notes:
            continue  # what counsel reads about a topic may speak of it
        for sentence in SENTENCE_END.split(written.words):
            found = TESTS.search(sentence)
            if found and not DISCLAIMS.search(sentence):
                message = f"“{found[0]}” looks at what a person is, not at where access is made or for whom."
                yield Fault(written.place, message, written.topic, written.position)


RULE = Rule(
    "tests-nationality",
    Severity.ERROR,
    "Wording tests people by nationality, citizenship, birth or origin.",
    "Test the place from which access is made, or the organisation and its Headquarters.",
    tests_nationality,
)
