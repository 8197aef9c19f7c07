"""`templates preview`: one clause as a deal prints it, on the terminal, again at each save."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clausekit.assessment import assess
from clausekit.authoring.previewing import Preview, Rendered
from clausekit.clauses import NONE
from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError, days_of, deal_file, say_which, shown_as, templates_folder
from clausekit.drafting import Templates, matter_of, read_templates
from clausekit.facts import read_deal
from clausekit.finding import has_errors

DONE, ERRORS = 0, 1
PAUSE = 0.05  # seconds between two looks at the file
AROUND, ABOVE = 6, 4
"""Lines of the terminal kept for what is not text, and lines shown above a change."""
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
Stamp = tuple[int, int, int]


def preview(options: Options, console: Console) -> int:
    """The clause once, or with --watch until Ctrl-C."""
    found = _preview(options, console)
    screen = _Screen(console, found, options.deal)
    seen = _stamp(found.path)  # before it is shown, so that no save after that is missed
    rendered = screen.show()
    if not options.watch:
        return ERRORS if has_errors(rendered.findings) else DONE
    console.say("Each save shows it anew. Ctrl-C ends.")
    try:
        for _ in _saves(found.path, seen):
            screen.show()
    except KeyboardInterrupt:
        console.say("")
    return DONE


def _preview(options: Options, console: Console) -> Preview:
    """Everything but the clause itself, read once; faults in other files are counted, not fatal."""
    folder = templates_folder(options)
    deal_path = deal_file(options.deal, folder)
    say_which(folder, console)
    deal, findings = read_deal(deal_path, shown_as(deal_path, options.deal))
    templates, faults = read_templates(folder)
    if deal is None or templates is None or has_errors(findings):
        raise FaultyError(options.deal, None, None, [*findings, *(faults if templates is None else [])])
    matter, wrong = matter_of(deal, templates, *days_of(options, deal), {})
    if has_errors(wrong):
        raise FaultyError(options.deal, None, None, wrong)
    chosen = assess(matter).outcome.chosen
    path = _file(templates, options, chosen)
    elsewhere = {finding.place.file for finding in faults if not str(finding.place.file).endswith(_ending(path))}
    if elsewhere:
        console.say(f"There are faults in {len(elsewhere)} other files; 'clausekit templates check' lists them.")
    return Preview.of(matter, templates, path, chosen)


def _ending(path: Path) -> str:
    return f"/{path.parent.name}/{path.name}"


def _file(templates: Templates, options: Options, chosen: Mapping[str, str]) -> Path:
    """The file of the position that was named, or else of the one that the deal gets, or of the first."""
    # Here, because it loads what reads and writes Word files, which other commands start without.
    from clausekit.authoring.named_positions import Unknown, position_path, positions_named

    topic, _, position = options.clause.removesuffix(".md").partition("/")
    named = templates.folder.path / "clauses" / topic / f"{position or options.position}.md"
    if named.is_file():
        return named  # also one whose head cannot be read
    wanted = position or options.position or _of_deal(topic, chosen)
    try:
        found = positions_named(templates.library, f"{topic}/{wanted}" if wanted else options.clause)
    except Unknown as fault:
        raise MisuseError(str(fault)) from None
    return position_path(templates.folder, found[0])


def _of_deal(topic: str, chosen: Mapping[str, str]) -> str:
    position = chosen.get(topic, NONE)
    return "" if position == NONE else position


@dataclass
class _Screen:
    """Shows a preview; the last good text stays while the file has errors.

    A text that is longer than the terminal is shown from a little above what changed last.
    """

    console: Console
    preview: Preview
    deal: str
    good: list[str] = field(default_factory=list)
    top: int = 0

    def show(self) -> Rendered:
        started = time.process_time()
        rendered = self.preview.render()
        if rendered.text is not None:
            lines = rendered.text.split("\n")
            self.top = _first_change(self.good, lines) if self.good else 0
            self.good = lines
        spent = (time.process_time() - started) * 1000
        head = f"{self.preview.shown_as}, as {self.deal} prints it ({spent:.0f} ms)"
        self.console.data(f"{CLEAR if self.console.out.isatty() else ''}{head}\n")
        self.console.listed(rendered.findings)
        if has_errors(rendered.findings) and self.good:
            self.console.data("\nThe last text without errors:")
        self.console.data(
            "\n".join(["", *self._fitting(len(rendered.findings))] if rendered.findings else self._fitting(0))
        )
        self.console.out.flush()
        return rendered

    def _fitting(self, findings: int) -> list[str]:
        """The lines that the terminal has room for; all of them elsewhere."""
        room = shutil.get_terminal_size().lines - AROUND - 3 * findings
        if not self.console.out.isatty() or len(self.good) <= room:
            return self.good
        start = max(0, min(self.top - ABOVE, len(self.good) - room))
        end = start + room
        above = [f"… {start} lines above"] if start else []
        below = [f"… {len(self.good) - end} lines below"] if end < len(self.good) else []
        return [*above, *self.good[start + len(above) : end - len(below)], *below]


def _first_change(before: Sequence[str], after: Sequence[str]) -> int:
    """The first line that differs."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (was, now) in pairs if was != now), min(len(before), len(after)))


def _saves(path: Path, seen: Stamp | None) -> Iterator[None]:
    """Once for each time that the file was saved since it was `seen`, for ever."""
    while True:
        time.sleep(PAUSE)
        now = _stamp(path)
        # Editors that replace a file take it away for a moment.
        if now is not None and now != seen:
            seen = now
            yield


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
