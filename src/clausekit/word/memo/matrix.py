"""The clashes at a glance: headlines, and clauses by parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.agreement.document import Block, Run
from clausekit.assessment import Assessment
from clausekit.assessment.headlines import CODES, Headline
from clausekit.assessment.naming import Names
from clausekit.finding import Finding, Level
from clausekit.law.atoms import worst
from clausekit.word.memo.parts import NEW_LINE, Cell, listed, small, strong, table


def headline_table(assessment: Assessment) -> Iterator[Block]:
    """One row for each headline, the gravest first."""
    names = Names(assessment)
    rows: list[tuple[Cell, ...]] = [
        (str(one.level), title(names, one), names.persons(one.parties) or "–", names.clauses(one.clauses) or "–")
        for one in assessment.headlines
    ]
    if rows:
        yield table(("Level", "What collides", "Who", "Clauses"), rows, (14, 30, 32, 24))


def title(names: Names, headline: Headline) -> str:
    """What collides, without level and parties."""
    if not headline.families:
        return headline.message.partition(" (")[0]
    catching = headline.findings[0].family
    demanding = listed(names.families([one]) for one in headline.families if one != catching)
    against = f"{demanding} against " if demanding else ""
    return f"{CODES[headline.code]}: {against}{names.families([catching or headline.families[-1]])}"


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
            "amounts to in fact, may breach in the hands of that party; the level stands behind each law."
        )
        yield table(("Clause", *(person.name for person in persons)), rows, (20, *(40 for _ in persons)))


def _touched(assessment: Assessment, topic: str) -> bool:
    answering = {clause for duty in assessment.duties for clause in duty.discharged_by}
    return topic in answering or any(atom.clause == topic for atom in assessment.atoms)


def _cell(assessment: Assessment, names: Names, topic: str, party: str) -> Cell:
    """A line for what is needed, and one for what is caught."""
    needed = dict.fromkeys(
        names.law(reason.duty.instrument)
        for reason in assessment.duties
        if reason.party == party and topic in reason.discharged_by
    )
    caught = _caught(names, [atom for atom in assessment.atoms if atom.clause == topic and atom.party == party])
    runs: list[str | Run] = [strong("Needed: "), ", ".join(needed)] if needed else []
    if caught:
        runs += [NEW_LINE] if runs else []
        runs += [strong("Caught: "), caught]
    return tuple(runs) or "–"


def _caught(names: Names, atoms: Sequence[Finding]) -> str:
    by_law: dict[str, list[Level]] = {}
    for atom in atoms:
        if atom.level:
            by_law.setdefault(names.law(atom.instruments[-1]), []).append(atom.level)
    return ", ".join(f"{law} ({worst(levels)})" for law, levels in by_law.items())
