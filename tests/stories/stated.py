"""Stories as they stand in `templates/cases/`: read with their lines, and nothing in them unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from clausekit.located_yaml import Keys, Located, read_file
from clausekit.nearest import did_you_mean
from shared import REGISTER, ROOT, TODAY

CASES = ROOT / "templates" / "cases"
LEVELS = ("level", "at_least", "at_most", "reaches")
WAYS_OUT = ("avoidable_by", "routes", "decided_by")
ABOUT = ("code", "severity", "party", "clause", "position", "squeeze", "instruments", "family", "fact", "message")
FINDINGS = (*ABOUT, *LEVELS, *WAYS_OUT)
SETTING = ("with", "choose", "law_as_of")
CHANGES = (*SETTING, "gains", "loses", "raises", "lowers", "same", "positions")
SAID = ("expect", "never", "positions", "alternatives", "first_question", "headlines_at_most", "statuses")
PRINTED = ("says", "never_says", "never_printed")
KEYS = ("story", "deal", *SETTING, "known_at", *SAID, *PRINTED, "compared_with")


class BadStory(ValueError):
    """A story that cannot be read; its text names the file and the line."""


@dataclass(frozen=True)
class Part:
    """A part of a story that knows where it stands."""

    data: Any
    keys: Keys
    located: Located

    @property
    def at(self) -> str:
        return str(self.located.place(self.keys))

    def get(self, key: str) -> Part | None:
        return Part(self.data[key], (*self.keys, key), self.located) if key in self.data else None

    def parts(self) -> Iterator[Part]:
        """The items of a list."""
        return (Part(item, (*self.keys, index), self.located) for index, item in enumerate(self.data))

    def allow(self, keys: tuple[str, ...]) -> Part:
        """This part, if it is a group that holds no other keys; raises BadStory otherwise."""
        for key in self.data if isinstance(self.data, dict) else ("",):
            if key not in keys:
                at = self.located.place((*self.keys, key))
                raise BadStory(f"{at}: '{key}' says nothing in a story{did_you_mean(key, keys)}")
        return self


@dataclass(frozen=True)
class Setting:
    """The deal of a story as it is to be assessed.

    Args:
        facts: what is changed in the deal file, by the path of the fact.
        chosen: counsel's positions by topic.
    """

    deal: str
    facts: Mapping[str, Any]
    chosen: Mapping[str, str]
    law_as_of: date
    known_at: date


def stories() -> list[Part]:
    """Every story in the folder, by file and line."""
    return [story.allow(KEYS) for path in sorted(CASES.glob("*.yaml")) for story in _stories_in(path)]


def _stories_in(path: Path) -> Iterator[Part]:
    located, findings = read_file(path, path.relative_to(ROOT).as_posix())
    if located is None or findings:
        raise BadStory("; ".join(map(str, findings)))
    return Part(located.data, (), located).parts()


def setting(story: Part) -> Setting:
    """Where a story begins."""
    data = story.data
    return Setting(
        data["deal"], data.get("with", {}), data.get("choose", {}), _day(data, "law_as_of"), _day(data, "known_at")
    )


def other_setting(story: Part, change: Part) -> Setting:
    """What a story is compared with: the same deal with other facts, choices or day."""
    data = change.allow(CHANGES).data
    return Setting(
        story.data["deal"],
        data.get("with", {}),
        data.get("choose", {}),
        _day(data if "law_as_of" in data else story.data, "law_as_of"),
        _day(story.data, "known_at"),
    )


def _day(data: Mapping[str, Any], key: str) -> date:
    return date.fromisoformat(data[key]) if key in data else TODAY


def check_pattern(pattern: Part) -> Part:
    """A pattern of findings, if every name in it is one that findings have."""
    pattern.allow(FINDINGS)
    for instrument in pattern.data.get("instruments", []):
        if instrument not in REGISTER.instruments:
            known = did_you_mean(instrument, REGISTER.instruments)
            raise BadStory(f"{pattern.at}: '{instrument}' is not an instrument{known}")
    return pattern
