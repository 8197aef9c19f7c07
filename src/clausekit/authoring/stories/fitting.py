"""Whether a finding is the one that a pattern of a story describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from clausekit.finding import LEVEL_WORDS, NOTHING, Finding, Level

Pattern = Mapping[str, Any]


def fits(pattern: Pattern, finding: Finding) -> bool:
    """Whether everything that the pattern says holds of the finding."""
    return all(TESTS[key](wanted, finding) for key, wanted in pattern.items())


def level_of(finding: Finding) -> Level:
    return finding.level or NOTHING


def said(finding: Finding) -> str:
    """A finding in a few words, for a sentence about a story."""
    about = [finding.party, finding.clause, finding.position, " + ".join(finding.instruments), finding.squeeze]
    return f"{finding.code} ({', '.join(filter(None, about))}; {level_of(finding)})"


def _is(name: str) -> Callable[[Any, Finding], bool]:
    return lambda wanted, finding: str(getattr(finding, name)) in (wanted if isinstance(wanted, list) else [wanted])


def _avoidable(wanted: Any, finding: Finding) -> bool:
    """`[]` says that no position avoids it; a list names positions that do."""
    remedies = finding.avoidable_by
    positions = [remedy.position for remedy in remedies or ()]
    return remedies is not None and (not positions if wanted == [] else set(wanted) <= set(positions))


def _rank(word: Any) -> int:
    """A level's place in the order of levels; beyond all of them for a word that is none."""
    return LEVEL_WORDS.index(word) if word in LEVEL_WORDS else len(LEVEL_WORDS)


TESTS: Mapping[str, Callable[[Any, Finding], bool]] = {
    **{name: _is(name) for name in ("code", "severity", "party", "clause", "position", "squeeze", "family")},
    "instruments": lambda wanted, finding: set(wanted) <= set(finding.instruments),
    "level": lambda wanted, finding: str(level_of(finding)) == wanted,
    "at_least": lambda wanted, finding: level_of(finding).at_least >= _rank(wanted),
    "at_most": lambda wanted, finding: level_of(finding).at_most <= _rank(wanted),
    "reaches": lambda wanted, finding: level_of(finding).at_most >= _rank(wanted),
    "avoidable_by": _avoidable,
    "routes": lambda wanted, finding: bool(finding.routes) == (wanted == "yes"),
    "decided_by": lambda wanted, finding: set(wanted) <= set(finding.decided_by),
    "fact": lambda wanted, finding: finding.place.fact == wanted,
    "message": lambda wanted, finding: wanted in finding.message,
}
