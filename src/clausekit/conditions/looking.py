"""What a condition looks at, checked against the shape of a deal before any deal is there."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from clausekit.facts.kinds import PLACE, SHARE, YEAR, YES_OR_NO
from clausekit.facts.shapes import Group, Leaf, Many, Shape
from clausekit.facts.walking import part_of
from clausekit.nearest import did_you_mean

Bound = Mapping[str, Shape | None]
SIZED = frozenset({SHARE.word, YEAR.word})
BY_SIZE = frozenset({"lt", "lteq", "gt", "gteq"})


class ConditionFault(ValueError):
    """A condition that cannot be read; its text is fit for a finding."""


def shape_of(node: nodes.Expr, bound: Bound) -> Shape | None:
    """The shape of what is looked at, where it is known; a name that no deal has is a fault."""
    match node:
        case nodes.Name():
            return bound.get(node.name)
        case nodes.Getattr():
            whole = shape_of(node.node, bound)
            return _part_shape(whole, node.attr) if whole else None
    return None


def _part_shape(whole: Shape, name: str) -> Shape | None:
    there, shape, known = part_of(whole, name)
    if not there:
        raise ConditionFault(f"there is no fact '{name}' here{did_you_mean(name, known)}")
    return shape


def check_answer(node: nodes.Expr, bound: Bound) -> None:
    """Only a yes/no fact is an answer by itself."""
    shape = shape_of(node, bound)
    _refuse_groups(shape)
    if isinstance(shape, Leaf) and shape.word != YES_OR_NO.word:
        raise ConditionFault(f"a {shape.word} is no answer by itself; compare it with something")


def check_comparison(node: nodes.Expr, operator: str, other: nodes.Expr, bound: Bound) -> None:
    """Only facts are compared, places with sets of places, and by size only shares and years."""
    left, right = shape_of(node, bound), shape_of(other, bound)
    for shape in (left, right):
        _refuse_groups(shape)
    if not isinstance(left, Leaf):
        return
    if operator in BY_SIZE and left.word not in SIZED:
        raise ConditionFault(f"a {left.word} has no size; only a share or a year can be more or less than a number")
    if is_place_set(other) and left.word != PLACE.word:
        raise ConditionFault(f"a {left.word} is not a place, so it cannot be in a set of places")


def _refuse_groups(shape: Shape | None) -> None:
    if isinstance(shape, Group | Many):
        raise ConditionFault("a condition must end in a fact, not in a group of facts")


def is_place_set(node: nodes.Expr) -> bool:
    """Whether an expression is ``places.NAME``."""
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "places"
