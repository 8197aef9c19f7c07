"""`templates update`: a new release of ours brought into a firm's own templates, with a choice for each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from clausekit.authoring.updating import Kind, Step, Take, Writing, steps, writing
from clausekit.cli.arguments import Options, on_a_terminal
from clausekit.cli.changes import Sides, told_changes
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import MisuseError, templates_folder
from clausekit.cli.placing import Made, write_all
from clausekit.drafting import read_templates
from clausekit.finding import Finding, has_errors
from clausekit.templates_folder import BASE, KEPT, NEW, TemplatesFolder

DONE, ERRORS = 0, 1
SIDES = Sides("by you", "in the release")
QUESTION = "Take it? [y]es, [n]o and do not ask again, [l]ater, [q]uit: "
ANSWERS = {"y": Take.RELEASE, "n": Take.MINE, "l": Take.LATER}
CLASH_QUESTION = "[m]ine stays, [r]elease (yours is kept in .kept), [b]oth for now (the release in .new), [q]uit: "
CLASH_ANSWERS = {"m": Take.MINE, "r": Take.RELEASE, "b": Take.BOTH}


class _Stopped(Exception):
    """Somebody does not want to go on."""


def update_templates(options: Options, console: Console) -> int:
    """Bring the release into a firm's folder; nothing a firm wrote is overwritten."""
    folder = Path(options.folder)
    if not (folder / BASE).is_dir():
        raise MisuseError(
            f"'{folder}' has no {BASE} with our originals, so that your changes cannot be told from ours; "
            "make a folder with 'clausekit templates copy' and bring your words into it"
        )
    release = templates_folder(options)
    if release.path.resolve() == folder.resolve():
        raise MisuseError(f"'{folder}' is itself the release to bring in; name another with --templates")
    found = [step for step in steps(folder, release.path) if _is_asked_for(step, options.files)]
    try:
        decided = _decided(found, options, console)
    except (_Stopped, EOFError):
        console.say("Nothing is written.")
        return DONE
    return _carry_out(folder, decided, options, console)


def _is_asked_for(step: Step, names: Sequence[str]) -> bool:
    paths = [file.path for file in (step.base, step.mine, step.release) if file]
    return not names or any(name.rstrip("/") in (step.key, path) or path.startswith(f"{name.rstrip('/')}/")
                            for name in names for path in paths)  # fmt: skip


def _decided(found: Sequence[Step], options: Options, console: Console) -> dict[Step, Take]:
    """The choice for each file: by the option, or by whoever sits at the terminal."""
    asks = options.take == "ask" or (not options.take and on_a_terminal() and not options.dry_run)
    decided: dict[Step, Take] = {}
    for step in found:
        if not options.json:
            _tell(step, console)
        decided[step] = _asked(step, console) if asks else _as_told(step, options)
    return decided


def _tell(step: Step, console: Console) -> None:
    console.data(f"{_path(step)}: {step.kind}")
    if step.kind in (Kind.CHANGED, Kind.MERGED, Kind.CLASH):
        for line in told_changes(step.changes, SIDES, colour=console.colour_out):
            console.data(line)


def _path(step: Step) -> str:
    return next(file.path for file in (step.mine, step.release, step.base) if file)


def _as_told(step: Step, options: Options) -> Take:
    """One answer for all; a clash is settled only where its file was named."""
    if options.dry_run or not options.take:
        return Take.LATER
    if step.kind is Kind.CLASH and not options.files:
        return Take.BOTH if options.take == "release" else Take.MINE
    return Take(options.take)


def _asked(step: Step, console: Console) -> Take:
    if step.kind in (Kind.ALIKE, Kind.YOURS_NOW, Kind.DELETED):
        return Take.RELEASE  # yours stays as it is; there is nothing to choose
    question, answers = (CLASH_QUESTION, CLASH_ANSWERS) if step.kind is Kind.CLASH else (QUESTION, ANSWERS)
    while True:
        typed = console.asked(question).strip().lower()[:1]
        if typed == "q":
            raise _Stopped
        if typed in answers:
            return answers[typed]


def _carry_out(folder: Path, decided: Mapping[Step, Take], options: Options, console: Console) -> int:
    written = writing(decided, _kept_name(folder, today()))
    findings = _put(folder, written)
    clashes = [step for step, take in decided.items() if take is Take.BOTH]
    if options.json:
        console.json({
            "files": [_as_json(step, take) for step, take in decided.items()],
            "findings": [finding.as_json() for finding in findings],
        })  # fmt: skip
    console.findings([] if options.json else findings)
    for line in _summary(decided, clashes, written, options):
        console.say(line)
    return ERRORS if clashes or has_errors(findings) else DONE


def _kept_name(folder: Path, day: date) -> str:
    """A folder for what is replaced today, where there is none yet."""
    names = (f"{day}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if not (folder / KEPT / name).exists())


def _put(folder: Path, written: Writing) -> list[Finding]:
    """Write everything, then take away what has no place any more; what is wrong with the templates now."""
    if not written.contents and not written.gone:
        return []
    try:
        write_all(folder, [Made("template", path, content) for path, content in written.contents.items()])
        for path in sorted(written.gone):
            (folder / path).unlink(missing_ok=True)
            _remove_empty((folder / path).parent, folder)
    except OSError as fault:
        raise MisuseError(f"'{folder}' cannot be written ({fault.strerror or 'no space, or no permission'})") from None
    return read_templates(TemplatesFolder(folder, "update", str(folder)))[1]


def _remove_empty(path: Path, above: Path) -> None:
    while path != above and path.is_dir() and not any(path.iterdir()):
        path.rmdir()
        path = path.parent


def _as_json(step: Step, take: Take) -> dict[str, Any]:
    return {"file": _path(step), "kind": step.kind, "take": take}


def _summary(
    decided: Mapping[Step, Take], clashes: Iterable[Step], written: Writing, options: Options
) -> Iterator[str]:
    if not decided:
        yield "The release brings nothing new."
        return
    counts = {take: sum(one is take for one in decided.values()) for take in Take}
    if counts[Take.LATER] == len(decided):
        yield (f"{len(decided)} files differ. Nothing is written. Use --take release to bring in what does not clash, "
               "--take mine to keep yours, or --take ask to choose one by one.")  # fmt: skip
        return
    words = {Take.RELEASE: "brought in", Take.MINE: "kept as yours", Take.LATER: "left for later", Take.BOTH: "clash"}
    yield f"{', '.join(f'{number} {words[take]}' for take, number in counts.items() if number)}."
    for step in clashes:
        yield (f"{_path(step)} stays as you wrote it; the release is in {NEW}/. Bring them together, then settle it "
               f"with 'clausekit templates update {options.folder} --only {_path(step)} --take mine'.")  # fmt: skip
    if any(path.startswith(f"{KEPT}/") for path in written.contents):
        yield f"Your own words, as they were before, are in {KEPT}/."
    yield "Deals that were drafted with the templates as they were will say so, and move only when told."
