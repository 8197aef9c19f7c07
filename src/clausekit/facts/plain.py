"""Models as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from clausekit.facts.answers import NOT_ASKED


def plain_values(facts: BaseModel) -> Mapping[str, Any]:
    """The facts of a model under their names in the file, without what was not asked."""
    named = ((field.alias or name, getattr(facts, name)) for name, field in type(facts).model_fields.items())
    return {name: _plain(value) for name, value in named if value is not NOT_ASKED}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return plain_values(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return value
