"""Never lose work: saving, the journal, the lock, other programs, full disks and crashes."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clausekit.editing import Opened
from editing import killed
from editing.deals import SHORT, beside, codes, opened, put

JOURNAL, LOCK = ".deal.yaml.journal", ".deal.yaml.lock"
HEADQUARTERS = "parties[buyer].headquarters"


def crash(one: Opened) -> None:
    """Let go of the deal as a killed process does: the lock goes, journal and file stay."""
    keeper = one.deal._keeper
    assert keeper is not None
    if keeper.lock._handle is not None:
        os.close(keeper.lock._handle)
        keeper.lock._handle = None


@contextmanager
def no_room() -> Iterator[None]:
    """No file may grow: what a full disk does to a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def test_each_fact_is_saved_at_once_and_nothing_is_left_after_a_clean_end(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.chmod(0o640)
    deal = opened(path).deal
    deal.answer("title", "Saved")
    assert path.read_text(encoding="utf-8") == SHORT.replace("title: Short", "title: Saved")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert beside(path) == [JOURNAL, LOCK]
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in beside(path)} == {0o600}
    assert deal.close() == ()
    assert beside(path) == []


def test_looking_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    path = put(tmp_path, SHORT.replace("\n", "\r\n"))
    before = path.read_bytes(), path.stat().st_mtime_ns
    deal = opened(path).deal
    deal.grid()
    deal.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_after_a_crash_the_deal_and_its_undo_are_back(tmp_path: Path) -> None:
    path = put(tmp_path)
    first = opened(path)
    first.deal.answer("title", "One")
    first.deal.answer(HEADQUARTERS, "FR")
    first.deal.undo()
    crash(first)
    again = opened(path)
    assert codes(again.told) == ["recovered"]
    assert again.deal.redo().path == HEADQUARTERS
    again.deal.undo()
    again.deal.undo()
    assert path.read_text(encoding="utf-8") == SHORT
    assert again.deal.close() == ()
    assert beside(path) == []


def test_a_step_that_reached_only_the_journal_is_put_back(tmp_path: Path) -> None:
    path = put(tmp_path)
    first = opened(path)
    first.deal.answer("title", "One")
    crash(first)
    put(tmp_path)
    again = opened(path)
    assert again.deal.data["title"] == "One"
    assert "title: One" in path.read_text(encoding="utf-8")


def test_a_last_line_that_was_cut_off_costs_only_itself(tmp_path: Path) -> None:
    path = put(tmp_path)
    first = opened(path)
    first.deal.answer("title", "One")
    crash(first)
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes() + b'{"do": {"label": "Ti')
    again = opened(path)
    assert codes(again.told) == ["recovered"]
    assert again.deal.data["title"] == "One"


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"[]\n[]", b'{"journal": 1, "text": "x"}\n{"do": 3}\n{"undo": 1}\n']
)
def test_a_bad_journal_is_set_aside_and_told_and_the_deal_opens_again_and_again(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path)
    (tmp_path / JOURNAL).write_bytes(content)
    first = opened(path)
    assert "bad-journal" in codes(first.told)
    assert first.deal.data["title"] == "Short"
    first.deal.close()
    second = opened(path)
    assert codes(second.told) == ["old-journal"]
    assert (tmp_path / f"{JOURNAL}.kept1").read_bytes() == content
    second.deal.close()


