"""Whatever a condition says while facts are open, it still says when they are answered."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from clausekit.conditions.language import MAX_QUANTIFIERS
from clausekit.facts import NOT_ASKED, NOT_KNOWN, possible_values
from conditions.judging import truth_of

OWNED = "share(owner in user.owners, 'entity-list' in owner.listings)"
FACTS = {
    "parties[seller].organised_in": "party.organised_in in places.us",
    "parties[seller].headquarters": "party.headquarters == 'HK'",
    "parties[seller].ultimate_parent_headquarters": "party.ultimate_parent_headquarters in places.d5_or_macau",
    "displaces_chinese_supplier": "deal.displaces_chinese_supplier",
    "government_customer": "deal.government_customer",
    "items[chips].subject_to_ear": "some(item in deal.items, item.subject_to_ear)",
    "items[racks].classification": "every(item in deal.items, item.advanced)",
    "users[tenant].end_uses": "some(user in deal.users, 'training' in user.end_uses)",
    "users[tenant].owners[fund].share": f"some(user in deal.users, {OWNED} >= 50)",
    "users[tenant].owners[trust].listings": f"every(user in deal.users, not ({OWNED} > 49))",
    "data.held_in": "some(place in deal.data.held_in, place in places.cn)",
}
LEAVES = some.sampled_from(["true", "false", *FACTS.values()])


def _joined(parts: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    pairs = some.tuples(parts, some.sampled_from(["and", "or"]), parts)
    return some.one_of(
        pairs.map(lambda three: f"({' '.join(three)})"),
        parts.map(lambda one: f"(not {one})"),
        parts.map(lambda one: f"some(item in deal.items, {one})"),
        parts.map(lambda one: f"every(site in deal.users, {one})"),
    )


def _nested(text: str) -> int:
    """How many of some() and every() stand within each other."""
    deepest, brackets = 0, list[bool]()
    for sign in re.findall(r"(?:some|every)\(|\w*\(|\)", text):
        if sign == ")":
            brackets.pop()
        else:
            brackets.append(sign in ("some(", "every("))
            deepest = max(deepest, sum(brackets))
    return deepest


CONDITIONS = some.recursive(LEAVES, _joined, max_leaves=8).filter(lambda text: _nested(text) <= MAX_QUANTIFIERS)
OPENED = some.dictionaries(some.sampled_from(sorted(FACTS)), some.sampled_from([NOT_KNOWN, NOT_ASKED]))


@settings(max_examples=400, deadline=None)
@given(CONDITIONS, OPENED, some.data())
def test_a_decided_answer_never_changes_when_open_facts_are_answered(text: str, opened: Any, data: Any) -> None:
    before = truth_of(text, opened)
    answers = {path: data.draw(some.sampled_from(possible_values(path)), label=path) for path in sorted(opened)}
    after = truth_of(text, {**opened, **answers})
    if before.value is not None:
        assert after.value is before.value
        assert before.open == frozenset()
    else:
        assert before.open


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, OPENED)
def test_an_undecided_answer_names_only_facts_that_are_open(text: str, opened: Any) -> None:
    truth = truth_of(text, opened)
    never_stated = {
        "government_customer",
        "parties[seller].ultimate_parent_headquarters",
        "items[racks].classification",
    }
    assert truth.open <= {*opened, *never_stated, "users[tenant].owners[trust].listings"}
