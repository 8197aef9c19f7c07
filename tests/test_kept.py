"""What is kept of templates between two runs: private, harmless, and never an answer to another question."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

from clausekit.cli import main
from clausekit.drafting import read_templates
from clausekit.kept import Kept, kept_of
from clausekit.located_yaml import read_text
from clausekit.located_yaml.reading import read_head
from clausekit.templates_folder import TemplatesFolder
from clausekit.word import load_house_style
from shared import TEMPLATES_FOLDER

YAML = "a: 1\nb:\n  - {c: no, d: 'x'}\n  - true\ntext: >-\n  Two\n  lines\n"


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAUSEKIT_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "caches" / "clausekit"


def kept_file(caches: Path) -> Path:
    """The file of the folder of templates; a smaller one holds the house style."""
    _, file = sorted(caches.iterdir(), key=lambda path: path.stat().st_size)
    return file


def drafted(out: Path, templates: Path = TEMPLATES_FOLDER.path) -> dict[str, bytes]:
    assert main(["draft", "telecom-huawei-network", "--templates", str(templates), "--out", str(out)]) == 0
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_what_is_kept_is_what_was_read() -> None:
    kept = Kept()
    first, _ = read_head(YAML, "one.yaml", 3, kept)
    again, _ = read_head(YAML, "one.yaml", 3, Kept(found=json.loads(json.dumps(kept.added))))
    assert first is not None
    assert again == first
    assert again == read_head(YAML, "one.yaml", 3)[0] != read_text(YAML, "one.yaml")[0]


def test_faults_are_told_each_time() -> None:
    kept = Kept()
    for _ in range(2):
        assert [one.code for one in read_head("a: 1\na: 2\n", "one.yaml", kept=kept)[1]] == ["yaml-duplicate-key"]
    assert kept.added == {}


def test_a_draft_has_the_same_bytes_with_and_without(
    caches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again = drafted(tmp_path / "first"), drafted(tmp_path / "again")
    before = kept_file(caches).read_bytes()
    monkeypatch.setenv("CLAUSEKIT_CACHE", "off")
    assert first == again == drafted(tmp_path / "without")
    assert kept_file(caches).read_bytes() == before


def test_nobody_else_may_enter_and_no_fact_is_kept(caches: Path, tmp_path: Path) -> None:
    caches.mkdir(parents=True, mode=0o755)
    drafted(tmp_path / "out")
    assert stat.S_IMODE(caches.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept_file(caches).stat().st_mode) == 0o600
    seal, _, content = kept_file(caches).read_bytes().partition(b"\n")
    assert len(seal) == 64
    assert all(isinstance(answer, dict | bool) for answer in json.loads(content).values())
    assert b"Lusonet" not in content


def test_a_changed_file_is_read_anew(caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES_FOLDER.path, templates)
    drafted(tmp_path / "first", templates)
    position = next((templates / "clauses" / "general").glob("1-*.md"))
    position.write_text(position.read_text() + "\nSee {{ deal.nothing }}.\n")
    assert main(["check", "telecom-huawei-network", "--templates", str(templates)]) == 1
    assert "deal.nothing" in capsys.readouterr().out


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "not JSON", "another shape", "a folder"])
def test_what_is_damaged_is_as_if_it_were_not_there(damage: str, caches: Path, tmp_path: Path) -> None:
    first = drafted(tmp_path / "first")
    file = kept_file(caches)
    whole = file.read_bytes()
    if damage == "a folder":
        file.unlink()
        file.mkdir()
    else:
        seal = whole.partition(b"\n")[0]
        file.write_bytes(
            {
                "cut": whole[:-100],
                "changed": whole.replace(b"BIS", b"XXX"),
                "empty": b"",
                "not JSON": seal + b"\n{",
                "another shape": seal + b"\n[1, 2]",
            }[damage]
        )
    assert drafted(tmp_path / "again") == first
    assert damage == "a folder" or file.read_bytes() == whole


def test_an_answer_of_another_shape_is_no_answer() -> None:
    kept = Kept()
    read_head(YAML, "one.yaml", kept=kept)
    (key,) = kept.added
    others: list[object] = [{}, {"data": 1}, {"data": 1, "entries": [[1]]}, {"data": 1, "entries": 3}, [], True]
    for odd in others:
        assert read_head(YAML, "one.yaml", kept=Kept(found={key: odd})) == read_head(YAML, "one.yaml")


def test_a_folder_that_is_a_link_is_not_used(caches: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    caches.parent.mkdir()
    caches.symlink_to(tmp_path / "theirs")
    drafted(tmp_path / "out")
    assert list((tmp_path / "theirs").iterdir()) == []


def test_where_nothing_can_be_kept_all_is_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAUSEKIT_CACHE", raising=False)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("sys.platform", "linux")
    with kept_of(TEMPLATES_FOLDER.path) as kept:
        templates, findings = read_templates(TemplatesFolder(TEMPLATES_FOLDER.path, "a test"), kept)
    assert templates is not None
    assert findings == []
    assert kept.found == {}


def test_a_house_style_is_compiled_once(caches: Path, tmp_path: Path) -> None:
    file = tmp_path / "house.docx"
    shutil.copy(TEMPLATES_FOLDER.house_style, file)
    with kept_of(file) as first:
        compiled, _ = load_house_style(file, first)
    with kept_of(file) as again:
        assert load_house_style(file, again) == (compiled, [])
    assert len(first.added) == len(again.found) == 1
    assert again.added == {}
    odd = Kept(found={key: {"styles": 1} for key in again.found})
    assert load_house_style(file, odd) == (compiled, [])
    file.write_bytes(b"no Word file")
    with kept_of(file) as last:
        assert load_house_style(file, last)[0] is None


def test_too_many_answers_are_thinned_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausekit.kept.MOST_ANSWERS", 2)
    kept = Kept(found={"a": 1, "b": 2, "c": 3})
    assert kept.get("b") == 2
    kept.put("d", 4)
    assert kept.answers == {"b": 2, "d": 4}
