"""Savings clauses are tested for emptiness: whether anybody is left who must perform the term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.finding import Finding, Severity
from shared import REGISTER, assessed
from stories.settings import deal_with

GULF, CAR, FRENCH = "gulf-ai-campus", "carmaker-deepseek", "french-supply"
CHINESE = {"parties[operator].organised_in": "CN-SH", "parties[operator].headquarters": "CN-SH"}


def empty(deal: str, facts: Mapping[str, Any] | None = None, chosen: Mapping[str, str] | None = None) -> list[Finding]:
    found = assessed(deal_with(deal, facts or {}), chosen).findings
    return [one for one in found if one.code == "empty-saving"]


def test_a_chinese_customer_that_alone_performs_a_term_is_let_off() -> None:
    (one,) = [one for one in empty(GULF, CHINESE) if one.party == "operator" and one.severity is Severity.WARNING]
    assert "cn-afsl" in one.instruments
    assert "Al Dhafra Compute PJSC" in one.message
    assert "Access and workloads" in one.message


def test_links_that_are_not_known_leave_it_open() -> None:
    (one,) = [one for one in empty(GULF) if one.party == "operator"]
    assert one.severity is Severity.NOTE
    assert one.level is not None
    assert one.level.at_least == 0
    assert one.decided_by


def test_a_giver_without_links_performs_whatever_the_saving_says() -> None:
    assert empty(FRENCH) == []


def test_without_a_saving_nothing_is_taken_away() -> None:
    assert empty(GULF, CHINESE, {"conflicting-obligations": "own-law"}) == []


def test_a_declaration_that_german_law_forbids_is_saved_away() -> None:
    found = empty(CAR, {}, {"excluded-hardware": "origin-without-reasons"})
    assert "de-awv-7" in {name for one in found for name in one.instruments}


def test_blocking_laws_are_those_that_a_saving_names_or_that_answer_foreign_measures() -> None:
    blocking = {one.id for one in REGISTER.instruments.values() if one.blocking}
    assert {"cn-afsl", "cn-blocking-rules", "cn-decree-835", "de-awv-7", "eu-blocking-statute"} <= blocking
    assert all(REGISTER.instruments[name].place != "US" for name in blocking - {"us-antiboycott"})
