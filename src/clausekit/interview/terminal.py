"""Around the app: the terminal's size, signals, faults, and what is said after it has gone.

A fault never shows what was typed: neither messages of exceptions nor local variables are printed, because
Textual's and Python's own reports show both. Signals end the app as a person would, saved and tidied.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import traceback
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausekit.interview.app import InterviewApp

DONE, OUR_FAULT = 0, 3
SIGNALS = {
    "SIGTERM": "it was told to end (SIGTERM)",
    "SIGHUP": "its terminal went away (SIGHUP)",
    "SIGINT": "it was interrupted (SIGINT)",
    "SIGQUIT": "it was told to quit (SIGQUIT)",
}
# What a parent may have exported: a size that is not the terminal's, and Textual's own ways to write
# what is on the screen into files and over the network.
SIZES = ("COLUMNS", "LINES")
LEAKS = ("TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT")
SWITCHES = 0.0005  # seconds: how long a judgement in the background may keep a key waiting
PATIENCE = 3.0  # seconds that the screen gets to end after a signal, once everything is saved


def prepare(environment: MutableMapping[str, str]) -> None:
    """Make the surroundings right, before Textual is loaded: it reads them once and for all."""
    in_browser = "TEXTUAL_DRIVER" in environment
    for name in LEAKS if in_browser else (*SIZES, *LEAKS):
        environment.pop(name, None)


def run(app: InterviewApp) -> int:
    """Run the app on the terminal; returns the exit code, and says on standard error what must be told."""
    sys.setswitchinterval(SWITCHES)
    _leave_no_core()
    sys.unraisablehook = lambda fault: _say_kind(fault.exc_type)
    threading.excepthook = lambda fault: _say_kind(fault.exc_type)
    app.run()
    with suppress(OSError):  # the terminal may be gone
        print(*app.parting_words, sep="\n", end="\n" if app.parting_words else "", file=sys.stderr, flush=True)
    return app.return_code or DONE


def _leave_no_core() -> None:
    """Let the system write no image of the memory, which holds the deal."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _say_kind(kind: type[BaseException]) -> None:
    """Say a fault outside the app by its kind alone."""
    print(f"clausekit: our fault: {kind.__qualname__}.", file=sys.__stderr__)


def heed_signals(app: InterviewApp) -> None:
    """Save and end on the signals that would otherwise end the app with nothing saved."""
    loop = asyncio.get_running_loop()
    for name, words in SIGNALS.items():
        number = int(getattr(signal, name))
        loop.add_signal_handler(number, app.end_by_signal, number, words)
    loop.set_exception_handler(lambda _, told: _note_fault(app, told))


def _note_fault(app: InterviewApp, told: Mapping[str, Any]) -> None:
    """What the loop would log with its message and its values."""
    fault = told.get("exception")
    app.parting_words.append(f"clausekit: our fault: {type(fault).__qualname__ if fault else 'in the event loop'}.")


def end_for_certain(code: int) -> None:
    """End the process in a moment even where the terminal takes no more words; everything is saved by now."""
    timer = threading.Timer(PATIENCE, os._exit, (code,))
    timer.daemon = True
    timer.start()


def redacted(fault: BaseException) -> str:
    """A fault as its kind and the lines of code it went through; no message and no value."""
    frames = traceback.extract_tb(fault.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    cause = fault.__cause__ or fault.__context__
    below = ["caused by", redacted(cause)] if cause else []
    return "\n".join([type(fault).__qualname__, *lines, *below])
