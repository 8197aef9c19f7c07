"""A change of legal effect is seen until CHANGES.md tells of it; other changes are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.authoring.generated import LOCK
from clausekit.authoring.noting import noted_as, unnoted, with_entry
from clausekit.drafting import Templates, read_templates
from clausekit.templates_folder import TemplatesFolder

SUSPENSION = "clauses/suspension/1-suspend-and-review.md"
LAW = "law/de/de-awv-7.yaml"


def read(copy: Copy) -> Templates:
    templates, findings = read_templates(TemplatesFolder(copy.path, "a test"))
    assert templates, findings
    return templates


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Templates of which everything is noted."""
    made = Copy.at(tmp_path / "templates")
    made.write(LOCK, "")
    made.write(LOCK, noted_as(read(made), unnoted(read(made))))
    return made


def test_nothing_is_unnoted_once_it_was_noted(copy: Copy) -> None:
    assert unnoted(read(copy)) == []


EFFECTS = [
    (SUSPENSION, "within 5 Business Days", "within 6 Business Days"),
    (SUSPENSION, "how: performs", "how: declares"),
    (SUSPENSION, 'use_when: "true"', 'use_when: "remote_access"'),
    (LAW, "force: ", "force: order #"),
    ("law/judgement.yaml", "clear: 4", "clear: 3"),
    ("agreements/technology-supply.yaml", "  - suspension\n", ""),
]


@pytest.mark.parametrize(("file", "old", "new"), EFFECTS, ids=[f"{one[0]} {one[1]}" for one in EFFECTS])
def test_a_change_of_legal_effect_is_seen(copy: Copy, file: str, old: str, new: str) -> None:
    copy.change(file, old, new)
    assert unnoted(read(copy)) == [file]


def test_layout_comments_and_words_for_counsel_have_none(copy: Copy) -> None:
    copy.change(SUSPENSION, "says: ", "says: Now that ")
    copy.change(SUSPENSION, "reviewed_on: 2026-11-23", "reviewed_on: 2026-11-24")
    copy.change(SUSPENSION, "# Notice and suspension\n", "# Notice and suspension\n\n{# a note #}\n")
    copy.change(LAW, "id: ", "# a comment\nid: ")
    assert unnoted(read(copy)) == []


def test_a_new_file_and_one_that_is_gone_are_seen(copy: Copy) -> None:
    (copy.path / SUSPENSION).rename(copy.path / "clauses/suspension/1-other.md")
    assert unnoted(read(copy)) == ["clauses/suspension/1-other.md", SUSPENSION]


def test_one_file_can_be_noted_alone(copy: Copy) -> None:
    copy.change(SUSPENSION, "within 5 Business Days", "within 6 Business Days")
    copy.change("law/judgement.yaml", "clear: 4", "clear: 3")
    copy.write(LOCK, noted_as(read(copy), [SUSPENSION]))
    assert unnoted(read(copy)) == ["law/judgement.yaml"]


def test_the_record_is_one_line_a_file_in_order_so_that_changes_meet_only_in_the_same_file(copy: Copy) -> None:
    before = (copy.path / LOCK).read_text(encoding="utf-8").splitlines()
    copy.change(SUSPENSION, "within 5 Business Days", "within 6 Business Days")
    after = noted_as(read(copy), [SUSPENSION]).splitlines()
    assert [line for line in after if line not in before] == [line for line in after if line.startswith(SUSPENSION)]
    assert after[1:] == sorted(after[1:])
    assert len(after) == len(before)


CHANGES = "# Changes of legal effect\n\nNewest first.\n\n## 2026-11-23\n\n- First.\n"


def test_an_entry_stands_under_its_day_the_newest_first() -> None:
    entry = "- Six days, not five (`clauses/a/1-b.md`).\n"
    told = with_entry(CHANGES, date(2026, 11, 27), "Six days, not five.", ["clauses/a/1-b.md"])
    assert told == CHANGES.replace("## 2026-11-23", f"## 2026-11-27\n\n{entry}\n## 2026-11-23")
    same_day = with_entry(CHANGES, date(2026, 11, 23), "Six days, not five", ["clauses/a/1-b.md"])
    assert same_day == CHANGES.replace("- First.", f"{entry}- First.")


def test_many_files_are_named_by_their_folders() -> None:
    files = [*(f"law/us/{number}.yaml" for number in range(9)), "clauses/a/1-b.md"]
    assert "(`law/us/` (9 files), `clauses/a/` (1 file))." in with_entry("", date(2026, 11, 27), "All", files)
    many = [f"clauses/{topic}/1-b.md" for topic in "abcdefghi"]
    assert "(`clauses/` (9 files))." in with_entry("", date(2026, 11, 27), "All", many)
