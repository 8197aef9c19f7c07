"""Snapshots, answers, trials, the next question, positions side by side, and what is stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.agreement import plain_text
from clausekit.editing import (
    Answer,
    Trial,
    WorkingDeal,
    candidates,
    clause_blocks,
    clause_options,
    difference,
    last_draft,
    next_question,
    stale_since,
)
from clausekit.editing.completing import completed
from editing.deals import ANOTHER_DAY, CAMPUS, SHORT, codes, put, receipt_of, working

LISTINGS = "users[hangzhou-tenant].owners[fund].listings"


@pytest.fixture(scope="module")
def campus() -> WorkingDeal:
    return working(CAMPUS)


@pytest.fixture(scope="module")
def said(campus: WorkingDeal) -> Answer:
    """What is said of the campus, worked out once."""
    return campus.snapshot().judged().complete()


def test_an_answer_is_of_the_moment_of_its_snapshot() -> None:
    deal = working(CAMPUS)
    snapshot = deal.snapshot()
    deal.answer("title", "Changed since")
    answer = snapshot.judged()
    assert answer.version < deal.version
    assert answer.contract is not None
    assert "Changed since" not in plain_text(answer.contract)


def test_an_answer_says_what_the_program_says(said: Answer) -> None:
    assert said.assessment is not None
    assert said.headlines == said.assessment.headlines
    assert {"double-bind", "exposure"} <= set(codes(said.first_findings))
    assert {"undecided", "cliff"} <= set(codes(said.findings))
    assert set(said.first_findings) <= set(said.findings)


def test_wrong_answers_are_left_out_and_everything_else_is_judged() -> None:
    deal = working(CAMPUS)
    deal.answer("users[hangzhou-tenant].headquarters", "Dubay!")
    answer = deal.snapshot().judged()
    assert answer.contract is not None
    assert codes(answer.faults) == ["unknown-place"]
    assert "unknown-place" in codes(answer.first_findings)


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        ("title", "title"),
        ("kind", "kind"),
        ("client", "client"),
        ("parties[buyer]", "one party that is the customer"),
        ("parties[seller].name", "the name and the roles"),
    ],
)
def test_what_is_missing_before_anything_can_be_judged_is_said(path: str, missing: str) -> None:
    deal = working(SHORT)
    deal.remove(path)
    answer = deal.snapshot().judged()
    assert missing in answer.missing
    assert (answer.contract, answer.headlines) == (None, ())
    question = next_question(answer, deal.grid(answer))
    assert question is not None


def test_the_next_question_is_the_fact_that_settles_most(campus: WorkingDeal, said: Answer) -> None:
    first = next_question(said, campus.grid(said))
    assert first is not None
    assert first.path in said.open_facts[0].paths
    assert "settle" in first.settles
    second = next_question(said, campus.grid(said), [first.path])
    assert second is not None
    assert second.path != first.path


def test_a_wrong_answer_comes_before_every_question() -> None:
    deal = working(CAMPUS)
    deal.answer("forum.seat", "nowhere")
    found = next_question(deal.snapshot().judged(), deal.grid())
    assert found is not None
    assert found.path == "forum.seat"


def test_best_and_worst_case_are_the_ends_of_the_levels(said: Answer) -> None:
    extremes = said.extremes
    assert set(extremes.best) < set(extremes.worst)
    assert all(one.level and one.level.at_least > 0 for one in extremes.best)
    assert extremes.decided_by


def test_a_trial_changes_nothing_until_it_is_kept(said: Answer) -> None:
    deal = working(CAMPUS)
    trial = Trial(deal)
    trial.deal.answer("forum.kind", "courts")
    trial.deal.answer("forum.courts", "DE")
    made = difference(said, trial.deal.snapshot().judged())
    assert made
    assert made.positions["dispute-resolution"] == ("arbitration", "courts")
    assert "[-" in made.text
    assert "{+" in made.text
    assert deal.text == CAMPUS
    deal.answer("title", "Changed meanwhile")
    assert trial.keep().changed
    assert deal.data["forum"]["kind"] == "courts"
    assert deal.data["title"] == "Changed meanwhile"
    deal.undo()
    assert deal.data["forum"]["kind"] == "arbitration"


def test_a_trial_on_another_day_shows_what_the_day_moves(campus: WorkingDeal, said: Answer) -> None:
    trial = Trial(campus)
    assert not difference(said, said)
    trial.on(ANOTHER_DAY)
    moved = trial.deal.snapshot().judged()
    assert moved.days[0] == ANOTHER_DAY
    assert difference(said, moved)


def test_the_positions_of_a_clause_stand_side_by_side(said: Answer) -> None:
    answer = said
    clause = next(one for one in clause_options(answer) if one.topic == "excluded-hardware")
    assert [one.position for one in clause.options if one.recommended] == [clause.chosen]
    other = next(one for one in clause.options if not one.chosen)
    assert other.adds or other.removes
    assert other.does
    blocks = clause_blocks(answer, clause.topic, other.position)
    assert blocks
    assert blocks != clause_blocks(answer, clause.topic, clause.chosen)


def test_a_choice_against_the_recommendation_asks_for_its_reason() -> None:
    deal = working(CAMPUS)
    deal.choose("excluded-hardware", "cites-measure")
    clauses = {one.topic: one for one in clause_options(deal.snapshot().judged())}
    assert clauses["excluded-hardware"].needs_reason
    deal.choose("excluded-hardware", "cites-measure", "the lender wants it")
    clauses = {one.topic: one for one in clause_options(deal.snapshot().judged())}
    clause = clauses["excluded-hardware"]
    assert (clause.needs_reason, clause.reason) == (False, "the lender wants it")
    assert clause.recommended != clause.chosen == "cites-measure"


def test_own_wording_is_drafted_and_told() -> None:
    deal = working(CAMPUS)
    deal.reword("suspension", "end-on-listing", "# Suspension\n\nThe {{ customer.name }} shall wait.\n", "agreed")
    answer = deal.snapshot().judged()
    assert answer.contract is not None
    assert "shall wait" in plain_text(answer.contract)
    (told,) = [one for one in answer.first_findings if one.code == "own-wording"]
    assert (told.place.fact, told.clause) == ("positions[suspension].wording", "suspension")


def test_a_slip_in_own_wording_is_told_with_its_line_in_the_deal() -> None:
    deal = working(CAMPUS)
    deal.reword("suspension", "end-on-listing", "# Suspension\n\nThe {{ customer.nam }} shall wait.\n")
    lines = {one.place.line for one in deal.snapshot().judged().first_findings if one.code == "unknown-fact"}
    assert lines == {1 + deal.text.splitlines().index("      The {{ customer.nam }} shall wait.")}


@pytest.mark.parametrize(
    ("path", "typed", "first"),
    [
        ("parties[operator].headquarters", "turki", "TR"),
        ("parties[operator].headquarters", "cote d", "CI"),
        ("parties[operator].headquarters", "hollan", "NL"),
        ("parties[operator].headquarters", "bava", "DE-BY"),
        ("users[hangzhou-tenant].works_from", "AE, hong", "HK"),
        ("forum.institution", "dubai", "DIAC"),
        ("items[racks].classification", "4a090", "4A090.a"),
        ("parties[operator].listings", "entity", "entity-list"),
        ("sites[campus].operator", "dhafra", "operator"),
        ("authorisations[x].person", "qian", "hangzhou-tenant"),
        ("asks", "use-prc", "use-prc-ic"),
    ],
)
def test_what_is_typed_is_completed(campus: WorkingDeal, path: str, typed: str, first: str) -> None:
    found = candidates(path, typed, campus.data, campus.templates)
    assert found[0].text == first


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("governing_law", "chin", "CN"),
        ("governing_law", "CHINA", "CN"),
        ("governing_law", "côte", "CI"),
        ("governing_law", "yes", "yes"),  # it stands inside the name of a place only
        ("governing_law", "s", "s"),
        ("governing_law", "?", "?"),
        ("china", "CN, maca", "CN, MO"),
        ("forum.institution", "lond", "LCIA"),
        ("forum.institution", "London Metal Exchange", "London Metal Exchange"),
        ("parties[operator].government", "y", "yes"),
        ("client", "sup", "supplier"),
        ("title", "a", "a"),
    ],
)
def test_only_beginnings_are_completed(campus: WorkingDeal, path: str, typed: str, expected: str) -> None:
    assert completed(path, typed, campus.data, campus.templates) == expected


def test_nothing_is_offered_for_free_text(campus: WorkingDeal) -> None:
    assert candidates("title", "a", campus.data) == ()


def test_the_next_question_does_not_wait_for_an_answer_to_be_complete() -> None:
    deal = working()
    answer = deal.snapshot().judged()
    found = next_question(answer, deal.grid(answer))
    assert found is not None
    assert "on it" in found.settles
    assert not answer.is_complete


def test_what_is_stale_since_the_last_draft_is_said(tmp_path: Path, said: Answer) -> None:
    path = put(tmp_path, CAMPUS)
    assert last_draft(path, CAMPUS, "campus") is None
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "campus.receipt.json").write_bytes(receipt_of(said))
    drafted = last_draft(path, CAMPUS, "campus")
    assert drafted is not None
    assert drafted.is_of
    assert stale_since(drafted, said) == []
    deal = working(CAMPUS)
    deal.answer("forum.kind", "courts")
    assert "The deal file changed." in stale_since(drafted, deal.snapshot().judged())
