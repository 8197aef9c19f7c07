"""`templates check`: everything that is wrong in a folder of templates."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import say_which, templates_folder
from clausekit.finding import Finding, Severity, has_errors
from clausekit.templates_folder import TemplatesFolder

if TYPE_CHECKING:
    from clausekit.authoring.checking import Checked
    from clausekit.authoring.covering import Coverage

DONE, ERRORS = 0, 1


def check_templates(options: Options, console: Console) -> int:
    """Each finding as a line, as JSON or as SARIF; what was looked at on standard error."""
    from clausekit.authoring.checking import check

    folder = templates_folder(options)
    say_which(folder, console)
    started = monotonic()
    with console.working("checking the templates"):
        checked = check(folder, options.on or today())
    if options.sarif:
        _print_sarif(checked, folder, console)
    elif options.json:
        console.json(_as_json(checked))
    else:
        console.listed(checked.findings)
    console.say(f"{_summary(checked)} ({monotonic() - started:.1f} s)")
    return ERRORS if has_errors(checked.findings) else DONE


def _print_sarif(checked: Checked, folder: TemplatesFolder, console: Console) -> None:
    from clausekit.authoring.checking.sarif import sarif

    named = {finding.place.file for finding in checked.findings if finding.place.file}
    files = {file: folder.path / Path(file).relative_to(folder.shown_as) for file in named}
    lines = {
        file: path.read_text(encoding="utf-8", errors="replace").split("\n")
        for file, path in files.items()
        if path.is_file()
    }
    console.json(sarif(checked.findings, lines))


def _as_json(checked: Checked) -> dict[str, Any]:
    from clausekit.authoring.checking.rules import RULES

    return {
        "findings": [_finding_as_json(finding) for finding in checked.findings],
        "rules": len(RULES),
        "in_order": checked.in_order.name.lower(),
        "coverage": _coverage_as_json(checked),
    }


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    from clausekit.authoring.checking.sarif import words_of

    return {**finding.as_json(), "words": words_of(finding) or None}


def _coverage(checked: Checked) -> Coverage | None:
    from clausekit.authoring.checking import Needs

    return checked.ground.coverage if checked.ground and checked.in_order is Needs.DRAFTS else None


def _coverage_as_json(checked: Checked) -> dict[str, Any] | None:
    coverage = _coverage(checked)
    if coverage is None:
        return None
    return {
        "branches": len(coverage.goals),
        "shown": len(coverage.goals) - len(coverage.missing),
        "deals": len(coverage.variants),
        "at_least": coverage.at_least,
    }


def _summary(checked: Checked) -> str:
    counts = Counter(finding.severity for finding in checked.findings)
    said = ", ".join(f"{counts[severity]} {severity}s" for severity in Severity)
    coverage = _coverage(checked)
    if coverage is None:
        return f"{said}; which branches the starter deals show is worked out once there are no errors"
    shown = len(coverage.goals) - len(coverage.missing)
    deals = f"{len(coverage.variants)} deals, and no fewer than {coverage.at_least} could"
    return f"{said}; {shown} of {len(coverage.goals)} branches are shown by {deals}"
