"""Where words go: data to standard output, all else to standard error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

from clausekit.finding import Finding, Severity

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams, whether each may have colour, and who is told of what takes a while."""

    out: TextIO
    err: TextIO
    colour_out: bool
    colour_err: bool
    told: Callable[[str], None] | None = None

    @classmethod
    def of(cls, out: TextIO, err: TextIO, environment: Mapping[str, str]) -> Console:
        """Colour only on a terminal, and never where NO_COLOR is set."""
        allowed = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
        return cls(out, err, allowed and out.isatty(), allowed and err.isatty())

    def data(self, text: str) -> None:
        """A line of data."""
        self.out.write(_printable(text, self.out) + "\n")

    def json(self, value: Any) -> None:
        """JSON as data; in JSON's own escapes where the stream cannot hold every letter."""
        unicode = (self.out.encoding or "utf-8").lower().startswith("utf")
        self.data(json.dumps(value, ensure_ascii=not unicode, indent=2))

    def say(self, text: str) -> None:
        """A line for a person."""
        self.err.write(_printable(text, self.err) + "\n")

    def asked(self, question: str) -> str:
        """What somebody answers at the terminal; raises EOFError where nobody does."""
        self.err.write(_printable(question, self.err))
        self.err.flush()
        return input()

    @contextmanager
    def working(self, text: str) -> Iterator[None]:
        """Shows on a terminal, and only there, what takes a while; tells it to whoever wants to know."""
        if self.told is not None:
            self.told(text)
        shown = f"{text} …" if self.err.isatty() else ""
        self._over(shown)
        try:
            yield
        finally:
            self._over(" " * len(shown))
            self._over("")

    def _over(self, text: str) -> None:
        """Write over the line the cursor stands on."""
        if self.err.isatty():
            self.err.write(f"\r{_printable(text, self.err)}")
            self.err.flush()

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings for a person, on standard error."""
        for finding in findings:
            self.say(_coloured(finding, self.colour_err))

    def listed(self, findings: Iterable[Finding]) -> None:
        """Findings that are the data asked for."""
        for finding in findings:
            self.data(_coloured(finding, self.colour_out))


def _coloured(finding: Finding, colour: bool) -> str:
    text = str(finding)
    if not colour:
        return text
    word = f"{finding.severity}:"
    return text.replace(word, f"\x1b[{COLOURS[finding.severity]}m{word}\x1b[0m", 1)


def _printable(text: str, stream: TextIO) -> str:
    """What the stream's encoding cannot hold is shown as an escape, not lost and not fatal."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
