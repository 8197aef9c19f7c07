"""What the command line hands to the app: where to look, which day it is, and how files are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clausekit.finding import Finding
from clausekit.templates_folder import TemplatesFolder

# A deal file, and whether edited files may be replaced: paths that were written, and what stood in the way.
Write = Callable[[Path, bool], tuple[list[str], list[Finding]]]


@dataclass(frozen=True, slots=True)
class Services:
    """What the app is given.

    Args:
        templates: the templates to use.
        matters: the folder whose deals are listed.
        today: the day on which the program was started.
        law_as_of, known_at: the days that were asked for.
        write: writes the files of a draft, as the verb `draft` does; `out` is where, or the deal's own folder.
        keys: counsel's own keys by action.
        theme, spacing: how it looks.
    """

    templates: TemplatesFolder
    matters: Path
    today: date
    write: Write
    out: str = ""
    law_as_of: date | None = None
    known_at: date | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    theme: str = "dark"
    spacing: str = "compact"
