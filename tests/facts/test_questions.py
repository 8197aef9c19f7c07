"""Questions: every fact, once."""

from __future__ import annotations

import re

import pytest

from clausekit.facts import FactInfo, NoSuchFact, all_facts, fact_info, nearest, possible_values
from clausekit.facts.shapes import Travels

BY_PATH = {fact.path: fact for fact in all_facts()}


def test_every_fact_has_a_question_of_its_own_and_a_section() -> None:
    assert len(BY_PATH) == len(all_facts())
    for fact in all_facts():
        assert re.search(r"\?( |$)", fact.question), fact.path
        assert fact.section


def test_what_is_said_of_facts() -> None:
    assert BY_PATH["parties[*].headquarters"] == FactInfo(
        "parties[*].headquarters", "place", (), "In which place is it headquartered?", "Parties", False, Travels.FREELY
    )
    assert BY_PATH["users[*].works_from"].type == "list of places"
    assert BY_PATH["parties[*].owners[*].share"].type == "per cent"
    assert BY_PATH["forum.kind"].allowed == ("arbitration", "courts")
    assert BY_PATH["users"].type == "users by id"
    assert BY_PATH["parties[*].links"].type == "links by place"
    assert BY_PATH["reasons"].type == "group"
    assert BY_PATH["remote_access.from"].section == BY_PATH["remote_access"].section
    assert {path for path, fact in BY_PATH.items() if fact.required} == {
        "title",
        "kind",
        "client",
        "parties",
        "parties[*].name",
        "parties[*].roles",
        "items[*].name",
        "authorisations[*].person",
        "positions[*].position",
    }


def test_the_info_of_one_fact() -> None:
    assert (
        fact_info("users[hangzhou].owners[fund].owners[top].share").question == "What share does it hold, in per cent?"
    )
    assert fact_info("parties[operator].headquarters").section == "Parties"
    assert fact_info("parties[*].headquarters") == BY_PATH["parties[*].headquarters"]
    with pytest.raises(NoSuchFact, match=r"there is no fact 'parties\[x\].headquarter'; did you mean headquarters\?"):
        fact_info("parties[x].headquarter")
    with pytest.raises(NoSuchFact, match="leads below a single answer"):
        fact_info("title.more")
    with pytest.raises(NoSuchFact, match="is not the path of a fact"):
        fact_info("law:us-rule")


def test_the_nearest_name() -> None:
    assert nearest("headquarter") == "headquarters"
    assert nearest("qqqq") is None


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("reasons.foreign_measure", (True, False)),
        ("forum.kind", ("arbitration", "courts")),
        ("parties[x].headquarters", ("CN", "HK", "MO", "TW", "US", "DE", "FR", "AE", "GB", "RU")),
        ("data.held_in", ((), ("CN",), ("US",))),
        ("users[x].owners[y].listings", ((), ("entity-list",))),
        ("users[x].owners[y].share", (0, 49, 50, 100)),
        ("users[x].end_uses", ((), ("training",), ("inference",))),
        ("items[x].classification", ("3A090.a", "EAR99")),
        ("users", ({},)),
        ("title", ()),
        ("dates.end", ()),
        ("forum", ()),
    ],
)
def test_values_that_an_open_fact_may_turn_out_to_have(path: str, values: tuple[object, ...]) -> None:
    assert possible_values(path) == values


def test_an_open_parent_turns_out_with_all_its_children_together() -> None:
    no, yes = possible_values("parties[x].links[CN]")
    assert set(no.values()) == {False}
    assert set(yes.values()) == {True}
    assert possible_values("parties[x].links")[0] == "none"
    assert possible_values("parties[x].links")[1]["CN"] == yes
