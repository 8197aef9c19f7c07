"""Headlines: atoms grouped under the family of laws that catches them, or that is left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from clausekit.finding import Finding, Level
from clausekit.law.atoms import worst
from clausekit.law.register import Register

CAUGHT = ("double-bind", "exposure")
CODES = {"double-bind": "Double bind", "exposure": "Exposure", "gap": "Gap", "excess": "Excess"}


@dataclass(frozen=True, slots=True)
class Headline:
    """One line counsel reads first.

    Args:
        families: names of the families of laws concerned, the demanding one first.
        parties, clauses: ids, in order of first appearance.
        findings: the atoms inside.
    """

    code: str
    families: tuple[str, ...]
    level: Level
    parties: tuple[str, ...]
    clauses: tuple[str, ...]
    message: str
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "families": list(self.families),
            "level": self.level.as_json(),
            "parties": list(self.parties),
            "clauses": list(self.clauses),
            "message": self.message,
        }


def headlines(register: Register, findings: Iterable[Finding]) -> tuple[Headline, ...]:
    """One headline for each family of laws that catches something or is left open, the gravest first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code in CODES and finding.level:
            groups.setdefault(_group(register, finding), []).append(finding)
    found = [_headline(register, group) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one.level.at_most, -one.level.at_least, one.message)))


def _group(register: Register, finding: Finding) -> tuple[str, str]:
    """Double binds and exposures stand together under the family of laws that catches the term."""
    kind = "caught" if finding.code in CAUGHT else finding.code
    return kind, register.instruments[finding.instruments[-1]].family if finding.instruments else ""


def _headline(register: Register, group: list[Finding]) -> Headline:
    code = next((code for code in CODES if any(finding.code == code for finding in group)), group[0].code)
    level = worst(finding.level for finding in group if finding.level)
    parties = tuple(dict.fromkeys(finding.party for finding in group if finding.party))
    clauses = tuple(dict.fromkeys(finding.clause for finding in group if finding.clause))
    families = _families(register, group)
    laws = " and ".join(register.families[family] for family in families)
    about = laws or ("what counsel asked for" if code == "gap" else "more than any duty or counsel asks for")
    who = f"; {', '.join(parties)}" if parties else ""
    return Headline(code, families, level, parties, clauses, f"{CODES[code]}: {about} ({level}){who}", tuple(group))


def _families(register: Register, group: list[Finding]) -> tuple[str, ...]:
    """The families concerned, the demanding ones first."""
    demanding = [finding.instruments[0] for finding in group if len(finding.instruments) > 1]
    catching = [finding.instruments[-1] for finding in group if finding.instruments]
    return tuple(dict.fromkeys(register.instruments[name].family for name in [*demanding, *catching]))
