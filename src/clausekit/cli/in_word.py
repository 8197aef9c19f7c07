"""`templates to-word` and `templates from-word`: clauses as Word files, and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.authoring.named_positions import Unknown, positions_named
from clausekit.clauses import Position
from clausekit.cli.arguments import Options
from clausekit.cli.changes import Sides, told_changes
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError, say_which, templates_folder
from clausekit.cli.placing import Made, write_all
from clausekit.drafting import Templates, read_templates
from clausekit.finding import Finding, has_errors

if TYPE_CHECKING:
    from clausekit.authoring.in_word import Edit, Taken
    from clausekit.word.reading import View, WordFile

DONE, ERRORS = 0, 1
SIDES = Sides("in Word", "in the templates")
BUNDLED = "bundled"


def to_word(options: Options, console: Console) -> int:
    """A Word file for each clause that was named, to be edited and read back."""
    templates = _templates(options, console)
    findings = _findings(templates, console) if options.with_findings else ()
    folder = Path(options.out or ".")
    made = [_sheet_file(name, templates, findings, options) for name in options.clauses]
    _refuse_edited(folder, made)
    try:
        write_all(folder, made)
    except OSError as fault:
        raise MisuseError(f"'{folder}' cannot be written ({fault.strerror})") from None
    for one in made:
        console.data(str(folder / one.name))
    console.say("Edit them in Word, then read each back with 'clausekit templates from-word FILE'.")
    return DONE


def _templates(options: Options, console: Console) -> Templates:
    """The templates to use, also with faults in them: they may be what is to be mended in Word."""
    folder = templates_folder(options)
    say_which(folder, console)
    templates, findings = read_templates(folder)
    if templates is None:
        raise FaultyError("", None, None, findings)
    return templates


def _findings(templates: Templates, console: Console) -> Sequence[Finding]:
    from clausekit.authoring.checking import check

    with console.working("checking the templates"):
        return check(templates.folder, today()).findings


def _sheet_file(name: str, templates: Templates, findings: Sequence[Finding], options: Options) -> Made:
    from clausekit.authoring.in_word import sheets_of, word_file

    try:
        positions = positions_named(templates.library, name)
    except Unknown as fault:
        raise MisuseError(str(fault)) from None
    day = max(position.reviewed_on for position in positions)
    content = word_file(sheets_of(positions, templates, day), findings, day)
    stem = _stem(positions, templates)
    return Made("sheet", f"{stem} – findings.docx" if options.with_findings else f"{stem}.docx", content)


def _stem(positions: Sequence[Position], templates: Templates) -> str:
    first = positions[0]
    whole = len(positions) == len(templates.library.topics[first.topic].positions)
    return first.topic if whole else f"{first.topic} {first.order}-{first.id}"


def _refuse_edited(folder: Path, made: Sequence[Made]) -> None:
    """Never over a file that somebody may have edited."""
    for one in made:
        path = folder / one.name
        if path.exists() and path.read_bytes() != one.content:
            raise MisuseError(f"'{path}' is there and is another file; read it back first, move it, or use --out")


def from_word(options: Options, console: Console) -> int:
    """What an edited file would change; written with --yes, if nothing is in the way."""
    from clausekit.authoring.in_word import take
    from clausekit.word.reading import UnreadableFileError, View, read_word_file

    templates = _templates(options, console)
    view = View.ORIGINAL if options.revisions == "original" else View.ACCEPTED
    try:
        file = read_word_file(Path(options.file), options.file)
    except UnreadableFileError as fault:
        raise FaultyError("", None, None, [fault.finding()]) from None
    console.say(f"tracked changes: read {view}{_tracked(file)}")
    taken = take(file, view, templates, today())
    findings = [*taken.findings, *(finding for edit in taken.edits for finding in edit.findings)]
    _tell(taken, findings, view, options, console)
    return _write(taken, findings, templates, options, console)


def _tracked(file: WordFile) -> str:
    """How many changes are tracked in a file, and by how many people."""
    from clausekit.word.reading import View

    changes = {
        (change.kind, change.id, change.author)
        for paragraph in file.paragraphs(View.MARKED)
        for change in (*paragraph.mark, *paragraph.row, *(one for run in paragraph.runs for one in run.changes))
    }
    authors = {author for _, _, author in changes}
    return f" ({len(changes)} by {', '.join(sorted(authors))})" if changes else " (there are none)"


def _tell(taken: Taken, findings: Sequence[Finding], view: View, options: Options, console: Console) -> None:
    if options.json:
        edits = [_edit_as_json(edit) for edit in taken.edits if not edit.is_none]
        console.json({"revisions": str(view), "edits": edits, "findings": [one.as_json() for one in findings]})
        return
    for edit in taken.edits:
        if not edit.is_none:
            console.data(f"{edit.position.file}")
            for line in told_changes(edit.changes, SIDES, edit.position.first_line, console.colour_out):
                console.data(line)
    console.findings(findings)


def _edit_as_json(edit: Edit) -> dict[str, Any]:
    changes = [
        {"line": part.line, "was": part.base, "word": part.mine, "templates": part.theirs, "clash": not part.settled}
        for part in edit.changes
        if part.changed
    ]
    return {"file": edit.position.file, "clashes": edit.words is None, "changes": changes}


def _write(taken: Taken, findings: Sequence[Finding], templates: Templates, options: Options, console: Console) -> int:
    """Write what may be written; returns the exit code."""
    changed = [edit for edit in taken.edits if not edit.is_none]
    clashes = [edit.position.file for edit in changed if edit.words is None]
    if clashes or has_errors(findings):
        why = f"changes clash in {', '.join(clashes)}" if clashes else "errors stand above"
        console.say(f"Nothing is written: {why}. Change the Word file or the clause file so that they agree.")
        return ERRORS
    if not changed:
        console.say("Nothing differs from the templates.")
        return DONE
    if not options.yes:
        console.say(f"Nothing is written. Use --yes to write {len(changed)} of {len(taken.edits)} positions.")
        return DONE
    if templates.folder.said_by == BUNDLED:
        raise MisuseError("these are the program's own templates; make your own with 'clausekit templates copy DIR'")
    folder = templates.folder.path
    write_all(folder, [Made("clause", edit.path.relative_to(folder).as_posix(), edit.content()) for edit in changed])
    console.say(f"{len(changed)} of {len(taken.edits)} positions are written.")
    console.say("If the change has legal effect, add it to CHANGES.md, and put today's date into reviewed_on.")
    return DONE
