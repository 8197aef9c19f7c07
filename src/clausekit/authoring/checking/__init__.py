"""Checking: everything that is wrong in a folder of templates, found without any deal and told at once.

What the rooms below find when they read the files comes first; then each rule of `rules`
looks at the ground: every position laid out, and what can meet reasoned by `reasoning`.
Rules that look at all that agreements can be wait until every file can be read, and the
coverage until drafts are possible. It runs no
wording but in the sandbox, under its limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Needs
from clausekit.authoring.checking.rules import RULES
from clausekit.drafting import FORM, read_templates
from clausekit.finding import Finding, has_errors
from clausekit.templates_folder import TemplatesFolder

__all__ = ["Checked", "Needs", "check"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found.

    Args:
        findings: by file and line.
        ground: what was looked at; None where the law cannot be read at all.
        in_order: up to which needs the rules could look.
    """

    findings: tuple[Finding, ...]
    ground: Ground | None
    in_order: Needs


def check(folder: TemplatesFolder, on: date) -> Checked:
    """Check a folder of templates as it stands on the day `on`."""
    templates, findings = read_templates(folder)
    if templates is None or FORM not in templates.library.forms:
        return Checked(_sorted(findings), None, Needs.NOTHING)
    ground = Ground(templates, on)
    findings = [*findings, *ground.sheets.findings]
    readable = not has_errors(findings)
    for rule in RULES:
        if rule.needs <= _in_order(readable, findings):
            findings += rule.findings(ground)
    return Checked(_sorted(findings), ground, _in_order(readable, findings))


def _in_order(readable: bool, findings: Iterable[Finding]) -> Needs:
    if not readable:
        return Needs.NOTHING
    return Needs.FILES if has_errors(findings) else Needs.DRAFTS


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file and line."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: (one.place.file or "", one.place.line or 0)))
