"""One clause as a deal prints it, shown anew at each save until Ctrl-C."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.deals import quick_deal
from cli.running import clausekit, command, environment

FILE = Path("templates/clauses/general/1-standard.md")
PATIENCE = 40  # seconds
SENTENCE = "A right is waived only in writing."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    quick_deal(tmp_path)
    assert clausekit("templates", "copy", "templates", cwd=tmp_path).code == 0
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    """Save the clause as editors do: another file in its place."""
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.with_suffix(".tmp").write_text(text.replace(old, new, 1), encoding="utf-8")
    path.with_suffix(".tmp").replace(path)


def test_a_clause_is_shown_with_its_numbers_and_nothing_else(folder: Path) -> None:
    ran = clausekit("templates", "preview", "general", "--deal", "quick.yaml", cwd=folder)
    assert ran.code == 0
    assert ran.out.startswith("templates/clauses/general/1-standard.md, as quick.yaml prints it (")
    assert SENTENCE in " ".join(ran.out.split())
    whole = clausekit("show", "quick.yaml", cwd=folder).out
    shown = ran.out.partition("[open-blank]\n\n")[2].strip()
    assert shown
    assert shown in whole


def test_another_position_than_the_deal_gets(folder: Path) -> None:
    ran = clausekit("templates", "preview", "change-in-law", "--position", "exit", "--deal", "quick.yaml", cwd=folder)
    same = clausekit("templates", "preview", "change-in-law/exit", "--deal", "quick.yaml", cwd=folder)
    assert (ran.code, same.code) == (0, 0)
    assert "by notice with immediate effect" in " ".join(ran.out.split())
    assert ran.out.partition("\n")[2] == same.out.partition("\n")[2]


def test_errors_stand_in_place_with_file_and_line(folder: Path) -> None:
    change(folder, "{{ supplier.notices }}", "{{ supplier.notice }}")
    ran = clausekit("templates", "preview", "general", "--deal", "quick.yaml", cwd=folder)
    assert ran.code == 1
    assert re.search(
        r"^templates/clauses/general/1-standard\.md:\d+: error: .*\[unknown-fact\]$", ran.out, re.MULTILINE
    )


def test_a_broken_head_is_shown_and_not_fatal(folder: Path) -> None:
    change(folder, "approver: trade-counsel", "aprover: trade-counsel")
    ran = clausekit("templates", "preview", "general/1-standard", "--deal", "quick.yaml", cwd=folder)
    assert ran.code == 1
    assert "templates/clauses/general/1-standard.md:5: error: " in ran.out


def test_a_schedule_that_nothing_refers_to_is_told(folder: Path) -> None:
    ran = clausekit("templates", "preview", "vehicle-parts", "--deal", "quick.yaml", cwd=folder)
    assert ran.code == 0
    assert "no clause that is chosen for the deal refers to [[vehicle-parts]]" in ran.out


@pytest.mark.parametrize("clause", ["generl", "general/nothing"])
def test_an_unknown_clause_is_misuse(clause: str, folder: Path) -> None:
    ran = clausekit("templates", "preview", clause, "--deal", "quick.yaml", cwd=folder)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_each_save_is_shown_and_the_last_good_text_stays(folder: Path) -> None:
    with watched(folder) as seen:
        assert SENTENCE in seen(SENTENCE)
        change(folder, SENTENCE, "A right is never waived.")
        assert SENTENCE not in seen("A right is never waived.")
        change(folder, "{{ supplier.notices }}", "{{ supplier.notice }}")
        broken = seen("[unknown-fact]", "The last text without errors:", "A right is never waived.")
        assert broken.index("[unknown-fact]") < broken.index("The last text without errors:")
        change(folder, "{{ supplier.notice }}", "{{ supplier.notices }}")
        assert "[unknown-fact]" not in seen("A right is never waived.")


@contextmanager
def watched(folder: Path) -> Iterator[Callable[..., str]]:
    """A preview on a terminal; what it gives says what is on the screen once that holds some words."""
    ours, theirs = pty.openpty()
    run = command("templates", "preview", "general", "--deal", "quick.yaml", "--watch")
    surroundings = environment(LINES="200", COLUMNS="120", NO_COLOR="1")
    with subprocess.Popen(
        run, cwd=folder, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=_heed_interrupts
    ) as process:
        os.close(theirs)
        try:
            yield lambda *words: _screen_with(ours, words)
            process.send_signal(signal.SIGINT)
            give_up = time.monotonic() + PATIENCE
            while time.monotonic() < give_up and _is_read(ours):
                pass  # what nobody reads would hold it up
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
    os.close(ours)


def _heed_interrupts() -> None:
    """Whoever runs the tests in the background has their processes ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_read(terminal: int) -> bool:
    try:
        return not select.select([terminal], [], [], 0.1)[0] or bool(os.read(terminal, 65536))
    except OSError:  # how Linux says that the other side is closed
        return False


def _screen_with(terminal: int, words: tuple[str, ...]) -> str:
    """The last screen that was drawn, once every one of `words` is on it."""
    seen, give_up = "", time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536).decode()
        screen = " ".join(seen.rpartition("\x1b[2J")[2].split())
        if all(word in screen for word in words):
            return screen
    raise AssertionError(f"never seen: {words}, but {seen[-2000:]}")
