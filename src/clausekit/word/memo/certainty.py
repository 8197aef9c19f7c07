"""How sure a conflict is: how each law was read, and what is known of its status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausekit.assessment import Assessment
from clausekit.finding import Finding
from clausekit.law.register import Verification
from clausekit.word.memo.parts import listed, sentence

SUREST_FIRST = (Verification.PRIMARY, Verification.REPRODUCED, Verification.SECONDARY, Verification.ANALYSIS)


def how_sure(assessment: Assessment, findings: Iterable[Finding]) -> str:
    """Two or three sentences on the laws that these findings name."""
    found = list(findings)
    laws = list(dict.fromkeys(name for finding in found for name in finding.instruments))
    return " ".join((*_read(assessment, laws), *_statuses(assessment, laws), *_levels(found)))


def _read(assessment: Assessment, laws: Iterable[str]) -> Iterator[str]:
    """The laws by how their duties were read, each at its least sure."""
    register = assessment.outcome.bench.register
    by_reading: dict[Verification, list[str]] = defaultdict(list)
    for law in laws:
        duties = [duty.verified for duty in register.instruments[law].duties if duty.verified in SUREST_FIRST]
        if duties:
            by_reading[max(duties, key=SUREST_FIRST.index)].append(register.instruments[law].short)
    told = [f"{one.printed}: {listed(by_reading[one])}" for one in SUREST_FIRST if one in by_reading]
    if told:
        yield sentence("; ".join(told))


def _statuses(assessment: Assessment, laws: Iterable[str]) -> Iterator[str]:
    standpoint = assessment.matter.standpoint
    unsure = [law for law in laws if not standpoint.statuses[law].confirmed]
    unsettled = [standpoint.register.instruments[law].short for law in unsure if not standpoint.statuses[law].settled]
    if unsure:
        yield f"The register confirms {_how_many(unsure, laws)} for {standpoint.law_as_of}; see the sources."
    if unsettled:
        yield f"It cannot say whether {listed(unsettled)} {'is' if len(unsettled) == 1 else 'are'} in force."


def _how_many(unsure: list[str], laws: Iterable[str]) -> str:
    sure = len(list(laws)) - len(unsure)
    return f"the status of {sure} of these laws" if sure else "the status of none of these laws"


def _levels(findings: Iterable[Finding]) -> Iterator[str]:
    levels = [finding.level for finding in findings if finding.level]
    if any(level.at_least < level.at_most for level in levels):
        yield "A level is a range where a fact is open or a status is unsure."
