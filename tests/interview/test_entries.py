"""Wrapping: no word lost, no line too wide, wide characters counted, labels hanging."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from clausekit.interview.differences import page_differences, word_spans
from clausekit.interview.entries import Entry, Span, breaks, plain_entry, wrap

TEXTS = st.text(st.sampled_from("abc d,.“”–é\u0301杭州 العربية\n"), max_size=80)


@given(TEXTS, st.integers(4, 40))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in breaks(text, width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_break_at_spaces() -> None:
    assert ["the supplier shall not supply"[a:b] for a, b in breaks("the supplier shall not supply", 12)] == [
        "the supplier",
        "shall not",
        "supply",
    ]


def test_chinese_breaks_between_characters_by_their_width() -> None:
    text = "杭州钱塘云智科技有限公司"
    assert [text[a:b] for a, b in breaks(text, 9)] == ["杭州钱塘", "云智科技", "有限公司"]


def test_a_label_hangs_before_the_words() -> None:
    lines = wrap(Entry("k", (Span("one two three four five"),), "(a)", 2, 6), 20)
    assert ["".join(text for text, _ in line) for line in lines] == ["  (a) one two three", "      four five"]


def test_looks_follow_their_words_over_the_break() -> None:
    lines = wrap(Entry("", (Span("plain "), Span("bold bold bold", "strong"))), 12)
    assert [piece for line in lines for piece in line if piece[1]] == [("bold", "strong"), ("bold bold", "strong")]


@pytest.mark.parametrize(
    ("before", "after", "looks"),
    [("a b", "a c", ["", "removed", "added"]), ("a", "a", [""]), ("", "x", ["added"])],
)
def test_word_differences_are_marked(before: str, after: str, looks: list[str]) -> None:
    assert [span.look for span in word_spans(before, after)] == looks


def test_only_paragraphs_that_differ_are_shown() -> None:
    before = [plain_entry("one"), plain_entry("two words"), plain_entry("three")]
    after = [plain_entry("one"), plain_entry("two things"), plain_entry("three"), plain_entry("four")]
    found = page_differences(before, after)
    assert [entry.words for entry in found] == ["two wordsthings", "four"]
