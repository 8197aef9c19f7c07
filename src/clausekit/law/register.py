"""The register: instruments, duties, conduct and judgement as data, ready to be asked.

Everything here is read from `templates/law/` by `reading`; nothing here knows an
instrument by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from clausekit.conditions import Condition
from clausekit.finding import NOWHERE, Place
from clausekit.law.practice import EvidenceSource, ForumPoint, Step, Watch

CAPPED_AT_ARGUABLE = frozenset({"presumption", "guidance", "policy"})
CAPPED_AT_EXPOSURE = frozenset({"statement"})


class Verification(StrEnum):
    """How well a fact of law was checked."""

    PRIMARY = "primary"
    REPRODUCED = "reproduced"
    SECONDARY = "secondary"
    LEAD = "lead"
    ANALYSIS = "analysis"

    @property
    def printed(self) -> str:
        """The words that a user reads."""
        return VERIFICATION_WORDS[self]


VERIFICATION_WORDS = {
    Verification.PRIMARY: "official text read",
    Verification.REPRODUCED: "official text read as reproduced elsewhere",
    Verification.SECONDARY: "secondary source",
    Verification.LEAD: "unconfirmed public note",
    Verification.ANALYSIS: "our reading",
}


class Mode(StrEnum):
    """What a duty does with the conduct it names."""

    FORBIDS = "forbids"
    REQUIRES = "requires"
    EXPECTS = "expects"
    PERMITS = "permits"


class Degree(StrEnum):
    """How clearly a duty reaches a conduct: our reading."""

    CLEAR = "clear"
    ARGUABLE = "arguable"
    EXPOSURE = "exposure"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact of law was read; never printed as a link for a lead."""

    link: str
    says: str
    verified: Verification


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is to happen, to an instrument.

    `effective` is the day it takes effect, `until` the last day of that effect, and
    `then` what the instrument says follows (``revived`` or ``expired``). `withdraws` holds
    words that its issuer no longer says, and that nobody is to repeat.
    """

    kind: str
    act: str
    dated: date
    effective: date | None
    until: date | None
    then: str | None
    source: str
    link: str
    recorded: date
    verified: Verification
    verified_by: str
    says: str
    place: Place = NOWHERE
    withdraws: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day it takes effect, or its date where it says no other."""
        return self.effective or self.dated


@dataclass(frozen=True, slots=True)
class Stakes:
    """What is at stake under a duty; an amount never stands without its year."""

    level: str
    says: str
    amount: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DegreeRule:
    """One line of a duty's `degree`; the first that fits holds."""

    degree: Degree
    conduct: str | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A small deal that a duty catches, or leaves alone; run as a test."""

    says: str
    party: Mapping[str, object]
    deal: Mapping[str, object]
    does: str
    how: str
    against: str | None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of an instrument. See `templates/law/` for the meaning of each part."""

    id: str
    instrument: str
    at: str
    mode: Mode
    conducts: tuple[str, ...]
    says: str
    binds: Condition
    live_when: Condition
    acts_on: frozenset[str]
    catches: frozenset[str]
    bite: str | None
    degree: tuple[DegreeRule, ...]
    softened_by: frozenset[str]
    stakes: Stakes
    authorisation_by: str | None
    verified: Verification
    judged_by: str
    judged_on: date
    catches_case: Case
    leaves_case: Case
    place: Place = NOWHERE

    def looks_at(self, conduct: Conduct) -> bool:
        """Whether it catches a conduct: a forbidden feature in it, or a required act stopped by it."""
        if self.mode is Mode.REQUIRES:
            return not conduct.obstructs.isdisjoint(self.conducts)
        return self.mode is Mode.FORBIDS and not conduct.amounts_to.isdisjoint(self.conducts)

    def lines_for(self, conduct: Conduct) -> tuple[int, ...]:
        """Which lines of its `degree` fit a conduct, counted from 0."""
        lines = enumerate(self.degree)
        return tuple(i for i, line in lines if line.conduct is None or line.conduct in conduct.amounts_to)


@dataclass(frozen=True, slots=True)
class Override:
    """That an instrument applies in some courts whatever law was chosen."""

    in_courts_of: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, rule, order, guidance or statement, as its dated events. `short` is what counsel calls it.

    `matters_when` says when one that binds nobody by a duty is still worth a place in the memo, and
    `blocking` that it is a blocking or anti-boycott law, of the kind for which a clause may save a party.
    """

    id: str
    title: str
    short: str
    family: str
    place: str
    citation: str
    issuer: str
    force: str
    last_seen: date
    summary: str
    note: str
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    duties: tuple[Duty, ...]
    matters_when: Condition
    overrides_choice: Override | None = None
    blocking: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Conduct:
    """An act, a term or a feature; all but `restrictive` and the words are closed over `kind_of`.

    `deals_with` says for which turns of a dated event a term provides.
    """

    id: str
    stratum: str
    says: str
    ask: str
    restrictive: bool
    kinds: frozenset[str]
    guards: Mapping[str, str]
    obstructs: frozenset[str]
    amounts_to: frozenset[str]
    deals_with: frozenset[str] = frozenset()

    def serves(self, act: str) -> str | None:
        """How far this conduct keeps out, or does, an act: ``fully``, ``in-part`` or not."""
        return "fully" if act in self.kinds else self.guards.get(act)


@dataclass(frozen=True, slots=True)
class Catch:
    """A duty that looks at a conduct, and the lines of its `degree` that fit it."""

    duty: Duty
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A named condition, with the question to ask while it is open."""

    id: str
    when: Condition
    says: str
    ask: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the nexus ladder of a place."""

    rung: int
    when: Condition
    says: str


@dataclass(frozen=True, slots=True)
class Route:
    """What is left to do where no wording escapes."""

    route: str
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Weights: opinions with a name and a date, printed as "our reading"."""

    judged_by: str
    judged_on: date
    nexus: Mapping[str, tuple[Rung, ...]]
    harmed: Mapping[str, Mapping[str, Condition]]
    performed: Mapping[str, Condition]
    levels: Mapping[str, Mapping[Degree, int]]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """A named set of places, and how a contract or a memo says it."""

    places: frozenset[str]
    says: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure that is deliberately not an instrument of the register, and why.

    `seen` is the day of the last source in which it was met.
    """

    id: str
    title: str
    place: str
    reason: str
    seen: date
    decided_by: str
    decided_on: date


@dataclass(frozen=True)
class Register:
    """All that the law room knows.

    Args:
        horizon: the last day to which the register as a whole was verified.
        begins: the day of its first record.
    """

    instruments: Mapping[str, Instrument]
    conducts: Mapping[str, Conduct]
    circumstances: Mapping[str, Circumstance]
    places: Mapping[str, PlaceSet]
    china: PlaceSet
    families: Mapping[str, str]
    judgement: Judgement
    horizon: date
    begins: date
    place_codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    forum: Mapping[str, ForumPoint] = field(default_factory=dict)
    evidence: Mapping[str, EvidenceSource] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    watches: Mapping[str, Watch] = field(default_factory=dict)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty, by instrument id and then in the order of its file."""
        return tuple(duty for instrument in self.instruments.values() for duty in instrument.duties)

    @cached_property
    def catching(self) -> Mapping[str, tuple[Catch, ...]]:
        """For every conduct, the duties that look at it."""
        return {
            name: tuple(Catch(duty, duty.lines_for(conduct)) for duty in self.duties if duty.looks_at(conduct))
            for name, conduct in self.conducts.items()
        }

    def instrument_of(self, duty: Duty) -> Instrument:
        return self.instruments[duty.instrument]
