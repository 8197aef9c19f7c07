"""Sentences that nobody reads to their end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity

LONGEST = 50  # words
WORD = re.compile(r"[\w’'-]+|\ufffc")


def long_sentence(ground: Ground) -> Iterator[Fault]:
    for passage in ground.passages:
        for sentence in passage.sentences:
            words = WORD.findall(sentence)
            if len(words) > LONGEST:
                beginning = " ".join(sentence.replace("\ufffc", "…").split()[:6])
                message = f"The sentence that begins “{beginning}” has {len(words)} words."
                yield Fault(
                    passage.place(" ".join(sentence.split("\ufffc")[0].split()[:3])), message, *passage.sheet.key
                )


RULE = Rule(
    "long-sentence",
    Severity.WARNING,
    f"A sentence has more than {LONGEST} words.",
    "Make two of it, or set what it lists below each other.",
    long_sentence,
)
