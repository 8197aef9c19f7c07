"""A program with its layout passes counted: python -m benchmarks.interview.counted FILE ARGUMENTS.

Each pass appends the moment at which it was made to FILE, by the clock that all processes share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from textual.geometry import Size
from textual.screen import Screen

from clausekit.cli import main

laid_out = Screen._refresh_layout


def count_into(file: Path) -> None:
    """From now on, note each layout pass."""

    def counted(screen: Screen[Any], size: Size | None = None, scroll: bool = False) -> None:
        with file.open("a") as notes:
            notes.write(f"{time.monotonic()}\n")
        laid_out(screen, size, scroll)

    Screen._refresh_layout = counted  # type: ignore[method-assign,assignment]  # to be counted


if __name__ == "__main__":
    count_into(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
