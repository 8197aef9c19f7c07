"""Positions that no agreement can take, and topics that are left without one."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Needs, Rule
from clausekit.authoring.clause_texts import Key
from clausekit.clauses import Topic
from clausekit.finding import Severity


def never_chosen(ground: Ground) -> Iterator[Fault]:
    for key, literal in ground.world.positions.items():
        if key in ground.sheets.all and not ground.can_be([literal, *_certainly(ground, key)]):
            sheet = ground.sheets.all[key]
            message = f"No agreement can take the position “{key[1]}”: {_why(ground, key[0])}."
            yield Fault(sheet.text.place(1), message, *key)


def _certainly(ground: Ground, key: Key) -> list[int]:
    """That the circumstances allow a position for sure; one that is only possible while a fact is open is no choice."""
    if key[0] in ground.sheets.referrers:
        return []
    use_when = ground.sheets.library.position(*key).use_when.formula
    return [-ground.world.encoding.of(use_when).deniable]


def _why(ground: Ground, topic: str) -> str:
    referrers = ground.sheets.referrers
    if topic not in referrers:
        return "its “use_when” never holds"
    return "a schedule is printed in its first position" if referrers[topic] else "no position refers to this schedule"


def no_choice(ground: Ground) -> Iterator[Fault]:
    for name in ground.sheets.form.running_order:
        topic = ground.sheets.library.topics[name]
        if topic.positions and _has_gap(ground, topic):
            witness = ground.witness([ground.world.without(topic)])
            message = f"“{topic.title}” has no position in some circumstance, {witness}."
            yield Fault(topic.place, message, name)


def _has_gap(ground: Ground, topic: Topic) -> bool:
    """Whether a topic can be without a position, and not just where its first position says so."""
    first, *others = (ground.world.encoding.of(one.use_when.formula).possible for one in topic.positions.values())
    if not ground.can_be([ground.world.without(topic)]):
        return False
    return any(ground.can_be([-first, other]) for other in others)


def does_nothing(ground: Ground) -> Iterator[Fault]:
    for topic in ground.sheets.library.topics.values():
        doing = [one for one in topic.positions.values() if one.does or one.softens]
        for position in topic.positions.values():
            if doing and not position.does and not position.softens:
                message = f"“{position.id}” commits nobody to any conduct, while “{doing[0].id}” does."
                yield Fault(ground.line_of(position.file, "does:"), message, topic.id, position.id)


def not_in_agreement(ground: Ground) -> Iterator[Fault]:
    form = ground.sheets.form
    for name, topic in ground.sheets.library.topics.items():
        if name not in (*form.running_order, *form.schedules):
            yield Fault(topic.place, f"The topic “{name}” stands in no agreement.", name)


RULES = (
    Rule(
        "position-never-chosen",
        Severity.WARNING,
        "A position can be taken in no agreement.",
        "Change its “use_when”, or delete the file.",
        never_chosen,
        needs=Needs.FILES,
    ),
    Rule(
        "topic-without-choice",
        Severity.WARNING,
        "A topic has no position in some circumstance, and its first position does not say when it is left out.",
        "Let the positions cover every circumstance between them, or give the first one the widest “use_when”.",
        no_choice,
        needs=Needs.FILES,
    ),
    Rule(
        "position-does-nothing",
        Severity.WARNING,
        "A position’s head names no conduct, while others of its topic do, so that nothing can be said of it.",
        "Say under “does” to what the words commit whom; conduct.md lists every conduct.",
        does_nothing,
    ),
    Rule(
        "topic-not-in-agreement",
        Severity.WARNING,
        "A topic stands neither in the running order nor among the schedules.",
        "Add it to the file in agreements/, or delete the folder.",
        not_in_agreement,
        needs=Needs.FILES,
    ),
)
