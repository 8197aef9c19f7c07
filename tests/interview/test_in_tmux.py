"""A whole matter by the keyboard alone, in tmux: begun from nothing, answered, resized, drafted."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.running import command, environment

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not on this machine"),
]
PATIENCE = 150.0  # seconds
VENDOR = ("vendor", "Pacific Ridge Semiconductor, Inc.", "supplier", "delaware", "california")
BUYER = ("buyer", "Nusantara Compute Sdn. Bhd.", "customer, operator", "malaysia", "malaysia")


class Tmux:
    """One window of a tmux server of its own."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.folder = folder
        self._socket = folder / "tmux"
        program = " ".join(f"'{word}'" for word in command())
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), f"exec {program}")

    def _run(self, *arguments: str) -> str:
        run = subprocess.run(
            ["tmux", "-S", str(self._socket), *arguments],
            cwd=self.folder,
            env=environment(CLAUSEKIT_CACHE="off"),
            capture_output=True,
            timeout=PATIENCE,
        )
        return run.stdout.decode()

    @property
    def text(self) -> str:
        return self._run("capture-pane", "-p")

    def until(self, words: str) -> None:
        """Wait until words stand on the screen."""
        self._wait(words, lambda: words in self.text)

    def until_gone(self, words: str) -> None:
        """Wait until words no longer stand there; a key behind an escape would be taken with it as one."""
        self._wait(f"the end of {words}", lambda: words not in self.text)

    def _wait(self, what: str, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"'{what}' did not come:\n{self.text}"
            time.sleep(0.1)

    def type(self, *lines: str) -> None:
        """Type lines, with Enter behind each."""
        for line in lines:
            self._run("send-keys", "-l", "--", line)
            self.press("Enter")

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def end(self) -> None:
        self._run("kill-server")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    window = Tmux(tmp_path, 80, 24)
    yield window
    window.end()


def test_a_matter_is_begun_from_nothing_answered_resized_and_drafted(tmux: Tmux, tmp_path: Path) -> None:
    tmux.until("There is no deal in this folder yet.")
    tmux.press("C-n")
    tmux.until("An empty matter")
    tmux.press("Enter")
    tmux.until("What is the matter called?")
    tmux.type("Malaysia AI initiative")
    tmux.until("✓ saved")
    tmux.press("F7")
    tmux.until("What kind of deal is it?")
    tmux.type("supp", "vendor")
    tmux.press("F7")
    tmux.until("Who are the parties?")
    _add_party(tmux, VENDOR)
    tmux.resize(200, 50)
    tmux.until("Contract")
    tmux.press("F7")
    tmux.until("one party that is the customer")
    _add_party(tmux, BUYER)
    tmux.until("Technology Supply Assurance Agreement")
    tmux.press("F5")
    tmux.until("it may be written")
    tmux.press("Enter")
    tmux.until("These files were written:")
    tmux.press("Escape")
    tmux.until_gone("These files were written:")
    tmux.press("C-q")
    tmux.until("1 matter ")
    tmux.until("drafted on")
    names = sorted(path.name for path in tmp_path.glob("Malaysia*"))
    assert names == [
        "Malaysia AI initiative – memo.docx",
        "Malaysia AI initiative.docx",
        "Malaysia AI initiative.receipt.json",
        "Malaysia AI initiative.yaml",
    ]
    text = (tmp_path / "Malaysia AI initiative.yaml").read_text(encoding="utf-8")
    assert "organised_in: US-DE" in text
    assert "headquarters: MY" in text


def _add_party(tmux: Tmux, party: tuple[str, ...]) -> None:
    word, name, *answers = party
    tmux.press("Enter")
    tmux.until("Add to: Parties")
    tmux.type(word)
    tmux.until("What is the party's full legal name?")
    tmux.type(name, *answers)
    tmux.until("Who is its ultimate parent?")
