"""The shapes of the heads of clause files and of agreements, checked by pydantic."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from clausekit.finding import Finding
from clausekit.located_yaml import Located
from clausekit.shape_faults import shape_findings


def _a_date(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Day = Annotated[date, BeforeValidator(_a_date)]
Word = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Role = Literal["supplier", "customer", "each"]


class Shape(BaseModel):
    """What every head has in common: nothing unknown, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class DoesShape(Shape):
    conduct: Word
    by: Role
    to: Annotated[Role | None, Field(alias="for")] = None
    how: Literal["declares", "performs", "procures"] = "performs"
    against: Literal["users", "suppliers", "counterparty"] | None = None
    spares_affiliates: bool = False


class EvidenceShape(Shape):
    of: Literal["supplier", "customer", "makers", "users"]
    gives: str


class PositionShape(Shape):
    does: list[DoesShape] = []
    says: str
    gives_up: str = ""
    use_when: str = "true"
    defines: dict[str, str] = {}
    softens: list[Word] = []
    needs: Word | None = None
    survives_years: int = 0
    evidence: list[EvidenceShape] = []
    approver: str
    reviewed_on: Day


class TopicShape(Shape):
    title: str
    numbering: Literal["clause", "parties", "recitals", "schedule", "signatures"] = "clause"
    modifies: bool = False


class FormShape(Shape):
    title: str
    running_order: list[Word]
    schedules: list[Word] = []
    proper_names: list[str] = []


AnyShape = TypeVar("AnyShape", bound=Shape)


def read_shape(located: Located, kind: type[AnyShape]) -> tuple[AnyShape | None, list[Finding]]:
    """A head as one shape, or what is wrong with it."""
    try:
        return kind.model_validate(located.data), []
    except ValidationError as faults:
        errors = [dict(fault) for fault in faults.errors(include_url=False)]
        known = {field.alias or name for shape in Shape.__subclasses__() for name, field in shape.model_fields.items()}
        return None, shape_findings(errors, located, known)
