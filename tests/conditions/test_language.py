"""What a condition may say, and what it may not."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from clausekit.conditions import ConditionFault, Vocabulary, compile_condition
from clausekit.facts import NOT_ASKED, NOT_KNOWN
from conditions.judging import VOCABULARY, truth_of

OPEN_LIST: Mapping[str, object] = {"users": NOT_KNOWN}
EMPTY_LIST: Mapping[str, object] = {"users": {}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("some(item in deal.items, item.subject_to_ear)", True),
        ("every(item in deal.items, item.subject_to_ear)", False),
        ("some(item in deal.items, item.classification == 'EAR99')", None),
        ("some(item in deal.items, item.classification == '3A090.a')", True),
        ("every(item in deal.items, item.classification == '3A090.a')", None),
        ("every(item in deal.items, item.classification == 'EAR99')", False),
        ("some(place in deal.data.held_in, place in places.cn)", False),
        ("every(place in deal.data.held_in, place in places.cn)", True),
        ("some(site in deal.sites, site.place in places.cn)", None),
        ("every(site in deal.sites, site.place in places.cn)", None),
        ("some(site in deal.sites, true)", None),
        ("some(use in deal.users, 'training' in use.end_uses)", True),
        ("some(party in deal.parties, 'customer' in party.roles)", True),
        ("some(item in deal.items, every(other in deal.items, other.subject_to_ear))", False),
    ],
)
def test_some_and_every(text: str, expected: bool | None) -> None:
    assert truth_of(text).value is expected


@pytest.mark.parametrize(
    ("assume", "some", "every"),
    [(OPEN_LIST, None, None), (EMPTY_LIST, False, True), ({"users": NOT_ASKED}, None, None)],
)
def test_a_list_that_is_open_decides_nothing_and_an_empty_one_everything(
    assume: Mapping[str, object], some: bool | None, every: bool | None
) -> None:
    assert truth_of("some(user in deal.users, false)", assume).value is some
    assert truth_of("every(user in deal.users, true)", assume).value is every


def test_an_open_list_is_what_would_decide() -> None:
    assert truth_of("some(site in deal.sites, site.place in places.cn)").open == {"sites"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("party.organised_in is known", True),
        ("party.ultimate_parent_headquarters is known", False),
        ("deal.sites is known", True),
        ("not (party.ultimate_parent_headquarters is known)", True),
        ("party.ultimate_parent_headquarters is known and party.ultimate_parent_headquarters in places.cn", False),
    ],
)
def test_is_known_is_always_decided(text: str, expected: bool) -> None:
    assert truth_of(text).value is expected


def test_what_is_not_known_is_no_more_known_than_what_was_not_asked() -> None:
    path = "parties[seller].ultimate_parent_headquarters"
    for answer in (NOT_KNOWN, NOT_ASKED):
        assert truth_of("party.ultimate_parent_headquarters is known", {path: answer}).value is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deal.kind == 'supply'", True),
        ("deal.kind != 'supply'", False),
        ("deal.kind == 'licence'", False),
        ("deal.language == 'en'", None),
        ("deal.language != 'en'", None),
        ("'use-prc-ic' in deal.asks", True),
        ("'use-prc-ic' not in deal.asks", False),
        ("deal.displaces_chinese_supplier", True),
        ("not deal.displaces_chinese_supplier", False),
        ("deal.government_customer", None),
    ],
)
def test_comparisons(text: str, expected: bool | None) -> None:
    assert truth_of(text).value is expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (">= 40", True),
        ("> 39", True),
        (">= 50", None),
        ("> 60", False),
        (">= 61", False),
    ],
)
def test_a_number_known_within_bounds_is_compared_at_both_ends(test: str, expected: bool | None) -> None:
    truth = truth_of(f"some(user in deal.users, share(owner in user.owners, 'entity-list' in owner.listings) {test})")
    assert truth.value is expected
    assert truth.open == (frozenset() if expected is not None else {"users[tenant].owners[trust].listings"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("share(owner in deal.users, true) >= 50", "adds up the shares of owners"),
        ("some(user in deal.users, share(owner in user.owners, true) < 50)", ">= 50 or share(...) > 50"),
        ("some(user in deal.users, share(owner in user.owners, true))", "can be called"),
    ],
)
def test_a_share_is_of_owners_and_is_compared_from_below(text: str, told: str) -> None:
    with pytest.raises(ConditionFault, match=re.escape(told)):
        truth_of(text)


@pytest.mark.parametrize(
    ("place", "names", "expected"),
    [
        ("US-DE", "us", True),
        ("US", "us", True),
        ("HK", "cn", False),
        ("MO", "cn", False),
        ("TW", "cn", False),
        ("CN-ZJ", "cn", True),
        ("HK", "d5", True),
        ("MO", "d5", False),
        ("MO", "d5_or_macau", True),
        ("TW", "d5_or_macau", False),
        ("GB-ENG", "gb", True),
        ("DE-BY", "eu", True),
        ("GB", "eu", False),
        ("AE-AZ", "us", False),
    ],
)
def test_a_subdivision_belongs_to_every_set_that_holds_its_country(place: str, names: str, expected: bool) -> None:
    assumed = {"parties[seller].organised_in": place}
    assert truth_of(f"party.organised_in in places.{names}", assumed).value is expected
    assert truth_of(f"party.organised_in not in places.{names}", assumed).value is not expected


def test_an_open_place_is_neither_in_nor_out() -> None:
    assert truth_of("party.ultimate_parent_headquarters in places.cn").value is None
    assert truth_of("party.ultimate_parent_headquarters not in places.cn").value is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sur", "'sur' is not a circumstance; did you mean sure?"),
        ("party.organised_in in places.chn", "places.chn is not a set of places; did you mean cn?"),
        ("some(user in dael.users, true)", "'dael' is not a name here; did you mean deal?"),
        ("party.organised_in == partie.headquarters", "'partie' is not a name here; did you mean party?"),
        ("party.organised_in is empty", "'is empty' is not a test; the only test is 'is known'"),
        ("{{ true }}", "write it without braces"),
        ("(" * 3000 + "true" + ")" * 3000, "more than 100 parts within each other"),
        ("not " * 5000 + "true", "more than 100 parts within each other"),
        (" and ".join(["true"] * 20_000), "more than 100 parts within each other"),
        ("some(u in deal.users, " * 5 + "true" + ")" * 5, "more than 4 of some() and every()"),
        ("deal.remote access", "names are written without spaces"),
        ("true }}{{ true", "write it without braces"),
        ("{% if x %}", "write it without braces"),
        ("true and", "cannot be read as a condition"),
        ("(true", "cannot be read as a condition"),
        ("", "cannot be read as a condition"),
        ("true, false", "a condition cannot hold tuple"),
        ("1 + 1", "a condition cannot hold add"),
        ("'a' ~ 'b'", "a condition cannot hold concat"),
        ("deal.users | length", "a condition cannot hold filter"),
        ("deal.kind if true else false", "a condition cannot hold condexpr"),
        ("deal['kind'] == 'supply'", "a condition cannot look at getitem"),
        ("open('/etc/passwd')", "only some(x in list, condition) and every(x in list, condition) can be called"),
        ("deal.kind.upper()", "only some(x in list, condition) and every(x in list, condition) can be called"),
        ("some(deal.users, true)", "some() and every() begin with 'x in list'"),
        ("some(user in deal.users)", "can be called"),
        ("range(3)", "can be called"),
        ("'supply'", "a condition cannot hold const"),
        ("deal.kind >= 5", "a choice has no size"),
        ("some(item in deal.items, item.model_year)", "a year is no answer by itself"),
        ("deal.dates.effective > 3", "a date has no size"),
        ("deal.title in places.cn", "a text is not a place"),
        ("deal.users in places.cn", "not in a group of facts"),
        ("deal.parties", "not in a group of facts"),
        ("deal.title", "a text is no answer by itself"),
        ("deal.users.tenant.headquaters in places.cn", "did you mean headquarters?"),
    ],
)
def test_what_cannot_be_said_is_refused_in_plain_words(text: str, said: str) -> None:
    with pytest.raises(ConditionFault) as refused:
        compile_condition(text, VOCABULARY)
    assert said in str(refused.value)


def test_a_vocabulary_without_roots_tests_circumstances_only() -> None:
    heads = Vocabulary(frozenset({"sure"}), (), frozenset())
    assert compile_condition("sure and not sure", heads).circumstances == {"sure"}
    with pytest.raises(ConditionFault):
        compile_condition("deal.government_customer", heads)


def test_a_condition_says_which_circumstances_it_tests() -> None:
    found = compile_condition("some(user in deal.users, sure or unsure) and not wrong", VOCABULARY)
    assert found.circumstances == {"sure", "unsure", "wrong"}


def test_a_bound_name_hides_a_circumstance_only_inside() -> None:
    assert truth_of("some(item in deal.items, item.subject_to_ear) and sure").value is True
    with pytest.raises(ConditionFault):
        compile_condition("some(user in deal.users, true) and user.government", VOCABULARY)
