"""A new release in a firm's own templates: brought in file by file, and never over what the firm wrote."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.running import TIME_LIMIT, Ran, clausekit, command, environment
from shared import ROOT

GENERAL = "clauses/general/1-standard.md"
SUPPLY = "clauses/supply/1-standard.md"
EXIT = "clauses/change-in-law/2-exit.md"
MOVED = "clauses/change-in-law/3-exit.md"
STRICT = "clauses/confidentiality/2-strict.md"
ADDED = "clauses/confidentiality/3-new.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A firm's own templates in `own`, and a release in `release` that differs from what they came from."""
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    shutil.copytree(ROOT / "templates", tmp_path / "release")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def update(folder: Path, *options: str) -> Ran:
    return clausekit("templates", "update", "own", "--templates", "release", *options, cwd=folder)


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def taken(folder: Path, *options: str) -> dict[str, tuple[str, str]]:
    """What was decided about each file."""
    answer = update(folder, *options, "--json").answer
    return {one["file"]: (one["kind"].split(",")[0], one["take"]) for one in answer["files"]}


def test_the_same_release_brings_nothing(folder: Path) -> None:
    ran = update(folder, "--take", "release")
    assert (ran.code, ran.out) == (0, "")
    assert "The release brings nothing new." in ran.err


def test_without_a_choice_it_only_tells(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    before = text(folder, f"own/{GENERAL}")
    ran = update(folder)
    assert ran.code == 0
    assert f"{GENERAL}: changed in the release" in ran.out
    assert "[-and in English-]" in " ".join(ran.out.split())
    assert "Nothing is written." in ran.err
    assert text(folder, f"own/{GENERAL}") == before


def test_both_changes_are_in_it_and_yours_is_kept(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    change(folder / "own" / GENERAL, "A person who is not a Party", "Nobody who is not a Party")
    mine = text(folder, f"own/{GENERAL}")
    assert update(folder, "--take", "release").code == 0
    together = mine.replace("in writing and in English", "in writing")
    assert text(folder, f"own/{GENERAL}") == together
    assert text(folder, f"own/.base/{GENERAL}") == text(folder, f"release/{GENERAL}")
    (kept,) = (folder / "own" / ".kept").rglob("1-standard.md")
    assert kept.read_text(encoding="utf-8") == mine
    assert "brings nothing new" in update(folder).err


def test_a_clash_leaves_both_until_it_is_settled(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    change(folder / "own" / GENERAL, "in writing and in English", "in writing and in French")
    mine = text(folder, f"own/{GENERAL}")
    ran = update(folder, "--take", "release")
    assert ran.code == 1
    assert "CLASH, by you:" in ran.out
    assert text(folder, f"own/{GENERAL}") == mine
    assert text(folder, f"own/.new/{GENERAL}") == text(folder, f"release/{GENERAL}")
    assert taken(folder) == {GENERAL: ("changed in the release and by you", "later")}
    assert update(folder, "--only", GENERAL, "--take", "mine").code == 0
    assert text(folder, f"own/{GENERAL}") == mine
    assert not (folder / "own" / ".new").exists()
    assert "brings nothing new" in update(folder).err


def test_a_clash_that_was_named_may_be_settled_for_the_release(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    change(folder / "own" / GENERAL, "in writing and in English", "in writing and in French")
    mine = text(folder, f"own/{GENERAL}")
    assert update(folder, "--only", GENERAL, "--take", "release").code == 0
    assert text(folder, f"own/{GENERAL}") == text(folder, f"release/{GENERAL}")
    (kept,) = (folder / "own" / ".kept").rglob("1-standard.md")
    assert kept.read_text(encoding="utf-8") == mine


def test_a_position_is_the_same_under_another_number(folder: Path) -> None:
    (folder / "release" / EXIT).rename(folder / "release" / MOVED)
    change(folder / "own" / EXIT, "Each Party bears", "A Party bears")
    mine = text(folder, f"own/{EXIT}")
    assert update(folder, "--take", "release").code == 0
    assert not (folder / "own" / EXIT).exists()
    assert text(folder, f"own/{MOVED}") == mine
    assert not (folder / "own" / ".base" / EXIT).exists()


def test_what_is_new_gone_or_the_firms_own(folder: Path) -> None:
    shutil.copy(folder / "release" / STRICT, folder / "release" / ADDED)
    shutil.copy(folder / "own" / STRICT, folder / "own" / "clauses/confidentiality/9-ours.md")
    (folder / "release" / EXIT).unlink()
    change(folder / "own" / EXIT, "Each Party bears", "A Party bears")
    (folder / "release" / STRICT).unlink()
    (folder / "own" / SUPPLY).unlink()
    change(folder / "release" / SUPPLY, "The", "All the")
    mine = text(folder, f"own/{EXIT}")
    assert taken(folder, "--take", "release") == {
        ADDED: ("new in the release", "release"),
        STRICT: ("no longer in the release", "release"),
        EXIT: ("no longer in the release", "release"),
        SUPPLY: ("changed in the release", "release"),
    }
    assert (folder / "own" / ADDED).is_file()
    assert not (folder / "own" / STRICT).exists()
    assert text(folder, f"own/{EXIT}") == mine
    assert not (folder / "own" / SUPPLY).exists()
    assert (folder / "own" / "clauses/confidentiality/9-ours.md").is_file()
    assert "brings nothing new" in update(folder).err


def test_entries_of_the_record_of_changes_both_stand(folder: Path) -> None:
    change(folder / "own" / "CHANGES.md", "## 2026-11-23", "## 2026-12-02\n\n- Ours.\n\n## 2026-11-23")
    change(folder / "release" / "CHANGES.md", "## 2026-11-23", "## 2026-12-01\n\n- Yours.\n\n## 2026-11-23")
    assert update(folder, "--take", "release").code == 0
    found = text(folder, "own/CHANGES.md")
    assert "- Ours." in found
    assert "- Yours." in found


def test_faults_that_come_of_it_are_told(folder: Path) -> None:
    change(folder / "release" / GENERAL, "{{ supplier.notices }}", "{{ supplier.notice }}")
    ran = update(folder, "--take", "release")
    assert ran.code == 1
    assert f"own/{GENERAL}:" in ran.err


def test_only_what_was_named_is_touched(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    change(folder / "release" / SUPPLY, "The", "All the")
    assert taken(folder, "--only", "clauses/supply", "--take", "release") == {
        SUPPLY: ("changed in the release", "release")
    }


def test_windows_line_ends_are_no_change(folder: Path) -> None:
    path = folder / "own" / GENERAL
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"A person who is", b"Nobody who is"))
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    assert update(folder, "--take", "release").code == 0
    assert b"Nobody who is" in path.read_bytes()
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


@pytest.mark.parametrize("own", ["release", "nowhere"])
def test_a_folder_without_our_originals_is_refused(own: str, folder: Path) -> None:
    ran = clausekit("templates", "update", own, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "no .base with our originals" in ran.err


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_at_a_terminal_each_file_is_asked_for(folder: Path) -> None:
    change(folder / "release" / GENERAL, "in writing and in English", "in writing")
    change(folder / "release" / SUPPLY, "The", "All the")
    answered_on_a_terminal(folder, "x\nl\ny\n")
    assert text(folder, f"own/{GENERAL}") != text(folder, f"release/{GENERAL}")
    assert text(folder, f"own/{SUPPLY}") == text(folder, f"release/{SUPPLY}")


def answered_on_a_terminal(folder: Path, typed: str) -> None:
    """Run the update as somebody sits before it and types."""
    ours, theirs = pty.openpty()
    run = command("templates", "update", "own", "--templates", "release")
    with subprocess.Popen(
        run, cwd=folder, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    ) as process:
        os.close(theirs)
        os.write(ours, typed.encode())
        while _is_read(ours):
            pass
        assert process.wait(TIME_LIMIT) == 0
    os.close(ours)


def _is_read(terminal: int) -> bool:
    try:
        return bool(os.read(terminal, 4096))
    except OSError:  # Linux says so when the other end is closed
        return False
