"""YAML with lines: reading, refusing, and saving without touching the rest."""

from __future__ import annotations

import os
import stat
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausekit.located_yaml import REMOVED, Keys, read_file, read_head, read_text, save_changes
from clausekit.located_yaml.saving import changed_text

TEXT = """\
# Deal of the year
title: "X"   # working title
reasons:     # true ones
  foreign_measure: yes   # told by counsel

# What must be kept out
asks: [a, b]

parties:
    supplier:
        name:   Long
          text here
        # later
        links: # all
            # China first
            CN: {assets: yes, staff: no}
            US:
                assets: yes
        address: |
            One Street
            Town

    # the other side
    customer:
        empty:   # to do
        flow: {}
"""


def test_core_types_and_nothing_more() -> None:
    plain = "yes, NO, on, 2026-12-01, 0123, 0x1F, 0o17, -4, 1.50, 1e3, .inf, true, False, null, ~"
    located, findings = read_text(f"[{plain}, '1', \"true\", 12:30]", "f")
    assert not findings
    assert located is not None
    expected = ["yes", "NO", "on", "2026-12-01", 123, 31, 15, -4, 1.5, 1000.0, float("inf"), True, False, None, None]
    assert located.data == [*expected, "1", "true", "12:30"]
    assert [type(value) for value in located.data[4:11]] == [int, int, int, int, float, float, float]
    assert located.written[4,] == "0123"


