"""Stories: what legal staff expect of the templates, in plain words, run against them.

It reads `templates/cases/`, drafts each setting once, and tells what does not hold as
findings at the line that says so. It knows no clause and no law by name.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.settings import BadSetting, Stage
from clausekit.authoring.stories.compared import compared
from clausekit.authoring.stories.judged import Unmet, unmet
from clausekit.authoring.stories.stated import BadStory, Part, other_setting, setting, stories, whole
from clausekit.finding import Finding, error

__all__ = ["Part", "failures", "stories", "whole"]


def failures(story: Part, stage: Stage) -> list[Finding]:
    """What does not hold in a story; empty if it holds."""
    try:
        return [error("story-fails", _sentence(story, said), place) for place, said in _failures(story, stage)]
    except BadStory as fault:
        return [fault.finding]
    except BadSetting as fault:
        return [error("bad-story", _sentence(story, str(fault)), story.place)]


def _sentence(story: Part, said: str) -> str:
    return f"{said} In the story: {story.data['story']}"


def _failures(story: Part, stage: Stage) -> Iterator[Unmet]:
    made = stage.drafted(setting(story))
    yield from unmet(story, made)
    change = story.get("compared_with")
    if change:
        yield from compared(change, stage.drafted(other_setting(story, change)), made)
