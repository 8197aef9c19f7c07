"""Never lose work, in a real terminal: signals, kills, crashes, full disks, other programs and other windows."""

from __future__ import annotations

import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from interview.at_work import CRASHING, PRIVATE, at_work, beside, holding, matter, said_after
from interview.crashing import BREAKS
from interview.terminals import Terminal

NO_ENTRY: list[str] = []
JOURNAL, LOCK = ".gulf-ai-campus.yaml.journal", ".gulf-ai-campus.yaml.lock"


def answer_title(terminal: Terminal, words: str = PRIVATE) -> None:
    """Answer the first fact, and go on to the second."""
    terminal.press(words, "enter")
    terminal.wait_for(f"Title {words}", "What kind of deal is it")


def close_window(terminal: Terminal) -> None:
    """Close the window that tells what happened; a key right behind escape would be one with alt."""
    terminal.press("escape")
    terminal.until(lambda: "What happened" not in terminal.text)


@contextmanager
def full_disk(terminal: Terminal) -> Iterator[None]:
    """No file of the program may grow: what a full disk does to a write."""
    before = resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        if terminal.process.poll() is None:
            resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, before)


def assert_private(deal: Path, terminal: Terminal) -> None:
    """The words are in the deal's file and nowhere else: in no other file, and not on the terminal that is left."""
    assert holding(deal.parents[1], PRIVATE) == [deal.name]
    assert PRIVATE not in said_after(terminal)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_ends_it_saved_and_tidied_and_says_so(tmp_path: Path, name: str) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        answer_title(terminal)
        terminal.press("half an answ")
        terminal.wait_for("half an answ")
        terminal.process.send_signal(getattr(signal, name))
        assert terminal.ended() == 128 + getattr(signal, name)
        assert f"title: {PRIVATE}" in deal.read_text()
        assert "kind: half an answ" in deal.read_text()
        assert beside(deal) == NO_ENTRY
        assert name in said_after(terminal)
        assert "Everything that was entered is saved." in said_after(terminal)
        assert_private(deal, terminal)


