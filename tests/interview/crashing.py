"""The program with a fault of ours in it: it breaks when a fact with a certain text is asked about.

Usage: python -m interview.crashing ARGUMENTS, as those of the program.
"""

from __future__ import annotations

import sys

from clausekit.cli import main
from clausekit.interview.desk import Desk

BREAKS = "Now it breaks"
asked = Desk.question


def question(self: Desk, path: str) -> str:
    private = self.deal.text  # a local variable, as Textual's own report would show it
    if BREAKS in private:
        raise ValueError(f"this message quotes {private}")
    return asked(self, path)


if __name__ == "__main__":
    Desk.question = question  # type: ignore[method-assign]  # the fault
    sys.exit(main())
