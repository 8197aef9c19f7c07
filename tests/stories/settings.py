"""From the setting of a story to what law and clauses say of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from clausekit.agreement import plain_text
from clausekit.drafting import Draft, draft, matter_of
from clausekit.facts import Deal, keys_of, read_deal_text
from clausekit.located_yaml import read_file
from shared import TEMPLATES, TEMPLATES_FOLDER
from stories.stated import CASES, Setting

NOT_ASKED = "not asked"


def drafted(setting: Setting) -> Draft:
    """The draft of a setting, made once."""
    return _drafted(
        setting.deal,
        json.dumps(setting.facts),
        tuple(sorted(setting.chosen.items())),
        setting.law_as_of.isoformat(),
        setting.known_at.isoformat(),
    )


@cache
def _drafted(deal: str, facts: str, chosen: tuple[tuple[str, str], ...], law_as_of: str, known_at: str) -> Draft:
    found = deal_with(deal, json.loads(facts))
    days = date.fromisoformat(law_as_of), date.fromisoformat(known_at)
    matter, faults = matter_of(found, TEMPLATES, *days, dict(chosen))
    assert not faults, [str(fault) for fault in faults]
    return draft(matter)


def deal_with(name: str, facts: Mapping[str, Any]) -> Deal:
    """A deal with some of its facts answered otherwise, as a deal file would state them."""
    written = _deal_file(name)
    for path, answer in facts.items():
        written = _answered(written, keys_of(path), answer)
    found, faults = read_deal_text(json.dumps(written, ensure_ascii=False), name)
    assert found is not None, [str(fault) for fault in faults]
    return found


def _deal_file(name: str) -> Any:
    """The data of a starter deal, or of a deal that the stories keep for themselves."""
    located, findings = read_file(_path(name))
    assert located is not None, findings
    return located.data


def _path(name: str) -> Path:
    own = CASES / "deals" / f"{name}.yaml"
    return own if own.exists() else TEMPLATES_FOLDER.deals / f"{name}.yaml"


def _answered(data: Any, keys: tuple[str, ...], answer: Any) -> Any:
    """The deal's data with one fact answered otherwise, or, for `not asked`, left out."""
    key, *below = keys
    inside = dict(data) if isinstance(data, dict) else {}
    if below:
        inside[key] = _answered(inside.get(key), tuple(below), answer)
    elif answer == NOT_ASKED:
        inside.pop(key, None)
    else:
        inside[key] = answer
    return inside


def contract_text(made: Draft) -> str:
    """The contract as it is printed, in one line for each paragraph's words."""
    return " ".join(plain_text(made.contract).split())


def printed(made: Draft) -> str:
    """All that is printed about a setting: its findings, its headlines and its contract."""
    said = [finding.message for finding in made.findings]
    said += [headline.message for headline in made.assessment.headlines]
    return " ".join([*said, contract_text(made)])
