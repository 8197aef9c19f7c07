"""A deal under the law of two days; and promises judged at signature, performance through the term."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausekit.assessment import Assessment, Matter, assess
from clausekit.assessment.comparing import compare
from clausekit.law import Register, Standpoint
from law.copied import CopiedLaw
from shared import FORM, LIBRARY, TODAY, assessed
from stories.settings import deal_with

GULF, CAR = "gulf-ai-campus", "carmaker-deepseek"
RULE, AWV = "us-bis-affiliates-rule", "de-awv-7"
JUNE = date(2026, 6, 1)


def test_a_day_compared_with_itself_differs_in_nothing() -> None:
    found = compare(assessed(deal_with(GULF, {})), assessed(deal_with(GULF, {})))
    assert (found.statuses, found.positions, found.findings) == ({}, {}, ())


def test_a_suspension_takes_its_findings_away_and_its_end_brings_them_back() -> None:
    now, then = assessed(deal_with(GULF, {})), assessed(deal_with(GULF, {}), on=JUNE)
    gone = compare(now, then)
    assert gone.statuses[RULE][1].name == "suspended"
    assert gone.positions["ownership"] == ("contract-threshold", "stated-owners")
    binds = [
        one for one in gone.findings if one.finding.instruments[:1] == (RULE,) and one.finding.code == "double-bind"
    ]
    assert binds
    assert all(one.after is None for one in binds)
    back = compare(then, now)
    assert {(one.before, one.after) for one in back.findings} == {(one.after, one.before) for one in gone.findings}


def _assessed(register: Register, how: str) -> Assessment:
    """The car deal under a changed law, with words that promise a negative, or that only perform one."""
    wanted = {"excluded-hardware": how, "conflicting-obligations": "own-law"}
    standpoint = Standpoint(register, deal_with(CAR, {"dates.effective": "2026-12-01"}), TODAY, TODAY)
    return assess(Matter(standpoint, LIBRARY, FORM, wanted))


@pytest.fixture
def repealed(tmp_path: Path) -> Register:
    """A law under which section 7 AWV, which looks at declarations, is repealed during the term."""
    law = CopiedLaw(tmp_path)
    event = (
        "  - kind: revoked\n    act: Repeal\n    dated: 2026-11-01\n    effective: 2027-06-01\n    source: statute\n"
        '    link: "https://example.org"\n    recorded: 2026-11-23\n    verified: primary\n    verified_by: a test\n'
        "sources:"
    )
    law.change(f"de/{AWV}.yaml", "sources:", event)
    return law.register()


def test_a_repeal_undoes_no_promise_that_was_made(repealed: Register) -> None:
    assessment = _assessed(repealed, "cites-measure")
    caught = [one for one in assessment.atoms if AWV in one.instruments]
    assert caught
    moved = [cliff.moved for cliff in assessment.cliffs if cliff.due.instrument == AWV]
    assert not [key for one in moved for key in one.levels if key[0] != "gap"]


def test_before_signature_a_repeal_takes_the_exposure_away(repealed: Register) -> None:
    deal = deal_with(CAR, {"dates.effective": "2027-12-01"})
    wanted = {"excluded-hardware": "cites-measure", "conflicting-obligations": "own-law"}
    assessment = assess(Matter(Standpoint(repealed, deal, TODAY, TODAY), LIBRARY, FORM, wanted))
    moved = [cliff.moved for cliff in assessment.cliffs if cliff.due.instrument == AWV]
    assert moved
    assert any(after.at_most == 0 for one in moved for key, (_, after) in one.levels.items() if key[0] == "exposure")
