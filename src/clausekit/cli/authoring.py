"""What each verb about the templates themselves does."""

from __future__ import annotations

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import open_templates
from clausekit.finding import Finding

DONE, ERRORS = 0, 1


def run_stories(options: Options, console: Console) -> int:
    """`templates test`: each story that does not hold, as a sentence with its file and line."""
    from clausekit.authoring.settings import Stage
    from clausekit.authoring.stories import Part, failures, stories

    stage = Stage(open_templates(options, console))
    found: list[Finding] = []
    told = held = 0
    with console.working("running the stories"):
        for story in stories(stage.templates.folder):
            wrong = failures(story, stage) if isinstance(story, Part) else [story]
            told, held = told + 1, held + (not wrong)
            found += wrong
    if options.json:
        console.json({"stories": told, "hold": held, "findings": [finding.as_json() for finding in found]})
    else:
        console.listed(found)
        console.say(f"{held} of {told} stories hold.")
    return ERRORS if found else DONE
