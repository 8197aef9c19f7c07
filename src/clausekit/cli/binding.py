"""`templates book` and `templates diff`: what the templates print, and what a change of them does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.comparing import comparison_lines
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError, open_templates
from clausekit.drafting import Templates, read_templates
from clausekit.finding import has_errors
from clausekit.templates_folder import MARK, TemplatesFolder

if TYPE_CHECKING:
    from clausekit.authoring.differing import Changes
    from clausekit.word import HouseStyle

DONE = 0


def bind_book(options: Options, console: Console) -> int:
    """Everything that the templates can print, in one Word file."""
    from clausekit.authoring.binding import book
    from clausekit.authoring.clause_texts import Sheets
    from clausekit.authoring.covering import cover
    from clausekit.authoring.reasoning import World
    from clausekit.word import write

    target = _new_file(options)
    templates = _whole(open_templates(options, console))
    with console.working("drafting the variants"):
        coverage = cover(World(Sheets(templates)))
    with console.working("writing the book"):
        bound = book(coverage, templates.library, f"{templates.folder.shown_as} ({templates.folder.hash()[:12]})")
        _place(target, write(bound, _house(templates), made=templates.register.horizon))
    console.data(str(target))
    console.say(f"{len(coverage.variants)} variants print {len(coverage.goals) - len(coverage.missing)} branches.")
    return DONE


def diff_templates(options: Options, console: Console) -> int:
    """The variants that a change touches, as redlines, and the starter deals that it moves."""
    from clausekit.authoring.differing import changes, redline_books
    from clausekit.word import write_redline

    old, new = (_opened(name) for name in (options.old, options.new))
    target = _new_file(options) if options.out else None
    with console.working("drafting the variants"):
        found = changes(old, new)
    if options.json:
        console.json(_as_json(found))
    else:
        _print(found, console)
    if target is not None:
        before, after = redline_books(found)
        _place(target, write_redline(before, after, _house(new), made=new.register.horizon))
        console.say(str(target))
    return DONE


def _print(found: Changes, console: Console) -> None:
    console.data(f"Your edit touches {found.count} of {found.variants} variants.")
    for one in found.touched:
        console.data("")
        console.data(", ".join(one.names))
        for position in one.positions:
            console.data(f"  position {position}")
        console.data("")
        console.data(one.redline(colour=console.colour_out).rstrip("\n"))
    for moved in found.moved:
        console.data("")
        console.data(f"The starter deal {moved.deal} is answered otherwise:")
        for line in comparison_lines(moved.comparison):
            console.data(f"  {line}")


def _as_json(found: Changes) -> dict[str, Any]:
    return {
        "variants": found.variants,
        "touched": [
            {"variants": list(one.names), "positions": list(one.positions), "redline": one.redline()}
            for one in found.touched
        ],
        "moved": {one.deal: comparison_lines(one.comparison) for one in found.moved},
        "findings": [],
    }


def _opened(name: str) -> Templates:
    if not (Path(name) / MARK).is_file():
        raise MisuseError(f"'{name}' holds no templates (law/conduct.yaml is not there)")
    templates, findings = read_templates(TemplatesFolder(Path(name), "a folder", name))
    if templates is None or has_errors(findings):
        raise FaultyError("", None, None, findings)
    return _whole(templates)


def _whole(templates: Templates) -> Templates:
    """The templates, if the markup of every clause can be read too."""
    from clausekit.authoring.clause_texts import Sheets

    faults = Sheets(templates).findings
    if has_errors(faults):
        raise FaultyError("", None, None, list(faults))
    return templates


def _house(templates: Templates) -> HouseStyle:
    from clausekit.word import load_house_style

    house, faults = load_house_style(templates.folder.house_style)
    if house is None:
        raise FaultyError("", None, None, faults)
    return house


def _new_file(options: Options) -> Path:
    """The file to write; one that is there already is replaced only if that was asked for."""
    target = Path(options.out)
    if target.exists() and not options.force:
        raise MisuseError(f"'{target}' is there already; name another file, or add --force to replace it")
    if target.suffix != ".docx":
        raise MisuseError(f"'{target}' is no Word file; name it {target.with_suffix('.docx')}")
    return target


def _place(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as fault:
        raise MisuseError(f"'{target}' cannot be written ({fault.strerror or 'no permission'})") from None
