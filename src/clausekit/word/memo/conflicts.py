"""Each conflict on a page of its own: duty against duty, who, how sure, and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from clausekit.agreement.document import Block, PageBreak
from clausekit.agreement.wording.labels import in_words
from clausekit.assessment import Assessment
from clausekit.assessment.headlines import Headline
from clausekit.assessment.naming import Names
from clausekit.assessment.undecided import question_about
from clausekit.finding import Finding, Level
from clausekit.law.atoms import ACROSS_PARTIES, ONE_PARTY, worst
from clausekit.word.memo.certainty import how_sure
from clausekit.word.memo.matrix import title
from clausekit.word.memo.parts import Cell, body, lead_in, listed, sentence, strong, subheading, table

CAUTION = 2
SQUEEZES = {
    ONE_PARTY: "one party is squeezed by both laws",
    ACROSS_PARTIES: "one party's duty meets another's exposure",
}
MOST_QUESTIONS = 3
"""On the page of a conflict; all of them stand in the table of open facts."""


def conflicts(assessment: Assessment) -> Iterator[Block]:
    """Each headline from caution up, numbered, the gravest first."""
    names = Names(assessment)
    told = [headline for headline in assessment.headlines if headline.level.at_most >= CAUTION]
    for number, headline in enumerate(told, 1):
        if number > 1:
            yield PageBreak()
        yield subheading(f"{number}. {title(names, headline)} ({headline.level})")
        yield from _conflict(assessment, names, headline)


def _conflict(assessment: Assessment, names: Names, headline: Headline) -> Iterator[Block]:
    gravest = next(finding for finding in headline.findings if finding.code == headline.code)
    is_gap = headline.code == "gap"
    lead = "The duty. " if is_gap else "Duty against duty. "
    yield body(strong(lead), sentence(gravest.message), _squeezed(headline.findings))
    catches = "binds" if is_gap else "catches"
    yield lead_in(strong("Who, and why. "), f"Whom the law {catches}, and at which level at the worst.")
    yield table(("Person", "Level", "Law", "Clauses"), _persons(names, headline), (32, 16, 24, 28))
    if rows := _clauses(names, headline):
        yield table(("Clause", "Needed under", "Lowered by"), rows, (32, 40, 28))
    yield body(strong("How sure. "), how_sure(assessment, headline.findings))
    yield from _what_to_do(assessment, headline.findings)


def _squeezed(findings: Iterable[Finding]) -> str:
    found = {atom.squeeze for atom in findings}
    told = "; ".join(words for squeeze, words in SQUEEZES.items() if squeeze in found)
    return f" {sentence(told)}" if told else ""


def _persons(names: Names, headline: Headline) -> list[tuple[Cell, ...]]:
    """Who is caught, the gravest first."""
    by_person = _grouped(headline.findings, lambda atom: atom.party)
    every = {atom.clause for atom in headline.findings if atom.clause}
    order = sorted(by_person.items(), key=lambda each: _gravest(each[1]))
    return [
        (names.person(party), str(_level(atoms)), _catching(names, atoms), _in_clauses(names, atoms, every))
        for party, atoms in order
    ]


def _grouped(findings: Iterable[Finding], by: Callable[[Finding], str | None]) -> Mapping[str, list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if (key := by(finding)) is not None:
            groups[key].append(finding)
    return groups


def _level(atoms: Iterable[Finding]) -> Level:
    return worst(atom.level for atom in atoms if atom.level)


def _gravest(atoms: Iterable[Finding]) -> tuple[int, int]:
    level = _level(atoms)
    return -level.at_most, -level.at_least


def _catching(names: Names, atoms: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(names.law(atom.instruments[-1]) for atom in atoms if atom.instruments)) or "–"


def _in_clauses(names: Names, atoms: Iterable[Finding], every: Collection[str]) -> str:
    clauses = dict.fromkeys(atom.clause for atom in atoms if atom.clause)
    return "all below" if len(clauses) == len(every) > 1 else names.clauses(clauses) or "no clause"


def _clauses(names: Names, headline: Headline) -> list[tuple[Cell, ...]]:
    """Which clause is needed under what, and lowered by which other wording."""
    return [
        (names.clause(clause), _demanding(names, atoms), _lowered_by(atoms))
        for clause, atoms in _grouped(headline.findings, lambda atom: atom.clause).items()
    ]


def _demanding(names: Names, atoms: Iterable[Finding]) -> str:
    laws = dict.fromkeys(names.law(atom.instruments[0]) for atom in atoms if len(atom.instruments) > 1)
    return ", ".join(laws) or "what counsel asked"


def _lowered_by(atoms: Sequence[Finding]) -> str:
    """The positions that lower every finding of the row that other wording can lower at all."""
    ways = dict.fromkeys(in_words(remedy.position) for atom in atoms for remedy in atom.avoidable_by or ())
    stuck = any(atom.avoidable_by == () for atom in atoms)
    return (listed(ways) + (" (in part)" if stuck else "")) if ways else "no other wording"


def _what_to_do(assessment: Assessment, findings: Sequence[Finding]) -> Iterator[Block]:
    """What is left where no wording escapes, and the questions whose answers would move the level."""
    routes = {route.partition(" (")[0]: route for finding in reversed(findings) for route in finding.routes}
    if routes:
        left = "; ".join(route.rstrip(".") for route in routes.values())
        yield body(strong("What to do. "), f"No other wording escapes everywhere. What is left: {left}.")
    elif all(finding.code == "gap" for finding in findings):
        yield body(
            strong("What to do. "), "No clause fully provides for it: add one, or show that the duty does not bind."
        )
    elif any(finding.avoidable_by for finding in findings):
        yield body(strong("What to do. "), "Take the other wording in the last column, or accept the level.")
    facts = list(dict.fromkeys(fact for finding in findings for fact in finding.decided_by))
    if facts:
        asked = " ".join(question_about(assessment.outcome, fact) for fact in facts[:MOST_QUESTIONS])
        more = len(facts) - MOST_QUESTIONS
        rest = f" {more} more stand among the open facts." if more > 0 else ""
        yield body(strong("Turns on. "), asked + rest)
