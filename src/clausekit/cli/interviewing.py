"""The verbs of the screen: the list of matters, one deal, and both in a browser."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.cli.arguments import Options, on_a_terminal
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import TemplatesFolder, find_templates

if TYPE_CHECKING:
    from clausekit.finding import Finding
    from clausekit.interview.services import Check, Services, Wanted, Write

DONE, ERRORS, MISUSE = 0, 1, 2
DEFAULT_KEYS = Path("clausekit") / "keys.yaml"


def matters(options: Options, console: Console) -> int:
    """The list of matters; without a terminal the arguments were refused before."""
    return _on_screen(options, console, None)


def interview(options: Options, console: Console) -> int:
    """One deal; the name of a starter deal begins a new matter from it."""
    if not on_a_terminal():
        console.say("clausekit: the interview needs a terminal; 'clausekit ask' goes line by line.")
        return MISUSE
    folder = _templates(options, console)
    deal = deal_file(options, folder, console) if folder else None
    return MISUSE if deal is None else _on_screen(options, console, deal)


def _on_screen(options: Options, console: Console, deal: Path | None) -> int:
    folder = _templates(options, console)
    if folder is None:
        return MISUSE
    from clausekit.interview.terminal import prepare, run

    prepare(os.environ)
    keys, findings = _keys(options)
    console.findings(findings)
    if findings:
        return ERRORS
    from clausekit.interview.app import InterviewApp

    return run(InterviewApp(services_of(options, folder, keys), deal))


def _templates(options: Options, console: Console) -> TemplatesFolder | None:
    folder = find_templates(options.templates, os.environ.get("CLAUSEKIT_TEMPLATES"), Path.cwd())
    if folder is None:
        asked = options.templates or os.environ.get("CLAUSEKIT_TEMPLATES")
        console.say(f"clausekit: '{asked}' holds no templates (law/conduct.yaml is not there)")
    return folder


def _matters_folder(options: Options) -> Path:
    return Path(options.matters or os.environ.get("CLAUSEKIT_MATTERS") or ".")


def deal_file(options: Options, folder: TemplatesFolder, console: Console) -> Path | None:
    """The deal file. A starter deal is copied among the matters, so that the original stays as it is; a file that
    is not there yet begins an empty matter."""
    path = Path(options.deal)
    starter = folder.deals / f"{options.deal}.yaml"
    if path.is_file():
        return path
    if os.sep not in options.deal and starter.is_file():
        return _from_starter(starter, _matters_folder(options), console)
    if path.suffix in {".yaml", ".yml"}:
        return _begun(path, console)
    console.say(f"clausekit: no deal '{options.deal}'{did_you_mean(options.deal, folder.starter_deals())}")
    return None


def _from_starter(starter: Path, matters: Path, console: Console) -> Path:
    own = matters / starter.name
    if not own.exists():
        shutil.copyfile(starter, own)
        own.chmod(0o600)
        console.say(f"clausekit: a new matter, {own}, begins from the starter deal {starter.stem}.")
    return own


def _begun(path: Path, console: Console) -> Path | None:
    from clausekit.editing.matters import begin_at

    findings = begin_at(path)
    console.findings(findings)
    if findings:
        return None
    console.say(f"clausekit: a new matter begins in {path}.")
    return path


def _keys(options: Options) -> tuple[Mapping[str, str], list[Finding]]:
    """Counsel's own keys: the option, then the environment, then the user's folder of settings."""
    named = options.keys or os.environ.get("CLAUSEKIT_KEYS")
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = Path(named) if named else settings / DEFAULT_KEYS
    if not named and not path.is_file():
        return {}, []
    from clausekit.interview.keymap import read_keys

    return read_keys(path)


def services_of(options: Options, folder: TemplatesFolder, keys: Mapping[str, str]) -> Services:
    from clausekit.interview.services import Services

    return Services(
        templates=folder,
        matters=_matters_folder(options),
        today=today(),
        check=_checker(options),
        write=_writer(options),
        out=options.out,
        law_as_of=options.law_as_of,
        known_at=options.known_at,
        keys=keys,
        theme=options.theme or os.environ.get("CLAUSEKIT_THEME") or "dark",
        spacing=options.spacing,
    )


def _writer(options: Options) -> Write:
    """Writes a draft as the verb `draft` does, and says nothing on the terminal that the app has."""

    def write(deal: Path, wanted: Wanted) -> tuple[list[str], list[Finding]]:
        from clausekit.cli.opening import FaultyError
        from clausekit.cli.verbs import write_files

        silent = Console(StringIO(), StringIO(), False, False, wanted.told)
        try:
            _, findings, files = write_files(_of_draft(options, deal, wanted), silent)
            return [str(file["path"]) for file in files], findings
        except FaultyError as fault:
            return [], fault.findings

    return write


def _checker(options: Options) -> Check:
    """What would keep the contract from being written or released."""

    def check(deal: Path) -> list[Finding]:
        from clausekit.cli.opening import FaultyError
        from clausekit.cli.verbs import check_files
        from clausekit.interview.services import Wanted

        try:
            return check_files(_of_draft(options, deal, Wanted()), Console(StringIO(), StringIO(), False, False))
        except FaultyError as fault:
            return fault.findings

    return check


def _of_draft(options: Options, deal: Path, wanted: Wanted) -> Options:
    """What the verb `draft` would be given."""
    return Options(
        verb="draft", deal=str(deal), out=options.out or str(deal.parent.resolve()), force=wanted.force,
        annotated=wanted.annotated, law_as_of=options.law_as_of, known_at=options.known_at,
        templates=options.templates,
    )  # fmt: skip


def serve(options: Options, console: Console) -> int:
    """The interview in a browser of this machine, behind a token that counts once."""
    from clausekit.interview.serving import serve as serve_app

    command = [sys.executable, "-m", "clausekit", *_passed_on(options)]
    return serve_app(command, options.port, console.say)


def _passed_on(options: Options) -> list[str]:
    """The arguments of the app that the browser shows."""
    pairs = {
        "--matters": options.matters,
        "--theme": options.theme,
        "--keys": options.keys,
        "--spacing": options.spacing,
    }
    common = [part for name, value in pairs.items() if value for part in (name, str(value))]
    if not options.deal:
        return common
    deal = {"--out": options.out, "--templates": options.templates, "--law-as-of": options.law_as_of,
            "--known-at": options.known_at}  # fmt: skip
    return ["interview", options.deal, *common, *(p for n, v in deal.items() if v for p in (n, str(v)))]


VERBS: Mapping[str, Callable[[Options, Console], int]] = {"matters": matters, "interview": interview, "serve": serve}