def test_a_long_text_that_is_being_written_is_saved_when_a_signal_comes(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        terminal.press("ctrl+e")
        terminal.wait_for("take it")
        terminal.press("A long text, ")
        terminal.wait_for("A long text, Al Dhafra")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert 'title: "A long text, Al Dhafra' in deal.read_text()


def test_what_was_only_tried_is_not_said_to_be_saved(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    before = deal.read_text()
    with at_work(deal) as terminal:
        terminal.until(lambda: "warnings" in terminal.text)
        terminal.press("f9")
        terminal.wait_for("This is a trial copy")
        terminal.press(PRIVATE, "enter")
        terminal.wait_for(f"Title {PRIVATE}")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert "what was tried in it is dropped" in said_after(terminal)
    assert deal.read_text() == before
    assert beside(deal) == NO_ENTRY


def test_a_terminal_that_goes_away_takes_nothing_with_it(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        answer_title(terminal)
        terminal.hang_up()
        assert terminal.process.wait(30) == 128 + signal.SIGHUP
        assert f"title: {PRIVATE}" in deal.read_text()
        assert beside(deal) == NO_ENTRY
        assert holding(tmp_path, PRIVATE) == [deal.name]


def test_after_a_kill_everything_is_there_with_its_undo(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    before = deal.read_text()
    with at_work(deal) as terminal:
        answer_title(terminal)
        terminal.press("another kind", "enter")
        terminal.wait_for("Kind another kind")
        terminal.press("half an answ")
        terminal.wait_for("half an answ")
        terminal.process.kill()
        terminal.ended()
    assert beside(deal) == [JOURNAL, LOCK]
    assert {stat.S_IMODE((deal.parent / name).stat().st_mode) for name in beside(deal)} == {0o600}
    assert holding(tmp_path, PRIVATE) == [JOURNAL, deal.name]
    with at_work(deal) as terminal:
        terminal.wait_for("This deal was not closed properly. Everything that was entered is here")
        close_window(terminal)
        terminal.wait_for(f"Title {PRIVATE}", "Kind another kind")
        terminal.press("ctrl+z")
        terminal.wait_for("taken back")
        terminal.press("ctrl+z")
        terminal.until(lambda: deal.read_text() == before)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert beside(deal) == NO_ENTRY


def test_a_fault_of_ours_shows_no_word_of_the_deal_and_loses_none(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal, program=CRASHING) as terminal:
        answer_title(terminal)
        terminal.press(BREAKS, "enter")
        assert terminal.ended() == 3
        said = said_after(terminal)
        assert "our fault: ValueError. Everything that was entered is saved." in said
        assert "gulf-ai-campus.crash.txt; it holds no word of the deal" in said
        assert f"title: {PRIVATE}" in deal.read_text()
        assert f"kind: {BREAKS}" in deal.read_text()
        assert beside(deal) == ["gulf-ai-campus.crash.txt"]
        report = deal.with_name("gulf-ai-campus.crash.txt")
        assert stat.S_IMODE(report.stat().st_mode) == 0o600
        assert report.read_text().startswith("ValueError\n")
        assert "crashing.py" in report.read_text()
        assert_private(deal, terminal)


def test_a_full_disk_is_told_in_words_and_saved_once_there_is_room(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    before = deal.read_text()
    with at_work(deal) as terminal:
        with full_disk(terminal):
            terminal.press(PRIVATE, "enter")
            terminal.wait_for("The deal cannot be saved", "What you typed is kept", "Make room")
            close_window(terminal)
            terminal.wait_for(f"Title {PRIVATE}")
            assert deal.read_text() == before
        terminal.wait_for("Everything is saved again.")
        assert f"title: {PRIVATE}" in deal.read_text()
        close_window(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert beside(deal) == NO_ENTRY


def test_it_never_says_that_what_could_not_be_saved_is_saved(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal, full_disk(terminal):
        terminal.press(PRIVATE, "enter")
        terminal.wait_for("The deal cannot be saved")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert "could not be saved anywhere, and are lost" in said_after(terminal)
        assert "Everything that was entered is saved." not in said_after(terminal)


def test_what_another_program_writes_is_taken_in_and_told(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        answer_title(terminal)
        deal.write_text(deal.read_text().replace("governing_law: GB-ENG", "governing_law: SG"))
        terminal.wait_for("Another program changed this deal", "Governing law")
        assert "governing_law: SG" in deal.read_text()
        assert f"title: {PRIVATE}" in deal.read_text()


def test_a_file_that_another_program_broke_is_left_and_told(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        whole = deal.read_text()
        deal.write_text("title: [")
        terminal.press(PRIVATE, "enter")
        terminal.wait_for("cannot be read as a deal", "kept in the journal")
        assert deal.read_text() == "title: ["
        deal.write_text(whole)
        close_window(terminal)
        terminal.until(lambda: f"title: {PRIVATE}" in deal.read_text())


def test_a_second_window_reads_and_takes_over_when_the_first_is_closed(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as first:
        answer_title(first)
        with at_work(deal) as second:
            second.wait_for("open in another window", str(first.process.pid))
            close_window(second)
            second.press("Mine", "enter")
            second.wait_for("open in another window")
            assert "Mine" not in deal.read_text()
            first.press("ctrl+q")
            assert first.ended() == 0
            second.press("up", "Mine", "enter")
            second.until(lambda: "title: Mine" in deal.read_text())
            second.press("ctrl+q")
            assert second.ended() == 0
    assert beside(deal) == NO_ENTRY


def test_keys_that_come_all_at_once_go_where_they_would_one_by_one(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal) as terminal:
        terminal.press(
            PRIVATE, "down", "res", "enter", "ctrl+t", "down", "A name", "down", "2026-10-01", "up", "up", "ctrl+z",
            "ctrl+y", "ctrl+z", "down", "2026-10-02", "ctrl+q",
        )  # fmt: skip
        assert terminal.ended() == 0
    lines = deal.read_text().splitlines()
    assert {f"title: {PRIVATE}", "file_name: A name", "kind: resale", "client: not known"}.issubset(lines)
    assert {"law_as_of: 2026-11-23", "known_at: 2026-10-02"}.issubset(lines)  # the last undo went to the day


def test_no_setting_of_textual_writes_the_screen_into_a_file(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    log, pictures = tmp_path / "home" / "log.txt", tmp_path / "home"
    leaks: dict[str, Any] = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(log),
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(pictures),
    }
    with at_work(deal, **leaks) as terminal:
        answer_title(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert_private(deal, terminal)
    assert list(pictures.iterdir()) == []


def test_the_terminal_s_own_size_counts_and_not_one_that_was_exported(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with at_work(deal, size=(160, 30), COLUMNS="80", LINES="24") as terminal:
        terminal.until(lambda: len(terminal.text.split("\n")[-1].strip()) > 80)