def test_keys_are_texts() -> None:
    located, findings = read_text("NO: a\n1: b\ntrue: c\n", "f")
    assert not findings
    assert located is not None
    assert located.data == {"NO": "a", "1": "b", "true": "c"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_part_knows_its_line(newline: str, mark: str) -> None:
    located, findings = read_text(mark + TEXT.replace("\n", newline), "f")
    assert not findings
    assert located is not None
    assert located.line(("parties", "supplier", "links")) == 14
    assert located.line(("parties", "supplier", "links", "CN", "staff")) == 16
    assert located.line(("asks", 1)) == 7
    assert located.line(("parties", "supplier", "no", "such")) == 10
    assert located.line(("nothing",)) == 2
    assert located.data["parties"]["supplier"]["address"] == "One Street\nTown\n"


def test_a_head_counts_from_the_line_it_begins_on() -> None:
    located, _ = read_head("a: 1\nb: [1\n  ,2]\n", "f", 5)
    assert located is not None
    assert located.line(("b", 1)) == 7
    _, findings = read_head("a: 1\na: 2\n", "f", 5)
    assert [str(finding) for finding in findings] == [
        "f:6: error: 'a' stands here a second time (first on line 5); keep one [yaml-duplicate-key]"
    ]


QUOTES = "put the text in quotes if that is not what you mean"
FAULTS = {
    "x: &name 1\n": [f"1: error: anchors (&name) are not used here; {QUOTES} [yaml-anchor]"],
    "x: *name\n": [f"1: error: aliases (*name) are not used here; {QUOTES} [yaml-alias]"],
    "x: !!str 1\n": [f"1: error: tags (!!str) are not used here; {QUOTES} [yaml-tag]"],
    "x: !thing {}\n": [f"1: error: tags (!thing) are not used here; {QUOTES} [yaml-tag]"],
    "<<: {a: 1}\n": ["1: error: merge keys (<<) are not used here; write the lines out [yaml-merge-key]"],
    "a: 1\nb: {c: 1, c: [2, {d: 3}]}\na: 2\n": [
        "2: error: 'c' stands here a second time (first on line 2); keep one [yaml-duplicate-key]",
        "3: error: 'a' stands here a second time (first on line 1); keep one [yaml-duplicate-key]",
    ],
    "[a]: 1\n": ["1: error: a key must be a single text; put it in quotes if it begins with a sign [yaml-key]"],
    "? \n: 1\n": ["1: error: a key is missing before this colon [yaml-key]"],
    "a: {n: Co., Ltd.}\n": [
        "1: error: 'Ltd.' stands here without a colon; if it belongs to the text before it,"
        " put that whole text in quotes [yaml-key]"
    ],
    "a: 1\n---\nb: 2\n": ["2: error: a second document begins here; keep one [yaml-several-documents]"],
    "a: \x07\nb: 1\nc: \u2028\x00\n": [
        "1: error: this line holds U+0007, which no reader can see; delete it [bad-text]",
        "3: error: this line holds U+2028, which no reader can see; delete it [bad-text]",
    ],
    "a:\n\tb: 1\n": ["2: error: a tab stands here; use spaces [yaml-syntax]"],
    "a: @x\n": ["1: error: this sign cannot begin a text; put the text in quotes [yaml-syntax]"],
    "a: b: c\n": [
        "1: error: a colon stands where none can; put the text in quotes, or mend the indentation [yaml-syntax]"
    ],
    "a: 1\nb: 'x\nc: 2\n": ["2: error: a quote or bracket that is opened here is never closed [yaml-syntax]"],
    "a: [1\nb: 2\n": ["2: error: a list in brackets is not closed, or lacks a comma [yaml-syntax]"],
    "a: {b: 1\nc: 2\n": ["2: error: a group in braces is not closed, or lacks a comma [yaml-syntax]"],
    "a:\n  b: 1\n c: 2\n": [
        "3: error: this line cannot stand here; mend its indentation, or put the whole text in quotes [yaml-syntax]"
    ],
    'a: "C:\\q"\n': [
        "1: error: a backslash stands here in double quotes; use single quotes, or write \\\\ [yaml-syntax]"
    ],
    "a: 1\nb\nc: 2\n": ["3: error: the line before has no colon after its key; write `key: value` [yaml-syntax]"],
    "a: " + "[" * 120 + "]" * 120: [
        "1: error: groups stand inside groups too deeply here; write them flatter [yaml-syntax]"
    ],
    # What stands before a fault of syntax is told too.
    "a: *x\nb: @\n": [
        f"1: error: aliases (*x) are not used here; {QUOTES} [yaml-alias]",
        "2: error: this sign cannot begin a text; put the text in quotes [yaml-syntax]",
    ],
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault_has_its_line_and_says_the_way_out(text: str) -> None:
    _, findings = read_text(text, "f")
    assert [str(finding) for finding in findings] == [f"f:{expected}" for expected in FAULTS[text]]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("a: 1\nb: 2\nc: Zürich\n".encode("latin-1"))
    found = [read_file(path, "f") for path in (latin, tmp_path / "none.yaml", tmp_path)]
    assert all(located is None for located, _ in found)
    assert [str(finding) for _, findings in found for finding in findings] == [
        "f:3: error: this line is not UTF-8; save the file as UTF-8 [yaml-not-utf8]",
        "f: error: the file cannot be read: there is no such file [unreadable-file]",
        "f: error: the file cannot be read: it is a folder [unreadable-file]",
    ]


# Each change, the lines that go and the lines that come; no other line may differ.
LINKS = ("parties", "supplier", "links")
CHANGES: list[tuple[Keys, Any, list[str], list[str]]] = [
    (
        ("reasons", "foreign_measure"),
        "not known",
        ["  foreign_measure: yes   # told by counsel"],
        ["  foreign_measure: not known   # told by counsel"],
    ),
    (("reasons", "own_security"), "no", [], ["  own_security: no"]),
    (("asks",), ["c"], ["asks: [a, b]"], ["asks: [c]"]),
    (("title",), "a: 'b' # c", ['title: "X"   # working title'], ["title: \"a: 'b' # c\"   # working title"]),
    (
        (*LINKS, "CN", "assets"),
        "no",
        ["            CN: {assets: yes, staff: no}"],
        ["            CN: {assets: no, staff: no}"],
    ),
    (
        (*LINKS, "CN", "performance"),
        "no",
        ["            CN: {assets: yes, staff: no}"],
        ["            CN: {assets: yes, staff: no, performance: no}"],
    ),
    ((*LINKS, "DE", "staff"), "no", [], ["            DE:", "              staff: no"]),
    (
        LINKS,
        "none",
        [
            "        links: # all",
            "            CN: {assets: yes, staff: no}",
            "            US:",
            "                assets: yes",
        ],
        ["        links: none # all"],
    ),
    (("parties", "customer", "empty"), "a", ["        empty:   # to do"], ["        empty: a   # to do"]),
    (
        ("parties", "customer", "flow", "a"),
        "b, c",
        ["        flow: {}"],
        ["        flow:", '          a: "b, c"'],
    ),
    (
        ("parties", "customer", "flow"),
        {"a": {"b": 1}},
        ["        flow: {}"],
        ["        flow:", "          a:", "            b: 1"],
    ),
    (
        ("parties", "supplier", "name"),
        "Short",
        ["        name:   Long", "          text here"],
        ["        name: Short"],
    ),
    (("forum", "seat"), "CN", [], ["forum:", "  seat: CN"]),
    (("title",), REMOVED, ['title: "X"   # working title'], []),
    (
        (*LINKS, "CN", "assets"),
        REMOVED,
        ["            CN: {assets: yes, staff: no}"],
        ["            CN: {staff: no}"],
    ),
    (
        (*LINKS, "CN", "staff"),
        REMOVED,
        ["            CN: {assets: yes, staff: no}"],
        ["            CN: {assets: yes}"],
    ),
    ((*LINKS, "US", "assets"), REMOVED, ["            US:", "                assets: yes"], []),
    (("parties", "nobody", "name"), REMOVED, [], []),
]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("keys", "value", "gone", "come"), CHANGES)
def test_a_change_touches_no_other_line(
    tmp_path: Path, newline: str, keys: Keys, value: object, gone: list[str], come: list[str]
) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(TEXT.replace("\n", newline).encode())
    assert save_changes(path, {keys: value}) == []
    before, after = TEXT.split("\n"), path.read_bytes().decode().split(newline)
    assert [line for line in before if line not in gone] == [line for line in after if line not in come]
    assert set(come) <= set(after)
    assert "\n" not in "".join(after)


def test_where_new_lines_stand() -> None:
    changed, findings = changed_text(TEXT, {("reasons", "support"): "no", (*LINKS, "DE", "staff"): "yes"}, "f")
    assert not findings
    lines = changed.split("\n")
    assert lines[lines.index("  support: no") - 1].startswith("  foreign_measure")
    assert lines[lines.index("            DE:") - 1] == "                assets: yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a:\n  b: x\n"),
        ("# only a comment", "# only a comment\na:\n  b: x\n"),
        ("c: 1", "c: 1\na:\n  b: x"),
        ("{c: 1}\n", "{c: 1, a: {b: x}}\n"),
        ("a:\nc: 1\n", "a:\n  b: x\nc: 1\n"),
        ("a: not known  # why\nc: 1\n", "a:  # why\n  b: x\nc: 1\n"),
        ("\ufeffa:\r\n    c: 1\r\n", "\ufeffa:\r\n    c: 1\r\n    b: x\r\n"),
        ("a:\n  - b: 1\n", "a:\n  b: x\n"),
    ],
)
def test_groups_are_made_where_they_are_missing(text: str, expected: str) -> None:
    assert changed_text(text, {("a", "b"): "x"}, "f") == (expected, [])


