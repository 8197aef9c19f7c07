"""The small set of deals that shows everything the templates can print."""

from __future__ import annotations

from functools import cache

from clausekit.authoring.clause_texts import Sheets
from clausekit.authoring.covering import Coverage, cover
from clausekit.authoring.covering.trying import Trying
from clausekit.authoring.reasoning import World
from clausekit.authoring.settings import Stage
from clausekit.finding import has_errors
from shared import TEMPLATES


@cache
def covered() -> Coverage:
    return cover(World(Sheets(TEMPLATES)))


def test_every_position_branch_list_and_blank_of_our_templates_is_shown() -> None:
    coverage = covered()
    assert [str(goal.place) + " " + goal.words for goal in coverage.missing] == []
    shown = frozenset[tuple[str, str, int, str]]().union(*(one.trial.reached for one in coverage.variants))
    assert {(*goal.key, goal.spot, goal.outcome) for goal in coverage.goals} <= shown


def test_the_set_is_small_and_no_set_can_be_smaller_than_the_bound() -> None:
    coverage = covered()
    assert coverage.at_least <= len(coverage.variants) <= coverage.at_least + 3
    positions = {goal.key for goal in coverage.goals if goal.key[0] == "excluded-hardware"}
    assert coverage.at_least >= len(positions), "a contract holds one position of a topic"


def test_each_deal_of_the_set_can_be_drafted_and_shows_something_new() -> None:
    stage = Stage(TEMPLATES)
    for variant in covered().variants:
        assert variant.first
        assert stage.deal(variant.setting).title
        document, findings = variant.trial.printed
        assert document.blocks
        assert not has_errors(findings), variant.name


def test_every_kind_of_outcome_is_a_goal() -> None:
    outcomes = {goal.outcome for goal in covered().goals}
    assert outcomes == {"printed", "blank", "yes", "no", "undecided", "members", "none", "open"}


def test_a_fact_that_is_worked_out_is_answered_through_those_it_rests_on() -> None:
    trying = Trying(Sheets(TEMPLATES), Stage(TEMPLATES), "carmaker-deepseek", TEMPLATES.register.horizon)
    advanced = TEMPLATES.register.circumstances["advanced_items"].when.formula
    reached = {tuple(lever.items()) for lever in trying.levers.to(advanced, "yes")}
    assert (
        ("items[vehicle-computer].classification", "3A090.a"),
        ("items[vehicle-computer].subject_to_ear", "yes"),
    ) in reached
