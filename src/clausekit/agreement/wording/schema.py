"""The shape of the facts that wording may name, known without a deal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausekit.facts.places import is_place
from clausekit.facts.schema import deal_shape, party_shape
from clausekit.facts.shapes import Group, Leaf, Many, Shape

COUNTERPARTIES = "counterparties"


def named_shapes() -> Mapping[str, Shape | None]:
    """The names that all wording may use, and what they stand for."""
    party = party_shape()
    return {"deal": deal_shape(), "supplier": party, "customer": party, "china": Leaf("text", str)}


def part_of(shape: Shape, name: str) -> tuple[bool, Shape | None, Sequence[str]]:
    """Whether `shape` has a part called `name`, that part's shape where it is known, and the names there are."""
    match shape:
        case Group() if name in shape.derived:
            return True, deal_shape().parts["parties"].shape if name == COUNTERPARTIES else None, ()
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
