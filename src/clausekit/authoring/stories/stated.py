"""Stories as they stand in `templates/cases/`: read with their lines, and nothing in them unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from clausekit.authoring.settings import Setting
from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import Keys, Located, read_file
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import NEXUS, TemplatesFolder

DAY = date(2026, 11, 23)  # of a story that names none
LEVELS = ("level", "at_least", "at_most", "reaches")
WAYS_OUT = ("avoidable_by", "routes", "decided_by")
ABOUT = ("code", "severity", "party", "clause", "position", "squeeze", "instruments", "family", "fact", "message")
FINDINGS = (*ABOUT, *LEVELS, *WAYS_OUT)
SETTING = ("with", "choose", "law_as_of")
CHANGES = (*SETTING, "gains", "loses", "raises", "lowers", "same", "positions")
SAID = ("expect", "never", "positions", "alternatives", "first_question", "headlines_at_most", "statuses")
PRINTED = ("says", "never_says", "never_printed")
KEYS = ("story", "deal", *SETTING, "known_at", *SAID, *PRINTED, "compared_with")
LISTS = ("expect", "never", "alternatives", *PRINTED, "gains", "loses", "raises", "lowers", "same", "instruments")
GROUPS = ("with", "choose", "statuses", "compared_with")


class BadStory(ValueError):
    """A part of a story that cannot be read: where it stands, and a sentence."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.finding = error("bad-story", message, place)


@dataclass(frozen=True)
class Part:
    """A part of a story that knows where it stands."""

    data: Any
    keys: Keys
    located: Located

    @property
    def place(self) -> Place:
        return self.located.place(self.keys)

    def place_of(self, key: str) -> Place:
        """Where a key of this part stands."""
        return self.located.place((*self.keys, key))

    def get(self, key: str) -> Part | None:
        return Part(self.data[key], (*self.keys, key), self.located) if key in self.data else None

    def parts(self) -> Iterator[Part]:
        """The items of a list."""
        return (Part(item, (*self.keys, index), self.located) for index, item in enumerate(self.data))

    def allow(self, keys: tuple[str, ...]) -> Part:
        """This part, if it is a group that holds no other keys; raises BadStory otherwise."""
        if not isinstance(self.data, dict):
            raise BadStory(self.place, "this must be a group of lines, such as 'story: One sentence.'")
        for key, value in self.data.items():
            if key not in keys:
                raise BadStory(self.place_of(key), f"'{key}' says nothing in a story{did_you_mean(key, keys)}")
            for kind, names, words in ((list, LISTS, "a list"), (dict, GROUPS, "a group of lines")):
                if key in names and not isinstance(value, kind):
                    raise BadStory(self.place_of(key), f"'{key}' must be {words}")
        return self


def stories(folder: TemplatesFolder) -> Iterator[Part | Finding]:
    """Every story in the folder, by file and line, and what cannot be read."""
    for path in sorted(path for path in (folder.path / "cases").glob("*.yaml") if path.name != NEXUS):
        located, findings = read_file(path, f"{folder.shown_as}/cases/{path.name}")
        yield from findings
        if located is not None:
            yield from _stories_in(located)


def _stories_in(located: Located) -> Iterator[Part | Finding]:
    if not isinstance(located.data, list):
        yield error("bad-story", "this file must be a list of stories, each after a hyphen", located.place(()))
        return
    for part in Part(located.data, (), located).parts():
        try:
            yield whole(part)
        except BadStory as fault:
            yield fault.finding


def whole(story: Part) -> Part:
    """A story that says what it is about and holds no unknown key; raises BadStory otherwise."""
    story.allow(KEYS)
    for key in ("story", "deal"):
        if not isinstance(story.data.get(key), str):
            raise BadStory(story.place, f"a story has a line '{key}:' with a few words")
    return story


def setting(story: Part) -> Setting:
    """Where a story begins."""
    data = story.data
    return Setting(
        data["deal"], data.get("with", {}), data.get("choose", {}), _day(story, "law_as_of"), _day(story, "known_at")
    )


def other_setting(story: Part, change: Part) -> Setting:
    """What a story is compared with: the same deal with other facts, choices or day."""
    data = change.allow(CHANGES).data
    return Setting(
        story.data["deal"],
        data.get("with", {}),
        data.get("choose", {}),
        _day(change if "law_as_of" in data else story, "law_as_of"),
        _day(story, "known_at"),
    )


def _day(part: Part, key: str) -> date:
    try:
        return date.fromisoformat(part.data[key]) if key in part.data else DAY
    except (TypeError, ValueError):
        raise BadStory(part.place_of(key), f"'{part.data[key]}' is not a date; write it as 2026-11-23") from None


def check_pattern(pattern: Part, instruments: Collection[str]) -> Part:
    """A pattern of findings, if every name in it is one that findings have; raises BadStory otherwise."""
    pattern.allow(FINDINGS)
    for instrument in pattern.data.get("instruments", []):
        if instrument not in instruments:
            known = did_you_mean(instrument, instruments)
            raise BadStory(pattern.place, f"'{instrument}' is not an instrument{known}")
    return pattern


def told(pattern: Mapping[str, Any]) -> str:
    """A pattern in words."""
    rest = ", ".join(f"{key} {shown(value)}" for key, value in pattern.items() if key != "code")
    return f"{shown(pattern.get('code', 'finding'))}{f' with {rest}' if rest else ''}"


def shown(value: Any) -> str:
    return (" + ".join(map(str, value)) or "none") if isinstance(value, list) else str(value)
