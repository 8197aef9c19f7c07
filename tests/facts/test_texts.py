"""Texts: kept exactly, or refused with a reason."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausekit.facts import Fact, read_deal_text, view
from facts.deals import SHORT, at, deal


def with_name(text: str) -> str:
    return SHORT.replace("name: Seller", f"name: {json.dumps(text, ensure_ascii=False)}")


def name_seen(text: str) -> object:
    fact = at(view(deal(with_name(text))), "parties", "seller", "name")
    assert isinstance(fact, Fact)
    return fact.value


@given(some.text(min_size=1).map(lambda text: "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")))
def test_any_printable_text_is_kept_exactly(text: str) -> None:
    printable = "".join(sign for sign in text if not "\ue000" <= sign <= "\uf8ff") + "."
    assert name_seen(printable) == printable


@pytest.mark.parametrize(
    "text",
    [
        "Acme & Co <UK>",
        "\"Quoted\" 'twice'",
        "某某科技有限公司",
        "شركة الكثبان",
        "खाता\u200d",
        "👩‍💻",
        "{{ 7*7 }} {% for %}",
        "two\nlines\n",
        "  kept  ",
        "x" * 10_000,
        "no",
        "~",
    ],
)
def test_odd_texts_are_kept_exactly(text: str) -> None:
    assert name_seen(text) == text


REFUSED = [
    *map(chr, (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))),
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ue000",
]
REFUSED += ["\uf8ff", "\U000f0000", "\U0010fffd", "\ud800", "\udfff", "\ufffe", "\uffff", "\u2028", "\ufeff"]


@pytest.mark.parametrize("sign", REFUSED, ids=lambda sign: f"U+{ord(sign):04X}")
def test_signs_that_nobody_can_see_are_refused(sign: str) -> None:
    found, findings = read_deal_text(SHORT.replace("name: Seller", f'name: "a{sign}b"'))
    assert found is None
    assert [(finding.code, finding.place.line) for finding in findings] == [("bad-text", 5)]
    assert f"U+{ord(sign):04X}" in findings[0].message


@pytest.mark.parametrize("sign", [*REFUSED, "\r"], ids=lambda sign: f"U+{ord(sign):04X}")
def test_signs_that_nobody_can_see_are_refused_when_escaped(sign: str) -> None:
    found, findings = read_deal_text(SHORT.replace("name: Seller", f'name: "a\\U{ord(sign):08X}b"'))
    assert found is None
    refused_by_parser = "\ud800" <= sign <= "\udfff" and findings[0].code == "yaml-syntax"
    assert [finding.place.line for finding in findings] == [5]
    assert refused_by_parser or findings[0].code == "bad-text"


def test_a_text_has_a_longest_length() -> None:
    assert name_seen("x" * 20_000) == "x" * 20_000
    _, findings = read_deal_text(with_name("x" * 20_001))
    assert "20001 characters" in findings[0].message
