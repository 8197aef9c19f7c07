"""0 done, 1 errors found, 2 misuse or no such deal; and what is said with each."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.deals import QUICK, quick_deal, written_deal
from cli.running import clausekit

BROKEN = "title: [Lyon\n  hall: yes\n"


def test_done(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    assert clausekit("check", "quick.yaml", cwd=tmp_path).code == 0


def test_a_starter_deal_is_known_by_its_name(tmp_path: Path) -> None:
    for name in ("gulf-ai-campus", "carmaker-deepseek"):
        assert clausekit("check", name, cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "gulf-ai-campu"], "no deal 'gulf-ai-campu'; did you mean gulf-ai-campus?"),
        (["check", "nowhere.yaml"], "no deal 'nowhere.yaml'"),
        (["check", "."], "no deal '.'"),
        (["check", "d" * 5000], "no deal 'dddd"),
        (["law", "cn-afls"], "'cn-afls' is not an instrument of the register; did you mean cn-afsl?"),
        (["law", "--law-as-of", "yesterday"], "'yesterday' is not a date; write it as 2026-11-23"),
        (["check", "gulf-ai-campus", "--choose", "excluded-hardware"], "'excluded-hardware' is not TOPIC=POSITION"),
        (["check", "gulf-ai-campus", "--templates", "."], "'.' holds no templates (law/conduct.yaml is not there)"),
        (["draft", "gulf-ai-campus"], "the following arguments are required: --out"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        (["facts", "--wrong"], "unrecognized arguments: --wrong"),
        ([], "usage: clausekit"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_misuse(tmp_path: Path, arguments: list[str], told: str) -> None:
    ran = clausekit(*arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_receipt_that_is_none_is_misuse(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    (tmp_path / "other.json").write_text('{"law_as_of": "2026-11-23", "known_at": "x", "deal": "x", "templates": "x"}')
    for receipt in ("other.json", "quick.yaml", "nowhere.json"):
        ran = clausekit("draft", "quick.yaml", "--out", "out", "--since", receipt, cwd=tmp_path)
        assert ran.code == 2
        assert f"'{receipt}' is not the receipt of a draft" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("verb", ["check", "explain", "show", "draft"])
def test_a_deal_that_cannot_be_read_is_an_error(tmp_path: Path, verb: str) -> None:
    written_deal(tmp_path, BROKEN)
    out = ["--out", "out"] if verb == "draft" else []
    ran = clausekit(verb, "quick.yaml", *out, cwd=tmp_path)
    assert ran.code == 1
    assert "quick.yaml:2: error: " in (ran.out if verb == "check" else ran.err)
    assert not (tmp_path / "out").exists()


def test_every_mistake_is_told_at_once_with_file_line_severity_and_code(tmp_path: Path) -> None:
    text = QUICK.replace("kind: supply", "kind: suply").replace("organised_in: FR", "organised_inn: FR", 1)
    text = text.replace("government: no", "government: maybe", 1).replace("end: 2027-11-30", "end: soon")
    written_deal(tmp_path, text)
    ran = clausekit("check", "quick.yaml", cwd=tmp_path)
    assert ran.code == 1
    told = ran.out.splitlines()
    wrong = {"kind: suply": "supply", "organised_inn: FR": "organised_in", "government: maybe": "", "end: soon": ""}
    for mistake, nearest in wrong.items():
        line = 1 + next(index for index, row in enumerate(text.splitlines()) if mistake in row)
        said = next(row for row in told if row.startswith(f"quick.yaml:{line}: error: "))
        assert nearest in said
        assert said.endswith("]")


def test_a_place_that_is_none_is_told_with_the_nearest(tmp_path: Path) -> None:
    written_deal(tmp_path, QUICK.replace("organised_in: FR", "organised_in: Delaware", 1))
    ran = clausekit("check", "quick.yaml", cwd=tmp_path)
    line = 1 + QUICK.splitlines().index("    organised_in: FR")
    assert f"quick.yaml:{line}: error: " in ran.out
    assert "'Delaware' is not a place; did you mean US-DE?" in ran.out
    assert ran.out.rstrip().endswith("[unknown-place]")


@pytest.mark.parametrize(
    ("choice", "code", "nearest"),
    [
        ("excluded-hardwar=cites-measure", "unknown-topic", "excluded-hardware"),
        ("excluded-hardware=cites-measur", "unknown-position", "cites-measure"),
    ],
)
def test_an_unknown_choice_is_a_finding(tmp_path: Path, choice: str, code: str, nearest: str) -> None:
    quick_deal(tmp_path)
    ran = clausekit("check", "quick.yaml", "--choose", choice, "--json", cwd=tmp_path)
    assert ran.code == 1
    (finding,) = [one for one in ran.answer["findings"] if one["severity"] == "error"]
    assert finding["code"] == code
    assert f"did you mean {nearest}?" in finding["message"]


def test_paths_may_hold_spaces_and_the_folder_need_not_exist(tmp_path: Path) -> None:
    folder = tmp_path / "my deals"
    folder.mkdir()
    quick_deal(folder, "Lyon hall.yaml")
    ran = clausekit("draft", "my deals/Lyon hall.yaml", "--out", "to send/today", cwd=tmp_path)
    assert ran.code == 0
    assert {path.name for path in (tmp_path / "to send" / "today").iterdir()} == {
        "Lyon hall.docx",
        "Lyon hall – memo.docx",
        "Lyon hall.receipt.json",
    }
