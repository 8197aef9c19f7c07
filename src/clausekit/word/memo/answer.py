"""The answer in five lines: can it be signed, what collides, what escapes, what to ask, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.assessment.headlines import Headline
from clausekit.finding import Finding
from clausekit.word.memo.parts import body, counted, listed, sentence, strong

SERIOUS = 3


def answer(assessment: Assessment, contract: Sequence[Finding]) -> Iterator[Block]:
    """Five paragraphs of a line or two each."""
    yield body(strong("The contract. "), _contract(assessment, contract))
    yield body(strong("The clash. "), _clash(assessment.headlines))
    yield body(strong("The way out. "), _way_out(assessment.atoms))
    yield body(strong("Ask first. "), _ask_first(assessment))
    yield body(strong("Watch. "), _watch(assessment))


def _contract(assessment: Assessment, contract: Sequence[Finding]) -> str:
    count = len(assessment.matter.positions(assessment.outcome.chosen))
    blanks = [finding for finding in contract if finding.code == "open-blank"]
    state = f"{counted(len(blanks), 'blank')} must be filled before it is signed" if blanks else "no blank is open"
    return f"The draft has {counted(count, 'clause')} and can be sent for negotiation; {state}."


def _clash(headlines: Sequence[Headline]) -> str:
    if not headlines:
        return "No law in the register collides with this draft on the facts given."
    worst = headlines[0]
    more = [headline for headline in headlines[1:] if headline.level.at_most >= SERIOUS]
    rest = f" {counted(len(more), 'further headline')} may be serious or grave." if more else ""
    return f"{sentence(worst.message)}{rest}"


def _way_out(atoms: Sequence[Finding]) -> str:
    binds = [atom for atom in atoms if atom.code == "double-bind" and atom.level and atom.level.at_most >= 2]
    stuck = [atom for atom in binds if atom.avoidable_by == ()]
    if not binds:
        return "The wording chosen leaves no double bind above a note."
    if not stuck:
        return "Other wording would lower every double bind; the price of each is set out below."
    clauses = listed(dict.fromkeys(atom.clause or "" for atom in stuck))
    return f"No wording lowers the double bind in: {clauses}. What is left: {'; '.join(stuck[0].routes)}."


def _ask_first(assessment: Assessment) -> str:
    facts = assessment.open_facts
    if not facts:
        return "No open fact would move a level or a position."
    return " ".join(fact.question for fact in facts[:2])


def _watch(assessment: Assessment) -> str:
    dated = [finding for finding in assessment.findings if finding.code == "unconfirmed-status"]
    due = [f"{cliff.due.on}" for cliff in assessment.cliffs]
    first = dated[0].message if dated else "No status that matters here is past a date without a record."
    return f"{first} {_due(due)}"


def _due(days: Sequence[str]) -> str:
    return (
        f"Dates inside the term: {listed(dict.fromkeys(days))}." if days else "No dated event inside the term moves it."
    )
