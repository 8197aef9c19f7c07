"""Words that an authority has withdrawn, stated as if they still stood."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity


def withdrawn_words(ground: Ground) -> Iterator[Fault]:
    for instrument in ground.register.instruments.values():
        for event in instrument.events:
            for words in event.withdraws:
                for written in ground.writings:
                    if words.casefold() in written.words.casefold():
                        said = f"“{words}” was withdrawn on or about {event.day} ({instrument.short})."
                        yield Fault(written.place, said, written.topic, written.position)


RULE = Rule(
    "withdrawn-wording",
    Severity.ERROR,
    "Words that the register notes as withdrawn stand in a clause, a head or a note for counsel.",
    "Say what the instrument says now; clausekit law shows it.",
    withdrawn_words,
)
