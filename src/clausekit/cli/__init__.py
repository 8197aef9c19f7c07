"""The command line: verbs, dates, exit codes. The only owner of stdout and stderr.

Data goes to standard output, all else to standard error. It reads the clock once
and nowhere else does the program look at it. Rooms are imported by the verb that
needs them, so that help is there at once.

Exit codes: 0 done, 1 errors found, 2 misuse or no such deal, 3 our fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from clausekit.cli.arguments import Options, parse
from clausekit.cli.console import Console

OUR_FAULT = 3
SCREEN = frozenset({"matters", "interview", "serve"})
Verb = Callable[[Options, Console], int]
STOPPED = 130  # what shells expect of a program that was interrupted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = parse(arguments)
    console = Console.of(sys.stdout, sys.stderr, os.environ)
    try:
        code = _verb(options.verb)(options, console)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        console.say("clausekit: stopped.")
        return STOPPED
    except BrokenPipeError:
        # The reader went away; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        return _our_fault(console, fault)


def _verb(name: str) -> Verb:
    """What a verb does; those of the screen load nothing that the first picture does not need."""
    if name in SCREEN:
        from clausekit.cli.interviewing import VERBS as SCREEN_VERBS

        return SCREEN_VERBS[name]
    from clausekit.cli.verbs import VERBS

    return VERBS[name]


def _our_fault(console: Console, fault: Exception) -> int:
    """Says that it is our fault, and where, without printing anything of the deal."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_qualname}, line {trace.tb_lineno}" if trace else "an unknown place"
    console.say(f"clausekit: our fault: {type(fault).__name__} in {where}. Nothing was written. Please report it.")
    if os.environ.get("CLAUSEKIT_DEBUG"):
        raise fault
    return OUR_FAULT
