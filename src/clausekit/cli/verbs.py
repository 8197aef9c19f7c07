"""What each verb does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.asking import ask
from clausekit.cli.authoring import run_stories
from clausekit.cli.benching import bench
from clausekit.cli.binding import bind_book, diff_templates
from clausekit.cli.bringing import bring_in
from clausekit.cli.checking import check_templates
from clausekit.cli.comparing import print_comparison
from clausekit.cli.console import Console
from clausekit.cli.copying import copy_templates
from clausekit.cli.in_word import from_word, to_word
from clausekit.cli.noting import note_changes, write_pages
from clausekit.cli.opening import FaultyError, MisuseError, Opened, law_days, open_deal, open_register
from clausekit.cli.previewing import preview
from clausekit.cli.registering import print_changes, print_instrument, print_left_out, print_register
from clausekit.cli.releasing import release
from clausekit.cli.telling import errors_among, print_explanation, print_findings, say_summary
from clausekit.cli.updating import update_templates
from clausekit.cli.verifying import verify
from clausekit.cli.writing import checked_contract, write_draft
from clausekit.drafting import Draft, draft
from clausekit.finding import Finding, Severity, has_errors
from clausekit.library_pin import CODE as OTHER_LIBRARY

if TYPE_CHECKING:
    from clausekit.facts import FactInfo

DONE, ERRORS, MISUSE = 0, 1, 2
Verb = Callable[[Options, Console], int]


def _told(verb: Verb) -> Verb:
    """Turns misuse and faulty files into words and an exit code."""

    def run(options: Options, console: Console) -> int:
        try:
            return verb(options, console)
        except MisuseError as misuse:
            console.say(f"clausekit: {misuse}")
            return MISUSE
        except FaultyError as fault:
            return _faulty(fault, options, console)

    return run


def _faulty(fault: FaultyError, options: Options, console: Console) -> int:
    """The findings, in JSON where it was asked for; they are what `check` is asked for."""
    if options.json:
        console.json(_without_answer(fault, options))
    elif options.verb in ("check", "release", "verify"):
        console.listed(fault.findings)
    else:
        console.findings(fault.findings)
    return ERRORS


def _without_answer(fault: FaultyError, options: Options) -> dict[str, Any]:
    """What a verb prints as JSON where errors leave it no answer: its own keys, and the findings."""
    findings = [finding.as_json() for finding in fault.findings]
    days = {"known_at": _day(fault.known_at)}
    match options.verb:
        case "draft":
            return {"files": [], "findings": findings}
        case "release":
            return {"file": options.file, "released": False, "findings": findings, "not_checked": []}
        case "verify":
            return {"file": options.file, "untouched": False, "findings": findings}
        case "explain":
            return {"clauses": [], "duties": [], "steps": [], "coming": [], "findings": findings}
        case "templates from-word":
            return {"revisions": options.revisions, "edits": [], "findings": findings}
        case "templates update":
            return {"files": [], "findings": findings}
        case "templates test":
            return {"stories": 0, "hold": 0, "findings": findings}
        case "templates diff":
            return {"variants": 0, "touched": [], "moved": {}, "findings": findings}
        case "law" if options.instrument is None:
            return {"on": _day(fault.law_as_of), **days, "instruments": [], "findings": findings}
        case "law":
            unknown: dict[str, Any] = {"status": None, "confirmed": None, "summary": None, "events": [], "sources": []}
            return {"id": options.instrument, "on": _day(fault.law_as_of), **days, **unknown, "findings": findings}
    return _checked(options.deal, fault.law_as_of, fault.known_at, fault.findings, [])


def _checked(
    deal: str, law_as_of: date | None, known_at: date | None, findings: Iterable[Finding], headlines: list[Any]
) -> dict[str, Any]:
    return {
        "deal": deal,
        "law_as_of": _day(law_as_of),
        "known_at": _day(known_at),
        "findings": [finding.as_json() for finding in findings],
        "headlines": headlines,
    }


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _drafted(options: Options, console: Console) -> tuple[Opened, Draft, list[Finding]]:
    opened = open_deal(options, console)
    with console.working("drafting"):
        made = draft(opened.matter)
    return opened, made, [*opened.findings, *made.findings]


@_told
def check(options: Options, console: Console) -> int:
    """Every finding, of the deal, its contract and its law."""
    opened, made, findings = _drafted(options, console)
    standpoint = opened.matter.standpoint
    if options.compare_law_as_of:
        print_comparison(made.assessment, options.compare_law_as_of, options, console)
        return ERRORS if has_errors(findings) else DONE
    if options.json:
        headlines = [headline.as_json() for headline in made.assessment.headlines]
        console.json(_checked(options.deal, standpoint.law_as_of, standpoint.known_at, findings, headlines))
    else:
        print_findings(made.assessment, findings, console)
    return ERRORS if has_errors(findings) else DONE


@_told
def explain(options: Options, console: Console) -> int:
    """Why each clause, position and duty."""
    _, made, findings = _drafted(options, console)
    assessment = made.assessment
    console.findings(errors_among(findings))
    if options.json:
        clauses = [clause.as_json() for clause in assessment.clauses]
        duties = [row for duty in assessment.duties for row in duty.as_json()]
        steps = [step.as_json() for step in assessment.steps]
        coming = [event.as_json() for event in assessment.coming]
        console.json({"clauses": clauses, "duties": duties, "steps": steps, "coming": coming})
    else:
        print_explanation(assessment, console)
    return ERRORS if has_errors(findings) else DONE


@_told
def show(options: Options, console: Console) -> int:
    """The contract on standard output."""
    from clausekit.agreement import markdown, plain_text

    _, made, findings = _drafted(options, console)
    console.findings(errors_among(findings))
    console.data((markdown if options.format == "markdown" else plain_text)(made.contract))
    return ERRORS if has_errors(findings) else DONE


@_told
def write(options: Options, console: Console) -> int:
    """The contract, the memo and the receipt, all or none."""
    made, findings, files = write_files(options, console)
    if options.json:
        console.json({"files": files, "findings": [finding.as_json() for finding in findings]})
    else:
        say_summary(made, files, findings, console)
    return DONE


def write_files(options: Options, console: Console) -> tuple[Draft, list[Finding], list[dict[str, Any]]]:
    """Draft and write; raises FaultyError where anything must be mended first."""
    opened, made, findings = _drafted(options, console)
    _stay_with_library(opened, findings, options)
    if has_errors(findings):
        raise FaultyError(options.deal, *_days(opened), findings)
    return made, findings, write_draft(opened, made, findings, options, console)


def _stay_with_library(opened: Opened, findings: Iterable[Finding], options: Options) -> None:
    """Another library stops a draft, for a deal moves only when told; elsewhere it is a warning."""
    stops = [_stopping(finding) for finding in findings if finding.code == OTHER_LIBRARY]
    if stops:
        raise FaultyError(options.deal, *_days(opened), stops)


def _stopping(finding: Finding) -> Finding:
    way_out = "Or let the deal move to the one used here with --move-library."
    return replace(finding, severity=Severity.ERROR, message=f"{finding.message} {way_out}")


def check_files(options: Options, console: Console) -> list[Finding]:
    """What keeps a draft from being written, or its contract from being released; writes nothing."""
    opened, made, findings = _drafted(options, console)
    _stay_with_library(opened, findings, options)
    if has_errors(findings):
        return findings
    _, _, told = checked_contract(opened, made, console)
    return [*findings, *told]


def _days(opened: Opened) -> tuple[Any, Any]:
    return opened.matter.standpoint.law_as_of, opened.matter.standpoint.known_at


BENCH = "bench"  # in the place of an instrument


@_told
def law(options: Options, console: Console) -> int:
    """The register, one instrument, or what is left out of it, on a day; or the bench of definitions."""
    if options.instrument == BENCH:
        return bench(options, console)
    if options.against:
        raise MisuseError(
            f"'--against' compares what definitions catch: write 'law {BENCH} --against {options.against}'"
        )
    register = open_register(options, console)
    if options.left_out:
        print_left_out(register, options.json, console)
        return DONE
    on, known_at = law_days(options)
    if options.changes:
        first, last = options.changes
        print_changes(register, (first, last), known_at, options.json, console)
        return DONE
    console.say(f"law as of {on}, known at {known_at}")
    if options.instrument is None:
        print_register(register, on, known_at, options.json, console)
    else:
        print_instrument(register, options.instrument, on, known_at, options.json, console)
    return DONE


@_told
def facts(options: Options, console: Console) -> int:
    """Every fact's path, type, allowed values and question."""
    from clausekit.facts import all_facts

    found = all_facts()
    if options.json:
        console.json([_fact_as_json(fact) for fact in found])
    else:
        for fact in found:
            console.data(f"{fact.path}  ({fact.type})  {fact.question}")
    return DONE


def _fact_as_json(fact: FactInfo) -> dict[str, Any]:
    return {
        "path": fact.path,
        "type": fact.type,
        "allowed": list(fact.allowed) or None,
        "question": fact.question,
        "section": fact.section,
        "required": fact.required,
        "travels": str(fact.travels),
    }


VERBS: Mapping[str, Verb] = {
    "ask": _told(ask),
    "bring-in": _told(bring_in),
    "draft": write,
    "check": check,
    "explain": explain,
    "show": show,
    "release": _told(release),
    "verify": _told(verify),
    "law": law,
    "facts": facts,
    "templates book": _told(bind_book),
    "templates check": _told(check_templates),
    "templates copy": _told(copy_templates),
    "templates preview": _told(preview),
    "templates update": _told(update_templates),
    "templates diff": _told(diff_templates),
    "templates note": _told(note_changes),
    "templates pages": _told(write_pages),
    "templates to-word": _told(to_word),
    "templates from-word": _told(from_word),
    "templates test": _told(run_stories),
}
