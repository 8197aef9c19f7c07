"""How serious: degree by bite, as conduct and its facts set them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clausekit.finding import Level
from clausekit.law import Commitment, Register, Terms
from clausekit.law.cases import judge_case
from clausekit.law.register import Case, Degree, Duty
from law.benches import NO_LINKS, bench_of, commitment, exposures, gaps, persons_caught
from law.copied import CopiedLaw
from shared import REGISTER

FRENCH: Mapping[str, object] = {"organised_in": "FR", "headquarters": "FR", "ultimate_parent_headquarters": "FR"}
GULF = "gulf-ai-campus"

# Degree by bite: clear, arguable, exposure.
LEVELS = """
full    4 3 2
rung_4  4 3 2
rung_3  3 2 1
rung_2  3 2 1
rung_1  2 2 1
rung_0  1 0 0
"""


def duty_of(register: Register, name: str) -> Duty:
    return next(duty for duty in register.duties if duty.id == name)


def level(
    does: str,
    *,
    duty: str = "cn-afsl-12",
    party: Mapping[str, object] = FRENCH,
    links: object = "none",
    deal: Mapping[str, object] | None = None,
    how: str = "performs",
    against: str | None = None,
    register: Register = REGISTER,
) -> Level:
    """The level of a conduct under one duty, for a party of a small deal."""
    facts = {"displaces_chinese_supplier": "no", "users": {}, **(deal or {})}
    case = Case("", {**party, "links": {"CN": links}}, facts, does, how, against)
    found, faults = judge_case(register, duty_of(register, duty), case)
    assert faults == []
    return found


def links(**answers: str) -> dict[str, str]:
    return {**NO_LINKS, **answers}


def test_the_table_of_levels() -> None:
    table = {row: numbers for row, *numbers in (line.split() for line in LEVELS.strip().split("\n"))}
    degrees = (Degree.CLEAR, Degree.ARGUABLE, Degree.EXPOSURE)
    levels = REGISTER.judgement.levels
    assert {row: [str(levels[row][degree]) for degree in degrees] for row in levels} == table


LADDER = [
    ("no link", "none", 0, 0),
    ("every link denied", NO_LINKS, 0, 0),
    ("staff", links(staff="yes"), 1, 1),
    ("receivables", links(receivables="yes"), 2, 3),
    ("assets", links(assets="yes"), 2, 4),
    ("affiliates", links(affiliates="yes"), 2, 4),
    ("performance", links(performance="yes"), 2, 4),
    ("staff and assets", links(staff="yes", assets="yes"), 2, 4),
]
DEGREES = [
    ("clear", "exclude-ic-citing", {"reasons": {"foreign_measure": "yes"}}, 0),
    ("arguable", "approved-ic-list", {"reasons": {"foreign_measure": "yes"}}, 1),
    ("exposure", "approved-ic-list", {"reasons": {"foreign_measure": "no"}}, 2),
]


@pytest.mark.parametrize(("said", "answers", "unharmed", "harmed"), LADDER, ids=[row[0] for row in LADDER])
@pytest.mark.parametrize(("degree", "does", "deal", "column"), DEGREES, ids=[row[0] for row in DEGREES])
def test_degree_by_nexus(
    said: str,
    answers: object,
    unharmed: int,
    harmed: int,
    degree: str,
    does: str,
    deal: Mapping[str, object],
    column: int,
) -> None:
    """A Chinese person harmed raises the rung by one from 2 up; where there is none, the rung is 2 at most."""
    row = LEVELS.strip().split("\n")
    expected = [int(row[5 - rung].split()[1 + column]) for rung in (unharmed, harmed)]
    without = level(does, links=answers, deal=deal, against="suppliers")
    with_harm = level(does, links=answers, deal={**deal, "displaces_chinese_supplier": "yes"}, against="suppliers")
    unknown = level(does, links=answers, deal={**deal, "displaces_chinese_supplier": "not known"}, against="suppliers")
    assert without == Level(expected[0], expected[0])
    assert with_harm == Level(expected[1], expected[1])
    assert unknown == Level(expected[0], expected[1])


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("not known", Level(0, 2)),
        (links(affiliates="not known"), Level(0, 2)),
        (links(staff="yes", performance="not known"), Level(2, 2)),
        (links(receivables="yes", assets="not known"), Level(2, 2)),
    ],
)
def test_open_links_give_an_interval(answers: object, expected: Level) -> None:
    deal = {"reasons": {"foreign_measure": "yes"}}
    assert level("approved-ic-list", links=answers, deal=deal) == expected


def test_an_open_reason_gives_the_interval_of_both_answers() -> None:
    deal = {"reasons": {"foreign_measure": "not known"}}
    assert level("approved-ic-list", links=links(assets="yes"), deal=deal) == Level(1, 2)
    assert level("approved-ic-list", links=links(assets="yes"), deal={}) == Level(1, 2)


def test_neutral_words_are_never_nothing_where_there_is_something_in_china() -> None:
    for term in (
        "approved-ic-list",
        "neutral-ic-specification",
        "approved-users-stated-headquarters",
        "declared-workloads",
    ):
        for reason in ("yes", "no", "not known"):
            for link in ("assets", "affiliates", "receivables", "performance", "staff"):
                found = level(term, links=links(**{link: "yes"}), deal={"reasons": {"foreign_measure": reason}})
                assert found.at_least >= 1, (term, reason, link)


def test_neutral_words_are_below_naming_the_measure() -> None:
    deal = {"reasons": {"foreign_measure": "yes"}, "displaces_chinese_supplier": "yes"}
    for answers in (links(assets="yes"), links(receivables="yes"), links(performance="yes")):
        named = level("exclude-ic-citing", links=answers, deal=deal, against="suppliers")
        neutral = level("approved-ic-list", links=answers, deal=deal, against="suppliers")
        assert neutral.at_most < named.at_most


@pytest.mark.parametrize(
    ("force", "expected"),
    [
        ("statute", 3),
        ("regulation", 3),
        ("order", 3),
        ("guidance", 2),
        ("presumption", 2),
        ("policy", 2),
        ("statement", 1),
    ],
)
def test_guidance_is_arguable_at_most_and_a_statement_an_exposure(law: CopiedLaw, force: str, expected: int) -> None:
    law.change("cn/cn-afsl.yaml", "force: statute", f"force: {force}")
    found = level("exclude-ic-citing", links=links(assets="yes"), register=law.register())
    assert found == Level(expected, expected)


def test_every_duty_of_guidance_or_less_is_capped() -> None:
    for duty in REGISTER.duties:
        force = REGISTER.instrument_of(duty).force
        found, _ = judge_case(REGISTER, duty, duty.catches_case)
        caps = {"guidance": 3, "presumption": 3, "policy": 3, "statement": 2}
        assert found.at_most <= caps.get(force, 4), duty.id


@pytest.mark.parametrize(
    ("does", "expected"), [("exclude-ic-citing", 4), ("exclude-ic-by-origin", 3), ("approved-ic-list", 0)]
)
def test_a_duty_with_full_bite_asks_for_no_nexus(does: str, expected: int) -> None:
    german = {"organised_in": "DE", "headquarters": "DE"}
    found = level(does, duty="de-awv-7-declare", party=german, links="none", how="declares")
    assert found == Level(expected, expected)


def test_the_harmed_person_is_not_also_caught() -> None:
    bench = bench_of(GULF, {"parties[operator].organised_in": "CN-SH", "parties[operator].headquarters": "CN-SH"})
    ending = commitment("end-on-listing", by=["supplier"], to=["operator"], against="counterparty")
    assert "supplier" in persons_caught(bench, ending, "cn-afsl-12")
    assert not {"operator", "operator/cn"} & persons_caught(bench, ending, "cn-afsl-12")


def test_whoever_demands_a_term_is_caught_as_its_taker_where_the_law_says_so() -> None:
    bench = bench_of(GULF)
    promise = commitment("exclude-ic-citing", by=["operator"], to=["supplier"], how="declares", against="suppliers")
    assert {"operator", "supplier"} <= persons_caught(bench, promise, "cn-afsl-12")
    assert persons_caught(bench_of("carmaker-deepseek"), _promise_of_the_carmaker(), "de-awv-7-declare") == {"carmaker"}


def _promise_of_the_carmaker() -> Commitment:
    return commitment("exclude-ic-citing", by=["carmaker"], to=["vendor"], how="declares", against="suppliers")


def test_an_affiliate_performs_and_does_not_declare() -> None:
    bench = bench_of("carmaker-deepseek")
    for how, caught in (("performs", True), ("procures", True), ("declares", False)):
        given = commitment("government-site-visit", by=["carmaker"], to=["vendor"], how=how, against="users")
        persons = persons_caught(bench, given, "cn-dual-use-regulations-38-accept")
        assert ("carmaker/joint-venture" in persons) is caught, how
        assert "carmaker" not in persons


def test_an_affiliate_abroad_is_not_bound_by_the_law_of_china() -> None:
    bench = bench_of("carmaker-deepseek")
    given = commitment("strict-secrecy", by=["carmaker"])
    assert persons_caught(bench, given, "cn-blocking-rules-5") == {"carmaker/joint-venture"}


def test_a_ring_fence_takes_a_step_off_for_the_affiliates_only() -> None:
    bench = bench_of(GULF)
    free = exposures(bench, commitment("approved-ic-list", by=["supplier"], against="suppliers"))
    fenced = exposures(
        bench, commitment("approved-ic-list", by=["supplier"], against="suppliers", spares_affiliates=True)
    )
    assert fenced["cn-afsl-12", "supplier"] == free["cn-afsl-12", "supplier"]
    assert free["cn-afsl-12", "supplier/shanghai"] == Level(2, 3)
    assert fenced["cn-afsl-12", "supplier/shanghai"] == Level(1, 2)


def test_a_saving_clause_softens_only_what_the_law_says_it_softens() -> None:
    bench = bench_of("carmaker-deepseek")
    given = commitment("exclude-ic-citing", by=["carmaker"], to=["vendor"], how="declares", against="suppliers")
    plain, saved = exposures(bench, given), exposures(bench, given, ["save-blocking-laws"])
    assert (plain["de-awv-7-declare", "carmaker"], saved["de-awv-7-declare", "carmaker"]) == (Level(4, 4), Level(3, 3))
    assert {key: one for key, one in plain.items() if key[0] != "de-awv-7-declare"} == {
        key: one for key, one in saved.items() if key[0] != "de-awv-7-declare"
    }


def test_a_saving_clause_without_a_right_to_suspend_makes_full_guards_part_guards() -> None:
    bench = bench_of(GULF)
    given = commitment("approved-ic-list", by=["supplier", "operator"], against="suppliers")
    assert bench.guards(Terms((given,)))["use-prc-ic"] == "fully"
    assert bench.guards(Terms((given,), weakened=True))["use-prc-ic"] == "in-part"


@pytest.mark.parametrize(
    ("term", "expected"),
    [(None, Level(3, 3)), ("neutral-ic-specification", Level(2, 2)), ("approved-ic-list", None)],
)
def test_a_part_guard_takes_a_step_off_a_gap(term: str | None, expected: Level | None) -> None:
    given = [commitment(term, by=["supplier", "operator"], against="suppliers")] if term else []
    assert gaps(bench_of(GULF), *given).get(("us-gp10-prc-ics-use", "supplier")) == expected


def test_a_required_act_never_gives_a_gap_and_an_obstacle_to_it_an_exposure() -> None:
    bench = bench_of("carmaker-deepseek")
    required = {duty.id for duty in REGISTER.duties if duty.mode == "requires"}
    assert required
    assert not required & {duty for duty, _ in gaps(bench)}
    assert ("cn-blocking-rules-5", "carmaker/joint-venture") in exposures(
        bench, commitment("strict-secrecy", by=["carmaker"])
    )
    assert exposures(bench, commitment("permitted-reports", by=["carmaker"])) == {}


def test_what_counsel_asked_for_is_a_gap_of_caution_where_nothing_guards_it() -> None:
    bench = bench_of("french-supply")
    assert gaps(bench)["asked", "buyer"] == Level(2, 2)
    assert gaps(bench, commitment("approved-ic-list", by=["seller", "buyer"])) == {}


def test_open_facts_are_named_only_where_they_widen() -> None:
    bench = bench_of(GULF)
    for one in bench.exposures(commitment("approved-ic-list", by=["supplier"], against="users"), frozenset()):
        assert bool(one.weighed.open) == (one.weighed.level.at_least < one.weighed.level.at_most)


def test_what_only_a_lead_says_is_a_note_at_most(law: CopiedLaw) -> None:
    supplier = {"organised_in": "US-DE", "headquarters": "US-CA"}
    duty, items = "us-gp10-prc-ics-use", {"items": {"chips": {"name": "Chips", "kind": "accelerator"}}}
    assert level("use-prc-ic", duty=duty, party=supplier, deal=items) == Level(3, 3)
    law.change("us/us-gp10-prc-ics.yaml", "    verified: secondary\n    judged_by", "    verified: lead\n    judged_by")
    assert level("use-prc-ic", duty=duty, party=supplier, deal=items, register=law.register()) == Level(1, 1)
