"""A deal with some facts answered otherwise, and what the templates make of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from clausekit.agreement import plain_text
from clausekit.drafting import Draft, Templates, draft, matter_of
from clausekit.facts import Deal, keys_of
from clausekit.facts.reading import checked
from clausekit.located_yaml import Located, read_file
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import TemplatesFolder

NOT_ASKED = "not asked"


class BadSetting(ValueError):
    """A setting that cannot be drafted; its text is a sentence that says why."""


@dataclass(frozen=True)
class Setting:
    """A deal as it is to be drafted.

    Args:
        deal: a starter deal, or one that the stories keep for themselves.
        facts: what is answered otherwise, by the path of the fact, as a deal file would state it.
        chosen: counsel's positions by topic.
    """

    deal: str
    facts: Mapping[str, Any]
    chosen: Mapping[str, str]
    law_as_of: date
    known_at: date

    @cached_property
    def key(self) -> str:
        """Settings that are the same have the same key."""
        return json.dumps([self.deal, self.facts, self.chosen, str(self.law_as_of), str(self.known_at)], sort_keys=True)


@dataclass
class Stage:
    """One set of templates, on which each setting is drafted once."""

    templates: Templates
    _made: dict[str, Draft] = field(default_factory=dict)
    _files: dict[str, Located] = field(default_factory=dict)

    def drafted(self, setting: Setting) -> Draft:
        """The draft of a setting; raises BadSetting where there is none."""
        if setting.key not in self._made:
            self._made[setting.key] = self._draft(setting)
        return self._made[setting.key]

    def _draft(self, setting: Setting) -> Draft:
        days = setting.law_as_of, setting.known_at
        matter, faults = matter_of(self.deal(setting), self.templates, *days, setting.chosen)
        if faults:
            raise BadSetting("; ".join(fault.message for fault in faults))
        return draft(matter)

    def deal(self, setting: Setting) -> Deal:
        """The deal of a setting; raises BadSetting where its facts cannot be read."""
        file = self.deal_file(setting.deal)
        data, written = file.data, dict(file.written)
        for path, answer in setting.facts.items():
            data = answered(data, _keys(path), answer)
            if isinstance(answer, int | float):
                written[_keys(path)] = str(answer)
        found, faults = checked(data, written)
        if faults:
            raise BadSetting("; ".join(fault.sentence for fault in faults))
        return found

    def deal_file(self, name: str) -> Located:
        """A deal's file; raises BadSetting where there is no such deal."""
        if name not in self._files:
            located, findings = read_file(deal_path(self.templates.folder, name))
            if located is None or findings or not isinstance(located.data, dict):
                raise BadSetting("; ".join(map(str, findings)) or f"the deal '{name}' is empty")
            self._files[name] = located
        return self._files[name]


def deal_path(folder: TemplatesFolder, name: str) -> Path:
    """The file of a deal: one that the stories keep for themselves, or a starter deal."""
    files = {
        path.stem: path for deals in (folder.deals, folder.path / "cases" / "deals") for path in deals.glob("*.yaml")
    }
    if name not in files:
        raise BadSetting(f"there is no deal '{name}'{did_you_mean(name, files)}")
    return files[name]


def _keys(path: str) -> tuple[str, ...]:
    try:
        return keys_of(path)
    except ValueError as fault:
        raise BadSetting(str(fault)) from None


def answered(data: Any, keys: tuple[str, ...], answer: Any) -> Any:
    """The deal's data with one fact answered otherwise, or, for `not asked`, left out."""
    key, *below = keys
    inside = dict(data) if isinstance(data, dict) else {}
    if below:
        inside[key] = answered(inside.get(key), tuple(below), answer)
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
