from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.word.script_runs import Script, language_of, script_runs
from word.documents import ODD_NAMES


@given(st.text())
def test_no_character_is_lost_and_neighbours_differ(text: str) -> None:
    found = list(script_runs(text))
    assert "".join(stretch for _, stretch in found) == text
    assert all(one is not other for (one, _), (other, _) in pairwise(found))


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Plain (text), 2026", [Script.LATIN]),
        (ODD_NAMES["chinese"], [Script.EAST_ASIAN]),
        (ODD_NAMES["korean"], [Script.EAST_ASIAN]),
        (ODD_NAMES["arabic"], [Script.RIGHT_TO_LEFT]),
        (ODD_NAMES["hebrew"], [Script.RIGHT_TO_LEFT]),
        ("上海 Shanghai 上海", [Script.EAST_ASIAN, Script.LATIN, Script.EAST_ASIAN]),
        ("“深圳” Co.", [Script.LATIN, Script.EAST_ASIAN, Script.LATIN]),
        ("Österreich Łódź Ελλάδα", [Script.LATIN]),
    ],
)
def test_signs_between_two_stretches_of_a_script_belong_to_it(text: str, scripts: list[Script]) -> None:
    assert [script for script, _ in script_runs(text)] == scripts


def test_a_very_long_text_of_signs_is_cut_in_a_moment() -> None:
    text = "深" + " .,-" * 250_000 + "شركة"
    assert len(list(script_runs(text))) == 3


def test_the_language_follows_the_letters() -> None:
    names = ("chinese", "japanese", "korean", "arabic", "hebrew")
    found = [[language_of(script, text) for script, text in script_runs(ODD_NAMES[name])] for name in names]
    assert found == [["zh-CN"], ["ja-JP"], ["ko-KR"], ["ar-SA"], ["he-IL"]]
