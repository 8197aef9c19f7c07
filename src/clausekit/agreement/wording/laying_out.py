"""Lays a clause text out without a deal: all branches, each loop once, each fact as a blank.

It runs the same rewritten tree as a deal does, in a sandbox whose inner filters look at
nothing. A mark that opens an alternative holds the number of its spot as its question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Template, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.document import Alternative, Blank, Mark, Run
from clausekit.agreement.filled import Filled
from clausekit.agreement.tokens import insert_token
from clausekit.agreement.wording.environment import INNER, LEDGER, bare_sandbox
from clausekit.agreement.wording.schema import named_shapes
from clausekit.agreement.wording.spots import Spot


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A clause text without a deal, and the spots where a deal decides."""

    filled: Filled
    spots: tuple[Spot, ...]


@dataclass(slots=True)
class _Sheet:
    """What one laying out gathers."""

    inserts: list[Run] = field(default_factory=list)

    def insert(self, run: Run) -> str:
        self.inserts.append(run)
        return insert_token(len(self.inserts) - 1)


def laid_out(clause: ClauseText, tree: nodes.Template, spots: tuple[Spot, ...]) -> LaidOut:
    """Run the rewritten `tree` of a clause text without a deal."""
    environment = _sandbox()
    code = environment.compile(tree, clause.topic, clause.file)
    sheet = _Sheet()
    names = {name: name for name in named_shapes()}
    text = Template.from_code(environment, code, {}).render({**names, LEDGER: sheet})
    return LaidOut(Filled(clause, text, tuple(sheet.inserts)), spots)


@pass_context
def _print(context: Context, path: str, line: int, spot: int) -> str:
    sheet: _Sheet = context[LEDGER]
    return sheet.insert(Blank(path, path))


@pass_context
def _opening(context: Context, test: object, words: str, line: int, spot: int) -> str:
    sheet: _Sheet = context[LEDGER]
    return sheet.insert(Alternative(Mark.OPEN, str(spot)))


def _mark(mark: Mark) -> Callable[..., str]:
    @pass_context
    def marking(context: Context, test: object) -> str:
        sheet: _Sheet = context[LEDGER]
        return sheet.insert(Alternative(mark))

    return marking


def _once(path: str, line: int, spot: int) -> Iterator[str]:
    yield path


def _nothing(*arguments: object) -> bool:
    return True


LOOKING_AT_NOTHING: Mapping[str, Callable[..., Any]] = {
    **dict.fromkeys(INNER, _nothing),
    "-print": _print,
    "-part": lambda path, name, line: f"{path}.{name}",
    "-changed": lambda path, name, line: path,
    "-turns": _once,
    "-opening": _opening,
    "-turning": _mark(Mark.OR),
    "-closing": _mark(Mark.CLOSE),
}


@lru_cache(maxsize=1)
def _sandbox() -> ImmutableSandboxedEnvironment:
    return bare_sandbox(LOOKING_AT_NOTHING)
