"""Comparing two facts, either of which may be open."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from clausekit.conditions.truth import FALSE, TRUE, Truth, undecided
from clausekit.facts.places import country_of
from clausekit.facts.view import Fact, Interval, Open, View

if TYPE_CHECKING:
    from clausekit.conditions.language import Scope

Operand = View | Fact | frozenset[str]
Compare = Callable[[Any, Any], Truth]


def comparison(
    compare: Compare, left: Callable[[Scope], Operand], right: Callable[[Scope], Operand]
) -> Callable[[Scope], Truth]:
    """A judge that reads both sides and compares them; open sides leave it undecided."""

    def judge(scope: Scope) -> Truth:
        one, other = left(scope), right(scope)
        if _open(one) or _open(other):
            return undecided(*(side.path for side in (one, other) if isinstance(side, Fact) and _open(side)))
        return compare(_value(one), _value(other))

    return judge


def _open(side: Operand) -> bool:
    return isinstance(side, Fact) and isinstance(side.value, Open)


def _value(side: Operand) -> Any:
    return side.value if isinstance(side, Fact) else side


def _truth(value: bool) -> Truth:
    return TRUE if value else FALSE


def _plain(compare: Callable[[Any, Any], bool]) -> Compare:
    return lambda left, right: _truth(compare(left, right))


def _ordered(compare: Callable[[Any, Any], bool]) -> Compare:
    """Order, where the left side may be an interval: undecided if its ends disagree."""

    def judge(left: Any, right: Any) -> Truth:
        if not isinstance(left, Interval):
            return _truth(compare(left, right))
        ends = {compare(left.low, right), compare(left.high, right)}
        return _truth(ends.pop()) if len(ends) == 1 else undecided(*left.open_facts)

    return judge


def _member(left: Any, right: Any) -> Truth:
    """Membership; a subdivision belongs to every set of places that holds its country."""
    if isinstance(right, frozenset):
        return _truth(left in right or country_of(left) in right)
    return _truth(left in right)


COMPARISONS: dict[str, Compare] = {
    "eq": _plain(operator.eq),
    "ne": _plain(operator.ne),
    "lt": _ordered(operator.lt),
    "lteq": _ordered(operator.le),
    "gt": _ordered(operator.gt),
    "gteq": _ordered(operator.ge),
    "in": _member,
    "notin": lambda left, right: ~_member(left, right),
}
