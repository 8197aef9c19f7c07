"""What each verb does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.copying import copy_templates
from clausekit.cli.opening import FaultyError, MisuseError, Opened, open_deal, open_templates, today
from clausekit.cli.registering import print_instrument, print_register
from clausekit.cli.telling import print_explanation, say_summary
from clausekit.cli.writing import write_draft
from clausekit.drafting import Draft, draft
from clausekit.finding import Finding, has_errors

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
    console.findings(fault.findings)
    if options.json:
        console.json(_checked(fault.deal, fault.law_as_of, fault.known_at, fault.findings, []))
    return ERRORS


def _checked(deal: str, law_as_of: object, known_at: object, findings: Iterable[Finding], headlines: Any) -> Any:
    return {
        "deal": deal,
        "law_as_of": str(law_as_of) if law_as_of else None,
        "known_at": str(known_at) if known_at else None,
        "findings": [finding.as_json() for finding in findings],
        "headlines": headlines,
    }


def _drafted(options: Options, console: Console) -> tuple[Opened, Draft, list[Finding]]:
    opened = open_deal(options, console)
    made = draft(opened.matter)
    return opened, made, [*opened.findings, *made.findings]


@_told
def check(options: Options, console: Console) -> int:
    """Every finding, of the deal, its contract and its law."""
    opened, made, findings = _drafted(options, console)
    standpoint = opened.matter.standpoint
    if options.json:
        headlines = [headline.as_json() for headline in made.assessment.headlines]
        console.json(_checked(options.deal, standpoint.law_as_of, standpoint.known_at, findings, headlines))
    else:
        for headline in made.assessment.headlines:
            console.data(headline.message)
        console.data("")
        console.listed(findings)
    return ERRORS if has_errors(findings) else DONE


@_told
def explain(options: Options, console: Console) -> int:
    """Why each clause, position and duty."""
    _, made, findings = _drafted(options, console)
    assessment = made.assessment
    if options.json:
        clauses = [clause.as_json() for clause in assessment.clauses]
        console.json({"clauses": clauses, "duties": [row for duty in assessment.duties for row in duty.as_json()]})
    else:
        print_explanation(assessment, console)
    return ERRORS if has_errors(findings) else DONE


@_told
def show(options: Options, console: Console) -> int:
    """The contract on standard output."""
    from clausekit.agreement import markdown, plain_text

    _, made, findings = _drafted(options, console)
    errors = [finding for finding in findings if has_errors([finding])]
    console.findings(errors)
    console.data((markdown if options.format == "markdown" else plain_text)(made.contract))
    return ERRORS if errors else DONE


@_told
def write(options: Options, console: Console) -> int:
    """The contract, the memo and the receipt, all or none."""
    opened, made, findings = _drafted(options, console)
    if has_errors(findings):
        raise FaultyError(options.deal, *_days(opened), findings)
    files = write_draft(opened, made, findings, options, console)
    if options.json:
        console.json({"files": files, "findings": [finding.as_json() for finding in findings]})
    else:
        say_summary(made, files, console)
    return DONE


def _days(opened: Opened) -> tuple[Any, Any]:
    return opened.matter.standpoint.law_as_of, opened.matter.standpoint.known_at


@_told
def law(options: Options, console: Console) -> int:
    """The register, or one instrument, on a day."""
    register = open_templates(options, console).register
    on, known_at = options.law_as_of or today(), options.known_at or today()
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
    }


VERBS: Mapping[str, Verb] = {
    "draft": write,
    "check": check,
    "explain": explain,
    "show": show,
    "law": law,
    "facts": facts,
    "templates copy": _told(copy_templates),
}
