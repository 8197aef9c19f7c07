"""Why each clause stands as it does, what is open, and which dates matter."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.assessment.explaining import Alternative, Change, ClauseReason
from clausekit.assessment.undecided import OpenFact
from clausekit.clauses.library import NONE
from clausekit.word.memo.parts import body, bullet, sentence, strong, subheading, table

SHOWN = 3


def clauses(assessment: Assessment) -> Iterator[Block]:
    """For each clause with a choice: its position, one sentence why, and what the others would cost."""
    for reason in assessment.clauses:
        if reason.alternatives[:-1] or reason.position == NONE:
            yield subheading(f"{reason.title}: {reason.position}")
            yield body(_because(assessment, reason))
            yield from (bullet(*_alternative(assessment, one)) for one in reason.alternatives if one.position != NONE)


def _because(assessment: Assessment, reason: ClauseReason) -> str:
    position = assessment.matter.library.topics[reason.topic].positions.get(reason.position)
    says = f"{sentence(position.says)} " if position else ""
    gives_up = f" It gives up: {sentence(position.gives_up)}" if position and position.gives_up else ""
    return f"{says}Chosen because {reason.because}.{gives_up}"


def _alternative(assessment: Assessment, alternative: Alternative) -> tuple[object, ...]:
    adds = _changes(assessment, alternative.adds)
    removes = _changes(assessment, alternative.removes)
    effect = f"adds {adds or 'no finding'}; removes {removes or 'no finding'}."
    return (strong(f"{alternative.position}: "), f"{sentence(alternative.says)} It {effect}")


def _changes(assessment: Assessment, changes: tuple[Change, ...]) -> str:
    titles = {one.id: one.title for one in assessment.outcome.bench.register.instruments.values()}
    words = dict.fromkeys(_change(titles, change) for change in changes)
    shown = list(words)[:SHOWN]
    more = len(words) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _change(titles: dict[str, str], change: Change) -> str:
    laws = " against ".join(titles[name] for name in change.instruments)
    return f"{change.code.replace('-', ' ')} {laws} ({change.level})".replace("  ", " ")


def open_facts(assessment: Assessment) -> Iterator[Block]:
    """The open facts as a table, those that settle most first."""
    rows = [
        (str(number), fact.question, fact.path, _settles(fact)) for number, fact in enumerate(assessment.open_facts, 1)
    ]
    if rows:
        yield table(("", "Question", "Fact", "An answer would move"), rows, (5, 45, 25, 25))


def _settles(fact: OpenFact) -> str:
    findings = max(len(moved.levels) for _, moved in fact.moves)
    topics = sorted({topic for _, moved in fact.moves for topic in moved.positions})
    positions = f", and the position of {', '.join(topics)}" if topics else ""
    return f"{findings} finding{'s' if findings != 1 else ''}{positions}"


def dates(assessment: Assessment) -> Iterator[Block]:
    """Every cliff, and every status that nobody has confirmed."""
    rows = [("now", finding.message) for finding in assessment.findings if finding.code == "unconfirmed-status"]
    rows += [
        (str(cliff.due.on), finding.message.partition(": ")[2])
        for cliff, finding in zip(
            assessment.cliffs, (one for one in assessment.findings if one.code == "cliff"), strict=True
        )
    ]
    if rows:
        yield table(("Day", "What happens, and what it moves"), rows, (14, 86))
