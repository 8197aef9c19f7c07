"""Pages list every name, and say when they no longer do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.authoring.checking.rules import RULES
from clausekit.authoring.pages import pages, stale
from clausekit.authoring.reading_codes import READING_CODES
from clausekit.drafting import Templates, read_templates
from clausekit.facts import all_facts
from clausekit.templates_folder import TemplatesFolder
from shared import REGISTER, TEMPLATES

TEXTS = pages(TEMPLATES, RULES)
NAMES = {
    "facts.md": [fact.path for fact in all_facts()],
    "circumstances.md": list(REGISTER.circumstances),
    "conduct.md": list(REGISTER.conducts),
    "rules.md": [*(rule.code for rule in RULES), *READING_CODES],
}


def rows(text: str) -> dict[str, list[str]]:
    """The rows of a page's tables, by their first cell."""
    lines = (line.strip("| ").replace("\\|", "¦").split(" | ") for line in text.split("\n") if line.startswith("| `"))
    return {line[0].strip("`"): line[1:] for line in lines}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_lists_every_name_with_its_meaning(name: str) -> None:
    listed = rows(TEXTS[name])
    assert set(NAMES[name]) <= listed.keys()
    assert all(cells[0].strip() for cells in listed.values())


def test_facts_have_examples_and_their_readers() -> None:
    listed = rows(TEXTS["facts.md"])
    audience, example = listed["dates.end"][2:]
    assert audience == "shared"
    assert re.fullmatch(r"`end: \d{4}-\d\d-\d\d`", example)
    assert listed["reasons.own_security"][2] == "privileged"
    single = [fact.path for fact in all_facts() if fact.type != "group" and " by " not in fact.type]
    assert all(listed[path][-1].startswith("`") for path in single)


def test_conduct_has_an_example_position_or_law() -> None:
    listed = rows(TEXTS["conduct.md"])
    assert listed["approved-ic-list"][-1] == "`clauses/excluded-hardware/1-approved-list.md`"
    assert "GP10" in listed["use-prc-ic"][-1]


def reread(copy: Copy) -> Templates:
    templates, findings = read_templates(TemplatesFolder(copy.path, "a test"))
    assert templates, findings
    return templates


def test_a_page_is_stale_once_it_does_not_list_what_there_is(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    for name, text in pages(reread(copy), RULES).items():
        copy.write(name, text)
    assert stale(reread(copy), RULES) == []
    copy.change("law/circumstances.yaml", "remote access is part of the deal", "access from afar is part of the deal")
    (copy.path / "rules.md").unlink()
    assert stale(reread(copy), RULES) == ["circumstances.md", "rules.md"]
