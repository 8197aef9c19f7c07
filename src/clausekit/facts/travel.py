"""Whether a fact may be taken over from one matter into another; the rule stands on the fact itself."""

from __future__ import annotations

from clausekit.facts.paths import keys_of
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Many, Shape, Travels


def travels_of(path: str) -> Travels:
    """The rule of the fact at `path`, or of a pattern: its own, else that of the nearest group around it, else never.

    Raises KeyError where there is no such fact.
    """
    shape: Shape = deal_shape()
    rule = Travels.NEVER
    for key in keys_of(path):
        if isinstance(shape, Many):
            shape = shape.element
        elif isinstance(shape, Group):
            part = shape.parts[key]
            shape, rule = part.shape, part.travels or rule
        else:
            raise KeyError(key)
    return rule
