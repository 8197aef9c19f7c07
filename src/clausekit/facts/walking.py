"""Walking through the shapes of facts without a deal: what a name leads to, and what a loop binds."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.facts.places import is_place
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Many, Shape

# Derived lists have the shape of the list they are taken from.
LIKE = {"counterparties": "parties", "deliverables": "items", "computing_hardware": "items"}


def part_of(shape: Shape, name: str) -> tuple[bool, Shape | None, Sequence[str]]:
    """Whether `shape` has a part called `name`, that part's shape where it is known, and the names there are."""
    match shape:
        case Group() if name in shape.derived:
            return True, deal_shape().parts[LIKE[name]].shape if name in LIKE else None, ()
        case Group():
            known = (*shape.parts, *shape.derived)
            return name in shape.parts, shape.parts[name].shape if name in shape.parts else None, known
        case Many():
            return not shape.by_place or is_place(name), shape.element, ()
        case Leaf():
            return False, None, ()


def member_of(shape: Shape | None) -> Shape | None:
    """What a loop over `shape` binds, where it is known."""
    match shape:
        case Many():
            return shape.element
        case Leaf(several=True):
            return Leaf(shape.word, shape.read, shape.words)
    return None


def is_list(shape: Shape) -> bool:
    return isinstance(shape, Many) or (isinstance(shape, Leaf) and shape.several)


def is_place_code(shape: Shape | None) -> bool:
    """Whether `shape` is a fact that holds codes of places."""
    return isinstance(shape, Leaf) and shape.word == "place"
