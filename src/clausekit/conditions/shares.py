"""Shares of ownership in a condition: ``share(owner in user.owners, ...)``, which adds up through the chain."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from jinja2 import nodes

from clausekit.conditions.truth import Truth
from clausekit.facts import Counted, Reckoning
from clausekit.facts.view import View

if TYPE_CHECKING:
    from clausekit.conditions.comparing import Operand
    from clausekit.conditions.language import Judge, Reader, Scope


def is_share(node: nodes.Expr) -> bool:
    """Whether an expression is ``share(owner in owners, condition)``."""
    called = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "share"
    return called and len(cast(nodes.Call, node).args) == 2 and not cast(nodes.Call, node).kwargs


def shares(source: Reader, name: str, counts: Judge, passes: Callable[[object], Truth]) -> Reader:
    """The per cent owned by the owners of whom `counts` is true."""

    def read(scope: Scope) -> Operand:
        def counted(owner: View) -> Counted:
            truth = counts(scope.bind(name, owner))
            return Counted(truth.certain, truth.possible, truth.open)

        return Reckoning(counted, lambda share: passes(share).certain).share_of(cast(View, source(scope)))

    return read