def test_a_process_that_is_killed_loses_nothing_that_was_typed(tmp_path: Path) -> None:
    path = put(tmp_path)
    program = [sys.executable, killed.__file__, str(path)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
    again = opened(path)
    assert codes(again.told) == ["recovered"]
    assert again.deal.data["title"] == "Typed before the end"
    assert again.deal.data["parties"]["buyer"]["headquarters"] == "FR"
    assert "headquarters: FR" in path.read_text(encoding="utf-8")
    again.deal.close()


def test_what_a_kill_left_in_the_middle_of_a_saving_is_cleared_away(tmp_path: Path) -> None:
    path = put(tmp_path, name="deal [1].yaml")
    left, other = tmp_path / ".deal [1].yaml.x1y2z3.saving", tmp_path / ".deal 1.yaml.x1y2z3.saving"
    left.write_text("title: Ha", encoding="utf-8")
    other.write_text("title: Of another deal", encoding="utf-8")
    opened(path).deal.close()
    assert beside(path) == [other.name]


def test_a_full_disk_is_told_in_words_and_saved_later(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    with no_room():
        change = deal.answer("title", "Later")
        assert codes(change.told) == ["not-saved"]
        assert "in this window only" in deal.unsaved
        assert deal.data["title"] == "Later"
    assert path.read_text(encoding="utf-8") == SHORT
    assert codes(deal.look()) == ["saved-again"]
    assert "title: Later" in path.read_text(encoding="utf-8")
    assert deal.unsaved == ""
    assert deal.close() == ()
    assert beside(path) == []


def test_what_cannot_be_saved_at_the_end_is_told(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    with no_room():
        deal.answer("title", "Never")
        told = deal.close()
    assert codes(told) == ["not-saved", "not-saved"]
    assert "are lost" in told[-1].message
    assert path.read_text(encoding="utf-8") == SHORT


def test_what_another_program_changed_is_taken_in(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    deal.answer("title", "Mine")
    path.write_text(path.read_text(encoding="utf-8").replace("headquarters: DE", "headquarters: AT"), encoding="utf-8")
    (told,) = deal.look()
    assert "Headquarters of buyer" in told.message
    assert deal.data["parties"]["buyer"]["headquarters"] == "AT"
    deal.undo()
    assert deal.data["parties"]["buyer"]["headquarters"] == "DE"


def test_two_changes_of_different_facts_are_both_kept(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    with no_room():
        deal.answer("title", "Mine")
    theirs = SHORT.replace("headquarters: DE", "headquarters: AT # told today")
    path.write_text(theirs, encoding="utf-8")
    told = deal.look()
    assert codes(told) == ["changed-elsewhere", "saved-again"]
    assert path.read_text(encoding="utf-8") == theirs.replace("title: Short", "title: Mine")


def test_two_changes_of_one_fact_are_told_with_both_values_and_both_can_be_had(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    with no_room():
        deal.answer(HEADQUARTERS, "FR")
    path.write_text(SHORT.replace("headquarters: DE", "headquarters: AT"), encoding="utf-8")
    told = deal.look()
    clash = next(finding for finding in told if finding.code == "changed-twice")
    assert "Here: 'FR'. There: 'AT'." in clash.message
    assert "headquarters: FR" in path.read_text(encoding="utf-8")
    deal.undo()
    assert "headquarters: AT" in path.read_text(encoding="utf-8")


def test_a_file_that_another_program_broke_is_left_until_it_is_mended(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    path.write_text("title: [", encoding="utf-8")
    change = deal.answer("title", "Mine")
    assert codes(change.told) == ["changed-elsewhere"]
    assert path.read_text(encoding="utf-8") == "title: ["
    assert "cannot be read" in deal.unsaved
    path.write_text(SHORT.replace("headquarters: DE", "headquarters: AT"), encoding="utf-8")
    deal.look()
    assert "title: Mine" in path.read_text(encoding="utf-8")
    assert "headquarters: AT" in path.read_text(encoding="utf-8")
    assert deal.unsaved == ""


def test_a_crash_while_the_file_was_broken_loses_nothing_either(tmp_path: Path) -> None:
    path = put(tmp_path)
    first = opened(path)
    path.write_text("title: [", encoding="utf-8")
    first.deal.answer("title", "Mine")
    crash(first)
    again = opened(path)
    assert again.deal.data["title"] == "Mine"
    assert path.read_text(encoding="utf-8") == "title: ["


def test_a_file_that_is_gone_is_written_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    deal = opened(path).deal
    path.unlink()
    deal.answer("title", "Still here")
    assert "title: Still here" in path.read_text(encoding="utf-8")


def test_a_second_window_can_read_and_takes_over_when_the_first_is_closed(tmp_path: Path) -> None:
    path = put(tmp_path)
    first, second = opened(path), opened(path)
    assert codes(second.told) == ["open-elsewhere"]
    assert f"process {os.getpid()}" in second.deal.answer("title", "Second").problem
    first.deal.answer("title", "First")
    second.deal.look()
    assert second.deal.data["title"] == "First"
    first.deal.close()
    assert second.deal.look() == ()
    assert second.deal.answer("title", "Second").changed
    assert "title: Second" in path.read_text(encoding="utf-8")
    second.deal.close()
    assert beside(path) == []


def test_a_file_that_is_no_text_is_refused_with_its_line(tmp_path: Path) -> None:
    from clausekit.editing import Days, open_deal
    from shared import TODAY

    path = tmp_path / "deal.yaml"
    path.write_bytes(b"title: x\nname: \xff\n")
    found, findings = open_deal(path, None, Days(TODAY))
    assert found is None
    assert (codes(findings), findings[0].place.line) == (["yaml-not-utf8"], 2)
