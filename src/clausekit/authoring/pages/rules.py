"""`rules.md`: what `clausekit templates check` finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clausekit.authoring.pages.layout import code, page, part
from clausekit.authoring.reading_codes import READING_CODES

if TYPE_CHECKING:
    from clausekit.authoring.checking.rule import Rule

INTRODUCTION = (
    "`clausekit templates check` tells every finding with its file and line, and ends it with a code in brackets. An "
    "error stops drafts; a warning is to be mended before templates are used; a note is worth a look."
)


def rules_page(rules: Sequence[Rule]) -> str:
    own = part("Rules", ("Code", "Severity", "What it finds", "What to do"), map(_row, rules))
    codes = ((code(one), said) for one, said in READING_CODES.items())
    reading = part("Told while files are read", ("Code", "What it means"), codes)
    return page("Rules of the check", INTRODUCTION, [own, reading])


def _row(rule: Rule) -> tuple[str, ...]:
    return code(rule.code), str(rule.severity), rule.finds, rule.mend
