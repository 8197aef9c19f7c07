"""The clashes: headlines, the matrix of clauses by parties, and each conflict by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausekit.agreement.document import Block
from clausekit.assessment import Assessment
from clausekit.assessment.headlines import CODES, Headline
from clausekit.assessment.naming import Names
from clausekit.assessment.undecided import question_about
from clausekit.finding import Finding, Level
from clausekit.law.atoms import ACROSS_PARTIES, ONE_PARTY, worst
from clausekit.word.memo.parts import body, bullet, listed, sentence, small, strong, subheading, table

CAUTION = 2
SQUEEZES = {
    ONE_PARTY: "one party is squeezed by both laws",
    ACROSS_PARTIES: "one party's duty meets another's exposure",
}


def headline_table(assessment: Assessment) -> Iterator[Block]:
    """One row for each headline, the gravest first."""
    names = Names(assessment)
    rows = [
        (str(one.level), title(names, one), names.persons(one.parties), names.clauses(one.clauses))
        for one in assessment.headlines
    ]
    if rows:
        yield table(("Level", "What collides", "Who", "Clauses"), rows, (14, 30, 32, 24))


def title(names: Names, headline: Headline) -> str:
    """What collides, without level and parties."""
    laws = names.families(headline.families)
    return f"{CODES[headline.code]}: {laws}" if laws else headline.message.partition(" (")[0]


def matrix(assessment: Assessment) -> Iterator[Block]:
    """Clauses by parties: what demands the clause and what catches it, for each."""
    names = Names(assessment)
    persons = [person for person in assessment.outcome.bench.persons if person.signs]
    rows = [
        (names.clause(topic), *(_cell(assessment, names, topic, person.id) for person in persons))
        for topic in assessment.outcome.chosen
        if _touched(assessment, topic)
    ]
    if rows:
        yield small(
            "Needed: a duty on that party, which the clause answers. Caught: a duty that the clause, or what it "
            "amounts to in fact, may breach in the hands of that party."
        )
        yield table(("Clause", *(person.name for person in persons)), rows, (20, *(40 for _ in persons)))


def _touched(assessment: Assessment, topic: str) -> bool:
    answering = {clause for duty in assessment.duties for clause in duty.discharged_by}
    return topic in answering or any(atom.clause == topic for atom in assessment.atoms)


def _cell(assessment: Assessment, names: Names, topic: str, party: str) -> str:
    needed = dict.fromkeys(
        names.law(reason.duty.instrument)
        for reason in assessment.duties
        if reason.party == party and topic in reason.discharged_by
    )
    caught = [atom for atom in assessment.atoms if atom.clause == topic and atom.party == party]
    parts = [f"Needed: {', '.join(needed)}."] if needed else []
    return " ".join([*parts, *_caught(names, caught)]) or "–"


def _caught(names: Names, atoms: Sequence[Finding]) -> Iterator[str]:
    by_law: dict[str, list[Level]] = {}
    for atom in atoms:
        if atom.level:
            by_law.setdefault(names.law(atom.instruments[-1]), []).append(atom.level)
    if by_law:
        yield f"Caught: {', '.join(f'{law} ({worst(levels)})' for law, levels in by_law.items())}."


def conflicts(assessment: Assessment) -> Iterator[Block]:
    """Each headline from caution up: duty against duty, who, how sure, and what to do."""
    names = Names(assessment)
    for headline in assessment.headlines:
        if headline.level.at_most >= CAUTION:
            yield subheading(f"{title(names, headline)} ({headline.level})")
            yield from _conflict(assessment, names, headline)


def _conflict(assessment: Assessment, names: Names, headline: Headline) -> Iterator[Block]:
    gravest = next(finding for finding in headline.findings if finding.code == headline.code)
    yield body(gravest.message)
    squeezes = [SQUEEZES[one] for one in SQUEEZES if any(atom.squeeze == one for atom in headline.findings)]
    if squeezes:
        yield body(sentence("; ".join(squeezes)))
    rows = [_row(names, clause, atoms) for clause, atoms in _by_clause(headline.findings).items()]
    yield table(("Clause", "Laws", "Who, at which level", "Lower with"), rows, (18, 30, 34, 18))
    yield from _what_to_do(assessment, headline.findings)


def _by_clause(findings: Iterable[Finding]) -> dict[str | None, list[Finding]]:
    grouped: dict[str | None, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.clause, []).append(finding)
    return grouped


def _row(names: Names, clause: str | None, atoms: Sequence[Finding]) -> tuple[str, str, str, str]:
    levels: dict[str, list[Level]] = {}
    for atom in atoms:
        if atom.party and atom.level:
            levels.setdefault(atom.party, []).append(atom.level)
    who = [f"{names.person(party)}: {worst(found)}" for party, found in levels.items()]
    return names.clause(clause) if clause else "no clause", _laws(names, atoms), "; ".join(who), _lower_with(atoms)


def _laws(names: Names, atoms: Sequence[Finding]) -> str:
    """What demands the clause, and what catches it."""
    demanding = dict.fromkeys(names.law(atom.instruments[0]) for atom in atoms if len(atom.instruments) > 1)
    catching = dict.fromkeys(names.law(atom.instruments[-1]) for atom in atoms if atom.instruments)
    return f"{listed(demanding)} against {listed(catching)}" if demanding else listed(catching)


def _lower_with(atoms: Sequence[Finding]) -> str:
    """The positions that lower every finding of the row that other wording can lower at all."""
    ways = dict.fromkeys(remedy.position for atom in atoms for remedy in atom.avoidable_by or ())
    stuck = any(atom.avoidable_by == () for atom in atoms)
    return (", ".join(ways) + (" (in part)" if stuck else "")) if ways else "no wording"


def _what_to_do(assessment: Assessment, findings: Sequence[Finding]) -> Iterator[Block]:
    routes = {route.partition(" (")[0]: route for finding in reversed(findings) for route in finding.routes}
    facts = dict.fromkeys(fact for finding in findings for fact in finding.decided_by)
    if routes:
        yield body("Where no wording escapes, what is left:")
        yield from (bullet(sentence(route)) for route in routes.values())
    if facts:
        questions = [question_about(assessment.outcome, fact) for fact in facts]
        yield body(strong("Turns on: "), " ".join(questions))
