"""From a deal file to the contract's bytes, step by step, warm, beside the floor of the last step.

    cd tests && ../.venv/bin/python -m benchmarks.deal [DEAL ...]

Without a deal it takes every starter deal. The floor is what any writer must do:
join strings that are ready and deflate the same parts at the same level.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from benchmarks.word.floor import floor_of
from clausekit.agreement import Document
from clausekit.assessment import Assessment, Matter, assess
from clausekit.drafting import Templates, contract_of, matter_of, read_templates
from clausekit.facts import Deal, read_deal
from clausekit.templates_folder import IN_THE_REPOSITORY, TemplatesFolder
from clausekit.word import HouseStyle, load_house_style, write

ROUNDS = 15
FOLDER = TemplatesFolder(IN_THE_REPOSITORY, "the benchmark")
GOAL_OF_WRITING, GOAL_OF_JUDGING = 10, 5  # times the floor; ms
Made = TypeVar("Made")


def main() -> None:
    templates, findings = read_templates(FOLDER)
    house, faults = load_house_style(FOLDER.house_style)
    if templates is None or house is None:
        raise SystemExit(f"the templates cannot be used: {[*findings, *faults]}")
    heads = ("read", "judge", "findings", "contract", "write", "floor")
    print(f"{'deal (ms)':28}" + "".join(f"{head:>10}" for head in heads) + f"{'to floor':>10}")
    for name in sys.argv[1:] or FOLDER.starter_deals():
        spent = list(_steps(FOLDER.deals / f"{name}.yaml", templates, house))
        *_, contract, writing, floor = spent
        times = "".join(f"{one:10.1f}" for one in spent)
        print(f"{name:28}{times}{(contract + writing) / floor:9.1f}x")
    print(f"\ngoals: judging at most {GOAL_OF_JUDGING} ms, contract and writing {GOAL_OF_WRITING} times the floor")


def _steps(path: Path, templates: Templates, house: HouseStyle) -> Iterator[float]:
    """Milliseconds of each step, the median of some rounds."""
    deal, findings = read_deal(path)
    if deal is None:
        raise SystemExit(f"the deal cannot be read: {findings}")
    day = deal.law_as_of if isinstance(deal.law_as_of, date) else date(2026, 1, 1)
    yield _ms(lambda: None, lambda _: read_deal(path))
    yield _ms(lambda: _matter(deal, templates, day), assess)
    yield _ms(lambda: assess(_matter(deal, templates, day)), lambda assessment: assessment.findings)
    yield _ms(lambda: assess(_matter(deal, templates, day)), _contract)
    document = _contract(assess(_matter(deal, templates, day)))
    yield _ms(lambda: None, lambda _: write(document, house, made=day))
    pack = floor_of(write(document, house, made=day))
    yield _ms(lambda: None, lambda _: pack())


def _contract(assessment: Assessment) -> Document:
    return contract_of(assessment.matter, assessment.outcome.chosen)[0]


def _matter(deal: Deal, templates: Templates, day: date) -> Matter:
    return matter_of(deal, templates, day, day, {})[0]


def _ms(given: Callable[[], Made], step: Callable[[Made], object]) -> float:
    return median(_once(given(), step) for _ in range(ROUNDS)) * 1000


def _once(given: Made, step: Callable[[Made], object]) -> float:
    gc.collect()
    before = process_time()
    step(given)
    return process_time() - before


if __name__ == "__main__":
    main()
