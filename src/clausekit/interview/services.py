"""What the command line hands to the app: where to look, which day it is, and how files are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clausekit.finding import Finding
from clausekit.templates_folder import TemplatesFolder


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a draft is to be.

    Args:
        annotated: whether the copy with comments for counsel is made too.
        force: whether edited files are replaced, with a dated copy of each kept.
        told: is told each step as it begins, from the thread that writes.
    """

    annotated: bool = False
    force: bool = False
    told: Callable[[str], None] = lambda step: None


Write = Callable[[Path, Wanted], tuple[list[str], list[Finding]]]  # paths written, and what stood in the way
Check = Callable[[Path], list[Finding]]


@dataclass(frozen=True, slots=True)
class Services:
    """What the app is given.

    Args:
        templates: the templates to use.
        matters: the folder whose deals are listed.
        today: the day on which the program was started.
        law_as_of, known_at: the days that were asked for.
        check: what the release gate says of the contract of a deal file, without writing anything.
        write: writes the files of a draft, as the verb `draft` does; `out` is where, or the deal's own folder.
        keys: counsel's own keys by action.
        theme, spacing: how it looks.
    """

    templates: TemplatesFolder
    matters: Path
    today: date
    check: Check
    write: Write
    out: str = ""
    law_as_of: date | None = None
    known_at: date | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    theme: str = "dark"
    spacing: str = "compact"
