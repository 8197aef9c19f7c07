"""Drafting: what stands in the way as a list to jump through, then the files, with their paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from clausekit.editing.judging import Answer
from clausekit.finding import Finding, Severity
from clausekit.interview.desk import Desk
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.finding_entries import finding_entry
from clausekit.interview.internals import KeyLine
from clausekit.interview.windows import BACK, Keys, PageWindow

DRAFT, DRAFT_FORCE, COPY = "do:draft", "do:force", "do:copy"


class DraftWindow(PageWindow):
    """The gate first; then contract, memo and receipt. Its answer is a finding to go to."""

    KEYS: Keys = (("Enter", "go to it, or do it", "choose"), ("^C", "copy", "copy"), BACK)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "again", show=False, priority=True)]

    def __init__(self, desk: Desk, judged: Answer, titles: Mapping[str, str]) -> None:
        super().__init__("Draft", before_draft(desk, judged, titles))
        self.desk = desk
        self.titles = titles
        self.written: list[str] = []

    def action_again(self) -> None:
        self.page.go_to(DRAFT)

    def take(self, key: str) -> None:
        if key in {DRAFT, DRAFT_FORCE}:
            self.query_one("#window-title", KeyLine).say("Draft – writing contract, memo and receipt …")
            self._write(key == DRAFT_FORCE)
        elif key == COPY:
            self.app.copy_to_clipboard("\n".join(self.written))
            self.query_one("#window-title", KeyLine).say("Draft – the paths are copied")
        else:
            self.dismiss(key)

    @work(thread=True, exclusive=True, group="drafting")
    def _write(self, force: bool) -> None:
        paths, findings = self.desk.write(force)
        self.app.call_from_thread(self._done, paths, findings)

    def _done(self, paths: list[str], findings: list[Finding]) -> None:
        self.written = paths
        if not paths:
            self.query_one("#window-title", KeyLine).say("Draft – nothing was written")
            self.page.show([*_listed(findings, self.titles), *_offers(findings)])
            return
        self.query_one("#window-title", KeyLine).say("Draft – done")
        files = [Entry("", (Span(path, "link"),), "·", 0, 2) for path in paths]
        self.page.show(
            [
                plain_entry("These files were written:", "good", space=1),
                *files,
                plain_entry(""),
                plain_entry("Copy their paths", "note", key=COPY),
            ]
        )


def before_draft(desk: Desk, judged: Answer, titles: Mapping[str, str]) -> list[Entry]:
    """What stands in the way, what to look at, and where the files will go."""
    errors = [finding for finding in judged.first_findings if finding.severity is Severity.ERROR]
    head = [plain_entry(words, "muted") for words in desk.draft_words() if words]
    if errors:
        told = plain_entry("These must be mended first; Enter goes to each:", "error", space=1)
        return [*head, plain_entry(""), told, *_listed(errors, titles)]
    return [*head, plain_entry(""), plain_entry("Write contract, memo and receipt", "good", key=DRAFT)]


def _listed(findings: list[Finding], titles: Mapping[str, str]) -> list[Entry]:
    return [finding_entry(finding, str(finding), titles) for finding in findings]


def _offers(findings: list[Finding]) -> list[Entry]:
    if any(finding.code == "edited-file" for finding in findings):
        return [plain_entry("Replace it, and keep a dated copy of it", "warning", key=DRAFT_FORCE)]
    return []
