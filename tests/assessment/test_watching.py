"""Wording that states a foreign measure as reason, or sorts people by origin, wherever it may be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from clausekit.drafting import draft
from clausekit.finding import Finding, Severity
from shared import LIBRARY, REGISTER, ROOT, matter
from stories.settings import deal_with

GULF, FRENCH = "gulf-ai-campus", "french-supply"
REASON, PEOPLE = "foreign-reason", "tests-nationality"
MEASURED = "Because of the United States export controls, the Customer shall not use other hardware."


def watched(code: str, facts: Mapping[str, Any], deal: str = GULF, **chosen: str) -> list[Finding]:
    positions = {topic.replace("_", "-"): position for topic, position in chosen.items()}
    found = draft(matter(deal_with(deal, facts), positions)).findings
    return [one for one in found if one.code == code]


def own(topic: str, position: str, words: str) -> dict[str, Any]:
    return {"positions": {topic: {"position": position, "wording": f"# Terms\n\n{words}\n"}}}


def test_no_recommended_contract_states_a_foreign_measure_as_reason_or_sorts_people() -> None:
    for path in sorted((ROOT / "templates" / "deals").glob("*.yaml")):
        assert watched(REASON, {}, path.stem) == []
        assert watched(PEOPLE, {}, path.stem) == []


@pytest.mark.parametrize(
    ("topic", "position"),
    [
        ("excluded_hardware", "cites-measure"),
        ("excluded_parties", "cites-measure"),
        ("ownership", "cites-rule"),
        ("access", "no-training-citing"),
        ("no_diversion", "cites-measure"),
        ("licence_conditions", "cites-programme"),
    ],
)
def test_every_citing_position_is_found_with_the_neutral_one_beside_it(topic: str, position: str) -> None:
    found = watched(REASON, {}, **{topic: position})
    assert found
    for one in found:
        assert one.place.file == LIBRARY.position(topic.replace("_", "-"), position).file
        assert "Neutral: " in one.message
        assert "it opens no gap" in one.message
        assert "cn-afsl" in one.instruments


def test_a_neutral_position_that_leaves_something_open_says_what() -> None:
    """As in a library whose only neutral position is a specification."""
    topic = LIBRARY.topics["excluded-hardware"]
    kept = {name: one for name, one in topic.positions.items() if name != "approved-list"}
    library = replace(LIBRARY, topics={**LIBRARY.topics, topic.id: replace(topic, positions=kept)})
    poorer = replace(matter(deal_with(GULF, {}), {topic.id: "cites-measure"}), library=library)
    (one,) = [finding for finding in draft(poorer).findings if finding.code == REASON]
    assert "Neutral: neutral-specification." in one.message
    assert "leaves open: GP10 chip guidance (caution)" in one.message


def test_words_of_the_deals_own_are_found_where_the_deal_holds_them() -> None:
    (one,) = watched(REASON, own("excluded-hardware", "approved-list", MEASURED))
    assert one.severity is Severity.WARNING
    assert one.place.fact is None or "wording" in one.place.fact
    assert "own words of approved-list do without it" in one.message
    assert one.level is not None
    assert one.level.at_least == 3


def test_a_title_of_the_orders_that_gives_the_reason_is_found() -> None:
    assert watched(REASON, {"orders.title": "Order replacing hardware pursuant to US export controls"})


def test_a_file_that_reaches_nobody_with_a_link_to_china_may_give_its_reasons() -> None:
    assert watched(REASON, own("excluded-hardware", "approved-list", MEASURED), FRENCH) == []


@pytest.mark.parametrize(
    "words",
    [
        "No Chinese national shall have access to the Deliverables.",
        "The Customer shall state the citizenship of each person who has access.",
        "Persons born in China shall not enter the Site.",
    ],
)
def test_people_are_never_sorted_by_origin(words: str) -> None:
    (one,) = watched(PEOPLE, own("access", "declared-workloads", words))
    assert {"us-ina-1324b", "us-title-vii"} <= set(one.instruments)


def test_a_sentence_that_keeps_origin_out_is_harmless() -> None:
    words = "The nationality of an individual does not count."
    assert watched(PEOPLE, own("access", "declared-workloads", words)) == []


def test_every_measure_is_watched_for_by_a_conduct_that_a_law_looks_at() -> None:
    for watch in REGISTER.watches.values():
        assert REGISTER.catching[watch.conduct]
