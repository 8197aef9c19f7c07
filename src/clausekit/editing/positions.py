"""The positions of each clause side by side: what each says, satisfies and breaks, and which is recommended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausekit.agreement.document import Block
from clausekit.assessment.explaining import Change as Effect
from clausekit.assessment.explaining import ClauseReason
from clausekit.clauses import NONE, Choice, Position, Topic
from clausekit.drafting import contract_of
from clausekit.editing.judging import Answer
from clausekit.editing.stated import position_stated
from clausekit.editing.working import WorkingDeal
from clausekit.facts import Deal


@dataclass(frozen=True, slots=True)
class Option:
    """One position that a clause can take.

    Args:
        does: what it commits whom to, a plain line each.
        adds, removes: findings it would add and remove against the position chosen now; empty for that one.
        text: its words in the templates' markup, from which wording of the deal's own can start.
        allowed: whether the circumstances allow it.
    """

    position: str
    says: str
    gives_up: str
    approver: str
    does: tuple[str, ...]
    adds: tuple[Effect, ...]
    removes: tuple[Effect, ...]
    text: str
    chosen: bool
    recommended: bool
    allowed: bool


@dataclass(frozen=True, slots=True)
class ClauseOptions:
    """The positions of one clause.

    Args:
        chosen: the position it takes; ``none`` where it is struck.
        by_counsel: whether counsel chose it; `reason` is counsel's, `because` the program's sentence.
        wording: words of the deal's own; empty where it has none.
        needs_reason: whether counsel's choice is against the recommendation and gives no reason.
    """

    topic: str
    title: str
    about: str
    chosen: str
    recommended: str
    by_counsel: bool
    because: str
    reason: str
    wording: str
    needs_reason: bool
    options: tuple[Option, ...]


def clause_options(answer: Answer) -> tuple[ClauseOptions, ...]:
    """The clauses of the agreement in running order; empty where nothing can be judged yet. Takes a while."""
    if answer.assessment is None:
        return ()
    reasons = {one.topic: one for one in answer.assessment.clauses}
    choices = answer.assessment.outcome.choices
    return tuple(_clause(answer, choices[topic], reason) for topic, reason in reasons.items())


def _clause(answer: Answer, choice: Choice, reason: ClauseReason) -> ClauseOptions:
    assert answer.assessment and answer.deal
    library = answer.assessment.matter.library
    topic = library.topics[choice.topic]
    best = recommended(choice)
    stated = _stated(answer.deal, choice.topic)
    why = stated.get("reason", "")
    by_counsel = choice.topic in answer.deal.chosen_positions
    return ClauseOptions(
        choice.topic,
        topic.title,
        topic.about,
        choice.position,
        best,
        by_counsel,
        reason.because,
        why,
        stated.get("wording", ""),
        by_counsel and choice.position != best and not why,
        tuple(_option(answer, topic, position, choice, reason, best) for position in topic.positions.values()),
    )


def recommended(choice: Choice) -> str:
    """The position that the order of tests puts first, whatever counsel chose."""
    return min(choice.costs, key=lambda position: (choice.costs[position], position), default=NONE)


def _stated(deal: Deal, topic: str) -> Mapping[str, str]:
    """What counsel wrote beside the position of a topic."""
    chosen = deal.positions.get(topic) if isinstance(deal.positions, Mapping) else None
    beside = {"reason": chosen.reason, "wording": chosen.wording} if chosen else {}
    return {name: text for name, text in beside.items() if isinstance(text, str)}


def _option(
    answer: Answer, topic: Topic, position: Position, choice: Choice, reason: ClauseReason, best: str
) -> Option:
    assert answer.assessment
    other = next((one for one in reason.alternatives if one.position == position.id), None)
    return Option(
        position.id,
        position.says,
        position.gives_up,
        position.approver,
        tuple(_does(answer, position)),
        other.adds if other else (),
        other.removes if other else (),
        position.text,
        position.id == choice.position,
        position.id == best,
        position.id in choice.costs,
    )


def _does(answer: Answer, position: Position) -> Iterable[str]:
    conducts = answer.snapshot.templates.register.conducts
    for does in position.does:
        to = f" to the {does.to}" if does.to and does.by != "each" else ""
        who = "each party" if does.by == "each" else f"the {does.by}"
        yield f"{who}{to}: {conducts[does.conduct].says}"


def clause_blocks(answer: Answer, topic: str, position: str) -> tuple[Block, ...]:
    """A clause of the contract as it would read with another position; empty where it would not be there."""
    if answer.assessment is None:
        return ()
    matter = answer.assessment.matter
    document, _ = contract_of(matter, {**answer.assessment.outcome.chosen, topic: position})
    return tuple(block for block in document.blocks if getattr(block, "clause", "") == topic)


def words_to_start_from(deal: WorkingDeal, topic: str, position: str) -> str:
    """The words of a clause in the templates' markup: the deal's own, else those of a position."""
    own = position_stated(deal.data, topic).get("wording", "")
    if own or deal.templates is None:
        return own
    found = deal.templates.library.topics[topic].positions.get(position)
    return found.text.strip("\n") if found else ""
