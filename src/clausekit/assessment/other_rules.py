"""Findings that are not atoms: terms in excess, empty savings, reasons in doubt, and the register's horizon."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.assessment.choosing import Outcome
from clausekit.assessment.saving import empty_savings
from clausekit.facts import Fact, View
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.law.commitments import Commitment
from clausekit.law.register import Mode

OWN_GROUNDS = "reasons"
FOREIGN_MEASURE = "foreign_measure"


def other_findings(result: Outcome) -> Iterator[Finding]:
    yield from excess(result)
    yield from empty_savings(result)
    yield from reason_doubtful(result)
    yield from register_horizon(result)


def excess(result: Outcome) -> Iterator[Finding]:
    """Restrictive terms that keep out nothing that a live duty or counsel wants kept out."""
    terms = {(given.topic, given.position, given.conduct): given for given in result.terms.commitments}
    for commitment in terms.values():
        conduct = result.bench.register.conducts[commitment.conduct]
        if conduct.restrictive and not _serves_a_need(result, commitment):
            yield Finding(
                "excess",
                Severity.NOTE,
                f"This restricts more than any live duty, or counsel, asks for: {conduct.says}.",
                clause=commitment.topic,
                position=commitment.position,
                level=Level(1, 1),
            )


def _serves_a_need(result: Outcome, commitment: Commitment) -> bool:
    conduct = result.bench.register.conducts[commitment.conduct]
    return any(conduct.serves(act) for act in result.bench.needed)


def reason_doubtful(result: Outcome) -> Iterator[Finding]:
    """Only own grounds are stated while a foreign measure is live on that party."""
    standpoint = result.matter.standpoint
    if _only_own_grounds(standpoint.view):
        live = {
            demand.duty.instrument: demand
            for demand in result.bench.demands
            if demand.duty.mode is Mode.FORBIDS and demand.person.party == standpoint.deal.client
        }
        if live:
            yield Finding(
                "reason-doubtful",
                Severity.WARNING,
                "Only the client's own grounds are stated, while a foreign measure is live on it. If the grounds "
                "are true, keep a dated record of them made before signature; if the measure is a reason too, say so "
                "in the deal file.",
                Place(fact=f"{OWN_GROUNDS}.{FOREIGN_MEASURE}"),
                party=standpoint.deal.client,
                instruments=tuple(sorted(live)),
                level=Level(2, 2),
            )


def _only_own_grounds(deal: View) -> bool:
    reasons = deal.get(OWN_GROUNDS)
    if not isinstance(reasons, View):
        return False
    answers = {fact.path.rpartition(".")[2]: fact.value for fact in _leaves(reasons)}
    foreign = answers.pop(FOREIGN_MEASURE, None)
    return foreign is False and any(value is True for value in answers.values())


def _leaves(group: View) -> list[Fact]:
    members = group.members()
    return [] if isinstance(members, Fact) else [fact for fact in members if isinstance(fact, Fact)]


def register_horizon(result: Outcome) -> Iterator[Finding]:
    """Nothing after the horizon is confirmed, and the reader is told so once."""
    standpoint = result.matter.standpoint
    horizon = standpoint.register.horizon
    if standpoint.law_as_of > horizon:
        yield Finding(
            "register-horizon",
            Severity.NOTE,
            f"The register was last verified on {horizon}. No status on {standpoint.law_as_of} is confirmed by it.",
        )
