"""Around the app: the terminal's size, signals, and what is said after it has gone.

A crash never shows what was typed: neither messages of exceptions nor local variables are printed, because
Textual's own report shows both. SIGTERM and SIGHUP end the app as a person would, saved and tidied.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausekit.interview.app import InterviewApp

DONE, OUR_FAULT = 0, 3
SIGNALS = {signal.SIGTERM: "it was told to end (SIGTERM)", signal.SIGHUP: "its terminal went away (SIGHUP)"}
SWITCHES = 0.0005  # seconds: how long a judgement in the background may keep a key waiting


def run(app: InterviewApp) -> int:
    """Run the app on the terminal; returns the exit code, and says on standard error what must be told."""
    if "TEXTUAL_DRIVER" not in os.environ:
        use_real_size(os.environ)
    sys.setswitchinterval(SWITCHES)
    app.run()
    for line in app.parting_words:
        print(line, file=sys.stderr)
    return app.return_code or DONE


def use_real_size(environment: MutableMapping[str, str]) -> None:
    """Forget a size that a parent exported: the terminal's own is right."""
    for name in ("COLUMNS", "LINES"):
        environment.pop(name, None)


def heed_signals(app: InterviewApp) -> None:
    """Save and end on the signals that would otherwise end the app with nothing saved."""
    loop = asyncio.get_running_loop()
    for number, words in SIGNALS.items():
        loop.add_signal_handler(number, app.end_by_signal, int(number), words)


def redacted(fault: BaseException) -> str:
    """A fault as its kind and the lines of code it went through; no message and no value."""
    frames = traceback.extract_tb(fault.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    cause = fault.__cause__ or fault.__context__
    below = ["caused by", redacted(cause)] if cause else []
    return "\n".join([type(fault).__qualname__, *lines, *below])
