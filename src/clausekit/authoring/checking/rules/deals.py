"""Starter deals and stories that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.stories import stories
from clausekit.facts import read_deal
from clausekit.finding import Finding, Severity


def unreadable_deal(ground: Ground) -> Iterator[Fault]:
    folder = ground.templates.folder
    for path in (*sorted(folder.deals.glob("*.yaml")), *sorted((folder.path / "cases" / "deals").glob("*.yaml"))):
        _, findings = read_deal(path, f"{folder.shown_as}/{path.relative_to(folder.path).as_posix()}")
        for finding in findings:
            if finding.severity is Severity.ERROR:
                yield Fault(finding.place, finding.message)


def unreadable_story(ground: Ground) -> Iterator[Fault]:
    for story in stories(ground.templates.folder):
        if isinstance(story, Finding):
            yield Fault(story.place, story.message)


RULES = (
    Rule(
        "bad-deal",
        Severity.ERROR,
        "A starter deal cannot be read.",
        "Mend the deal: the examples and the coverage rest on it.",
        unreadable_deal,
    ),
    Rule(
        "bad-story",
        Severity.ERROR,
        "A story in cases/ cannot be read.",
        "Mend the story; clausekit templates test runs it.",
        unreadable_story,
    ),
)
