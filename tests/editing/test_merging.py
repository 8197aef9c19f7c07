from __future__ import annotations

from clausekit.editing.merging import merged

BASE = "title: A\nclient: supplier\n"


def test_the_library_that_a_draft_records_is_taken_in_silence() -> None:
    theirs = f"{BASE}library: abc\n"
    steps, told = merged(BASE, BASE, theirs, "deal.yaml")
    assert [step.label for step in steps] == ["The library of the draft"]
    assert told == []
    steps, told = merged(BASE, BASE.replace("A", "B"), theirs, "deal.yaml")
    assert len(steps) == 2
    assert told == []


def test_any_other_change_from_outside_is_told() -> None:
    _, told = merged(BASE, BASE, f"{BASE.replace('A', 'B')}library: abc\n", "deal.yaml")
    assert [finding.code for finding in told] == ["changed-elsewhere"]
