"""Three values: true, false, and not decided, with the open facts that would decide it.

Strong Kleene logic: what is open never turns into "no" by silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NONE_OPEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Truth:
    """A three-valued answer.

    Args:
        value: True, False, or None where open facts leave it undecided.
        open: paths of the facts that would decide it; empty unless `value` is None.
    """

    value: bool | None
    open: frozenset[str] = NONE_OPEN

    @property
    def possible(self) -> bool:
        """Whether it is true or may turn out to be."""
        return self.value is not False

    @property
    def certain(self) -> bool:
        return self.value is True

    def __invert__(self) -> Truth:
        return self if self.value is None else _settled(not self.value)


TRUE = Truth(True)
FALSE = Truth(False)


def _settled(value: bool) -> Truth:
    return TRUE if value else FALSE


def undecided(*paths: str) -> Truth:
    """An answer that waits for the facts at `paths`."""
    return Truth(None, frozenset(paths))


def both(truths: Iterable[Truth]) -> Truth:
    """Conjunction: false if any is false, else undecided if any is, else true."""
    return _fold(truths, dominant=False)


def either(truths: Iterable[Truth]) -> Truth:
    """Disjunction: true if any is true, else undecided if any is, else false."""
    return _fold(truths, dominant=True)


def _fold(truths: Iterable[Truth], dominant: bool) -> Truth:
    open_facts: set[str] = set()
    for truth in truths:
        if truth.value is dominant:
            return _settled(dominant)
        open_facts |= truth.open
    return Truth(None, frozenset(open_facts)) if open_facts else _settled(not dominant)
