"""From the options to templates, deal, dates and matter."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clausekit.assessment import Matter
from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.drafting import Templates, matter_of, read_templates
from clausekit.facts import Deal, read_deal
from clausekit.finding import Finding, has_errors
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import TemplatesFolder, find_templates


class MisuseError(Exception):
    """A command that cannot be carried out as it was given; ends with exit code 2."""


class FaultyError(Exception):
    """A deal or templates with errors; ends with exit code 1."""

    def __init__(self, deal: str, law_as_of: date | None, known_at: date | None, findings: list[Finding]) -> None:
        super().__init__(deal)
        self.deal = deal
        self.law_as_of = law_as_of
        self.known_at = known_at
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Opened:
    """A deal, opened: what every verb about a deal begins with."""

    deal: Deal
    deal_file: Path
    templates: Templates
    matter: Matter
    findings: tuple[Finding, ...]


def today() -> date:
    """The one look at the clock."""
    return date.today()


def open_templates(options: Options, console: Console) -> Templates:
    """The templates to use; says which, with their hash."""
    folder = templates_folder(options)
    templates, findings = read_templates(folder)
    if templates is None or has_errors(findings):
        raise FaultyError(options.deal, options.law_as_of, options.known_at, findings)
    console.say(f"templates: {folder.said_by} ({folder.hash()[:12]})")
    return templates


def templates_folder(options: Options) -> TemplatesFolder:
    folder = find_templates(options.templates, os.environ.get("CLAUSEKIT_TEMPLATES"), Path.cwd())
    if folder is None:
        asked = options.templates or os.environ.get("CLAUSEKIT_TEMPLATES")
        raise MisuseError(f"'{asked}' holds no templates (law/conduct.yaml is not there)")
    return folder


def open_deal(options: Options, console: Console) -> Opened:
    """Everything about the deal that was named; raises MisuseError or FaultyError."""
    folder = templates_folder(options)
    path = _deal_file(options.deal, folder)
    deal, findings = read_deal(path, _shown(path, options.deal))
    templates = _templates_of(options, console, findings)
    if deal is None or has_errors(findings):
        raise FaultyError(options.deal, options.law_as_of, options.known_at, findings)
    law_as_of, known_at = _dates(options, deal, console)
    matter, faults = matter_of(deal, templates, law_as_of, known_at, dict(options.choose))
    if has_errors(faults):
        raise FaultyError(options.deal, law_as_of, known_at, [*findings, *faults])
    return Opened(deal, path, templates, matter, (*findings, *faults))


def _templates_of(options: Options, console: Console, findings: list[Finding]) -> Templates:
    """The templates, so that their faults and the deal's are told together."""
    try:
        return open_templates(options, console)
    except FaultyError as fault:
        raise FaultyError(fault.deal, fault.law_as_of, fault.known_at, [*findings, *fault.findings]) from None


def _deal_file(name: str, folder: TemplatesFolder) -> Path:
    path = Path(name)
    starter = folder.deals / f"{name}.yaml"
    if path.is_file():
        return path
    if os.sep not in name and starter.is_file():
        return starter
    raise MisuseError(f"no deal '{name}'{did_you_mean(name, folder.starter_deals())}")


def _shown(path: Path, name: str) -> str:
    return name if path == Path(name) else path.name


def _dates(options: Options, deal: Deal, console: Console) -> tuple[date, date]:
    """The option, then the deal's own, then today."""
    law_as_of = options.law_as_of or _known(deal.law_as_of) or today()
    known_at = options.known_at or _known(deal.known_at) or today()
    console.say(f"law as of {law_as_of}, known at {known_at}")
    return law_as_of, known_at


def _known(day: object) -> date | None:
    return day if isinstance(day, date) else None
