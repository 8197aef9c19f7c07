"""Two changes of one text: what each changed stands, and a clash is never settled in silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausekit.authoring.three_way import merged, parts

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=12).map("\n".join)


@given(LINES, LINES)
def test_a_change_of_one_side_stands(base: str, changed: str) -> None:
    assert merged(parts(base, changed, base)) == changed
    assert merged(parts(base, base, changed)) == changed
    assert merged(parts(base, changed, changed)) == changed


@given(LINES, LINES, LINES)
def test_the_parts_are_the_texts(base: str, mine: str, theirs: str) -> None:
    found = parts(base, mine, theirs)
    for text, lines in ((base, "base"), (mine, "mine"), (theirs, "theirs")):
        assert "\n".join(line for part in found for line in getattr(part, lines)) == text
    line = 1
    for part in found:
        assert part.line == line
        line += len(part.base)


@given(LINES, LINES, LINES)
def test_the_sides_may_change_places(base: str, mine: str, theirs: str) -> None:
    assert (merged(parts(base, mine, theirs)) is None) == (merged(parts(base, theirs, mine)) is None)


def test_changes_in_different_places_are_brought_together() -> None:
    assert merged(parts("a\n\nb\n\nc", "A\n\nb\n\nc", "a\n\nb\n\nC\n\nd")) == "A\n\nb\n\nC\n\nd"


def test_different_changes_of_one_line_clash() -> None:
    assert merged(parts("a\nb", "A\nb", "AA\nb")) is None
