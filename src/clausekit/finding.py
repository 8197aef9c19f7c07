"""The one shape for what a person must fix or know: a `Finding`.

A mistyped fact, a fault in a template, a clash of laws and a broken reference
are all findings: values that are collected and shown at once, each with its
place. Exceptions are for faults of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any


class Severity(StrEnum):
    """How a finding is printed. Only what cannot be drafted is an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file and its line (counted from 1), a fact, or both.

    `fact` is a path such as ``parties[operator].headquarters``.
    """

    file: str | None = None
    line: int | None = None
    fact: str | None = None

    def __str__(self) -> str:
        at = PurePath(self.file).as_posix() if self.file else ""
        if self.line is not None:
            at = f"{at}:{self.line}"
        return at or (self.fact or "")

    def as_json(self) -> dict[str, Any]:
        return {"file": self.file, "line": self.line, "fact": self.fact}


NOWHERE = Place()


@dataclass(frozen=True, slots=True, order=True)
class Level:
    """An interval of seriousness, from 0 (nothing) to 4 (grave), both ends included."""

    at_least: int
    at_most: int

    def __str__(self) -> str:
        low, high = LEVEL_WORDS[self.at_least], LEVEL_WORDS[self.at_most]
        return high if low == high else f"{low} to {high}"

    def as_json(self) -> dict[str, int]:
        return {"at_least": self.at_least, "at_most": self.at_most}

    def holds(self, other: Level) -> bool:
        """Whether `other` lies inside this interval."""
        return self.at_least <= other.at_least and other.at_most <= self.at_most


LEVEL_WORDS = ("nothing", "note", "caution", "serious", "grave")
NOTHING = Level(0, 0)


@dataclass(frozen=True, slots=True)
class Remedy:
    """Another position of the same topic, and the highest level that would be left."""

    position: str
    at_most: int

    def as_json(self) -> dict[str, Any]:
        return {"position": self.position, "at_most": self.at_most}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to fix or to know.

    Args:
        code: a stable kebab-case word, such as ``double-bind`` or ``unknown-place``.
        severity: error, warning or note.
        message: one or two plain sentences, with the way out where there is one.
        place: the file and line, or the fact, that it is about.
        party: the person concerned, by id (``operator``, ``operator/cn``).
        clause: the topic of the clause concerned; `position` its chosen position.
        instruments: ids of the instruments of law concerned, the demanding one first.
        family: the family of laws it is grouped under.
        level: how serious it is, as an interval; none for faults that are not law.
        squeeze: ``one-party`` or ``across-parties`` for a double bind.
        avoidable_by: positions that lower it; an empty tuple says that none does.
        decided_by: paths of open facts that would move it.
        routes: what is left to do where no wording escapes.
    """

    code: str
    severity: Severity
    message: str
    place: Place = NOWHERE
    party: str | None = None
    clause: str | None = None
    position: str | None = None
    instruments: tuple[str, ...] = ()
    family: str | None = None
    level: Level | None = None
    squeeze: str | None = None
    avoidable_by: tuple[Remedy, ...] | None = None
    decided_by: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()

    def __str__(self) -> str:
        at = str(self.place)
        line = f"{self.severity}: {self.message} [{self.code}]"
        return f"{at}: {line}" if at else line

    def as_json(self) -> dict[str, Any]:
        """The finding as plain data, every key present and absent parts null."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "place": self.place.as_json(),
            "party": self.party,
            "clause": self.clause,
            "position": self.position,
            "instruments": list(self.instruments) or None,
            "family": self.family,
            "level": self.level.as_json() if self.level else None,
            "squeeze": self.squeeze,
            "avoidable_by": _listed(self.avoidable_by),
            "decided_by": list(self.decided_by) or None,
            "routes": list(self.routes) or None,
        }


def _listed(remedies: tuple[Remedy, ...] | None) -> list[dict[str, Any]] | None:
    return None if remedies is None else [remedy.as_json() for remedy in remedies]


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything in `findings` stops a draft."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def error(code: str, message: str, place: Place = NOWHERE) -> Finding:
    """A finding that stops a draft."""
    return Finding(code, Severity.ERROR, message, place)


def warning(code: str, message: str, place: Place = NOWHERE) -> Finding:
    """A finding that a person should look at before the draft leaves the house."""
    return Finding(code, Severity.WARNING, message, place)


def note(code: str, message: str, place: Place = NOWHERE) -> Finding:
    """A finding that a person should know of."""
    return Finding(code, Severity.NOTE, message, place)
