"""References to what an agreement may lack."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from clausekit.agreement.document import Reference
from clausekit.agreement.terms import words_of
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.passages import Passage
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.reasoning import Under
from clausekit.finding import Severity
from clausekit.nearest import did_you_mean

MOST_NAMED = 3  # files in one message


def may_dangle(ground: Ground) -> Iterator[Fault]:
    anchors = _anchors(ground)
    for (key, target), found in groupby(_references(ground), key=lambda one: (one[0].sheet.key, one[1])):
        topic = target.partition(".")[0]
        if topic not in ground.templates.folder.topics() or topic in ground.unread_topics:
            continue  # a topic that does not exist is told where files are read
        present = [ground.printed(passage.sheet, under) for passage, under in anchors.get(target, ())]
        for passage, _, under in list(found)[:1]:
            literals = [ground.printed(passage.sheet, under), *(-literal for literal in present)]
            witness = ground.witness(literals, key, *_positions(ground, topic))
            if witness:
                lacking = _lacking(ground, topic, anchors.get(target, []))
                message = _message(target, witness, lacking, anchors)
                yield Fault(passage.place(f"[[{target}]]"), message, *key)


def _message(target: str, witness: str, lacking: list[str], anchors: dict[str, list[tuple[Passage, Under]]]) -> str:
    if target not in anchors:
        return f"“[[{target}]]” refers to an anchor that no position has{did_you_mean(target, anchors)}"
    what = f"an anchor that is not in {', '.join(lacking[:MOST_NAMED])}" if lacking else "what an agreement can lack"
    return f"“[[{target}]]” refers to {what}: {witness}."


def _lacking(ground: Ground, topic: str, found: list[tuple[Passage, Under]]) -> list[str]:
    """The files of a topic that have no such anchor, where others have."""
    having = {passage.sheet.text.file for passage, _ in found}
    files = (ground.sheets.all[key].text.file for key in _positions(ground, topic))
    return [file for file in files if file not in having]


def _positions(ground: Ground, topic: str) -> list[tuple[str, str]]:
    return [key for key in ground.sheets.all if key[0] == topic]


def _anchors(ground: Ground) -> dict[str, list[tuple[Passage, Under]]]:
    """What can be referred to, and where it stands."""
    found: dict[str, list[tuple[Passage, Under]]] = {}
    for passage in ground.passages:
        if passage.key:
            found.setdefault(passage.key, []).append((passage, passage.under()))
    return found


def _references(ground: Ground) -> Iterator[tuple[Passage, str, Under]]:
    """Every reference, those of one position to one place together."""
    found = [
        (passage, run.target, passage.under(len(words_of(passage.runs[:number]))))
        for passage in ground.passages
        for number, run in enumerate(passage.runs)
        if isinstance(run, Reference)
    ]
    yield from sorted(found, key=lambda one: (one[0].sheet.key, one[1]))


RULE = Rule(
    "reference-may-dangle",
    Severity.ERROR,
    "A reference leads to a topic or an anchor that some combination of positions lacks.",
    "Refer to what is always there, set the anchor in each position of that topic, or test for it.",
    may_dangle,
)
