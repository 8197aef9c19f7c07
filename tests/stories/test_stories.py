"""The stories in `templates/cases/`, which legal staff read and write."""

from __future__ import annotations

import pytest

from stories.judged import failures
from stories.stated import Part, stories


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.at)
def test_the_story_holds(story: Part) -> None:
    found = failures(story)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
