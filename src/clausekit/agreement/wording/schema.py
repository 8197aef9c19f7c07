"""The names that wording may use, known without a deal."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.facts.schema import deal_shape, party_shape
from clausekit.facts.shapes import Leaf, Shape


def named_shapes() -> Mapping[str, Shape | None]:
    """The names that all wording may use, and what they stand for."""
    party = party_shape()
    return {"deal": deal_shape(), "supplier": party, "customer": party, "china": Leaf("text", str)}
