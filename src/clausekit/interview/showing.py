"""What the deal's screen shows: rows, findings, contract and the lines of words; and judging in the background."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from time import sleep
from types import MappingProxyType
from typing import Any

from textual import work
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from clausekit.agreement.anchors import Anchors
from clausekit.editing.completing import Candidate
from clausekit.editing.judging import Answer
from clausekit.editing.lines import State
from clausekit.editing.working import Change
from clausekit.finding import Finding, Severity
from clausekit.interview.contract_entries import ContractPage, contract_page, contract_tally
from clausekit.interview.desk import CannotOpen, Desk
from clausekit.interview.entries import plain_entry
from clausekit.interview.facts_pane import FactsPane
from clausekit.interview.finding_entries import Group, counts, finding_entry, grouped_entries, groups
from clausekit.interview.internals import KeyLine
from clausekit.interview.keybar import KeyBar
from clausekit.interview.keymap import key_of
from clausekit.interview.page import Page
from clausekit.interview.windows import PageWindow
from clausekit.law import Register

LOOK_EVERY = 3.0  # seconds
MOMENT, LOOKS = 0.5, 10  # seconds without another answer, and how often one looks meanwhile
SHOWN = 8  # completions in one line
PANES = ("facts", "findings", "contract")
OFFERED = {
    "facts": ("help", "next-question", "not-known", "draft", "findings", "contract", "choices", "undo", "find",
              "positions", "add", "about", "bring-in", "what-if", "cases", "leave"),
    "findings": ("help", "facts", "next-finding", "draft", "contract", "undo", "find", "what-if", "cases", "leave"),
    "contract": ("help", "positions", "facts", "findings", "draft", "undo", "find", "what-if", "cases", "leave"),
}  # fmt: skip
# Keys of one letter in each pane; facts have none, since there letters are typed.
LOCAL = {
    "facts": (),
    "findings": (
        ("Enter", "go"),
        ("f", "fact"),
        ("c", "clause"),
        ("l", "law"),
        ("p", "positions"),
        ("m", "all of it"),
        ("y", "copy"),
    ),
    "contract": (("Enter", "positions"), ("f", "fact"), ("l", "law"), ("y", "copy")),
}


class Showing(Screen[None]):
    """Puts on the screen what the desk and the law say."""

    desk: Desk
    judged: Answer | None = None
    whole = False
    standing = True
    asked: tuple[str, ...] = ()  # where `next question` has been, and what was said not to be known
    said_at = ""  # the fact that the status line speaks of
    findings: Sequence[Finding] = ()
    groups: Sequence[Group] = ()
    anchors: Anchors | None = None
    contract_page: ContractPage | None = None
    concerned: Mapping[int, Sequence[Finding]] = MappingProxyType({})  # findings by the block they concern
    pane = "facts"
    side = "findings"
    all_facts = False
    opened: frozenset[str] = frozenset({"group:open"})

    @property
    def facts(self) -> FactsPane:
        return self.query_one("#facts", FactsPane)

    def page(self, name: str) -> Page:
        return self.query_one(f"#{name}", Page)

    def line(self, name: str) -> KeyLine:
        return self.query_one(f"#{name}", KeyLine)

    def say(self, words: str) -> None:
        """Put words into the status line; they stay until something else is done."""
        self.standing = False
        self.said_at = self.facts.row.path if self.facts.row else ""
        self.line("status").say(words)

    def stand(self, fresh: bool = True) -> None:
        """Put into the status line what stands there while nothing else is said."""
        if fresh or self.standing:
            self.standing = True
            self.line("status").say(self.desk.standing())

    def open_desk(self) -> None:
        """Read the deal, show it, and have it judged; once there is room for the field that takes the keys."""
        if not self.facts.grid.size:
            self.call_after_refresh(self.open_desk)
            return
        try:
            told = self.desk.open()
        except CannotOpen as fault:
            self.app.cannot_open(str(fault))  # type: ignore[attr-defined]  # the app of this program
            return
        self.show_rows()
        self.facts.grid.action_step(1)
        self.facts.take_focus()
        self.tell(told)
        if not self.facts.grid.rows:
            self.show_pane("findings")  # the file cannot be read; they say which line
        self.judge()
        self.set_interval(LOOK_EVERY, self.look)

    def keep_typed(self) -> None:
        """Save what is being typed, though the fact has not been left."""
        if self.desk.closed or not self.is_mounted:
            return
        typed, editing = self.facts.typed, self.facts.editing
        if typed is not None and editing is not None:
            self.desk.answer(editing.path, typed)

    def look(self) -> None:
        """See whether another program changed the deal, and try again to save what could not be saved."""
        if self.desk.closed:
            return
        before = self.desk.deal.version
        told = self.desk.deal.look()
        self.tell(told)
        if self.desk.deal.version != before:
            self.show_rows()
            self.facts.place()
            self.judge()

    def tell(self, findings: Iterable[Finding]) -> None:
        """Show what there is to tell about saving until it is read."""
        entries = [finding_entry(finding, "", {}) for finding in findings]
        if entries:
            self.app.push_screen(PageWindow("What happened", entries))

    def show_rows(self) -> None:
        """The rows of the facts as they are now."""
        self.facts.show(self.desk.rows(self.all_facts, self.judged))
        self.line("title-facts").say(f"Facts  {self.desk.tally()}")
        self.show_question()

    def show_question(self) -> None:
        """The question of the fact under the cursor, and the answers that can be completed."""
        row = self.facts.row
        self.line("question").say(self.desk.question(row.path) if row else "")
        self.show_completions()

    def show_completions(self) -> None:
        """What the text in the field may become; while nothing is typed, every answer that fits the line."""
        editing = self.facts.editing
        typed = self.facts.typed
        found = self.desk.completions(editing.path, typed or "", SHOWN) if editing else ()
        self.line("choices").say("   ".join(map(candidate_words, found)))

    def after(self, change: Change) -> None:
        """Show what a change did, and have the deal judged again."""
        if self.facts.editing is not None and self.facts.editing.path == change.path:
            self.facts.editing = None
        self.show_rows()
        self.facts.place()
        self.tell(change.told)
        self.say(change.problem) if change.problem else self.stand()
        if change.changed:
            line = self.desk.line(change.path)
            self.asked = (*self.asked, change.path) if line and line.state is State.NOT_KNOWN else self.asked
            self.judge()

    def judge(self) -> None:
        """Have the law asked anew in the background; what stands on the screen stays until the answer is there."""
        self.line("title-findings").say("Findings  …")
        self._judge()

    @work(thread=True, exclusive=True, group="judging")
    def _judge(self) -> None:
        worker = get_current_worker()
        if self.desk.templates is None:
            self.desk.read_templates()
        answer = self.desk.snapshot().judged()
        self.desk.completions("governing_law", "a", 1)  # folds the names of all places once, before one types
        if not worker.is_cancelled:
            self.app.call_from_thread(self.show_judged, answer, False)
        if not _overtaken(worker):
            self.desk.compare_with_draft(answer.complete())
            self.app.call_from_thread(self.show_judged, answer, True)

    def show_judged(self, answer: Answer, whole: bool) -> None:
        """Show findings and contract; `whole` says whether open facts and dates are among them."""
        self.judged, self.whole = answer, whole
        self.groups = groups(answer.findings_so_far, answer.snapshot.templates.register)
        self.findings = [finding for group in self.groups for finding in group.findings]
        self.show_findings()
        self.show_contract(answer)
        self.show_rows()
        self.stand(fresh=False)

    def show_contract(self, answer: Answer) -> None:
        """The contract, with the words that findings concern marked."""
        concerned: dict[int, list[Finding]] = {}
        self.anchors = Anchors(answer.contract) if answer.contract else None
        for finding in self.findings:
            block = self.anchors.of(finding) if self.anchors and finding.severity is not Severity.NOTE else None
            if block is not None:
                concerned.setdefault(id(block), []).append(finding)
        shown = contract_page(answer.contract, concerned) if answer.contract else None
        self.contract_page, self.concerned = shown, concerned
        entries = shown.entries if shown else [plain_entry(answer.missing, "muted")]
        self.page("contract").show(entries)
        self.line("title-contract").say(f"Contract  {contract_tally(entries)}")

    @property
    def register(self) -> Register | None:
        return self.desk.templates.register if self.desk.templates else None

    @property
    def titles(self) -> dict[str, str]:
        """Titles of clauses by topic."""
        topics = self.desk.templates.library.topics.values() if self.desk.templates else ()
        return {topic.id: topic.title for topic in topics}

    def show_findings(self) -> None:
        """The findings, those of a closed heading left out."""
        if self.judged is not None:
            entries = grouped_entries(self.groups, self.titles, self.opened)
            self.page("findings").show(entries)
            more = "" if self.whole else "  …"
            self.line("title-findings").say(f"Findings  {counts(self.findings)}{more}")

    def show_pane(self, name: str) -> None:
        """Bring a pane to the front and give it the keys."""
        self.pane = name
        self.side = name if name != "facts" else self.side
        for each in PANES:
            self.set_class(each == name, f"show-{each}")
            self.set_class(each == self.side, f"side-{each}")
            self.line(f"title-{each}").set_class(each == name, "here")
        if name == "facts":
            self.facts.take_focus()
        else:
            self.facts.leave()
            self.page(name).focus(scroll_visible=False)
        self.offer_keys()

    def offer_keys(self) -> None:
        """The keys that matter in this pane."""
        own = self.desk.keys
        local = [(key, word, f"local('{key}')") for key, word in LOCAL[self.pane]]
        actions = [(key_of(name, own), self.desk.short(name), name.replace("-", "_")) for name in OFFERED[self.pane]]
        self.query_one("#keys", KeyBar).offer([*local, *actions])

    def on_resize(self) -> None:
        self.call_after_refresh(self.offer_keys)


def candidate_words(one: Candidate) -> str:
    """An answer that may be meant, with what it means where that is not plain."""
    plain = one.gloss.casefold() in ("", one.text.casefold(), one.text.replace("-", " "))
    return one.text if plain else f"{one.text} {one.gloss}"


def _overtaken(worker: Worker[Any]) -> bool:
    """Whether another answer came meanwhile. What takes longer is begun only when nobody answers for a moment:
    a thread that is cancelled cannot be stopped, and several would keep every key waiting."""
    for _ in range(LOOKS):
        if worker.is_cancelled:
            return True
        sleep(MOMENT / LOOKS)
    return bool(worker.is_cancelled)
