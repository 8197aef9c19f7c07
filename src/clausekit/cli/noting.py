"""`templates pages` and `templates note`: the pages that are generated, and the record of changes."""

from __future__ import annotations

from pathlib import Path

from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import MisuseError, open_templates
from clausekit.nearest import did_you_mean

DONE = 0


def write_pages(options: Options, console: Console) -> int:
    """Write the pages that do not list what there is; their names are the answer."""
    from clausekit.authoring.checking.rules import RULES
    from clausekit.authoring.pages import pages, stale

    templates = open_templates(options, console)
    texts = pages(templates, RULES)
    for name in stale(templates, RULES):
        _write(templates.folder.path / name, texts[name])
        console.data(f"{templates.folder.shown_as}/{name}")
    return DONE


def note_changes(options: Options, console: Console) -> int:
    """Enter a change of legal effect into CHANGES.md; the files it names are the answer."""
    from clausekit.authoring.generated import LOCK
    from clausekit.authoring.noting import CHANGES, noted_as, unnoted, with_entry

    templates = open_templates(options, console)
    changed = unnoted(templates)
    files = _named(options.noted, changed) or changed
    if not files:
        console.say("Nothing of legal effect has changed since it was last noted.")
        return DONE
    path = templates.folder.path / CHANGES
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Changes of legal effect\n"
    _write(path, with_entry(text, options.on or today(), options.why, files))
    _write(templates.folder.path / LOCK, noted_as(templates, files))
    for file in files:
        console.data(f"{templates.folder.shown_as}/{file}")
    return DONE


def _named(files: list[str], changed: list[str]) -> list[str]:
    for file in files:
        if file not in changed:
            raise MisuseError(f"'{file}' is not among the files that changed{did_you_mean(file, changed)}")
    return files


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise MisuseError(f"'{path}' cannot be written ({fault.strerror or 'no permission'})") from None
