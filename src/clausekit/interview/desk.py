"""The deal on the desk, as the screens ask for it; the deal itself is kept by the room `editing`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from clausekit.clauses import NONE
from clausekit.drafting import Templates, read_templates
from clausekit.editing.completing import Candidate, candidates, completed
from clausekit.editing.judging import Answer, Days, Snapshot
from clausekit.editing.lines import Grid, Line
from clausekit.editing.lines import Kind as LineKind
from clausekit.editing.opening import open_deal
from clausekit.editing.working import Change, WorkingDeal
from clausekit.facts import FactInfo, NoSuchFact, fact_info
from clausekit.finding import Finding
from clausekit.interview.keymap import BY_ID
from clausekit.interview.rows import Row, rows_of, tally
from clausekit.interview.services import Services

NOTED = ("source", "note", "date", "owner", "audience")
DEEDS = (
    ("add", "Add another after it"),
    ("duplicate", "Duplicate it"),
    ("up", "Move it up"),
    ("down", "Move it down"),
    ("remove", "Remove it, and all that stands in it (undo brings it back)"),
)


class CannotOpen(Exception):
    """A file that cannot be read as a deal at all; its text says why."""


class Desk:
    """One open deal, a trial copy of it where one is tried, and what the screens keep between two keys."""

    def __init__(self, path: Path, services: Services, templates: Templates | None = None) -> None:
        self.path = path
        self.services = services
        self.filter = ""
        self.crashed = False
        self._folded: frozenset[str] = frozenset()
        self._own: WorkingDeal | None = None
        self._trial: WorkingDeal | None = None
        self._grid = Grid(())
        self._templates = templates
        self._drafted: str | None = None

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
        found = self._trial or self._own
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
        self._grid = self.deal.grid(answer)
        lines = self._grid.lines if all_facts else self._grid.shown
        return rows_of(lines, self._folded, self.filter, self.services.spacing == "standard")

    def tally(self) -> str:
        """How many facts are known, not known and wrong."""
        counts = [line.count for line in self._grid.lines if line.kind is LineKind.SECTION]
        words = [tally(count) for count in counts if count.total]
        known = sum(count.known for count in counts)
        total = sum(count.total for count in counts)
        unknown = sum(count.not_known for count in counts)
        wrong = sum(count.wrong for count in counts)
        told = f"{known}/{total} known"
        told += f"  ? {unknown} not known" if unknown else ""
        return told + (f"  ✗ {wrong} wrong" if wrong else "") if words else ""

    def line(self, path: str) -> Line | None:
        return self._grid.by_path.get(path)

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

    def fold(self, path: str) -> None:
        """Hide, or show, what stands below a heading."""
        self._folded = self._folded ^ {path}

    def unfold_to(self, path: str) -> None:
        """Show what hides a fact."""
        line = self.line(path)
        section = f"section:{line.section}" if line else ""
        self._folded = frozenset(
            one for one in self._folded if one != section and not path.startswith((f"{one}.", f"{one}["))
        )

    def snapshot(self) -> Snapshot:
        """The deal as it stands, to be judged in another thread."""
        return self.deal.snapshot()

    # Answers and groups

    def answer(self, path: str, text: str) -> Change:
        return self.deal.answer(path, text)

    def not_known(self, path: str) -> Change:
        """Not known; where that is the answer already, not asked."""
        line = self.line(path)
        if line is not None and line.text == "not known":
            return self.deal.clear(path)
        return self.deal.not_known(path)

    def list_at(self, path: str) -> str | None:
        """The list that a path is, or stands in."""
        while path:
            line = self.line(path)
            if line is not None and line.kind is LineKind.LIST:
                return path
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None

    def member_at(self, path: str) -> str | None:
        """The member, such as a party, that a path is, or stands in; a list is no member."""
        if (line := self.line(path)) is not None and line.kind is LineKind.LIST:
            return None
        while path:
            line = self.line(path)
            if line is not None and line.kind is LineKind.MEMBER:
                return path
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None

    def do(self, member: str, deed: str) -> Change:
        """Do something to a member of a list."""
        deal = self.deal
        deeds = {
            "duplicate": lambda: deal.duplicate(member),
            "up": lambda: deal.move(member, -1),
            "down": lambda: deal.move(member, 1),
            "remove": lambda: deal.remove(member),
        }
        return deeds[deed]()

    def note(self, path: str, notes: Mapping[str, str]) -> Change:
        return self.deal.note(path, **notes)

    def notes(self, path: str) -> dict[str, str]:
        """What is noted about a fact, as one would type it."""
        data = self.deal.data.get("about", {}) if isinstance(self.deal.data, dict) else {}
        stated = data.get(path, {}) if isinstance(data, dict) else {}
        return {name: str(stated.get(name, "")) for name in NOTED} if isinstance(stated, dict) else {}

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
        if self._own is None:
            return []
        told = self._own.close()
        self._own = None
        return [f"clausekit: {finding.message}" for finding in told]

    def report_crash(self, report: str) -> list[str]:
        """Leave a report without any value beside the deal; what must be said after the screen is gone."""
        told = self.close()
        place = self.path.with_name(f"{self.path.stem}.crash.txt")
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(f"{report}\n")
        except OSError:
            return told
        return [*told, f"clausekit: where it happened is in {place}; it holds no word of the deal."]

    # What if

    @property
    def trying(self) -> bool:
        return self._trial is not None

    # Drafting

    def write(self, force: bool) -> tuple[list[str], list[Finding]]:
        """Write the files of a draft; their paths, and what stood in the way."""
        paths, findings = self.services.write(self.path, force)
        if paths:
            self._drafted = self.deal.text
        return paths, findings

    @property
    def stale(self) -> str:
        """What is to be said of the last draft, in words."""
        if self._drafted is None or self._drafted == self.deal.text:
            return ""
        return "the drafted files are stale: F5 drafts again"

    def draft_words(self) -> list[str]:
        """What a draft is made from, and where its files go."""
        trial = ["A trial copy is open: what is drafted is the deal as it is saved."] if self.trying else []
        return [*trial, f"The files go to {self.services.out or self.path.parent}.", self.stale]

    # Positions

    def choose(self, topic: str, position: str, reason: str | None) -> Change:
        """Take a position; NONE strikes the clause."""
        if position == NONE:
            return self.deal.strike(topic, reason or "")
        return self.deal.choose(topic, position, reason or "")

    def unchoose(self, topic: str) -> Change:
        return self.deal.unchoose(topic)

    def reword(self, topic: str, position: str, words: str) -> Change:
        return self.deal.reword(topic, position, words, self._reason(topic))

    def _reason(self, topic: str) -> str:
        return str(self._chosen(topic).get("reason", ""))

    def _chosen(self, topic: str) -> Mapping[str, Any]:
        """What the deal states about the position of a topic."""
        data = self.deal.data if isinstance(self.deal.data, dict) else {}
        positions = data.get("positions")
        found = positions.get(topic) if isinstance(positions, dict) else None
        return found if isinstance(found, dict) else {"position": found} if found else {}

    def words(self, topic: str, position: str) -> str:
        """The words of a topic to start from: the deal's own, else the template's."""
        own = self._chosen(topic).get("wording")
        if own:
            return str(own)
        found = self._templates.library.topics[topic].positions.get(position) if self._templates else None
        return found.text.strip("\n") if found else ""

    # Words for the lines below the panes

    def saved(self) -> str:
        """Whether what was typed is in the file, in words."""
        if self._trial is not None:
            return "trial copy: nothing is saved"
        return self.deal.unsaved or self.deal.read_only or "✓ saved"

    def standing(self) -> str:
        """The line that is there while nothing else is said."""
        law, known = self.days.of(self.deal.reading.deal)
        days = f"law as of {law}" + (f", known at {known}" if known != law else "")
        trial = "TRIAL  " if self._trial is not None else ""
        return f"{trial}{self.saved()}  {self.path.name}  {days}  {self.stale}".rstrip()

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
