"""`clausekit law bench`: the table, and what an edit of the templates catches more and less."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.running import clausekit
from shared import ROOT


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the templates in which an excluded user is headquartered on the mainland."""
    folder = tmp_path / "edited"
    shutil.copytree(ROOT / "templates", folder)
    file = folder / "law" / "circumstances.yaml"
    before = "some(user in deal.users, user.headquarters in places.china_in_contracts or"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, before.replace("china_in_contracts", "cn"), 1), encoding="utf-8")
    return folder


def test_the_table_shows_definitions_circumstances_and_entities(tmp_path: Path) -> None:
    ran = clausekit("law", "bench", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "excluded-parties: headquarters-without-reasons, states chinese_headquartered_user" in ran.out
    assert "cannot tell, turns on the 3 per cent held by Silent trust: listings: " in ran.out
    assert ran.out.rstrip().endswith("Nothing differs from what the entities expect.")


def test_an_edit_is_told_against_what_is_expected_and_against_other_templates(tmp_path: Path, edited: Path) -> None:
    for extra in ([], ["--against", str(ROOT / "templates")]):
        ran = clausekit("law", "bench", "--templates", str(edited), *extra, cwd=tmp_path)
        assert ran.code == 1
        assert "Catches less than " in ran.out
        assert "  Excluded User: hong-kong-subsidiary (caught -> not caught)" in ran.out


def test_it_is_data_too(tmp_path: Path, edited: Path) -> None:
    ran = clausekit("law", "bench", "--templates", str(edited), "--json", cwd=tmp_path)
    found = json.loads(ran.out)
    assert len(found["entities"]) >= 40
    assert {"name": "Excluded User", "entity": "hong-kong-subsidiary", "before": "caught", "after": "not caught"} in (
        found["differences"]
    )
    trust = next(one for one in found["entities"] if one["id"] == "turns-on-three-per-cent")
    assert trust["answers"]["listed_owner"] == {
        "answer": "cannot tell",
        "turns_on": ["the 3 per cent held by Silent trust: listings"],
    }


def test_misuse_is_told(tmp_path: Path) -> None:
    ran = clausekit("law", "bench", "--against", "nowhere", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "'nowhere' holds no templates" in ran.err
    assert clausekit("law", "--against", "nowhere", cwd=tmp_path).code == 2
