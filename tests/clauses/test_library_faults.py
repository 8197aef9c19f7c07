"""Every slip in the head of a clause file or in an agreement is told with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausekit.clauses import Library, Topic, read_library
from clausekit.finding import Finding
from shared import LIBRARY, REGISTER, ROOT

LIST = "clauses/excluded-hardware/1-approved-list.md"
FORM = "agreements/technology-supply.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("clauses", "agreements"):
        shutil.copytree(ROOT / "templates" / part, tmp_path / part)
    return tmp_path


def read(folder: Path) -> tuple[Library, list[Finding]]:
    return read_library(folder, REGISTER.circumstances, REGISTER.conducts, "templates")


def change(folder: Path, file: str, old: str, new: str) -> int:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_repositorys_own_library_has_no_fault() -> None:
    assert [str(finding) for finding in read(ROOT / "templates")[1]] == []


SLIPS = [
    (
        LIST,
        "conduct: approved-ic-list",
        "conduct: approved-ic-lists",
        "unknown-conduct",
        "did you mean approved-ic-list?",
    ),
    (LIST, "by: each", "by: everybody", "unknown-word", "everybody"),
    (LIST, "how: performs", "how: perform", "unknown-word", "did you mean performs?"),
    (LIST, "against: suppliers", "against: supplier", "unknown-word", "did you mean suppliers?"),
    (LIST, 'use_when: "true"', 'use_when: "remote_acces"', "bad-condition", "did you mean remote_access?"),
    (LIST, 'use_when: "true"', 'use_when: "deal.government_customer"', "bad-condition", "deal"),
    (LIST, 'use_when: "true"', 'use_when: "{{ true }}"', "bad-condition", "without braces"),
    (LIST, "approver: trade-counsel", "aprover: trade-counsel", "unknown-key", "did you mean approver?"),
    (LIST, "reviewed_on: 2026-11-23", "reviewed_on: 23.11.2026", "not-a-date", "23.11.2026"),
    (FORM, "  - excluded-hardware", "  - excluded-hardwear", "unknown-topic", "did you mean excluded-hardware?"),
    (FORM, "  - approved-hardware", "  - aproved-hardware", "unknown-topic", "did you mean approved-hardware?"),
    ("clauses/suspension/about.md", "numbering: clause", "numbering: claus", "unknown-word", "did you mean clause?"),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "said"), SLIPS, ids=[f"{s[3]}: {s[2]}" for s in SLIPS])
def test_a_slip_is_told_with_its_line(folder: Path, file: str, old: str, new: str, code: str, said: str) -> None:
    line = change(folder, file, old, new)
    found = [finding for finding in read(folder)[1] if finding.code == code]
    assert [(one.place.file, one.place.line) for one in found] == [(f"templates/{file}", line)]
    assert said in found[0].message


def test_all_slips_are_told_together(folder: Path) -> None:
    files = {LIST: ("by: each", "by: all"), FORM: ("  - excluded-hardware", "  - hardware")}
    files["clauses/verification/1-documents-outside.md"] = ("approver:", "approved_by:")
    for file, (old, new) in files.items():
        change(folder, file, old, new)
    assert {finding.place.file for finding in read(folder)[1]} == {f"templates/{file}" for file in files}


def test_a_missing_line_is_told_by_its_name(folder: Path) -> None:
    change(folder, LIST, "approver: trade-counsel\n", "")
    (found,) = read(folder)[1]
    assert (found.code, found.place.file) == ("missing-key", f"templates/{LIST}")
    assert "approver" in found.message


def test_a_file_without_a_line_between_head_and_words_is_told(folder: Path) -> None:
    change(folder, LIST, "\n---\n", "\n")
    assert "head-missing" in [finding.code for finding in read(folder)[1]]


def test_a_position_whose_file_has_no_number_is_told(folder: Path) -> None:
    (folder / LIST).rename(folder / "clauses/excluded-hardware/approved-list.md")
    (found,) = read(folder)[1]
    assert (found.code, found.place.file) == ("position-name", "templates/clauses/excluded-hardware/approved-list.md")


def test_a_position_that_is_there_twice_is_told(folder: Path) -> None:
    shutil.copy(folder / LIST, folder / "clauses/excluded-hardware/7-approved-list.md")
    (found,) = read(folder)[1]
    assert "approved-list" in found.message


def test_a_topic_without_a_position_is_told(folder: Path) -> None:
    for path in (folder / "clauses/access").glob("[0-9]*.md"):
        path.unlink()
    assert [finding.code for finding in read(folder)[1]] == ["topic-without-position"]


def test_a_topic_without_an_about_is_told(folder: Path) -> None:
    (folder / "clauses/access/about.md").unlink()
    findings = read(folder)[1]
    assert "templates/clauses/access/about.md" in [finding.place.file for finding in findings]


def test_a_file_that_is_not_utf_8_is_told_and_the_others_are_read(folder: Path) -> None:
    text = (folder / LIST).read_text(encoding="utf-8")
    lines = text.split("\n")
    lines[-3] = "Größe"
    (folder / LIST).write_bytes("\n".join(lines).encode("latin-1", errors="replace"))
    library, findings = read(folder)
    assert [finding.place.line for finding in findings] == [len(lines) - 2]
    assert "approved-list" not in library.topics["excluded-hardware"].positions
    assert "cites-measure" in library.topics["excluded-hardware"].positions


def test_line_ends_of_another_system_change_nothing(folder: Path) -> None:
    for path in folder.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    library, findings = read(folder)
    assert findings == []
    assert (
        library.position("excluded-hardware", "approved-list").text
        == LIBRARY.position("excluded-hardware", "approved-list").text
    )


def test_a_rule_in_the_words_does_not_end_the_head(folder: Path) -> None:
    with (folder / LIST).open("a", encoding="utf-8") as file:
        file.write("\n---\n")
    library, findings = read(folder)
    assert findings == []
    assert library.position("excluded-hardware", "approved-list").text.endswith("\n---\n")


@pytest.mark.parametrize("topic", LIBRARY.topics.values(), ids=lambda topic: topic.id)
def test_positions_stand_in_the_order_of_their_numbers(topic: Topic) -> None:
    positions = list(topic.positions.values())
    assert [one.order for one in positions] == list(range(1, len(positions) + 1))


def test_the_topics_where_positions_differ_in_substance_have_two_to_five() -> None:
    numbers = {name: len(LIBRARY.topics[name].positions) for name in LIBRARY.forms["technology-supply"].running_order}
    assert all(number <= 5 for number in numbers.values())
    assert {name for name, number in numbers.items() if number >= 2} == {
        "existing-orders",
        "excluded-hardware",
        "excluded-parties",
        "ownership",
        "access",
        "shared-site",
        "licence-conditions",
        "no-diversion",
        "origin-evidence",
        "federal-supply",
        "vehicle-software",
        "data-transfer",
        "verification",
        "flow-down",
        "suspension",
        "conflicting-obligations",
        "change-in-law",
        "termination",
        "confidentiality",
        "dispute-resolution",
    }
    hardware = ["approved-list", "neutral-specification", "origin-without-reasons", "cites-measure"]
    assert list(LIBRARY.topics["excluded-hardware"].positions) == hardware
