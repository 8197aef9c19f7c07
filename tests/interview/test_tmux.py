"""From the first fact to the draft in tmux: open, answer, resize, draft, crash, recover; what the terminal keeps."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.running import command
from interview.at_work import PRIVATE, beside, matter
from interview.terminals import BETWEEN
from shared import ROOT, TEMPLATES_FOLDER

pytestmark = pytest.mark.tmux
PATIENCE = 150.0  # seconds until a test gives up; nothing waits that long where all is well


class Tmux:
    """One pane of a tmux server of its own."""

    def __init__(self, socket: Path, size: tuple[int, int], folder: Path) -> None:
        self._socket = str(socket)
        width, height = (str(one) for one in size)
        self.do("new-session", "-d", "-x", width, "-y", height, "-c", str(folder), "sh")
        self.do("set", "-g", "remain-on-exit", "on")

    def do(self, *words: str) -> str:
        surroundings = {name: value for name, value in os.environ.items() if name not in {"TMUX", "COLUMNS", "LINES"}}
        given = ["tmux", "-f", os.devnull, "-S", self._socket, *words]
        return subprocess.run(given, env=surroundings, capture_output=True, text=True, check=True).stdout

    def press(self, *keys: str) -> None:
        self.do("send-keys", *keys)

    def type(self, words: str) -> None:
        self.do("send-keys", "-l", words)

    def text(self, history: bool = False) -> str:
        return self.do("capture-pane", "-p", *(["-S", "-"] if history else []))

    def wait_for(self, *words: str) -> None:
        """Wait until the pane shows all these words."""
        self._until(lambda shown: all(word in shown for word in words))

    def close_window(self, words: str) -> None:
        """Close the window that shows these words."""
        self.press("Escape")
        self._until(lambda shown: words not in shown)

    def _until(self, condition: Callable[[str], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition(BETWEEN.sub(" ", self.text())):
            assert time.monotonic() < end, f"it did not come to be; the pane shows\n{self.text()}"
            time.sleep(0.05)  # between two looks; nothing depends on how long it is


@contextmanager
def tmux(folder: Path, size: tuple[int, int]) -> Iterator[Tmux]:
    """A tmux that is ended at the end."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not on this machine")
    found = Tmux(folder.parent / "tmux", size, folder)
    try:
        yield found
    finally:
        found.do("kill-server")


def opened(pane: Tmux, deal: Path) -> None:
    """Open the deal as one would at a prompt."""
    program = [*command("interview", deal.name, "--templates", str(TEMPLATES_FOLDER.path))]
    settings = [f"PYTHONPATH={ROOT / 'src'}", f"HOME={deal.parents[1] / 'home'}", "PYTHONIOENCODING=utf-8"]
    pane.type(f"env -u NO_COLOR LC_ALL=C.UTF-8 {shlex.join([*settings, *program])}; echo ended with $?")
    pane.press("Enter")
    pane.wait_for("✓ saved")


def holder(deal: Path) -> int:
    """The process that has the deal open."""
    return int(deal.with_name(f".{deal.name}.lock").read_text())


def test_a_matter_from_its_first_fact_to_its_draft(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with tmux(deal.parent, (80, 24)) as pane:
        opened(pane, deal)
        pane.type(PRIVATE)
        pane.press("Enter")
        pane.wait_for(f"Title {PRIVATE}", "What kind of deal is it?")
        pane.do("resize-window", "-x", "200", "-y", "50")
        pane.wait_for("Facts", "Findings", "Contract")
        pane.press("F5")
        pane.wait_for("Write contract, memo and receipt")
        pane.press("Enter")
        pane.wait_for("These files were written:")
        assert {path.suffix for path in deal.parent.iterdir()} >= {".docx", ".json"}
        pane.close_window("These files were written:")
        pane.do("resize-window", "-x", "80", "-y", "24")
        pane.press("C-q")
        pane.wait_for("ended with 0")
        assert PRIVATE not in pane.text(history=True)


def test_killed_in_the_middle_and_opened_again(tmp_path: Path) -> None:
    deal = matter(tmp_path)
    with tmux(deal.parent, (120, 40)) as pane:
        opened(pane, deal)
        pane.type(PRIVATE)
        pane.press("Enter")
        pane.wait_for(f"Title {PRIVATE}", "What kind of deal is it?")
        os.kill(holder(deal), signal.SIGKILL)
        pane.wait_for("ended with 137")
        pane.do("respawn-pane", "-k")
        opened(pane, deal)
        pane.wait_for("This deal was not closed properly. Everything that was entered is here")
        pane.close_window("What happened")
        pane.wait_for(f"Title {PRIVATE}")
        pane.press("C-q")
        pane.wait_for("ended with 0")
    assert f"title: {PRIVATE}" in deal.read_text()
    assert not beside(deal)


VENDOR = ("vendor", "Pacific Ridge Semiconductor, Inc.", "supplier", "delaware", "california")
BUYER = ("buyer", "Nusantara Compute Sdn. Bhd.", "customer, operator", "malaysia", "malaysia")


def entered(pane: Tmux, *lines: str) -> None:
    """Type lines, with Enter behind each."""
    for line in lines:
        pane.type(line)
        pane.press("Enter")


def party_added(pane: Tmux, party: tuple[str, ...]) -> None:
    """Add a party to the list under the cursor, and answer its first facts."""
    word, name, *answers = party
    pane.press("Enter")
    pane.wait_for("Add to: Parties")
    entered(pane, word)
    pane.wait_for("What is the party's full legal name?")
    entered(pane, name, *answers)
    pane.wait_for("Who is its ultimate parent?")


def test_a_matter_from_nothing_to_its_draft_by_the_keyboard_alone(tmp_path: Path) -> None:
    folder = tmp_path / "matters"
    folder.mkdir()
    with tmux(folder, (80, 24)) as pane:
        program = shlex.join([*command(), "--templates", str(TEMPLATES_FOLDER.path)])
        entered(pane, f"env -u NO_COLOR LC_ALL=C.UTF-8 PYTHONPATH={ROOT / 'src'} HOME={tmp_path} {program}")
        pane.wait_for("There is no deal in this folder yet.")
        pane.press("C-n")
        pane.wait_for("An empty matter")
        pane.press("Enter")
        pane.wait_for("What is the matter called?")
        entered(pane, "Malaysia AI initiative")
        pane.wait_for("✓ saved")
        pane.press("F7")
        pane.wait_for("What kind of deal is it?")
        entered(pane, "supp", "vendor")
        pane.press("F7")
        pane.wait_for("Who are the parties?")
        party_added(pane, VENDOR)
        pane.do("resize-window", "-x", "200", "-y", "50")
        pane.wait_for("Facts", "Findings", "Contract")
        pane.press("F7")
        pane.wait_for("one party that is the customer")
        party_added(pane, BUYER)
        pane.wait_for("Technology Supply Assurance Agreement")
        pane.press("F5")
        pane.wait_for("it may be written")
        pane.press("Enter")
        pane.wait_for("These files were written:")
        pane.close_window("These files were written:")
        pane.press("C-q")
        pane.wait_for("1 matter", "drafted on")
    text = (folder / "Malaysia AI initiative.yaml").read_text(encoding="utf-8")
    assert "organised_in: US-DE" in text
    assert "headquarters: MY" in text
    assert (folder / "Malaysia AI initiative – memo.docx").is_file()
