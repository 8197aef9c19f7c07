"""The names and the order of files, and the order of keys in them, change nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clausekit.assessment import Matter, assess
from clausekit.law import Register, Standpoint
from clausekit.located_yaml import read_file
from law.copied import CopiedLaw
from shared import FORM, LIBRARY, TODAY, starter_deal

WANTED = {"excluded-hardware": "cites-measure", "verification": "authority-visit"}


def answers(register: Register, deal: str) -> str:
    """All that is said of a deal, as JSON without the lines of files."""
    found = assess(Matter(Standpoint(register, starter_deal(deal), TODAY, TODAY), LIBRARY, FORM, WANTED))
    said = [finding.as_json() | {"place": finding.place.fact} for finding in found.findings]
    headlines = [headline.as_json() for headline in found.headlines]
    clauses = [clause.as_json() for clause in found.clauses]
    duties = [row for duty in found.duties for row in duty.as_json()]
    statuses = {name: repr(one) for name, one in found.matter.standpoint.statuses.items()}
    return json.dumps([said, headlines, clauses, duties, statuses, found.outcome.chosen])


@pytest.mark.parametrize("deal", ["gulf-ai-campus", "carmaker-deepseek"])
def test_renaming_and_moving_files(law: CopiedLaw, deal: str) -> None:
    before = answers(law.register(), deal)
    for number, path in enumerate(sorted(law.folder.glob("*/*.yaml"))):
        path.rename(path.with_name(f"{99 - number}-{path.stem[::-1]}.yaml"))
    (law.folder / "us").rename(law.folder / "aa-first")
    (law.folder / "cn").rename(law.folder / "zz-last")
    assert answers(law.register(), deal) == before


@pytest.mark.parametrize("deal", ["gulf-ai-campus", "carmaker-deepseek"])
def test_reordering_keys(law: CopiedLaw, deal: str) -> None:
    before = answers(law.register(), deal)
    for path in sorted(law.folder.rglob("*.yaml")):
        located, _ = read_file(path)
        assert located is not None
        # JSON is YAML too, and keeps texts, numbers and truths apart.
        path.write_text(json.dumps(reversed_keys(located.data), ensure_ascii=False), encoding="utf-8")
    assert answers(law.register(), deal) == before


def reversed_keys(data: Any) -> Any:
    """The same data with the keys of every group in the opposite order; lists keep theirs."""
    if isinstance(data, dict):
        return {key: reversed_keys(data[key]) for key in reversed(data)}
    return [reversed_keys(item) for item in data] if isinstance(data, list) else data
