"""What wording commits people to, as the law sees it: handed to this room by drafting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commitment:
    """One conduct to which a position commits somebody.

    Args:
        topic, position: where the words stand.
        conduct: id of the conduct.
        by: ids of the parties that give it; `to` those that take it.
        how: ``declares``, ``performs`` or ``procures``.
        against: the class of persons it is aimed at, if any.
        spares_affiliates: whether affiliates are ring-fenced from performing it.
    """

    topic: str
    position: str
    conduct: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    how: str
    against: str | None = None
    spares_affiliates: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """All commitments of one choice of positions.

    Args:
        softening: conducts, such as a saving clause, that soften what laws say they soften.
        weakened: whether a saving without a right to suspend turns full guards into part guards.
    """

    commitments: tuple[Commitment, ...]
    softening: frozenset[str] = frozenset()
    weakened: bool = False

    def without(self, topic: str) -> tuple[Commitment, ...]:
        return tuple(commitment for commitment in self.commitments if commitment.topic != topic)


def terms_of(commitments: Iterable[Commitment], saves: Iterable[str], needs: Iterable[str]) -> Terms:
    """Terms from commitments and from what the modifying positions say they soften and need."""
    given = tuple(commitments)
    missing = set(needs) - {commitment.conduct for commitment in given}
    return Terms(given, frozenset(saves), weakened=bool(missing))
