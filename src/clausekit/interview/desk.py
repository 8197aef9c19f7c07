"""The deal on the desk, as the screens ask for it; the deal itself is kept by the room `editing`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from clausekit.drafting import Templates, read_templates
from clausekit.editing.completing import Candidate, candidates, completed
from clausekit.editing.edits import NOTED
from clausekit.editing.judging import Answer, Days, Snapshot
from clausekit.editing.lines import Grid, Line
from clausekit.editing.lines import Kind as LineKind
from clausekit.editing.opening import open_deal
from clausekit.editing.stated import notes_about
from clausekit.editing.trials import Trial
from clausekit.editing.working import Change, WorkingDeal
from clausekit.facts import FactInfo, NoSuchFact, fact_info
from clausekit.finding import Finding
from clausekit.interview.keymap import BY_ID
from clausekit.interview.last_draft import LastDraft
from clausekit.interview.rows import Row, rows_of, tally
from clausekit.interview.services import Services, Wanted


class CannotOpen(Exception):
    """A file that cannot be read as a deal at all; its text says why."""


class Desk:
    """One open deal, a trial copy of it where one is tried, and what the screens keep between two keys."""

    def __init__(self, path: Path, services: Services, templates: Templates | None = None) -> None:
        self.path = path
        self.services = services
        self.filter = ""
        self.closed = False
        self.folded: frozenset[str] = frozenset()
        self._own: WorkingDeal | None = None
        self._trial: Trial | None = None
        self.grid = Grid(())
        self._templates = templates
        self.draft = LastDraft(path, services.out)

    # What it is

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def keys(self) -> Mapping[str, str]:
        return self.services.keys

    @property
    def deal(self) -> WorkingDeal:
        """The deal that edits go to: the trial copy while there is one."""
        found = self._trial.deal if self._trial else self._own
        assert found is not None
        return found

    @property
    def days(self) -> Days:
        return Days(self.services.today, self.services.law_as_of, self.services.known_at)

    @property
    def templates(self) -> Templates | None:
        """Law and library; None until they are read."""
        return self._templates

    def read_templates(self) -> list[Finding]:
        """Read law and library; what is wrong with them."""
        self._templates, findings = read_templates(self.services.templates)
        self.deal.templates = self._templates
        return findings

    def short(self, action: str) -> str:
        return BY_ID[action].short

    # What there is to see

    def rows(self, all_facts: bool, answer: Answer | None) -> list[Row]:
        """The rows of the grid, with the findings of the last answer in their gutter."""
        self.grid = self.deal.grid(answer)
        lines = self.grid.lines if all_facts else self.grid.shown
        return rows_of(lines, self.folded, self.filter, self.services.spacing == "standard")

    def tally(self) -> str:
        """How many facts are known, not known and wrong."""
        counts = [line.count for line in self.grid.lines if line.kind is LineKind.SECTION]
        words = [tally(count) for count in counts if count.total]
        known = sum(count.known for count in counts)
        total = sum(count.total for count in counts)
        unknown = sum(count.not_known for count in counts)
        wrong = sum(count.wrong for count in counts)
        told = f"{known}/{total} known"
        told += f"  ? {unknown} not known" if unknown else ""
        return told + (f"  ✗ {wrong} wrong" if wrong else "") if words else ""

    def line(self, path: str) -> Line | None:
        return self.grid.by_path.get(path)

    def question(self, path: str) -> str:
        """The question of a fact, with what its answer means, or why it does not matter."""
        line = self.line(path)
        if line is None:
            return ""
        parts = [line.question, f"= {line.gloss}" if line.gloss else "", f"({line.moot})" if line.moot else ""]
        if line.about is not None:
            parts.append("§ its source is noted: ^O")
        return "  ".join(filter(None, parts))

    def about_fact(self, path: str) -> FactInfo | None:
        try:
            return fact_info(path)
        except NoSuchFact:
            return None

    def fold(self, path: str, shut: bool) -> None:
        """Hide, or show, what stands below a heading."""
        self.folded = self.folded | {path} if shut else self.folded - {path}

    def unfold_to(self, path: str) -> None:
        """Show what hides a fact."""
        line = self.line(path)
        section = f"section:{line.section}" if line else ""
        self.folded = frozenset(
            one for one in self.folded if one != section and not path.startswith((f"{one}.", f"{one}["))
        )

    def snapshot(self) -> Snapshot:
        """The deal as it stands, to be judged in another thread."""
        return self.deal.snapshot()

    def is_said_of_now(self, answer: Answer) -> bool:
        """Whether an answer is of the deal, or of the trial copy, as it stands."""
        return (answer.snapshot.text, answer.snapshot.days) == (self.deal.text, self.deal.days)

    # Answers and groups

    def answer(self, path: str, text: str) -> Change:
        return self.deal.answer(path, text)

    def not_known(self, path: str) -> Change:
        """Not known; where that is the answer already, not asked."""
        line = self.line(path)
        if line is not None and line.text == "not known":
            return self.deal.clear(path)
        return self.deal.not_known(path)

    def note(self, path: str, notes: Mapping[str, str]) -> Change:
        return self.deal.note(path, **notes)

    def notes(self, path: str) -> dict[str, str]:
        """What is noted about a fact, as one would type it."""
        return notes_about(self.deal.data, path)

    def note_questions(self) -> dict[str, str]:
        return {name: fact_info(f"about[*].{name}").question for name in NOTED}

    # Opening and closing

    def open(self) -> list[Finding]:
        """Open the deal; what there is to tell. Raises CannotOpen where it cannot be read at all."""
        opened, findings = open_deal(self.path, self._templates, self.days)
        if opened is None:
            raise CannotOpen("; ".join(finding.message for finding in findings))
        self._own = opened.deal
        return list(opened.told)

    def close(self) -> list[str]:
        """Let go of the deal; what must be said after the screen is gone."""
        if self._own is None or self.closed:
            return []
        self.closed = True
        told = self._own.close()
        return [f"clausekit: {finding.message}" for finding in told]

    def report_crash(self, report: str) -> str:
        """Leave a report without any value beside the deal; returns where it is, or nothing where it cannot be."""
        place = self.path.with_name(f"{self.path.stem}.crash.txt")
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(f"{report}\n")
        except OSError:
            return ""
        return place.name

    # What if

    @property
    def trying(self) -> bool:
        return self._trial is not None

    def begin_trial(self) -> None:
        """Begin a trial copy: edits go to it until it is kept or dropped."""
        if self._own is not None and self._trial is None:
            self._trial = Trial(self._own)

    def try_on(self, day: date) -> None:
        """Ask the trial copy as of another day of the law."""
        if self._trial is not None:
            self._trial.on(day)

    def end_trial(self, *, keep: bool) -> Change:
        """Take what was tried into the deal, as one step; or forget it."""
        trial, self._trial = self._trial, None
        if trial is not None and keep:
            return trial.keep()
        return Change("", "What-if dropped", trial is not None)

    # Drafting

    def check(self) -> list[Finding]:
        """What the release gate says of the contract as the file states it; nothing is written."""
        return self.services.check(self.path)

    def write(self, wanted: Wanted) -> tuple[list[str], list[Finding]]:
        """Write the files of a draft; their paths, and what stood in the way."""
        return self.services.write(self.path, wanted)

    def compare_with_draft(self, answer: Answer) -> None:
        """See what has changed since the last draft; a trial copy is not compared."""
        if not self.trying and self.is_said_of_now(answer):
            self.draft.compare(answer)

    def draft_words(self) -> list[str]:
        """What a draft is made from, where its files go, and what has changed since the last one."""
        trial = ["A trial copy is open: what is drafted is the deal as it is saved."] if self.trying else []
        return [*trial, *self.draft.told()]

    # Words for the lines below the panes

    def saved(self) -> str:
        """Whether what was typed is in the file, in words."""
        if self.trying:
            return "trial copy: nothing is saved; F9 keeps or drops it"
        return self.deal.unsaved or self.deal.read_only or "✓ saved"

    def standing(self) -> str:
        """The line that is there while nothing else is said."""
        law, known = self.deal.days.of(self.deal.reading.deal)
        days = f"law as of {law}" + (f", known at {known}" if known != law else "")
        trial = "TRIAL  " if self.trying else ""
        return f"{trial}{self.saved()}  {self.path.name}  {days}  {self.draft.stale}".rstrip()

    # Completions

    def completions(self, path: str, typed: str, most: int) -> Sequence[Candidate]:
        """What the text in the field may become."""
        return candidates(path, typed, self.deal.data, self._templates, most)

    def completed(self, path: str, typed: str) -> str:
        """The text that enter takes: with its last word completed, where it is not an answer as it stands."""
        return completed(path, typed, self.deal.data, self._templates)

    def chosen(self, path: str, answer: str) -> str:
        """An answer chosen from the list; where there may be several, it comes behind those that are there."""
        line = self.line(path)
        if line is None or not line.several or line.text in {"", "none", "not known"}:
            return answer
        return f"{line.text}, {answer}"
