"""Shapes from the models, so that no fact is listed twice."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from clausekit.facts import deal as models
from clausekit.facts.derived import DERIVED
from clausekit.facts.fields import Facts, Keyed, Kind
from clausekit.facts.kinds import PLACE
from clausekit.facts.shapes import Group, Leaf, Many, Part, Shape

GROUP_NAMES = {"RemoteAccess": "remote access"}


def deal_shape() -> Group:
    return _group(models.Deal)


def party_shape() -> Group:
    return _group(models.Party)


@cache
def _group(model: type[Facts]) -> Group:
    hints = get_type_hints(model, include_extras=True)
    name = GROUP_NAMES.get(model.__name__, model.__name__.lower())
    parts = {field.alias or key: _part(hints[key], field) for key, field in model.model_fields.items()}
    return Group(name, parts, DERIVED.get(name, {}))


def _part(hint: Any, field: Any) -> Part:
    more = field.json_schema_extra or {}
    return Part(partial(_shape, hint), field.description, bool(more.get("required")), field.title, more.get("travels"))


def _shape(hint: Any) -> Shape:
    """The shape of a field from its type: the marks on it say what it is."""
    if isinstance(hint, type) and issubclass(hint, Facts):
        return _group(hint)
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        for mark in marks:
            if isinstance(mark, Kind):
                return mark.leaf
            if isinstance(mark, Keyed):
                return _many(inner, mark)
        return _shape(inner)
    if get_origin(hint) is tuple:
        item = _shape(get_args(hint)[0])
        assert isinstance(item, Leaf)
        return replace(item, several=True)
    return _shape(get_args(hint)[0])


def _many(mapping: Any, mark: Keyed) -> Many:
    element = _shape(get_args(mapping)[1])
    assert isinstance(element, Group)
    return Many(element, by_place=mark.key is PLACE)
