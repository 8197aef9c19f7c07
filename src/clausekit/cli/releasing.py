"""Releasing a file: read back as an outsider would, and refused if it holds anything internal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError, Opened, open_deal
from clausekit.drafting import Draft, draft
from clausekit.facts import Deal, read_deal
from clausekit.finding import Finding, Place, Severity, has_errors, warning

if TYPE_CHECKING:
    from clausekit.word.release import Secrets

DONE, ERRORS = 0, 1


def release(options: Options, console: Console) -> int:
    """Whether a finished file may go to the other side."""
    from clausekit.word.reading import UnreadableFileError, read_word_file

    if options.matters and not options.deal:
        raise MisuseError("--matters needs --deal: without it nobody can tell whose names are whose")
    try:
        file = read_word_file(Path(options.file), options.file)
    except UnreadableFileError as fault:
        raise FaultyError(options.file, None, None, [fault.finding()]) from None
    secrets, findings = _secrets(options, console)
    blanks = Severity.WARNING if options.allow_blanks else Severity.ERROR
    return _answer(file, secrets, findings, blanks, options, console)


def _answer(
    file: Any,
    secrets: Secrets | None,
    findings: list[Finding],
    blanks: Severity,
    options: Options,
    console: Console,
) -> int:
    from clausekit.word.release import WITHOUT_DEAL, WITHOUT_MATTERS, gate

    findings += gate(file, secrets, blanks=blanks)
    skipped = WITHOUT_DEAL if secrets is None else () if secrets.matters else WITHOUT_MATTERS
    may_go = not has_errors(findings)
    if options.json:
        listed = [finding.as_json() for finding in findings]
        console.json({"file": options.file, "released": may_go, "findings": listed, "not_checked": list(skipped)})
    else:
        console.listed(findings)
    for what in skipped:
        console.say(f"not checked: {what}")
    console.say(f"{options.file}: {'may be released' if may_go else 'may not be released'}")
    return DONE if may_go else ERRORS


def _secrets(options: Options, console: Console) -> tuple[Secrets | None, list[Finding]]:
    """What the deal holds that the file must not, and deals of other matters that could not be read."""
    if not options.deal:
        return None, []
    opened = open_deal(options, console)
    others, faults = _others(options.matters, opened.deal_file) if options.matters else (None, [])
    return secrets(opened, draft(opened.matter), others), faults


def secrets(opened: Opened, made: Draft, others: Sequence[Deal] | None = None) -> Secrets:
    """What a file about this deal must not hold."""
    from clausekit.word.memo import MemoFacts, memo
    from clausekit.word.release import secrets_of

    notes = memo(made.assessment, MemoFacts(opened.deal.title, made.about_text))
    return secrets_of(opened.deal, made.assessment, notes, [*opened.findings, *made.findings], others)


def _others(folder: str, own: Path) -> tuple[list[Deal], list[Finding]]:
    """The deals of the other matters in a folder and below it."""
    if not Path(folder).is_dir():
        raise MisuseError(f"'{folder}' is not a folder")
    deals, findings = [], []
    for path in sorted(Path(folder).rglob("*.yaml")):
        if path.resolve() == own.resolve():
            continue
        deal, _ = read_deal(path, str(path))
        if deal is not None:
            deals.append(deal)
        else:
            words = "this file could not be read as a deal, so its parties were not looked for"
            findings.append(warning("release-unread-matter", words, Place(str(path))))
    return deals, findings


def check_contract(content: bytes, name: str, opened: Opened, made: Draft) -> list[Finding]:
    """What the gate says of a contract that was just drafted: blanks are warnings.

    Raises:
        FaultyError: it holds something internal; nothing may be written.
    """
    from clausekit.word.reading import read_word_bytes
    from clausekit.word.release import gate

    findings = gate(read_word_bytes(content, name), secrets(opened, made), blanks=Severity.WARNING)
    if has_errors(findings):
        standpoint = opened.matter.standpoint
        raise FaultyError(name, standpoint.law_as_of, standpoint.known_at, [_told(one, name) for one in findings])
    return findings


def _told(finding: Finding, name: str) -> Finding:
    """A finding about a file that was not written."""
    return replace(finding, message=f"the contract was not written, because {finding.message}", place=Place(name))
