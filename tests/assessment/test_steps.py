"""Steps beside the contract: a checklist that follows from the findings of a deal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.assessment import Assessment
from clausekit.drafting import contract_of
from clausekit.word.memo.parts import section
from clausekit.word.memo.steps import steps
from shared import REGISTER, assessed
from stories.settings import deal_with

GULF, FRENCH = "gulf-ai-campus", "french-supply"


def of(deal: str, facts: Mapping[str, Any] | None = None, chosen: Mapping[str, str] | None = None) -> Assessment:
    return assessed(deal_with(deal, facts or {}), chosen)


def names(assessment: Assessment) -> set[str]:
    return {due.step.id.partition("-")[2] for due in assessment.steps}


def test_the_gulf_campus_needs_a_map_a_record_licences_and_a_protocol() -> None:
    needed = {"asset-and-people-map", "true-reasons", "licences", "licence-conditions", "communications"}
    assert needed <= names(of(GULF))


def test_a_deal_without_any_link_needs_no_step_against_chinese_law() -> None:
    assert names(of(FRENCH)) & {"asset-and-people-map", "communications", "ring-fence", "foreign-checks"} == set()


def test_a_step_stands_only_for_findings_that_are_there() -> None:
    assessment = of(GULF)
    for due in assessment.steps:
        assert due.serves
        assert set(due.serves) <= set(assessment.findings)
        assert {one.code for one in due.serves} <= due.step.codes


def test_conditions_that_were_read_take_their_step_away() -> None:
    grants = ("uae-supply", "uae-holding")
    read = {f"authorisations[{name}].conditions": "read" for name in grants}
    assert "licence-conditions" not in names(of(GULF, read))


def test_a_check_by_an_authority_that_a_chinese_party_promises_needs_the_procedure() -> None:
    chinese = {"parties[operator].organised_in": "CN-SH", "parties[operator].headquarters": "CN-SH"}
    assert "foreign-checks" not in names(of(GULF, chinese))
    assert "foreign-checks" in names(of(GULF, chinese, {"verification": "authority-visit"}))


def test_every_step_names_who_and_when_and_is_never_printed_in_the_contract() -> None:
    assessment = of(GULF)
    contract, _ = contract_of(assessment.matter, assessment.outcome.chosen)
    printed = repr(contract)
    for step in REGISTER.steps.values():
        assert step.who
        assert step.by
        assert step.says[:40] not in printed


def test_the_memo_prints_the_list_and_nothing_where_there_is_none() -> None:
    assert len(section("Steps", steps(of(GULF)))) == 3
    bare = of(FRENCH, {"asks": "none"})
    assert bool(section("Steps", steps(bare))) == bool(bare.steps)
