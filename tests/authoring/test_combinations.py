"""What proofreading finds in any draft, the check has told before: combinations are reasoned, not tried."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.authoring.covering.trying import Trial
from clausekit.authoring.settings import Setting, Stage
from clausekit.drafting import Templates, matter_of, read_templates
from clausekit.finding import Finding
from clausekit.templates_folder import TemplatesFolder

DRAFTS = 40
QUOTED = re.compile(r"“([^”]+)”|\[\[([^\]]+)\]\]")
FORETOLD = {
    "undefined-term": "term-without-definition",
    "unused-term": "unused-term",
    "term-defined-twice": "term-defined-twice",
    "dangling-reference": "reference-may-dangle",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Templates in which terms and references fit together in some combinations only."""
    made = Copy.at(tmp_path_factory.mktemp("combinations") / "templates")
    made.add("clauses/general/1-standard.md", "A Notified Condition is kept.")
    made.add("clauses/access/2-place-based.md", "The Tide is told. See [[verification.tides]].")
    verification = sorted((made.path / "clauses/verification").glob("[0-9]*.md"))
    for path, term in zip(verification, ("Tide", "Tide", "User"), strict=False):
        file = path.relative_to(made.path).as_posix()
        made.add(file, "A User is asked." if term == "User" else "[#tides] Water is measured.")
        text = path.read_text(encoding="utf-8").rstrip()
        heading = "" if "## Definitions" in text else "\n\n## Definitions"
        made.write(file, f'{text}{heading}\n\n**"{term}"** means something.\n')
    return made


def drafts(templates: Templates) -> list[tuple[dict[str, str], list[Finding]]]:
    """Drafts of the starter deals with positions taken at random, and what is found in each."""
    chance, stage, day = random.Random(1), Stage(templates), templates.register.horizon
    found = []
    for _ in range(DRAFTS):
        name = chance.choice(templates.folder.starter_deals())
        matter, _ = matter_of(stage.deal(Setting(name, {}, {}, day, day)), templates, day, day, {})
        scope = matter.standpoint.scope
        allowed = {
            topic.id: [one.id for one in topic.positions.values() if one.use_when(scope).possible]
            for topic in matter.topics
        }
        chosen = {topic: chance.choice(positions) for topic, positions in allowed.items() if positions}
        found.append((chosen, Trial(matter, chosen).printed[1]))
    return found


def about(findings: list[Finding], code: str) -> set[str]:
    """The terms and references that findings with a code are about."""
    quoted = (QUOTED.search(finding.message) for finding in findings if finding.code == code)
    return {(found[1] or found[2]).strip("[]") for found in quoted if found}


def test_whatever_a_draft_shows_was_told(copy: Copy) -> None:
    told = list(copy.check().findings)
    templates, _ = read_templates(TemplatesFolder(copy.path, "a test"))
    assert templates
    shown = drafts(templates)
    for code, foretold in FORETOLD.items():
        found = {name for _, findings in shown for name in about(findings, code)}
        assert found, f"no draft shows {code}"
        assert found <= about(told, foretold), code


def test_templates_that_are_clean_make_clean_drafts(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    templates, _ = read_templates(TemplatesFolder(copy.path, "a test"))
    assert templates
    codes = {finding.code for _, findings in drafts(templates) for finding in findings}
    assert codes <= {"open-blank", "undecided-wording", "empty-list"}
