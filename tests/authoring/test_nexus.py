"""The bench of definitions: what is caught, and what an edit changes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.authoring.nexus import Bench, Difference, against_expected, bench_of, between, read_entities
from clausekit.drafting import Templates, read_templates
from clausekit.finding import Finding
from clausekit.templates_folder import TemplatesFolder
from shared import TEMPLATES, TEMPLATES_FOLDER

ENTITIES = read_entities(TEMPLATES_FOLDER)
BENCH = bench_of(TEMPLATES, ENTITIES)


def read(copy: Copy) -> tuple[Templates | None, list[Finding]]:
    return read_templates(TemplatesFolder(copy.path, "a test"))


def bench_in(copy: Copy) -> Bench:
    templates, findings = read(copy)
    assert templates, findings
    return bench_of(templates, ENTITIES)


def test_every_entity_is_caught_as_its_file_expects() -> None:
    assert len(ENTITIES.all) >= 40
    assert BENCH.findings == []
    assert against_expected(ENTITIES, BENCH) == []


def test_every_definition_and_circumstance_about_an_entity_answers() -> None:
    assert set(BENCH.states) <= BENCH.answers.keys()
    assert {answer.word for answers in BENCH.answers.values() for answer in answers.values()} == {
        "caught",
        "not caught",
        "cannot tell",
    }


def test_the_three_tests_of_ownership_stay_three() -> None:
    tests = ("listed_persons_own_half", "chinese_majority_owned_user", "chinese_headquartered_user")
    answers = {
        entity: tuple(BENCH.answers[test][entity].word == "caught" for test in tests)
        for entity in ("exactly-half-listed", "fifty-one-chinese-unlisted", "hong-kong-subsidiary")
    }
    assert answers == {
        "exactly-half-listed": (True, False, False),
        "fifty-one-chinese-unlisted": (False, True, False),
        "hong-kong-subsidiary": (False, False, True),
    }


def test_it_is_said_what_a_range_turns_on() -> None:
    answer = BENCH.answers["Listing Event"]["turns-on-three-per-cent"]
    assert answer.turns_on == ("the 3 per cent held by Silent trust: listings",)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "user.headquarters in places.china_in_contracts or user.ultimate_parent_headquarters in",
            "user.headquarters in places.cn or user.ultimate_parent_headquarters in",
            Difference("Excluded User", "hong-kong-subsidiary", "caught", "not caught"),
        ),
        (
            "owner.headquarters in places.china_in_contracts) > 50",
            "owner.headquarters in places.china_in_contracts) >= 50",
            Difference("Majority-Held User", "exactly-half-chinese-unlisted", "not caught", "caught"),
        ),
        (
            "owner.headquarters in places.china_in_contracts) > 50",
            "owner.headquarters in places.china_in_contracts or 'sdn-list' in owner.listings) > 50",
            Difference("Majority-Held User", "gulf-tenant-with-hangzhou-parent", "not caught", "cannot tell"),
        ),
    ],
)
def test_an_edit_of_a_condition_shows_what_is_caught_more_and_less(
    tmp_path: Path, old: str, new: str, expected: Difference
) -> None:
    copy = Copy.at(tmp_path / "templates")
    copy.change("law/circumstances.yaml", old, new)
    after = bench_in(copy)
    assert expected in between(BENCH, after)
    assert expected in against_expected(ENTITIES, after)


def test_a_definition_tied_to_another_condition_differs(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    file = "clauses/excluded-parties/3-headquarters-without-reasons.md"
    copy.change(file, "chinese_headquartered_user", "chinese_majority_owned_user")
    changed = between(BENCH, bench_in(copy))
    assert {one.name for one in changed} == {"Excluded User"}
    assert Difference("Excluded User", "fifty-one-chinese-unlisted", "not caught", "caught") in changed


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"Excluded User": chinese', '"Excluded Person": chinese', "defines-nothing"),
        ("chinese_headquartered_user", "chinese_headquarter_user", "unknown-circumstance"),
    ],
)
def test_a_slip_in_what_is_defined_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    copy = Copy.at(tmp_path / "templates")
    file = "clauses/excluded-parties/3-headquarters-without-reasons.md"
    copy.change(file, old, new)
    _, findings = read(copy)
    (finding,) = [one for one in findings if one.code == code]
    assert str(finding.place) == f"templates/{file}:{copy.line(file, 'defines:')}"


def test_slips_in_the_entities_are_told_with_their_lines(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    file = "cases/nexus.yaml"
    copy.change(file, "    says: an operator headquartered in Macau", "    say: an operator headquartered in Macau")
    copy.change(file, "    user: {organised_in: TW", "    user: {organized_in: TW")
    entities = read_entities(TemplatesFolder(copy.path, "a test"))
    found = bench_of(TEMPLATES, entities).findings
    assert [str(one.place).rpartition(":")[2] for one in found] == [
        *[str(copy.line(file, "macau-operator:"))] * 2,
        str(copy.line(file, "taiwan-university-spin-off:")),
    ]
    assert "did you mean says?" in found[0].message
