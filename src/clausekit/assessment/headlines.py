"""Headlines: atoms grouped by what kind of clash they are and between which families of laws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.finding import Finding, Level
from clausekit.law.judging import worst
from clausekit.law.register import Register

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
    """One headline for each kind of clash and pair of families, the gravest first."""
    groups: dict[tuple[str, tuple[str, ...]], list[Finding]] = {}
    for finding in without_covered(findings):
        if finding.code in CODES and finding.level:
            groups.setdefault((finding.code, _families(register, finding)), []).append(finding)
    found = [_headline(register.families, code, families, group) for (code, families), group in groups.items()]
    return tuple(sorted(found, key=lambda one: (-one.level.at_most, -one.level.at_least, one.message)))


def without_covered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without the exposures that a double bind beside them already tells."""
    told = list(findings)
    bound = {(_exposed(one), one.level) for one in told if one.code == "double-bind"}
    return [one for one in told if one.code != "exposure" or (_exposed(one), one.level) not in bound]


def _exposed(finding: Finding) -> tuple[str | None, ...]:
    return (*finding.instruments[-1:], finding.party, finding.clause, finding.position)


def _families(register: Register, finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(register.instruments[name].family for name in finding.instruments))


def _headline(names: Mapping[str, str], code: str, families: tuple[str, ...], group: list[Finding]) -> Headline:
    level = worst(finding.level for finding in group if finding.level)
    parties = tuple(dict.fromkeys(finding.party for finding in group if finding.party))
    clauses = tuple(dict.fromkeys(finding.clause for finding in group if finding.clause))
    laws = " and ".join(names[family] for family in families)
    about = laws or ("what counsel asked for" if code == "gap" else "more than any duty or counsel asks for")
    who = f"; {', '.join(parties)}" if parties else ""
    message = f"{CODES[code]}: {about} ({level}){who}"
    return Headline(code, families, level, parties, clauses, message, tuple(group))
