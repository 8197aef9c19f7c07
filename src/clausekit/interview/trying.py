"""What if: a trial copy of the deal, what it changes, and whether it is kept."""

from __future__ import annotations

from datetime import date

from textual import work

from clausekit.editing.judging import Answer
from clausekit.editing.trials import Difference, difference
from clausekit.interview.comparing import difference_entries
from clausekit.interview.entries import plain_entry
from clausekit.interview.going import Going
from clausekit.interview.windows import LineWindow, PageWindow

KEEP, DROP, DAY = "try:keep", "try:drop", "try:day"
BEGUN = "This is a trial copy: change facts, positions or the day; F9 shows what differs, and keeps it or drops it."
ASKS_DAY = "Judge the trial copy by the law of which day? Write it as 2027-03-01. The deal's own day stays as it is."


class Trying(Going):
    """The part of the deal's screen that tries things in a copy."""

    before: Answer | None = None  # what was said of the deal when the trial began

    def action_what_if(self) -> None:
        """Begin a trial copy; where one is open, show what it changes."""
        self.facts.leave()
        if self.judged is None:
            self.say("the law is still being asked")
        elif self.desk.trying:
            self.say("comparing …")
            self._compare(self.judged)
        else:
            self.before = self.judged
            self.desk.begin_trial()
            self._trial_changed()
            self.say(BEGUN)

    def _trial_changed(self) -> None:
        self.set_class(self.desk.trying, "trial")
        self.show_rows()
        self.facts.place()

    @work(thread=True, exclusive=True, group="comparing")
    def _compare(self, judged: Answer) -> None:
        """What the trial says that the deal did not; waits for both answers to be complete."""
        assert self.before is not None
        now = judged if self.desk.is_said_of_now(judged) else self.desk.snapshot().judged()
        made = difference(self.before, now)
        self.app.call_from_thread(self._show_difference, made)

    def _show_difference(self, made: Difference) -> None:
        entries = [
            plain_entry("Keep what was tried, as one step that can be undone", "good", key=KEEP),
            plain_entry("Drop it: the deal stays as it was", "warning", key=DROP),
            plain_entry("Judge it by the law of another day", "note", key=DAY),
            plain_entry("Esc goes on trying", "muted", space=1),
            *difference_entries(made, self.titles),
        ]
        self.stand()
        self.app.push_screen(PageWindow("What if: what the trial copy changes", entries), self._decide)

    def _decide(self, answer: str | None) -> None:
        if answer == DAY:
            self.app.push_screen(LineWindow("The law of another day", ASKS_DAY), self._try_on)
        elif answer in {KEEP, DROP}:
            change = self.desk.end_trial(keep=answer == KEEP)
            self.before = None
            self._trial_changed()
            self.after(change)
            self.judge()
            self.say("what was tried is in the deal now; one undo takes it back" if answer == KEEP else "dropped")

    def _try_on(self, typed: str | None) -> None:
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            self.say(f"“{typed}” is not a date; write year-month-day, such as 2027-03-01")
            return
        if day is not None:
            self.desk.try_on(day)
            self.judge()
            self.stand()
