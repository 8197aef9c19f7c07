"""The answer in five lines: can it be signed, what collides, what escapes, what to ask, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.assessment.headlines import Headline
from clausekit.assessment.naming import Names
from clausekit.finding import Finding
from clausekit.word.memo.matrix import title
from clausekit.word.memo.parts import body, counted, sentence, strong

SERIOUS = 3


def answer(assessment: Assessment, contract: Sequence[Finding]) -> Iterator[Block]:
    """Five paragraphs of a line or two each."""
    names = Names(assessment)
    yield body(strong("The contract. "), _contract(assessment, contract))
    yield body(strong("The clash. "), _clash(names, assessment.headlines))
    yield body(strong("The way out. "), _way_out(names, assessment.atoms))
    yield body(strong("Ask first. "), _ask_first(assessment))
    yield body(strong("Watch. "), _watch(assessment))


def _contract(assessment: Assessment, contract: Sequence[Finding]) -> str:
    topics = assessment.matter.library.topics
    positions = assessment.matter.positions(assessment.outcome.chosen)
    count = sum(1 for position in positions if topics[position.topic].numbering == "clause")
    blanks = [finding for finding in contract if finding.code == "open-blank"]
    state = f"{counted(len(blanks), 'blank')} must be filled before it is signed" if blanks else "no blank is open"
    return f"The draft has {counted(count, 'numbered clause')} and can be sent for negotiation; {state}."


def _clash(names: Names, headlines: Sequence[Headline]) -> str:
    if not headlines:
        return "No law in the register collides with this draft on the facts given."
    worst = headlines[0]
    more = sum(headline.level.at_most >= SERIOUS for headline in headlines[1:])
    rest = f" {counted(more, 'further headline')} may be serious or grave." if more else ""
    where = f", in {counted(len(worst.clauses), 'clause')}" if worst.clauses else ""
    return f"{title(names, worst)}: {worst.level}{where}.{rest}"


def _way_out(names: Names, atoms: Sequence[Finding]) -> str:
    binds = [atom for atom in atoms if atom.code == "double-bind" and atom.level and atom.level.at_most >= 2]
    stuck = [atom for atom in binds if atom.avoidable_by == ()]
    if not binds:
        return "The wording chosen leaves no double bind above a note."
    if not stuck:
        return "Other wording would lower every double bind; the price of each is set out below."
    clauses = list(dict.fromkeys(names.clause(atom.clause or "") for atom in stuck))
    where = clauses[0] if len(clauses) == 1 else counted(len(clauses), "clause")
    routes = f" First: {stuck[0].routes[0]}." if stuck[0].routes else ""
    return f"No wording lowers the double bind in {where}.{routes}"


def _ask_first(assessment: Assessment) -> str:
    facts = assessment.open_facts
    return facts[0].question if facts else "No open fact would move a level or a position."


def _watch(assessment: Assessment) -> str:
    """The first status that is past its day without a record, and the first day inside the term."""
    statuses, instruments = assessment.matter.standpoint.statuses, assessment.outcome.bench.register.instruments
    unsure = [finding.instruments[0] for finding in assessment.findings if finding.code == "unconfirmed-status"]
    told = [f"{sentence(instruments[name].short)[:-1]}: {_first_part(statuses[name].summary)}." for name in unsure[:1]]
    first = told[0] if told else "No status that matters here is past a date without a record."
    return f"{first} {_due([str(cliff.due.on) for cliff in assessment.cliffs])}"


def _first_part(summary: str) -> str:
    return "; ".join(summary.split("; ")[:2])


def _due(days: Sequence[str]) -> str:
    """The first day on which a date inside the term moves something."""
    different = list(dict.fromkeys(days))
    if not different:
        return "No dated event inside the term moves it."
    more = f", then {counted(len(different) - 1, 'further day')}" if different[1:] else ""
    return f"Next date inside the term: {different[0]}{more}."
