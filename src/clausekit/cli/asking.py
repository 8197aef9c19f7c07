"""The interview line by line, on standard input and output: for screen readers, dumb terminals and scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.interviewing import DONE, ERRORS, MISUSE, deal_file
from clausekit.cli.opening import FaultyError, open_templates
from clausekit.editing.asking import COMMANDS, MISSING, Asking
from clausekit.editing.judging import Days
from clausekit.editing.opening import open_deal
from clausekit.finding import has_errors

PROMPT = "> "


def ask(options: Options, console: Console) -> int:
    """Ask every question of a deal; each answer is saved before the next question."""
    templates = open_templates(options, console)
    path = deal_file(options, templates.folder, console)
    if path is None:
        return MISUSE
    opened, findings = open_deal(path, templates, Days(today(), options.law_as_of, options.known_at))
    if opened is None:
        raise FaultyError(options.deal, None, None, findings)
    console.findings([*opened.told, *(one for one in opened.deal.reading.findings if one.code != MISSING)])
    if opened.deal.read_only:
        console.say(f"clausekit: {opened.deal.read_only}")
        console.findings(opened.deal.close())
        return ERRORS
    try:
        _converse(Asking(opened.deal), console)
    finally:
        told = opened.deal.close()
        console.findings(told)
    console.say(f"saved in {path}")
    return ERRORS if has_errors(told) else DONE


def _converse(asking: Asking, console: Console) -> None:
    _show(COMMANDS, console)
    lines = _lines(console)
    while not asking.over:
        _show(["", *asking.question()], console)
        typed = next(lines, None)
        if typed is None:
            break
        _show(asking.take(typed), console)
    _show(["", *asking.summary()], console)


def _show(lines: Iterable[str], console: Console) -> None:
    for line in lines:
        console.data(line)


def _lines(console: Console) -> Iterator[str]:
    """What is typed, line by line; what comes from a pipe is shown, so that a transcript reads like a conversation."""
    typing = sys.stdin.isatty()
    if typing:
        with suppress(ImportError):  # some systems have none
            import readline  # noqa: F401  # gives the line an editor of its own, with history
    while True:
        try:
            sys.stdout.flush()
            line = input(PROMPT)
        except EOFError:
            return
        if not typing:
            console.data(line)
        yield line
