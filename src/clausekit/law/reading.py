"""The shapes of the files in `templates/law/`, checked by pydantic, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from clausekit.finding import Finding
from clausekit.law.register import Degree, Verification
from clausekit.located_yaml import Located
from clausekit.shape_faults import shape_findings


def _a_date(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Day = Annotated[date, BeforeValidator(_a_date)]
Word = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
EventKind = Literal[
    "proposed",
    "announced",
    "published",
    "in-force",
    "amended",
    "suspension-announced",
    "suspended",
    "extension-announced",
    "revived",
    "stayed",
    "enforcement-withheld",
    "wording-changed",
    "withdrawn",
    "revoked",
    "expired",
    "opinion",
    "statement",
    "related",
    "used",
]
Force = Literal[
    "statute", "regulation", "order", "guidance", "presumption", "policy", "statement", "decision", "agreement"
]
Verified = Annotated[Verification, Field(strict=False)]


class Shape(BaseModel):
    """What every part of a law file has in common: nothing unknown, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class EventShape(Shape):
    kind: EventKind
    act: str
    dated: Day
    effective: Day | None = None
    until: Day | None = None
    then: Literal["revived", "expired"] | None = None
    source: str
    link: str
    recorded: Day
    verified: Verified
    verified_by: str
    says: str = ""
    withdraws: list[str] = []


class SourceShape(Shape):
    link: str
    says: str
    verified: Verified


class StakesShape(Shape):
    level: Literal["low", "medium", "high", "very-high"]
    says: str
    amount: str = ""
    year: int | None = None


class DegreeShape(Shape):
    degree: Annotated[Degree, Field(alias="is", strict=False)]
    conduct: Word | None = None
    when: str | None = None


class CaseShape(Shape):
    says: str
    party: dict[str, Any] = {}
    deal: dict[str, Any] = {}
    does: Word
    how: Literal["declares", "performs", "procures"] = "performs"
    against: Literal["users", "suppliers", "counterparty"] | None = None


class AuthorisationShape(Shape):
    by: str
    act: str = ""


class DutyShape(Shape):
    id: Word
    at: str
    forbids: list[Word] | None = None
    requires: list[Word] | None = None
    expects: list[Word] | None = None
    permits: list[Word] | None = None
    says: str
    binds: str
    live_when: str
    acts_on: list[Literal["declares", "performs", "procures"]]
    catches: list[Literal["giver", "taker"]]
    bite: Annotated[str, Field(pattern=r"^(full|nexus [A-Z]{2})$")]
    degree: list[DegreeShape]
    softened_by: list[Word] = []
    stakes: StakesShape
    authorisation: AuthorisationShape | None = None
    verified: Verified
    judged_by: str
    judged_on: Day
    catches_case: CaseShape
    leaves_case: CaseShape


class OverrideShape(Shape):
    in_courts_of: list[str]
    says: str


class InstrumentShape(Shape):
    id: Word
    title: str
    short: str
    family: Word
    place: str
    citation: str
    issuer: str
    force: Force
    last_seen: Day
    summary: str
    note: str = ""
    events: list[EventShape]
    sources: list[SourceShape]
    overrides_choice: OverrideShape | None = None
    blocking: Literal["true"] | bool = False
    matters_when: str = "true"
    duties: list[DutyShape] = []


class ConductShape(Shape):
    stratum: Annotated[Literal["act", "term", "feature"], Field(alias="is")]
    says: str
    ask: str = ""
    restrictive: Literal["true"] | bool = False
    kind_of: list[Word] = []
    guards: dict[Word, Literal["fully", "in-part"]] = {}
    obstructs: list[Word] = []
    in_fact: list[Word] = []
    deals_with: list[Literal["change-in-law", "suspension", "wind-down", "authorisation-end"]] = []


class CircumstanceShape(Shape):
    when: str
    says: str
    ask: str


class PlaceSetShape(Shape):
    places: list[str]
    says: str


CHINA_IN_CONTRACTS = "china_in_contracts"  # a set of places like the others, and what "China" means in a contract


class PlacesShape(Shape):
    sets: dict[str, PlaceSetShape]
    china_in_contracts: PlaceSetShape

    @property
    def all_sets(self) -> dict[str, PlaceSetShape]:
        """Every set of places that a condition may name."""
        return {**self.sets, CHINA_IN_CONTRACTS: self.china_in_contracts}


class RungShape(Shape):
    rung: int
    when: str
    says: str


class RouteShape(Shape):
    route: Word
    says: str


class JudgementShape(Shape):
    judged_by: str
    judged_on: Day
    nexus: dict[str, list[RungShape]]
    harmed: dict[str, dict[str, str]]
    performed: dict[str, str]
    levels: dict[str, dict[Annotated[Degree, Field(strict=False)], int]]
    routes: list[RouteShape]


class LeftOutShape(Shape):
    title: str
    place: str
    reason: str
    seen: Day
    decided_by: str
    decided_on: Day


class RegisterShape(Shape):
    horizon: Day
    families: dict[Word, str]


AnyShape = TypeVar("AnyShape", bound=Shape)


def read_shape(located: Located, kind: type[AnyShape]) -> tuple[AnyShape | None, list[Finding]]:
    """A whole file as one shape, or what is wrong with it."""
    return _read(located, located.data, kind, ())


def read_shapes(located: Located, kind: type[AnyShape]) -> tuple[dict[str, AnyShape], list[Finding]]:
    """A file that is a list of named shapes; those that cannot be read are left out and told."""
    found: dict[str, AnyShape] = {}
    findings: list[Finding] = []
    entries: Mapping[str, Any] = located.data if isinstance(located.data, dict) else {}
    for name, data in entries.items():
        shape, faults = _read(located, data, kind, (name,))
        findings += faults
        if shape is not None:
            found[name] = shape
    return found, findings


def _read(
    located: Located, data: Any, kind: type[AnyShape], root: tuple[str, ...]
) -> tuple[AnyShape | None, list[Finding]]:
    try:
        return kind.model_validate(data), []
    except ValidationError as faults:
        errors = [dict(fault) for fault in faults.errors(include_url=False)]
        return None, shape_findings(errors, located, _keys(kind), root)


def _keys(kind: type[Shape]) -> set[str]:
    """Every key of every shape of law files: what a misspelt one may have meant."""
    return {name for shape in (kind, *Shape.__subclasses__()) for name in shape.model_fields} | {"is"}
