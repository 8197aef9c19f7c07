"""Answers to state in a deal, by the path of the fact: which of them can stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

Edits = Mapping[str, Any]
NOT_KNOWN, NONE = "not known", "none"
AS_IT_STANDS = object()  # in the place of an answer: a list must have members, as it has in the deal
ANSWERED = object()  # in the place of an answer: something must be answered, whatever it is
MARKS = (AS_IT_STANDS, ANSWERED)
MOST = 12  # levers tried for one test


def combined(found: Iterable[Edits], levers: Iterable[Edits]) -> list[Edits]:
    """Each of `found` with each of `levers` that it agrees with."""
    levers = list(levers)
    pairs = (merged(one, lever) for one in found for lever in levers if agree(one, lever))
    return list(islice(pairs, MOST))


def agree(one: Edits, other: Edits) -> bool:
    """Whether two sets of answers can stand in one deal: none says otherwise, or below what another takes away."""
    return all(_agree(left, one[left], right, other[right]) for left in one for right in other)


def _agree(left: str, answer: Any, right: str, other: Any) -> bool:
    if left == right:
        return bool(answer == other) or _stays(answer, other) or _stays(other, answer)
    if _leads_into(left, right):
        return answer in MARKS
    return other in MARKS if _leads_into(right, left) else True


def _stays(answer: Any, other: Any) -> bool:
    """Whether another answer leaves true what a mark asks for."""
    return (answer is ANSWERED and other != NOT_KNOWN) or (answer is AS_IT_STANDS and other not in (NOT_KNOWN, NONE))


def merged(one: Edits, other: Edits) -> dict[str, Any]:
    """Two sets of answers that agree, as one."""
    return {path: _stronger(one.get(path, ANSWERED), other.get(path, ANSWERED)) for path in {**one, **other}}


def _stronger(answer: Any, other: Any) -> Any:
    """Of an answer and a mark the answer; of two marks the one that asks for more."""
    return other if answer is ANSWERED or (answer is AS_IT_STANDS and other not in MARKS) else answer


def _leads_into(short: str, long: str) -> bool:
    return long.startswith(short) and long[len(short) : len(short) + 1] in (".", "[")
