"""Three values: true, false, and not decided, with the open facts that would decide it.

Strong Kleene logic: what is open never turns into "no" by silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

NONE_OPEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Truth:
    """A three-valued answer.

    Args:
        value: True, False, or None where open facts leave it undecided.
        open: paths of the facts that would decide it; empty unless `value` is None.
        because: paths of the members of lists (a user, an item) that make it true, or may.
    """

    value: bool | None
    open: frozenset[str] = NONE_OPEN
    because: frozenset[str] = field(default=NONE_OPEN, compare=False)

    @property
    def possible(self) -> bool:
        """Whether it is true or may turn out to be."""
        return self.value is not False

    @property
    def certain(self) -> bool:
        return self.value is True

    def __invert__(self) -> Truth:
        return Truth(None, self.open) if self.value is None else _settled(not self.value)


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
    open_facts = because = NONE_OPEN
    for truth in truths:
        if truth.value is dominant:
            return truth
        open_facts = open_facts | truth.open if truth.open else open_facts
        because = because | truth.because if truth.because else because
    if open_facts or because:
        return Truth(None if open_facts else not dominant, open_facts, because)
    return _settled(not dominant)
