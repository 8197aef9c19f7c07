"""From the options to templates, deal, dates and matter."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clausekit.assessment import Matter
from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.drafting import Templates, matter_of, read_templates
from clausekit.facts import Deal, read_deal
from clausekit.finding import Finding, has_errors
from clausekit.kept import kept_of
from clausekit.law import Register, read_register
from clausekit.library_pin import other_library
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


def open_register(options: Options, console: Console) -> Register:
    """The register of the templates to use; raises MisuseError or FaultyError."""
    folder = templates_folder(options)
    say_which(folder, console)
    with kept_of(folder.path) as kept:
        register, findings = read_register(folder.law, f"{folder.shown_as}/law", kept)
    if register is None or has_errors(findings):
        raise FaultyError("", *law_days(options), findings)
    return register


def law_days(options: Options) -> tuple[date, date]:
    """The two days of a question about the law alone: the option, then today."""
    return options.law_as_of or today(), options.known_at or today()


def open_templates(options: Options, console: Console) -> Templates:
    """The templates to use, without errors in them; raises MisuseError or FaultyError."""
    return _opened(templates_folder(options), console)


def open_templates_at(path: Path, console: Console) -> Templates:
    """The templates in another folder; raises MisuseError or FaultyError as `open_templates` does."""
    folder = find_templates(str(path), None, Path.cwd())
    if folder is None:
        raise MisuseError(f"'{path}' holds no templates (law/conduct.yaml is not there)")
    return _opened(folder, console)


def _opened(folder: TemplatesFolder, console: Console) -> Templates:
    say_which(folder, console)
    with kept_of(folder.path) as kept:
        templates, findings = read_templates(folder, kept)
    if templates is None or has_errors(findings):
        raise FaultyError("", None, None, findings)
    return templates


def say_which(folder: TemplatesFolder, console: Console) -> None:
    console.say(f"templates: {folder.said_by} ({folder.hash()[:12]})")


def templates_folder(options: Options) -> TemplatesFolder:
    folder = find_templates(options.templates, os.environ.get("CLAUSEKIT_TEMPLATES"), Path.cwd())
    if folder is None:
        asked = options.templates or os.environ.get("CLAUSEKIT_TEMPLATES")
        raise MisuseError(f"'{asked}' holds no templates (law/conduct.yaml is not there)")
    return folder


def open_deal(options: Options, console: Console) -> Opened:
    """Everything about the deal that was named; raises MisuseError or FaultyError.

    The faults of the deal and of the templates are told together.
    """
    folder = templates_folder(options)
    path = deal_file(options.deal, folder)
    say_which(folder, console)
    deal, findings = read_deal(path, shown_as(path, options.deal))
    with kept_of(folder.path) as kept:
        templates, faults = read_templates(folder, kept)
    findings += faults
    if deal is None or templates is None or has_errors(findings):
        raise FaultyError(options.deal, *_asked_days(options, deal), findings)
    law_as_of, known_at = days_of(options, deal)
    console.say(f"law as of {law_as_of}, known at {known_at}")
    matter, faults = matter_of(deal, templates, law_as_of, known_at, dict(options.choose))
    findings += faults
    if has_errors(findings):
        raise FaultyError(options.deal, law_as_of, known_at, findings)
    other = None if options.move_library else other_library(deal, path, folder)
    return Opened(deal, path, templates, matter, (*findings, *([other] if other else [])))


def deal_file(name: str, folder: TemplatesFolder) -> Path:
    path = Path(name)
    starter = folder.deals / f"{name}.yaml"
    if os.path.isfile(path):
        return path
    if os.sep not in name and os.path.isfile(starter):
        return starter
    raise MisuseError(f"no deal '{name}'{did_you_mean(name, folder.starter_deals())}")


def shown_as(path: Path, name: str) -> str:
    return name if path == Path(name) else path.name


def days_of(options: Options, deal: Deal) -> tuple[date, date]:
    """The option, then the deal's own, then today."""
    law_as_of, known_at = _asked_days(options, deal)
    return law_as_of or today(), known_at or today()


def _asked_days(options: Options, deal: Deal | None) -> tuple[date | None, date | None]:
    """The days that were asked for, by the option or by a deal that could be read."""
    own = (_known(deal.law_as_of), _known(deal.known_at)) if deal else (None, None)
    return options.law_as_of or own[0], options.known_at or own[1]


def _known(day: object) -> date | None:
    return day if isinstance(day, date) else None
