"""A process that works on a deal, and is killed in the middle of it.

Usage: python killed.py DEAL: says "ready" once everything is typed, then waits to be killed.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from clausekit.editing import Days, open_deal


def main(deal: Path) -> None:
    opened, _ = open_deal(deal, None, Days(date(2026, 11, 23)))
    assert opened is not None
    opened.deal.answer("title", "Typed before the end")
    opened.deal.answer("parties[buyer].headquarters", "FR")
    print("ready", flush=True)
    time.sleep(300)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
