"""A small library of one clause, its sheet in Word, and edits of that sheet as Word makes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from clausekit.authoring.in_word import Taken, sheets_of, take, word_file
from clausekit.drafting import Templates, read_templates
from clausekit.templates_folder import TemplatesFolder
from clausekit.word.reading import View, read_word_bytes
from shared import ROOT
from word.opened import parts, with_part

DAY = date(2026, 11, 23)
BODY = "word/document.xml"
HEAD = """\
does: []
says: The clause is there for trying things.
gives_up: Nothing.
use_when: "true"
approver: trade-counsel
reviewed_on: 2026-11-23
---
"""
WORDS = """\
# Access

[#use] The Customer shall use the Deliverables only at {{ deal.forum.city }}, as [[suspension]] says.

{% if remote_access %}
Remote access is allowed from these places:

  one place; and

  another place.

{% endif %}
| Organisation | Place |
{% for user in deal.users %}
| {{ user.name }} | {{ user.headquarters | place }} |
{% endfor %}

Nothing else is "allowed".

## Definitions

**"Place"** means a place.
"""


@cache
def bundled() -> Templates:
    """The templates that come with the program."""
    templates, findings = read_templates(TemplatesFolder(ROOT / "templates", "the tests"))
    assert templates is not None
    assert findings == []
    return templates


def library(folder: Path, words: str = WORDS) -> Templates:
    """The bundled templates with one position in `access` that has these words."""
    if not folder.exists():
        shutil.copytree(ROOT / "templates", folder)
    for path in (folder / "clauses" / "access").glob("[0-9]*.md"):
        path.unlink()
    (folder / "clauses" / "access" / "1-trial.md").write_bytes((HEAD + words).encode())
    templates, _ = read_templates(TemplatesFolder(folder, "the tests"))
    assert templates is not None
    return templates


def sheet(templates: Templates) -> bytes:
    """The Word file of the position that is tried."""
    position = templates.library.position("access", "trial")
    return word_file(sheets_of([position], templates, DAY), [], DAY)


def taken(content: bytes, templates: Templates, view: View = View.ACCEPTED) -> Taken:
    return take(read_word_bytes(content, "sheet.docx"), view, templates, DAY)


def edited(content: bytes, *changes: tuple[str, str]) -> bytes:
    """The file with each first text of its body put in another's place."""
    body = parts(content)[BODY].decode()
    for old, new in changes:
        assert old in body, old
        body = body.replace(old, new, 1)
    return with_part(content, BODY, body.encode())


def changed_body(content: bytes, change: Callable[[str], str]) -> bytes:
    body = parts(content)[BODY].decode()
    changed = change(body)
    assert changed != body
    return with_part(content, BODY, changed.encode())


def words_of(found: Taken) -> str:
    """The words that the only edit would write."""
    (edit,) = found.edits
    assert edit.words is not None
    return edit.words


def codes(found: Taken) -> list[str]:
    return [finding.code for finding in found.findings]
