"""The closed vocabulary in which law and clauses meet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clausekit.law.register import Conduct
from clausekit.located_yaml import read_file
from shared import LIBRARY, REGISTER, ROOT

CONDUCTS = REGISTER.conducts


def of(stratum: str) -> list[Conduct]:
    return [conduct for conduct in CONDUCTS.values() if conduct.stratum == stratum]


def commits() -> Iterator[tuple[str, str]]:
    """Every position and each conduct that it commits somebody to."""
    for topic in LIBRARY.topics.values():
        for position in topic.positions.values():
            yield from ((f"{topic.id}={position.id}", does.conduct) for does in position.does)


def guarded_by_counsels_choice() -> set[str]:
    """Acts that some term keeps out: the ones that counsel can ask for."""
    return {act for conduct in of("term") for act in conduct.guards}


def test_what_a_position_does_is_a_term() -> None:
    assert [(position, name) for position, name in commits() if CONDUCTS[name].stratum != "term"] == []


def test_every_term_is_used_by_a_position_or_stands_above_one_that_is() -> None:
    used = {kind for _, name in commits() for kind in CONDUCTS[name].kinds}
    softened = {name for topic in LIBRARY.topics.values() for p in topic.positions.values() for name in p.softens}
    assert {term.id for term in of("term")} - used - softened == set()


def test_every_feature_is_looked_at_by_a_duty_or_stands_above_one_that_is() -> None:
    looked_at = {kind for duty in REGISTER.duties for name in duty.conducts for kind in CONDUCTS[name].kinds}
    looked_at |= {feature.id for feature in of("feature") if feature.kinds & looked_at}
    assert {feature.id for feature in of("feature")} - looked_at == set()


def test_every_act_is_the_subject_of_a_duty_or_of_counsels_wish() -> None:
    subject = {name for duty in REGISTER.duties for name in duty.conducts}
    asked = {act.id for act in of("act") if act.ask}
    assert {act.id for act in of("act")} - subject - asked == set()


def test_an_act_that_counsel_can_ask_for_is_one_that_a_term_keeps_out() -> None:
    assert {act.id for act in of("act") if act.ask} - guarded_by_counsels_choice() == set()


def test_every_act_that_a_law_forbids_can_be_kept_out_by_a_term() -> None:
    forbidden = {name for duty in REGISTER.duties if duty.mode == "forbids" for name in duty.conducts}
    acts = {name for name in forbidden if CONDUCTS[name].stratum == "act"}
    assert acts - guarded_by_counsels_choice() == set()


def test_every_act_that_guidance_expects_can_be_done_by_a_term() -> None:
    expected = {name for duty in REGISTER.duties if duty.mode == "expects" for name in duty.conducts}
    assert expected - {kind for term in of("term") for kind in term.kinds} == set()


@pytest.mark.parametrize("conduct", CONDUCTS.values(), ids=lambda conduct: conduct.id)
def test_a_conduct_keeps_to_its_stratum(conduct: Conduct) -> None:
    assert all(CONDUCTS[act].stratum == "act" for act in (*conduct.guards, *conduct.obstructs))
    assert all(CONDUCTS[name].stratum == "feature" for name in conduct.amounts_to - conduct.kinds)
    if conduct.stratum != "term":
        assert not conduct.guards
        assert not conduct.obstructs
        assert all(CONDUCTS[kind].stratum == conduct.stratum for kind in conduct.kinds)


@pytest.mark.parametrize("conduct", of("term"), ids=lambda conduct: conduct.id)
def test_what_guards_fully_does_so_through_its_kinds_too(conduct: Conduct) -> None:
    for kind in conduct.kinds - {conduct.id}:
        for act, extent in CONDUCTS[kind].guards.items():
            assert extent != "fully" or conduct.serves(act) == "fully"


def test_a_question_ends_in_a_question_mark() -> None:
    asked = [act.ask for act in of("act") if act.ask] + [one.ask for one in REGISTER.circumstances.values()]
    assert [ask for ask in asked if not ask.endswith("?")] == []


def test_words_that_name_no_measure_do_not_launder_one() -> None:
    """A term that keeps a Chinese person or chip out always amounts to something in fact."""
    keeps_out = {"use-prc-ic", "supply-d5-headquartered", "supply-listed-party", "train-for-d5"}
    terms = [term for term in of("term") if keeps_out & term.guards.keys()]
    assert terms
    laundering = {"apply-foreign-measure-in-fact", "apply-foreign-measure"}
    assert [term.id for term in terms if term.amounts_to.isdisjoint(laundering)] == []


def test_to_apply_a_measure_in_fact_is_not_a_kind_of_applying_it() -> None:
    assert CONDUCTS["apply-foreign-measure-in-fact"].kinds == {"apply-foreign-measure-in-fact"}


def test_the_four_strata_of_hardware_climb() -> None:
    features = {
        term: {kind for kind in CONDUCTS[term].amounts_to if CONDUCTS[kind].stratum == "feature"}
        for term in ("approved-ic-list", "exclude-ic-by-origin", "exclude-ic-citing")
    }
    assert features["approved-ic-list"] < features["exclude-ic-by-origin"] < features["exclude-ic-citing"]


def test_hong_kong_macau_and_taiwan_are_places_of_their_own() -> None:
    assert REGISTER.places["cn"].places == {"CN"}
    assert "TW" not in REGISTER.places["d5_or_macau"].places | REGISTER.china.places
    located, _ = read_file(ROOT / "templates" / "law" / "places.yaml")
    assert located is not None
    for name, places in REGISTER.place_codes.items():
        stated = located.data["sets"].get(name) or located.data[name]
        assert len(stated["places"]) == len(places), f"{name} holds a place twice"
