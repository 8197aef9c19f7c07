"""Same inputs, same bytes: whatever the hash seed, time zone, locale and folder."""

from __future__ import annotations

from pathlib import Path

from cli.deals import quick_deal
from cli.running import clausekit

SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_starter_deal_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    drafts = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        ran = clausekit("draft", "gulf-ai-campus", "--out", "out", cwd=folder, **surroundings)
        assert ran.code == 0, ran.err
        drafts.append(files(folder / "out"))
    assert len(drafts[0]) == 3
    assert drafts[0] == drafts[1] == drafts[2]


def test_answers_are_the_same_everywhere(tmp_path: Path) -> None:
    law = ["law", "--law-as-of", "2026-11-23", "--known-at", "2026-11-23"]  # today is not the same day everywhere
    for verb in (["check", "carmaker-deepseek", "--json"], ["explain", "carmaker-deepseek", "--json"], law):
        first, second = (clausekit(*verb, cwd=tmp_path, **surroundings).out for surroundings in SURROUNDINGS[1:])
        assert first == second
        assert first


def test_the_place_of_the_deal_file_does_not_matter(tmp_path: Path) -> None:
    drafts = []
    for folder in (tmp_path / "a", tmp_path / "b" / "c d"):
        folder.mkdir(parents=True)
        path = quick_deal(folder)
        assert clausekit("draft", str(path), "--out", "out", cwd=folder).code == 0
        drafts.append(files(folder / "out"))
    assert drafts[0] == drafts[1]