@given(some.text(some.characters(exclude_categories=("Cs", "Cc", "Co", "Zl", "Zp"), include_characters="\n\t")))
def test_any_text_is_read_back_as_it_was_saved(value: str) -> None:
    value = value.replace("\ufeff", "").replace("\ufffe", "").replace("\uffff", "")
    for keys in [("title",), (*LINKS, "CN", "staff"), ("parties", "customer", "new")]:
        changed, _ = changed_text(TEXT, {keys: value}, "f")
        located, findings = read_text(changed, "f")
        assert not findings
        assert located is not None
        assert reduce(getitem, keys, located.data) == value


def test_a_file_with_faults_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    findings = save_changes(path, {("b",): "c"})
    assert [finding.code for finding in findings] == ["yaml-duplicate-key"]
    assert path.read_text(encoding="utf-8") == "a: 1\na: 2\n"
    assert [finding.code for finding in save_changes(tmp_path / "none.yaml", {("b",): "c"})] == ["unreadable-file"]


def test_saving_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert save_changes(link, {("a",): 2}) == []
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "a: 2\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(file.name for file in tmp_path.iterdir()) == ["deal.yaml", "link.yaml"]


def test_a_save_that_fails_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    (finding,) = save_changes(path, {("a",): 2})
    assert finding.code == "unwritable-file"
    assert finding.message == "the file cannot be saved: No space left on device"
    assert path.read_text(encoding="utf-8") == "a: 1\n"
    assert [file.name for file in tmp_path.iterdir()] == ["deal.yaml"]
