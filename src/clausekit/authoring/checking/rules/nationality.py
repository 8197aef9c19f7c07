"""Wording that looks at the nationality or origin of a person; the words to watch for stand in `law/wording.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity


def tests_nationality(ground: Ground) -> Iterator[Fault]:
    watches = [watch for watch in ground.register.watches.values() if watch.never_in_templates]
    for written in ground.writings:
        if written.place.file in ground.notes:
            continue  # what counsel reads about a topic may speak of it
        for words in (words for watch in watches for words in watch.found_in(written.words)):
            message = f"“{words}” looks at what a person is, not at where access is made or for whom."
            yield Fault(written.place, message, written.topic, written.position)


RULE = Rule(
    "tests-nationality",
    Severity.ERROR,
    "Wording tests people by nationality, citizenship, birth or origin.",
    "Test the place from which access is made, or the organisation and its Headquarters.",
    tests_nationality,
)
