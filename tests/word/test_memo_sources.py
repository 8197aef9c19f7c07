"""Which instruments have a place among the sources of a memo."""

from __future__ import annotations

import pytest

from clausekit.agreement.document import Paragraph, Table, Text
from clausekit.word.memo.sources import also_seen, sources
from shared import REGISTER, assessed, starter_deal
from stories.settings import deal_with

BILL, BANS = "us-chip-security-act", "us-deepseek-device-bans"


def titles(deal: str) -> set[str]:
    """The first words of each paragraph, and of each row of the table of what was also looked at."""
    assessment = assessed(deal_with(deal, {}))
    blocks = [*sources(assessment), *also_seen(assessment)]
    runs = [block.runs for block in blocks if isinstance(block, Paragraph)]
    runs += [row[0][:1] for block in blocks if isinstance(block, Table) for row in block.rows]
    return {"".join(run.text for run in each if isinstance(run, Text)) for each in runs}


@pytest.mark.parametrize(
    ("deal", "instrument", "shown"),
    [
        ("gulf-ai-campus", BILL, True),
        ("french-supply", BILL, False),
        ("carmaker-deepseek", BANS, True),
        ("gulf-ai-campus", BANS, False),
        ("saudi-ai-cloud", "us-saudi-ai-partnership", True),
        ("gulf-ai-campus", "us-saudi-ai-partnership", False),
    ],
)
def test_what_binds_nobody_is_told_only_where_it_matters(deal: str, instrument: str, shown: bool) -> None:
    assert (REGISTER.instruments[instrument].title in titles(deal)) is shown


def test_every_instrument_that_a_finding_names_is_told() -> None:
    assessment = assessed(starter_deal("telecom-huawei-network"))
    named = {name for finding in assessment.findings for name in finding.instruments}
    assert named
    assert {REGISTER.instruments[name].title for name in named} <= titles("telecom-huawei-network")
