"""Why each clause stands as it does, what is open, and which dates matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from clausekit.agreement.document import Block, Paragraph
from clausekit.agreement.wording.labels import in_words
from clausekit.assessment import Assessment
from clausekit.assessment.cliffs import Cliff
from clausekit.assessment.explaining import Alternative, Change, ClauseReason
from clausekit.assessment.naming import Names
from clausekit.assessment.undecided import OpenFact
from clausekit.clauses import NONE
from clausekit.facts import Deal
from clausekit.finding import NOTHING, Level
from clausekit.law.atoms import worst
from clausekit.word.memo.events import what_happens
from clausekit.word.memo.parts import body, bullet, counted, fact, listed, sentence, strong, subheading, table

Catch = tuple[str, str]
"""The code of a finding, and the law that catches or is left open; no law where counsel asked."""
KINDS = {"double-bind": "double bind with", "exposure": "exposure to", "gap": "gap under"}


def clauses(assessment: Assessment) -> Iterator[Block]:
    """For each clause with a choice: its position, one sentence why, and what the others would cost."""
    names = Names(assessment)
    for reason in assessment.clauses:
        others = [one for one in reason.alternatives if one.position != NONE]
        if others or reason.position == NONE:
            yield subheading(f"{reason.title}: {in_words(reason.position) if reason.position != NONE else 'no clause'}")
            yield from _because(assessment, reason)
            yield from (_alternative(names, one) for one in others)


def _because(assessment: Assessment, reason: ClauseReason) -> Iterator[Block]:
    position = assessment.matter.library.topics[reason.topic].positions.get(reason.position)
    if position:
        yield body(f"{sentence(position.says)} It stands because {reason.because}.")
    else:
        yield body(f"There is no such clause, because {reason.because}.")
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
    name = sentence(in_words(alternative.position))
    return bullet(strong(f"{name} "), f"{sentence(alternative.says)} {sentence(effects)}")


def _effects(names: Names, alternative: Alternative) -> Iterator[str]:
    """What choosing it would add, remove, raise and lower: laws together that it moves alike."""
    after, before = _worst(alternative.adds), _worst(alternative.removes)
    for word, keys in (
        ("adds", [key for key in after if key not in before]),
        ("raises", [key for key in after if key in before and _rank(after[key]) > _rank(before[key])]),
        ("lowers", [key for key in after if key in before and _rank(after[key]) < _rank(before[key])]),
        ("removes", [key for key in before if key not in after]),
    ):
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, law in keys:
            move = _move(before.get((code, law), NOTHING), after.get((code, law), NOTHING))
            alike[code, move].append(names.law(law) if law else "what counsel asked for")
        if alike:
            yield f"{word} {', '.join(_told(code, laws, move) for (code, move), laws in alike.items())}"


def _worst(changes: Iterable[Change]) -> dict[Catch, Level]:
    """The worst level by law, without exposures that a double bind already tells."""
    told = list(changes)
    bound = {change.instruments[-1] for change in told if change.code == "double-bind"}
    found: dict[Catch, list[Level]] = defaultdict(list)
    for change in told:
        law = change.instruments[-1] if change.instruments else ""
        if not (change.code == "exposure" and law in bound):
            found[change.code, law].append(change.level)
    return {key: worst(levels) for key, levels in found.items()}


def _rank(level: Level) -> tuple[int, int]:
    return level.at_most, level.at_least


def _move(before: Level, after: Level) -> str:
    return str(after if before == NOTHING else before) if NOTHING in (before, after) else f"{before}, then {after}"


def _told(code: str, laws: Iterable[str], move: str) -> str:
    return f"{KINDS.get(code, code)} {listed(laws)} ({move})"


def open_facts(assessment: Assessment) -> Iterator[Block]:
    """The open facts as a table, those that settle most first."""
    names = Names(assessment)
    rows = [(str(rank), one.question, _settles(names, one)) for rank, one in enumerate(assessment.open_facts, 1)]
    if rows:
        yield table(("", "Question", "An answer would move"), rows, (5, 65, 30))


def _settles(names: Names, one: OpenFact) -> str:
    return _moved(names, max(len(moved.levels) for moved in one.moves), {at for by in one.moves for at in by.positions})


def _moved(names: Names, findings: int, topics: Collection[str]) -> str:
    positions = f", and the position of {names.clauses(sorted(topics))}" if topics else ""
    return f"{counted(findings, 'finding')}{positions}"


def dates(assessment: Assessment) -> Iterator[Block]:
    """Every status that nobody has confirmed, and every cliff inside the term."""
    names = Names(assessment)
    unconfirmed = [finding for finding in assessment.findings if finding.code == "unconfirmed-status"]
    rows = [("now", finding.message) for finding in unconfirmed]
    rows += [(str(cliff.due.on), _cliff(assessment, names, cliff)) for cliff in assessment.cliffs]
    if rows:
        yield table(("Day", "What happens, and what it moves"), rows, (16, 84))


def _cliff(assessment: Assessment, names: Names, cliff: Cliff) -> str:
    moved = _moved(names, len(cliff.moved.levels), cliff.moved.positions)
    return f"{what_happens(assessment, cliff.due)} It would move {moved}."
