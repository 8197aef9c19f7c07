"""Pages: every name that legal staff may write, what it means and an example, generated from code and data.

The pages stand in the folder of templates, so that they can be read beside the files; the
check says when one no longer says what is so. It writes no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.authoring.generated import PAGES
from clausekit.authoring.pages.circumstances import circumstances_page
from clausekit.authoring.pages.conduct import conduct_page
from clausekit.authoring.pages.facts import facts_page
from clausekit.authoring.pages.rules import rules_page
from clausekit.drafting import Templates
from clausekit.located_yaml import read_file

if TYPE_CHECKING:
    from clausekit.authoring.checking.rule import Rule

__all__ = ["pages", "stale"]


def pages(templates: Templates, rules: Sequence[Rule]) -> Mapping[str, str]:
    """The text of each page, by the name of its file.

    Args:
        rules: those of the check.
    """
    texts = (
        facts_page(list(_deals(templates))),
        circumstances_page(templates.register),
        conduct_page(templates.register, templates.library),
        rules_page(rules),
    )
    return dict(zip(PAGES, texts, strict=True))


def _deals(templates: Templates) -> Iterator[Any]:
    """The data of the starter deals."""
    for name in templates.folder.starter_deals():
        located, _ = read_file(templates.folder.deals / f"{name}.yaml")
        if located is not None:
            yield located.data


def stale(templates: Templates, rules: Sequence[Rule]) -> list[str]:
    """The names of the pages that are missing or do not say what is so."""
    folder = templates.folder.path
    return [name for name, text in pages(templates, rules).items() if not _says(folder / name, text)]


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n") == text
