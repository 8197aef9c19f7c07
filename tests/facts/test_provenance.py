"""What is noted about facts, and who may read them."""

from __future__ import annotations

import re

import pytest

from clausekit.facts import Audience, Open, all_facts, audience_of
from clausekit.facts.audiences import DEFAULTS
from facts.deals import DEAL, deal, findings_of
from shared import TEMPLATES_FOLDER

NOTED = """\
about:
  parties[operator].headquarters: {source: call with the operator, date: 2026-11-01, audience: privileged}
  users[hangzhou-tenant]: {owner: A. Counsel, audience: ours}
"""
PRINTED = re.compile(r"\{\{ (?:deal\.)?([a-z_.]+)")
LOOPS = {
    "customer": "parties[*]",
    "supplier": "parties[*]",
    "above": "users[*].owners[*]",
    "owner": "users[*].owners[*]",
}


def test_a_note_says_source_date_owner_and_audience() -> None:
    about = deal(DEAL + NOTED).about
    assert not isinstance(about, Open)
    noted = about["parties[operator].headquarters"]
    assert (noted.source, str(noted.date), noted.audience) == ("call with the operator", "2026-11-01", "privileged")


def test_the_audience_of_a_fact_is_the_one_noted_else_that_of_the_group_around_it_else_the_models() -> None:
    noted = deal(DEAL + NOTED)
    assert audience_of("parties[operator].headquarters", noted) is Audience.PRIVILEGED
    assert audience_of("parties[operator].headquarters") is Audience.SHARED
    assert audience_of("users[hangzhou-tenant].owners[fund].share", noted) is Audience.OURS
    assert audience_of("users[x].owners[y].owners[z].name") is Audience.SHARED
    assert audience_of("users[x].owners[y].owners[z].listings") is Audience.OURS
    assert audience_of("positions[access].wording") is Audience.SHARED
    assert audience_of("positions[access].reason") is Audience.PRIVILEGED
    assert audience_of("about[parties[operator].name].note") is Audience.PRIVILEGED


def test_a_fact_that_nobody_placed_is_ours() -> None:
    assert audience_of("parties[x].government") is Audience.OURS
    assert Audience.PUBLIC < Audience.SHARED < Audience.OURS < Audience.PRIVILEGED


def test_every_default_is_that_of_a_fact() -> None:
    known = {fact.path for fact in all_facts()}
    owners = {path for path in DEFAULTS if path.endswith("owners[*].owners")}
    assert DEFAULTS.keys() - owners <= known


def test_what_the_contract_prints_is_shared() -> None:
    paths = {fact.path for fact in all_facts()}
    for file in TEMPLATES_FOLDER.path.glob("clauses/*/*.md"):
        for name in PRINTED.findall(file.read_text(encoding="utf-8")):
            first, _, rest = name.partition(".")
            where = LOOPS.get(first, f"{first}s[*]")
            path = name if name in paths else f"{where}.{rest}"
            if path in paths:
                assert audience_of(path) <= Audience.SHARED, f"{file.name} prints {path}"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("parties[operatr].name: {note: x}", "did you mean parties[operator].name? [unknown-fact]"),
        ("parties[operator].nam: {note: x}", "did you mean parties[operator].name? [unknown-fact]"),
        ("about: {note: x}", "[unknown-fact]"),
        ("'a b': {note: x}", "'a b' is not the path of a fact"),
        ("title: {audience: secret}", "write one of public, shared, ours, privileged"),
        ("title: {sauce: x}", "did you mean source?"),
    ],
)
def test_a_slip_in_a_note_is_told_with_its_line(line: str, told: str) -> None:
    (finding,) = findings_of(f"{DEAL}about:\n  {line}\n")
    assert finding.startswith(f"deal.yaml:{DEAL.count(chr(10)) + 2}: error: about[")
    assert told in finding


def test_audiences_go_from_the_widest_to_the_narrowest() -> None:
    order = [Audience.PUBLIC, Audience.SHARED, Audience.OURS, Audience.PRIVILEGED]
    assert sorted([*order[2:], *order[:2]]) == order
    for at, one in enumerate(order):
        assert [other <= one for other in order] == [index <= at for index in range(4)]
        assert [other > one for other in order] == [index > at for index in range(4)]
