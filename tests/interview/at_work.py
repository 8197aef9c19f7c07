"""A matter on a terminal, with every folder that a program might write into under the eyes of the test."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cli.running import command
from interview.driving import copied
from interview.terminals import Terminal, running
from shared import ROOT, TEMPLATES_FOLDER

PRIVATE = "Wolfsberg Nine"
OPENED = re.compile(r"\d known")  # on the screen once a deal is there
CRASHING = (sys.executable, "-m", "interview.crashing")
LEFT_SCREEN = b"\x1b[?1049l"


def matter(folder: Path) -> Path:
    """A deal in a folder of its own, with other folders beside it."""
    for name in ("matter", "home", "temporary"):
        (folder / name).mkdir()
    return copied(folder / "matter")


@contextmanager
def at_work(
    deal: Path,
    *options: str,
    program: Sequence[str] = (),
    size: tuple[int, int] = (120, 40),
    **surroundings: str,
) -> Iterator[Terminal]:
    """The deal on a terminal of its own, its first fact under the cursor."""
    folder = deal.parents[1]
    given = {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temporary"),
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        **surroundings,
    }
    arguments = ("interview", deal.name, "--templates", str(TEMPLATES_FOLDER.path), *options)
    words = [*program, *arguments] if program else command(*arguments)
    with running(words, deal.parent, size, **given) as terminal:
        terminal.until(lambda: OPENED.search(terminal.text) is not None)
        yield terminal


def beside(deal: Path) -> list[str]:
    """What else lies in the deal's folder."""
    return sorted(path.name for path in deal.parent.iterdir() if path != deal)


def holding(folder: Path, words: str) -> list[str]:
    """The files below a folder that hold these words, in any of the ways in which text is written."""
    needles = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if any(needle in path.read_bytes() for needle in needles))


def said_after(terminal: Terminal) -> str:
    """What stands on the terminal after the program has left its screen."""
    return terminal.painted.rpartition(LEFT_SCREEN)[2].decode()
