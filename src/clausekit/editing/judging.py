"""A deal as it stood at one moment, and what law and clauses say of it. Safe to work out in another thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clausekit.agreement import Document
from clausekit.assessment import Assessment, Matter, assess
from clausekit.assessment.choice_of_law import choice_of_law
from clausekit.assessment.headlines import Headline, headlines
from clausekit.assessment.other_rules import other_findings
from clausekit.assessment.undecided import OpenFact
from clausekit.drafting import Templates, contract_of, matter_of, watched_in
from clausekit.facts import Deal, Open
from clausekit.facts.reading import Reading
from clausekit.finding import Finding

SIDES = ("supplier", "customer")
WHICH_CLIENT = "which party is the client"


@dataclass(frozen=True, slots=True)
class Days:
    """The two dates: what was asked for at the front door, and today where the deal states none itself."""

    today: date
    law_as_of: date | None = None
    known_at: date | None = None

    def of(self, deal: Deal | None) -> tuple[date, date]:
        """The day whose law applies, and the day whose knowledge answers."""
        own = (deal.law_as_of, deal.known_at) if deal else (None, None)
        law, known = (day if isinstance(day, date) else None for day in own)
        return self.law_as_of or law or self.today, self.known_at or known or self.today


@dataclass(frozen=True)
class Snapshot:
    """A deal as it stood at one moment; nothing in it changes any more.

    Args:
        version: grows with each change of the deal; an answer of an older version is stale.
    """

    version: int
    text: str
    reading: Reading
    templates: Templates
    days: Days

    def judged(self) -> Answer:
        """What is said of it. The contract and the findings that typing moves are worked out here;
        what takes longer waits until `Answer.complete` or the part is asked for."""
        answer = Answer(self)
        _ = (answer.contract, answer.first_findings, answer.headlines)
        return answer


@dataclass(frozen=True)
class Answer:
    """What law and clauses say of a snapshot. Each part is worked out once, when it is first asked for."""

    snapshot: Snapshot

    @property
    def version(self) -> int:
        return self.snapshot.version

    @property
    def deal(self) -> Deal | None:
        return self.snapshot.reading.deal

    @property
    def days(self) -> tuple[date, date]:
        """The day whose law applies, and the day whose knowledge answers."""
        return self.snapshot.days.of(self.deal)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What is wrong with the deal's text itself."""
        return self.snapshot.reading.findings

    @property
    def missing(self) -> str:
        """What must be stated before anything can be judged; empty where nothing is missing."""
        return missing_before_judging(self.deal)

    @cached_property
    def _matter(self) -> tuple[Matter | None, tuple[Finding, ...]]:
        if self.deal is None or self.missing:
            return None, ()
        matter, faults = matter_of(self.deal, self.snapshot.templates, *self.days, {})
        return matter, tuple(faults)

    @cached_property
    def assessment(self) -> Assessment | None:
        """None where too little is stated to judge anything."""
        matter = self._matter[0]
        return assess(matter) if matter else None

    @cached_property
    def _contract(self) -> tuple[Document | None, tuple[Finding, ...]]:
        if self.assessment is None:
            return None, ()
        contract, findings = contract_of(self.assessment.matter, self.assessment.outcome.chosen)
        return contract, (*findings, *watched_in(self.assessment.outcome, contract))

    @property
    def contract(self) -> Document | None:
        return self._contract[0]

    @cached_property
    def first_findings(self) -> tuple[Finding, ...]:
        """Every finding but those about open facts and coming dates, which take longer."""
        if self.assessment is None:
            return self._about_text
        return (*self._about_text, *self.assessment.atoms, *self._rules())

    @cached_property
    def _about_text(self) -> tuple[Finding, ...]:
        """What is wrong with the deal's text and the contract's, each told once."""
        return tuple(dict.fromkeys((*self.faults, *self._matter[1], *self._contract[1])))

    def _rules(self) -> tuple[Finding, ...]:
        assert self.assessment
        return (*choice_of_law(self.assessment.matter.standpoint), *other_findings(self.assessment.outcome))

    @property
    def findings_so_far(self) -> tuple[Finding, ...]:
        """All findings where they are worked out already, else the first ones; never waits."""
        worked_out: tuple[Finding, ...] | None = self.__dict__.get("findings")
        return worked_out if worked_out is not None else self.first_findings

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding: of the deal's text, the contract's text and the law."""
        return (*self._about_text, *self.assessment.findings) if self.assessment else self._about_text

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        if self.assessment is None:
            return ()
        return headlines(self.assessment.matter.standpoint.register, self.first_findings)

    @property
    def open_facts(self) -> tuple[OpenFact, ...]:
        """Open facts in order of what they would settle."""
        return self.assessment.open_facts if self.assessment else ()

    @property
    def is_complete(self) -> bool:
        """Whether everything that takes longer is worked out."""
        return "findings" in self.__dict__

    def complete(self) -> Answer:
        """Work out everything that takes longer; returns the answer itself."""
        _ = (self.findings, self.open_facts)
        if self.assessment:
            _ = self.assessment.clauses
        return self

    @property
    def extremes(self) -> Extremes:
        """The best and the worst that the open facts leave possible."""
        levelled = [one for one in self.first_findings if one.level and one.code in LAW_CODES]
        worst = sorted(levelled, key=lambda one: -one.level.at_most if one.level else 0)
        best = [one for one in worst if one.level and one.level.at_least]
        return Extremes(
            best=tuple(best),
            worst=tuple(worst),
            decided_by=tuple(dict.fromkeys(path for one in worst if one not in best for path in one.decided_by)),
        )


LAW_CODES = frozenset({"gap", "exposure", "double-bind"})


@dataclass(frozen=True, slots=True)
class Extremes:
    """Worst and best case over the open facts.

    Args:
        best: the findings that stand whatever the open facts turn out to be; their `level.at_least` counts.
        worst: the findings that may stand, worst first; their `level.at_most` counts.
        decided_by: the open facts on which the difference turns.
    """

    best: tuple[Finding, ...]
    worst: tuple[Finding, ...]
    decided_by: tuple[str, ...]


def missing_before_judging(deal: Deal | None) -> str:
    """What must be stated before law and clauses can be asked, in words; empty where nothing is missing."""
    if deal is None:
        return "The deal cannot be read yet."
    asked = [name for name in ("title", "kind", "client") if isinstance(getattr(deal, name), Open)]
    parties = deal.parties if isinstance(deal.parties, Mapping) else {}
    roles = [role for party in parties.values() if not isinstance(party.roles, Open) for role in party.roles]
    asked += [f"one party that is the {side}" for side in SIDES if roles.count(side) != 1]
    if not asked and any(isinstance(party.name, Open) or isinstance(party.roles, Open) for party in parties.values()):
        asked = ["the name and the roles of each party"]
    if not asked and deal.client not in parties:
        asked = [WHICH_CLIENT]
    return f"Nothing can be judged before this is stated: {', '.join(asked)}." if asked else ""
