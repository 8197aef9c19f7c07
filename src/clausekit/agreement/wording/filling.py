"""Fills one clause text: check, rewrite, run in the sandbox."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jinja2 import Template, TemplateSyntaxError, nodes

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.filled import Filled
from clausekit.agreement.wording.checking import check
from clausekit.agreement.wording.environment import LEDGER, sandbox
from clausekit.agreement.wording.faults import faults_of_characters, faults_of_signs
from clausekit.agreement.wording.laying_out import LaidOut, laid_out
from clausekit.agreement.wording.ledger import MAX_CHARACTERS, Ledger, LimitError, WordingScope
from clausekit.agreement.wording.printing import Seen, members
from clausekit.agreement.wording.rewriting import rewritten
from clausekit.agreement.wording.single_tags import faults_by_tag
from clausekit.agreement.wording.spots import Spot
from clausekit.facts.view import Fact, View
from clausekit.finding import Finding, has_errors

LINE_END = re.compile("\r\n|\r|\n")
MAX_SOURCE = 200_000  # characters of one clause text
PRINCIPALS = {"supplier": "Supplier", "customer": "Customer"}  # roles that wording can name


def check_wording(clause: ClauseText, circumstances: Collection[str]) -> list[Finding]:
    """Every fault of one clause text that can be seen without a deal."""
    return list(_compiled(_one_kind_of_line_end(clause), frozenset(circumstances))[1])


def fill(clause: ClauseText, scope: WordingScope) -> tuple[Filled | None, list[Finding]]:
    """Fill one clause text from a deal.

    Returns the filled text, or None if it has errors, and all findings.
    """
    clause = _one_kind_of_line_end(clause)
    compiled, findings = _compiled(clause, frozenset(scope.questions))
    if compiled is None:
        return None, list(findings)
    ledger = Ledger(clause, scope, party_labels(scope.deal))
    text = _run(compiled.template, ledger)
    found = list(ledger.findings)
    filled = Filled(clause, text, tuple(ledger.inserts), frozenset(ledger.reached))
    return None if has_errors(found) else filled, found


def lay_out(clause: ClauseText, circumstances: Collection[str]) -> tuple[LaidOut | None, list[Finding]]:
    """One clause text without a deal: all of its branches, each loop once, each fact as a blank.

    Returns None and the findings if it has errors.
    """
    clause = _one_kind_of_line_end(clause)
    compiled, findings = _compiled(clause, frozenset(circumstances))
    return (None, list(findings)) if compiled is None else (laid_out(clause, compiled.rewritten, compiled.spots), [])


def _one_kind_of_line_end(clause: ClauseText) -> ClauseText:
    return replace(clause, text="\n".join(LINE_END.split(clause.text))) if "\r" in clause.text else clause


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A text ready to run: as a template, as the tree behind it, and its spots."""

    template: Template
    rewritten: nodes.Template
    spots: tuple[Spot, ...]


@lru_cache(maxsize=512)
def _compiled(clause: ClauseText, circumstances: frozenset[str]) -> tuple[_Compiled | None, tuple[Finding, ...]]:
    """The text ready to run, or None, and its faults."""
    environment = sandbox()
    tree, findings = _parsed(clause, circumstances)
    if tree is None or has_errors(findings):
        return None, tuple(findings)
    ready, spots = rewritten(tree, clause.text, clause.first_line, environment)
    code = environment.compile(ready, clause.topic, clause.file)
    return _Compiled(Template.from_code(environment, code, {}), ready, spots), ()


def _parsed(clause: ClauseText, circumstances: Collection[str]) -> tuple[nodes.Template | None, list[Finding]]:
    findings = [*faults_of_characters(clause), *faults_of_signs(clause)]
    if len(clause.text) > MAX_SOURCE:
        findings.append(clause.finding("too-long", f"more than {MAX_SOURCE} characters", clause.first_line))
        return None, findings
    try:
        tree = sandbox().parse(clause.text)
        return tree, [*findings, *check(tree, clause, circumstances)]
    except TemplateSyntaxError as fault:
        return None, [*findings, *faults_by_tag(clause, circumstances, sandbox(), fault)]
    except RecursionError:
        return None, [*findings, clause.finding("too-deep", "its tags are nested too deeply", clause.first_line)]


def _run(template: Template, ledger: Ledger) -> str:
    pieces: list[str] = []
    try:
        _collect(template, ledger, pieces)
    except LimitError as fault:
        ledger.error("too-long", f"the text grows without measure: {fault}", ledger.clause.first_line)
    return "".join(pieces)


def _collect(template: Template, ledger: Ledger, pieces: list[str]) -> None:
    length = 0
    for piece in template.generate({**names_in(ledger.scope), LEDGER: ledger}):
        pieces.append(piece)
        length += len(piece)
        if length > MAX_CHARACTERS:
            raise LimitError(f"it has more than {MAX_CHARACTERS} characters")


def names_in(scope: WordingScope) -> Mapping[str, Seen]:
    """The names that all wording may use, with what they stand for in this deal."""
    parties = {role: party for role, (_, party) in principals(scope.deal).items()}
    return {"deal": scope.deal, "china": Fact(scope.china, "china"), **parties}


def principals(deal: View) -> dict[str, tuple[str, View]]:
    """The supplier and the customer, by role: id and facts."""
    found: dict[str, tuple[str, View]] = {}
    for party in members(deal.get("parties")):
        roles = party.get("roles") if isinstance(party, View) else None
        if isinstance(party, View) and isinstance(roles, Fact):
            held = (role for role in PRINCIPALS if role in roles.value)
            found.update((role, (party.id, party)) for role in held)
    return found


def party_labels(deal: View) -> dict[str, str]:
    """What the supplier and the customer are called in blanks, by id."""
    return {party: PRINCIPALS[role] for role, (party, _) in principals(deal).items()}
