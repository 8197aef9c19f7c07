"""Writing a draft: all files or none, and never over what counsel has edited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.assessment import Assessment
from clausekit.assessment.naming import Names
from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError, Opened
from clausekit.cli.placing import Made, edited_files, keep_copy, write_all
from clausekit.cli.releasing import check_contract
from clausekit.drafting import Draft
from clausekit.file_names import matter_name
from clausekit.finding import Finding, Place, error
from clausekit.kept import kept_of
from clausekit.library_pin import belongs_to_library, pin
from clausekit.receipt import changes_since, is_receipt, receipt, sha256

if TYPE_CHECKING:
    from clausekit.word.house_style import HouseStyle


def write_draft(
    opened: Opened, made: Draft, findings: Sequence[Finding], options: Options, console: Console
) -> list[dict[str, Any]]:
    """Write contract, memo and receipt, and record the library in the deal; returns path, kind and hash of each."""
    folder = Path(options.out)
    matter = matter_name(opened.deal.file_name, opened.deal_file.stem)
    with _pinned(opened, console):
        files = _files(opened, made, findings, options, matter, console)
        _place(opened, folder, files, options)
    return [{"path": str(folder / one.name), "kind": one.kind, "sha256": sha256(one.content)} for one in files]


@contextmanager
def _pinned(opened: Opened, console: Console) -> Iterator[None]:
    """The deal records its library before its receipt is made, and does not where nothing is written."""
    folder = opened.templates.folder
    if belongs_to_library(opened.deal_file, folder):
        yield
        return
    before = opened.deal_file.read_bytes()
    console.findings(pin(opened.deal_file, folder))
    try:
        yield
    except BaseException:
        if opened.deal_file.read_bytes() != before:
            opened.deal_file.write_bytes(before)
        raise


def _files(
    opened: Opened,
    made: Draft,
    findings: Sequence[Finding],
    options: Options,
    matter: str,
    console: Console,
) -> list[Made]:
    from clausekit.word import part_hashes, write
    from clausekit.word.annotations import annotate
    from clausekit.word.memo import MemoFacts, memo

    house, contract, _ = checked_contract(opened, made, console)
    day, chosen = _days(opened)[0], made.assessment.outcome.chosen
    with console.working("writing the memo"):
        facts = MemoFacts(opened.deal.title, made.about_text, _changes(opened, made.assessment, findings, options))
        document = memo(made.assessment, facts)
        files = [contract, Made("memo", f"{matter} – memo.docx", write(document, house, made=day))]
    if options.annotated:
        with console.working("writing the annotated copy"):
            comments = annotate(made.contract, made.assessment, findings)
            annotated = write(made.contract, house, made=day, comments=comments)
            files.append(Made("annotated", f"{matter} – annotated.docx", annotated))
    proof = {one.name: {"sha256": sha256(one.content), "parts": part_hashes(one.content)} for one in files}
    return [*files, Made("receipt", f"{matter}.receipt.json", _receipt(opened, chosen, findings, proof))]


def checked_contract(opened: Opened, made: Draft, console: Console) -> tuple[HouseStyle, Made, list[Finding]]:
    """The contract's file, read back by the release gate, with what that says of it: blanks, as warnings.

    Raises:
        FaultyError: the house style cannot be used, or the file holds something internal.
    """
    from clausekit.word import load_house_style, write

    file = opened.templates.folder.house_style
    with kept_of(file) as kept:
        house, faults = load_house_style(file, kept)
    if house is None:
        raise FaultyError(str(opened.deal_file), *_days(opened), faults)
    console.findings(faults)
    matter = matter_name(opened.deal.file_name, opened.deal_file.stem)
    with console.working("writing the contract"):
        contract = Made("contract", f"{matter}.docx", write(made.contract, house, made=_days(opened)[0]))
    with console.working("checking the contract for release"):
        return house, contract, check_contract(contract.content, contract.name, opened, made)


def _days(opened: Opened) -> tuple[Any, Any]:
    return opened.matter.standpoint.law_as_of, opened.matter.standpoint.known_at


def _receipt(
    opened: Opened, positions: Mapping[str, str], findings: Sequence[Finding], files: Mapping[str, Mapping[str, Any]]
) -> bytes:
    law_as_of, known_at = _days(opened)
    return receipt(
        deal=opened.deal_file.read_bytes(),
        templates=opened.templates.folder.hash(),
        law_as_of=law_as_of,
        known_at=known_at,
        positions=positions,
        findings=findings,
        files=files,
    )


def _changes(opened: Opened, assessment: Assessment, findings: Sequence[Finding], options: Options) -> list[str] | None:
    """What changed since the receipt that was named."""
    if options.since is None:
        return None
    before = _earlier(Path(options.since))
    now = json.loads(_receipt(opened, assessment.outcome.chosen, findings, {}))
    return changes_since(before, now, Names(assessment).called)


def _earlier(path: Path) -> Any:
    try:
        before: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        before = None
    if not is_receipt(before):
        raise MisuseError(f"'{path}' is not the receipt of a draft")
    return before


def _place(opened: Opened, folder: Path, files: Sequence[Made], options: Options) -> None:
    """Put the files in place, or raise FaultyError saying which one is in the way, and why."""
    try:
        edited = edited_files(folder, files[-1].name, files)
        if edited and not options.force:
            raise FaultyError(options.deal, *_days(opened), [_edited(path) for path in edited])
        for path in edited:
            keep_copy(path, today())
        write_all(folder, files)
    except (OSError, UnicodeError) as fault:
        raise FaultyError(options.deal, *_days(opened), [_unwritable(folder, fault)]) from None


def _edited(path: Path) -> Finding:
    message = (
        "This file is not the one that was last drafted here; somebody has edited it. "
        "Move it, or use --force, which keeps a dated copy."
    )
    return error("edited-file", message, Place(file=str(path)))


def _unwritable(folder: Path, fault: OSError | UnicodeError) -> Finding:
    why = fault.strerror if isinstance(fault, OSError) else "this system cannot name the files"
    return error(
        "cannot-write", f"The files cannot be written here ({why}). None was written.", Place(file=str(folder))
    )
