"""Why each clause stands as it does, what is open, and which dates matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausekit.agreement.document import Block, Paragraph
from clausekit.assessment import Assessment
from clausekit.assessment.explaining import Alternative, Change, ClauseReason
from clausekit.assessment.naming import Names
from clausekit.assessment.undecided import OpenFact
from clausekit.clauses import NONE
from clausekit.facts import Deal
from clausekit.finding import NOTHING, Level
from clausekit.law.atoms import worst
from clausekit.word.memo.parts import body, bullet, counted, fact, sentence, strong, subheading, table

Pair = tuple[str, tuple[str, ...]]


def clauses(assessment: Assessment) -> Iterator[Block]:
    """For each clause with a choice: its position, one sentence why, and what the others would cost."""
    names = Names(assessment)
    for reason in assessment.clauses:
        others = [one for one in reason.alternatives if one.position != NONE]
        if others or reason.position == NONE:
            yield subheading(f"{reason.title}: {reason.position}")
            yield from _because(assessment, reason)
            yield from (_alternative(names, one) for one in others)


def _because(assessment: Assessment, reason: ClauseReason) -> Iterator[Block]:
    position = assessment.matter.library.topics[reason.topic].positions.get(reason.position)
    says = f"{sentence(position.says)} " if position else ""
    yield body(f"{says}It stands because {reason.because}.")
    stated = _stated_reason(assessment.matter.standpoint.deal, reason.topic)
    if stated:
        yield body(strong("Counsel's reason: "), fact(stated))
    if position and position.gives_up:
        yield body(strong("Gives up: "), sentence(position.gives_up))


def _stated_reason(deal: Deal, topic: str) -> str | None:
    """The true reason that counsel gave in the deal file for a position."""
    chosen = deal.positions.get(topic) if isinstance(deal.positions, Mapping) else None
    return chosen.reason if chosen and isinstance(chosen.reason, str) else None


def _alternative(names: Names, alternative: Alternative) -> Paragraph:
    effects = "; ".join(_effects(names, alternative)) or "no finding changes"
    return bullet(strong(f"{alternative.position}: "), f"{sentence(alternative.says)} {sentence(effects)}")


def _effects(names: Names, alternative: Alternative) -> Iterator[str]:
    """What choosing it would add, remove, raise and lower: one entry for each pair of laws, at its worst."""
    after, before = _worst(alternative.adds), _worst(alternative.removes)
    for word, keys in (
        ("adds", [key for key in after if key not in before]),
        ("raises", [key for key in after if key in before and _rank(after[key]) > _rank(before[key])]),
        ("lowers", [key for key in after if key in before and _rank(after[key]) < _rank(before[key])]),
        ("removes", [key for key in before if key not in after]),
    ):
        told = [_told(names, key, before.get(key, NOTHING), after.get(key, NOTHING)) for key in keys]
        if told:
            yield f"{word} {', '.join(told)}"


def _worst(changes: Iterable[Change]) -> dict[Pair, Level]:
    """The worst level of each pair of laws, without exposures that a double bind already tells."""
    told = list(changes)
    bound = {change.instruments[-1] for change in told if change.code == "double-bind"}
    found: dict[Pair, list[Level]] = {}
    for change in told:
        if change.code == "exposure" and change.instruments[-1] in bound:
            continue
        found.setdefault((change.code, change.instruments), []).append(change.level)
    return {key: worst(levels) for key, levels in found.items()}


def _rank(level: Level) -> tuple[int, int]:
    return level.at_most, level.at_least


def _told(names: Names, key: Pair, before: Level, after: Level) -> str:
    code, instruments = key
    what = f"{code.replace('-', ' ')} {names.laws(instruments, ' against ')}".strip()
    if NOTHING in (before, after):
        return f"{what} ({after if before == NOTHING else before})"
    return f"{what} ({before}, then {after})"


def open_facts(assessment: Assessment) -> Iterator[Block]:
    """The open facts as a table, those that settle most first."""
    names = Names(assessment)
    rows = [(str(rank), one.question, _settles(names, one)) for rank, one in enumerate(assessment.open_facts, 1)]
    if rows:
        yield table(("", "Question", "An answer would move"), rows, (5, 65, 30))


def _settles(names: Names, one: OpenFact) -> str:
    findings = counted(max(len(moved.levels) for moved in one.moves), "finding")
    topics = sorted({topic for moved in one.moves for topic in moved.positions})
    return f"{findings}, and the position of {names.clauses(topics)}" if topics else findings


def dates(assessment: Assessment) -> Iterator[Block]:
    """Every status that nobody has confirmed, and every cliff inside the term."""
    unconfirmed = [finding for finding in assessment.findings if finding.code == "unconfirmed-status"]
    rows = [("now", finding.message) for finding in unconfirmed]
    found = [finding for finding in assessment.findings if finding.code == "cliff"]
    for cliff, finding in zip(assessment.cliffs, found, strict=True):
        rows.append((str(cliff.due.on), finding.message.partition(": ")[2]))
    if rows:
        yield table(("Day", "What happens, and what it moves"), rows, (14, 86))
