"""Atoms of law as findings: one plain sentence or two each, with the way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausekit.assessment.choosing import Outcome, allowed_positions
from clausekit.clauses.library import Position
from clausekit.facts import Fact, View, keys_of
from clausekit.finding import Finding, Level, Place, Remedy, Severity
from clausekit.law.atoms import ONE_PARTY, Atom
from clausekit.law.judging import Bench
from clausekit.law.looking import name_of
from clausekit.law.register import Conduct, Duty

WARNS_FROM = 2


def severity_of(level: Level) -> Severity:
    """Findings of law never stop a draft: a warning from caution up, else a note."""
    return Severity.WARNING if level.at_most >= WARNS_FROM else Severity.NOTE


def atom_findings(outcome: Outcome) -> tuple[Finding, ...]:
    """Every gap, exposure and double bind, the gravest first."""
    remedies = Remedies(outcome)
    found = [_finding(outcome.bench, atom, remedies) for atom in outcome.atoms]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, str, str, tuple[str, ...]]:
    level = finding.level or Level(0, 0)
    return (
        -level.at_most,
        -level.at_least,
        finding.code,
        finding.clause or "",
        finding.party or "",
        finding.instruments,
    )


def _finding(bench: Bench, atom: Atom, remedies: Remedies) -> Finding:
    family = _main_duty(atom)
    commitment = atom.commitment
    ways = remedies.of(atom) if commitment else None
    return Finding(
        code=atom.code,
        severity=severity_of(atom.level),
        message=_message(bench, atom),
        place=_place(atom),
        party=atom.person.id,
        clause=atom.topic,
        position=commitment.position if commitment else None,
        instruments=tuple(duty.instrument for duty in (atom.demanding, atom.caught_by) if duty),
        family=bench.register.instrument_of(family).family if family else None,
        level=atom.level,
        squeeze=atom.squeeze,
        avoidable_by=ways,
        decided_by=tuple(sorted(atom.weighed.open)),
        routes=_routes(bench, atom) if atom.code == "double-bind" and ways == () else (),
    )


def _main_duty(atom: Atom) -> Duty | None:
    return atom.caught_by or atom.demanding


def _place(atom: Atom) -> Place:
    return Place(fact=f"parties[{atom.person.party}]")


def _message(bench: Bench, atom: Atom) -> str:
    told = {"gap": _gap, "exposure": _exposure, "double-bind": _double_bind}[atom.code](bench, atom)
    names = sorted(member_name(bench.standpoint.view, path) for path in atom.weighed.because)
    return f"{told} It concerns: {'; '.join(names)}." if names else told


def member_name(deal: View, path: str) -> str:
    """The name of a user, an item or a party, by its path."""
    found: View | Fact = deal
    for key in keys_of(path):
        found = found.get(key) if isinstance(found, View) else found
    return (name_of(found) or found.id) if isinstance(found, View) else path


def _gap(bench: Bench, atom: Atom) -> str:
    says = bench.register.conducts[atom.act or ""].says
    if atom.demanding is None:
        return f"Counsel asked for this to be kept out, and no clause does it: {says}."
    verb = "expects" if atom.demanding.mode == "expects" else "forbids"
    return (
        f"{_cited(bench, atom.demanding)} {verb} {atom.person.name} this, and no clause fully provides for it: {says}."
    )


def _exposure(bench: Bench, atom: Atom) -> str:
    assert atom.caught_by and atom.commitment
    says = bench.register.conducts[atom.commitment.conduct].says
    return f"{atom.person.name}: {says} may be caught by {_cited(bench, atom.caught_by)}. {_stakes(atom.caught_by)}"


def _double_bind(bench: Bench, atom: Atom) -> str:
    assert atom.caught_by and atom.demanding and atom.commitment
    conducts = bench.register.conducts
    name = atom.person.name
    bound = f"{name} itself" if atom.squeeze == ONE_PARTY else "another party"
    return (
        f"{_cited(bench, atom.demanding)} binds {bound} and concerns {conducts[atom.act or ''].says}. "
        f"The term that answers it is {conducts[atom.commitment.conduct].says}. In the hands of {name}, that term may "
        f"be caught by {_cited(bench, atom.caught_by)}. {_stakes(atom.caught_by)}"
    )


def _cited(bench: Bench, duty: Duty) -> str:
    return f"{bench.register.instrument_of(duty).short} ({duty.at})"


def _stakes(duty: Duty) -> str:
    amount = f" ({duty.stakes.amount}, as of {duty.stakes.year})" if duty.stakes.amount else ""
    return f"At stake: {duty.stakes.says.rstrip('.')}{amount}."


def _routes(bench: Bench, atom: Atom) -> tuple[str, ...]:
    """What is left to do; licences that the two duties name come first."""
    named = [
        f"{route.says} ({_authorities(atom)})" if route.route == "authorisation" and _authorities(atom) else route.says
        for route in bench.register.judgement.routes
    ]
    return tuple(named)


def _authorities(atom: Atom) -> str:
    given = [duty.authorisation_by for duty in (atom.demanding, atom.caught_by) if duty and duty.authorisation_by]
    return ", ".join(dict.fromkeys(given))


@dataclass(frozen=True, slots=True)
class _Way:
    """One position of a topic: what it serves, and the highest level it leaves by duty and person."""

    position: str
    conducts: tuple[Conduct, ...]
    left: Mapping[tuple[str, str], int]

    def serves(self, act: str | None) -> bool:
        return act is None or any(conduct.serves(act) for conduct in self.conducts)


class Remedies:
    """Which other position of the same topic would lower an atom, and to what."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._allowed = allowed_positions(outcome.matter)
        self._ways: dict[str, tuple[_Way, ...]] = {}

    def of(self, atom: Atom) -> tuple[Remedy, ...]:
        """Positions that still serve what is demanded and leave less, the lowest first."""
        assert atom.topic and atom.commitment and atom.caught_by
        about = (atom.caught_by.id, atom.person.id)
        left = {way.position: way.left.get(about, 0) for way in self._of_topic(atom.topic) if way.serves(atom.act)}
        left.pop(atom.commitment.position, None)
        found = [Remedy(position, level) for position, level in left.items() if level < atom.level.at_most]
        return tuple(sorted(found, key=lambda remedy: (remedy.at_most, remedy.position)))

    def _of_topic(self, topic: str) -> tuple[_Way, ...]:
        if topic not in self._ways:
            self._ways[topic] = tuple(map(self._way, self._allowed[topic]))
        return self._ways[topic]

    def _way(self, position: Position) -> _Way:
        bench = self._outcome.bench
        given = self._outcome.matter.commitments(position)
        left: dict[tuple[str, str], int] = {}
        for exposure in (one for each in given for one in bench.exposures(each, self._outcome.terms.softening)):
            about = (exposure.duty.id, exposure.person.id)
            left[about] = max(left.get(about, 0), exposure.weighed.level.at_most)
        return _Way(position.id, tuple(bench.register.conducts[one.conduct] for one in given), left)


def by_clause(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the topic of the clause they concern."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.clause:
            grouped.setdefault(finding.clause, []).append(finding)
    return grouped
