"""The sandbox in which wording runs, with the inner filters that its rewritten tree calls.

No author can write the inner filters: their names begin with a hyphen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit.agreement.document import Alternative, Mark
from clausekit.agreement.wording.ledger import Ledger
from clausekit.agreement.wording.printing import (
    FILTERS,
    PrintError,
    Seen,
    Unknown,
    is_open,
    members,
    runs_for,
)
from clausekit.conditions.truth import FALSE, TRUE, Truth, both, either
from clausekit.facts.view import Fact, NoSuchFact, View
from clausekit.finding import Finding, Severity

LEDGER = "-ledger"
OUTCOME_OF_TEST = {True: "yes", False: "no", None: "undecided"}
OUTCOME_OF_LIST = {True: "members", False: "none"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A truth, and the questions that would decide it if it is undecided."""

    truth: Truth
    questions: tuple[str, ...] = ()


def ledger_of(context: Context) -> Ledger:
    ledger: Ledger = context[LEDGER]
    return ledger


@pass_context
def print_fact(context: Context, seen: Seen, line: int, spot: int) -> str:
    """Tokens for what `{{ fact }}` prints."""
    ledger = ledger_of(context)
    ledger.reach(spot, "blank" if is_open(seen) else "printed")
    try:
        runs = runs_for(seen, ledger.names)
    except PrintError as fault:
        ledger.error("cannot-print", str(fault), line)
        return ""
    if not runs:
        ledger.warning("empty-list", "this list is empty and prints nothing; test first whether it 'is empty'", line)
    return "".join(map(ledger.insert, runs))


@pass_context
def part_of(context: Context, seen: Seen, name: str, line: int) -> Seen:
    """The fact `name` of a group of facts."""
    match seen:
        case Unknown():
            return replace(seen, within=(*seen.within, name))
        case Fact() if is_open(seen):
            return Unknown(seen.path, (name,))
        case View():
            try:
                return seen.get(name)
            except NoSuchFact as fault:
                ledger_of(context).error("unknown-fact", str(fault), line)
                return Unknown(name)
    ledger_of(context).error("unknown-fact", f"there is no '{name}' here", line)
    return Unknown(name)


@pass_context
def changed(context: Context, seen: Seen, name: str, line: int) -> Seen:
    """What an author's filter makes of `seen`."""
    try:
        return FILTERS[name](seen)
    except PrintError as fault:
        ledger_of(context).error("wrong-filter", f"'| {name}': {fault}", line)
        return Unknown(name)


@pass_context
def turns(context: Context, seen: Seen, line: int, spot: int) -> Iterator[Seen]:
    """The turns of a loop, counted."""
    ledger = ledger_of(context)
    try:
        found = members(seen)
        ledger.reach(spot, "open" if any(isinstance(one, Unknown) for one in found) else OUTCOME_OF_LIST[bool(found)])
        for member in found:
            ledger.step()
            yield member
    except PrintError as fault:
        ledger.error("not-a-list", str(fault), line)


@pass_context
def circumstance(context: Context, name: str) -> Asked:
    scope = ledger_of(context).scope
    return asked(scope.decide(name), scope.questions[name])


@pass_context
def known(context: Context, seen: Seen) -> Asked:
    """`is known`: always decided."""
    found = seen.members() if isinstance(seen, View) else seen
    return Asked(FALSE if not isinstance(found, tuple) and is_open(found) else TRUE)


@pass_context
def empty(context: Context, seen: Seen, words: str) -> Asked:
    """`is empty`: undecided while the list is open."""
    found = members(seen)
    open_paths = [member.path for member in found if isinstance(member, Unknown)]
    if open_paths:
        return asked(Truth(None, frozenset(open_paths)), f"Are there any {words}?")
    return Asked(FALSE if found else TRUE)


def asked(truth: Truth, question: str) -> Asked:
    return Asked(truth, (question,) if truth.value is None else ())


@pass_context
def conjunction(context: Context, left: Asked, right: Asked) -> Asked:
    return _combined(both([left.truth, right.truth]), left, right)


@pass_context
def disjunction(context: Context, left: Asked, right: Asked) -> Asked:
    return _combined(either([left.truth, right.truth]), left, right)


@pass_context
def inverse(context: Context, operand: Asked) -> Asked:
    return _combined(~operand.truth, operand)


def _combined(truth: Truth, *operands: Asked) -> Asked:
    questions = (question for operand in operands for question in operand.questions)
    return Asked(truth, tuple(dict.fromkeys(questions)) if truth.value is None else ())


@pass_context
def possible(context: Context, test: Asked) -> bool:
    return test.truth.possible


@pass_context
def deniable(context: Context, test: Asked) -> bool:
    return not test.truth.certain


@pass_context
def opening(context: Context, test: Asked, words: str, line: int, spot: int) -> str:
    """The mark that opens an alternative, and the finding that says why it is there."""
    ledger = ledger_of(context)
    ledger.reach(spot, OUTCOME_OF_TEST[test.truth.value])
    if test.truth.value is not None:
        return ""
    ledger.report(_undecided(ledger, test, words, line))
    return ledger.insert(Alternative(Mark.OPEN, " ".join(test.questions)))


def _undecided(ledger: Ledger, test: Asked, words: str, line: int) -> Finding:
    message = f"'{words}' cannot be decided yet, so both alternatives are printed. {' '.join(test.questions)}"
    finding = ledger.clause.finding("undecided-wording", message.strip(), line, Severity.WARNING)
    return replace(finding, decided_by=tuple(sorted(test.truth.open)))


@pass_context
def turning(context: Context, test: Asked) -> str:
    return _mark(context, test, Mark.OR)


@pass_context
def closing(context: Context, test: Asked) -> str:
    return _mark(context, test, Mark.CLOSE)


def _mark(context: Context, test: Asked, mark: Mark) -> str:
    return ledger_of(context).insert(Alternative(mark)) if test.truth.value is None else ""


INNER: dict[str, Callable[..., Any]] = {
    "-print": print_fact,
    "-part": part_of,
    "-changed": changed,
    "-turns": turns,
    "-circumstance": circumstance,
    "-known": known,
    "-empty": empty,
    "-and": conjunction,
    "-or": disjunction,
    "-not": inverse,
    "-possible": possible,
    "-deniable": deniable,
    "-opening": opening,
    "-turning": turning,
    "-closing": closing,
}


@lru_cache(maxsize=1)
def sandbox() -> ImmutableSandboxedEnvironment:
    """The environment in which wording runs."""
    return bare_sandbox(INNER)


def bare_sandbox(inner: Mapping[str, Callable[..., Any]]) -> ImmutableSandboxedEnvironment:
    """An environment that is strict, immutable, and empty but for the inner filters."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, cache_size=0)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update(inner)
    return environment
