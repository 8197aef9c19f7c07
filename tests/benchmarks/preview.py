"""One clause shown anew after a save, in ms of our own, beside the assembly of the contract that any preview must do.

    cd tests && ../.venv/bin/python -m benchmarks.preview [DEAL ...]

Without a deal it takes every starter deal. Each round saves the clause with other words, so that it is read, checked
and compiled anew.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from clausekit.assessment import assess
from clausekit.authoring.previewing import Preview
from clausekit.drafting import contract_of, matter_of, read_templates
from clausekit.facts import read_deal
from clausekit.templates_folder import IN_THE_REPOSITORY, TemplatesFolder

ROUNDS, GOAL = 15, 100  # ms
CLAUSE = Path("clauses") / "suspension" / "1-suspend-and-review.md"


def main() -> None:
    with TemporaryDirectory() as own:
        folder = TemplatesFolder(Path(own) / "templates", "the benchmark")
        shutil.copytree(IN_THE_REPOSITORY, folder.path)
        print(f"{'deal (ms)':28}{'preview':>10}{'assembly':>10}{'ratio':>8}")
        for name in sys.argv[1:] or folder.starter_deals():
            shown, floor = _spent(folder, name)
            print(f"{name:28}{shown:10.1f}{floor:10.1f}{shown / floor:7.2f}x")
    print(f"\ngoal: at most {GOAL} ms")


def _spent(folder: TemplatesFolder, name: str) -> tuple[float, float]:
    templates, findings = read_templates(folder)
    deal, faults = read_deal(folder.deals / f"{name}.yaml")
    if templates is None or deal is None:
        raise SystemExit(f"the deal cannot be drafted: {[*findings, *faults]}")
    day = deal.law_as_of if isinstance(deal.law_as_of, date) else date(2026, 11, 23)
    matter, _ = matter_of(deal, templates, day, day, {})
    preview = Preview.of(matter, templates, folder.path / CLAUSE, assess(matter).outcome.chosen)
    words = preview.path.read_bytes()
    shown = _ms(
        lambda turn: preview.path.write_bytes(words.replace(b"5 Business", b"%d Business" % turn)), preview.render
    )
    preview.path.write_bytes(words)
    return shown, _ms(lambda _: None, lambda: contract_of(matter, preview.chosen))


def _ms(before: Callable[[int], object], step: Callable[[], object]) -> float:
    """The median of some rounds, after one that warms up."""
    return median([_once(before, step, turn) for turn in range(ROUNDS + 1)][1:]) * 1000


def _once(before: Callable[[int], object], step: Callable[[], object], turn: int) -> float:
    before(turn)
    start = process_time()
    step()
    return process_time() - start


if __name__ == "__main__":
    main()
