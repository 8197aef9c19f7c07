"""The stories in `templates/cases/`, which legal staff read and write."""

from __future__ import annotations

import pytest

from clausekit.authoring.stories import Part, failures, stories
from clausekit.finding import Finding
from shared import TEMPLATES_FOLDER
from stories.settings import STAGE


@pytest.mark.parametrize("story", list(stories(TEMPLATES_FOLDER)), ids=lambda story: str(story.place))
def test_the_story_holds(story: Part | Finding) -> None:
    found = failures(story, STAGE) if isinstance(story, Part) else [story]
    if found:
        pytest.fail("\n".join(map(str, found)), pytrace=False)
