"""Drafting: the release gate first, its findings as a list to jump through; then the files, with their paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from clausekit.finding import Finding, Severity, has_errors
from clausekit.interview.desk import Desk
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.finding_entries import finding_entry
from clausekit.interview.folders import folder_command, open_folder
from clausekit.interview.internals import KeyLine
from clausekit.interview.services import Wanted
from clausekit.interview.windows import BACK, Keys, PageWindow

DRAFT, ANNOTATED, COPY, OPEN = "do:draft", "do:annotated", "do:copy", "do:open"
FORCED = {"do:force": False, "do:force-annotated": True}
BLANK, SAME_POINT = "open-blank", "release-blank"  # the gate finds in the file what the contract's blanks say better
BLANKS = "Left blank in the contract; Enter goes to the fact ({}):"
LOOK_AT = "To look at before it leaves the house ({}):"


class DraftWindow(PageWindow):
    """Checks for release, then offers to write. Its answer is the key of a finding in `listed`, to go to."""

    KEYS: Keys = (("Enter", "go to it, or do it", "choose"), ("^C", "copy", "copy"), BACK)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "again", show=False, priority=True)]

    def __init__(self, desk: Desk, titles: Mapping[str, str]) -> None:
        super().__init__("Draft", [*_head(desk), plain_entry("Checking for release …", "muted")])
        self.page.choosing = True
        self.desk = desk
        self.titles = titles
        self.listed: dict[str, Finding] = {}
        self.annotated = False
        self.written: list[str] = []

    def on_mount(self) -> None:
        super().on_mount()
        self._check()

    def say(self, words: str) -> None:
        self.query_one("#window-title", KeyLine).say(f"Draft – {words}")

    @work(thread=True, exclusive=True, group="drafting")
    def _check(self) -> None:
        findings = self.desk.check()
        self.app.call_from_thread(self._checked, findings)

    def _checked(self, findings: Sequence[Finding]) -> None:
        stops = [one for one in findings if one.severity is Severity.ERROR]
        self.say("it must be mended first" if stops else "it may be written")
        offers = [] if stops else _offers(self.annotated)
        self.page.show([*_head(self.desk), *offers, *self._listed(findings)])
        self.page.action_end(-1)

    def _listed(self, findings: Iterable[Finding]) -> Iterator[Entry]:
        """What stops a draft, what is left blank, and what else the gate and the contract's text say."""
        groups = _groups(findings)
        self.listed = {f"finding:{number}": one for number, one in enumerate(one for _, _, g in groups for one in g)}
        keys = iter(self.listed)
        for heading, look, group in groups:
            yield plain_entry(heading.format(len(group)), look, space=1)
            yield from (finding_entry(one, next(keys), self.titles) for one in group)

    def action_again(self) -> None:
        self.page.go_to(DRAFT)

    def take(self, key: str) -> None:
        if key in {DRAFT, ANNOTATED, *FORCED}:
            self.annotated = key == ANNOTATED or FORCED.get(key, False)
            self._write(Wanted(self.annotated, key in FORCED, self._tell))
        elif key == COPY:
            self.app.copy_to_clipboard("\n".join(self.written))
            self.say("the paths are copied")
        elif key == OPEN:
            opened = open_folder(Path(self.written[0]).parent)
            self.say("the folder is opened" if opened else "the folder could not be opened")
        else:
            self.dismiss(key)

    def _tell(self, step: str) -> None:
        self.app.call_from_thread(self.say, f"{step} …")

    @work(thread=True, exclusive=True, group="drafting")
    def _write(self, wanted: Wanted) -> None:
        paths, findings = self.desk.write(wanted)
        self.app.call_from_thread(self._done, paths, findings)

    def _done(self, paths: list[str], findings: Sequence[Finding]) -> None:
        self.written = paths
        self.say("done" if paths else "nothing was written")
        self.page.show(_written(paths) if paths else [*self._listed(findings), *_replace(findings, self.annotated)])
        self.page.action_end(-1)


def _head(desk: Desk) -> list[Entry]:
    return [*(plain_entry(words, "muted") for words in desk.draft_words()), plain_entry("")]


def _offers(annotated: bool) -> list[Entry]:
    both = [
        plain_entry("Write contract, memo and receipt", "good", key=DRAFT),
        plain_entry("Write them, and an annotated copy for counsel", "good", key=ANNOTATED),
    ]
    return [*(reversed(both) if annotated else both), plain_entry("")]


def _groups(findings: Iterable[Finding]) -> list[tuple[str, str, list[Finding]]]:
    """Headings, their looks and what stands below each; findings of law have the pane of findings for themselves."""
    found = [one for one in dict.fromkeys(findings) if one.code != SAME_POINT or one.severity is Severity.ERROR]
    stops = [one for one in found if one.severity is Severity.ERROR]
    blanks = [one for one in found if one.code == BLANK]
    others = [one for one in found if one not in stops and one not in blanks and not _is_of_law(one)]
    made = [
        ("These must be mended first; Enter goes to each ({}):", "error", stops),
        (BLANKS, "heading", blanks),
        (LOOK_AT, "heading", others),
    ]
    return [one for one in made if one[2]]


def _is_of_law(finding: Finding) -> bool:
    return bool(finding.level or finding.decided_by or finding.instruments) or finding.severity is Severity.NOTE


def _written(paths: Sequence[str]) -> list[Entry]:
    files = [Entry("", (Span(path, "link"),), "·", 0, 2) for path in paths]
    opens = [plain_entry("Open the folder", "note", key=OPEN)] if folder_command() else []
    return [
        plain_entry("These files were written:", "good", space=1),
        *files,
        plain_entry(""),
        *opens,
        plain_entry("Copy their paths", "note", key=COPY),
    ]


def _replace(findings: Sequence[Finding], annotated: bool) -> list[Entry]:
    if has_errors(findings) and all(one.code == "edited-file" for one in findings):
        key = next(key for key, also in FORCED.items() if also is annotated)
        return [plain_entry("Replace it, and keep a dated copy of it", "warning", key=key)]
    return []
