"""The clashes: headlines, the matrix of clauses by parties, and each conflict by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausekit.agreement.document import Block
from clausekit.assessment.assess import Assessment
from clausekit.assessment.headlines import Headline
from clausekit.finding import Finding, Level
from clausekit.law.judging import worst
from clausekit.word.memo.parts import body, bullet, counted, sentence, small, strong, subheading, table

CAUTION = 2


def headline_table(assessment: Assessment) -> Iterator[Block]:
    """One row for each headline, the gravest first."""
    rows = [
        (
            str(headline.level),
            _clash(assessment, headline),
            _names(assessment, headline.parties),
            _clauses(assessment, headline.clauses),
        )
        for headline in assessment.headlines
    ]
    if rows:
        yield table(("Level", "What collides", "Who", "Clauses"), rows, (16, 38, 24, 22))


def _clash(assessment: Assessment, headline: Headline) -> str:
    return headline.message.partition(" (")[0]


def _names(assessment: Assessment, parties: Iterable[str]) -> str:
    names = {person.id: person.name for person in assessment.outcome.bench.persons}
    return "; ".join(names.get(party, party) for party in parties)


def _clauses(assessment: Assessment, topics: Iterable[str]) -> str:
    return ", ".join(_title(assessment, topic) for topic in topics)


def _title(assessment: Assessment, topic: str) -> str:
    return assessment.matter.library.topics[topic].title


def matrix(assessment: Assessment) -> Iterator[Block]:
    """Clauses by parties: what demands the clause and what catches it, for each."""
    persons = [person for person in assessment.outcome.bench.persons if person.signs]
    rows = [
        (_title(assessment, topic), *(_cell(assessment, topic, person.id) for person in persons))
        for topic in assessment.outcome.chosen
        if _touched(assessment, topic)
    ]
    if rows:
        yield small("Needed: a duty of that party that the clause answers. Caught: a duty that the clause may breach.")
        yield table(("Clause", *(person.name for person in persons)), rows, (20, *(40 for _ in persons)))


def _touched(assessment: Assessment, topic: str) -> bool:
    discharging = {clause for duty in assessment.duties for clause in duty.discharged_by}
    return topic in discharging or any(atom.clause == topic for atom in assessment.atoms)


def _cell(assessment: Assessment, topic: str, party: str) -> str:
    titles = {one.id: one.title for one in assessment.outcome.bench.register.instruments.values()}
    needed = dict.fromkeys(
        titles[reason.duty.instrument]
        for reason in assessment.duties
        if reason.party == party and topic in reason.discharged_by
    )
    caught = [atom for atom in assessment.atoms if atom.clause == topic and atom.party == party]
    parts = [f"Needed: {', '.join(needed)}."] if needed else []
    return " ".join([*parts, *_caught(titles, caught)]) or "–"


def _caught(titles: dict[str, str], atoms: Sequence[Finding]) -> Iterator[str]:
    by_law: dict[str, list[Level]] = {}
    for atom in atoms:
        if atom.level:
            by_law.setdefault(titles[atom.instruments[-1]], []).append(atom.level)
    if by_law:
        laws = [f"{title} ({worst(levels)})" for title, levels in by_law.items()]
        yield f"Caught: {', '.join(laws)}."


def conflicts(assessment: Assessment) -> Iterator[Block]:
    """Each headline from caution up: duty against duty, who, how sure, and what to do."""
    for headline in assessment.headlines:
        if headline.level.at_most >= CAUTION:
            yield subheading(headline.message)
            yield from _conflict(assessment, headline)


def _conflict(assessment: Assessment, headline: Headline) -> Iterator[Block]:
    shown = _one_for_each_clause(headline.findings)
    for finding in shown:
        title = _title(assessment, finding.clause) if finding.clause else "No clause"
        yield body(strong(f"{title} ({finding.level}). "), finding.message)
        yield from _what_to_do(finding)
    left = len(headline.findings) - len(shown)
    if left:
        yield small(
            f"{counted(left, 'further finding')} of the same kind, for other parties or duties, in the full list."
        )


def _one_for_each_clause(findings: Sequence[Finding]) -> list[Finding]:
    """The gravest finding of each clause."""
    first: dict[str | None, Finding] = {}
    for finding in findings:
        first.setdefault(finding.clause, finding)
    return list(first.values())


def _what_to_do(finding: Finding) -> Iterator[Block]:
    if finding.avoidable_by:
        ways = ", ".join(f"{one.position} (at most {Level(0, one.at_most)})" for one in finding.avoidable_by)
        yield bullet(strong("Lower with: "), sentence(ways.replace("nothing to ", "")))
    for route in finding.routes:
        yield bullet(strong("Route: "), sentence(route))
    if finding.decided_by:
        yield bullet(strong("Turns on: "), sentence(", ".join(finding.decided_by)))
