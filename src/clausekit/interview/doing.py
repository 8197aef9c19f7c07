"""Doing: positions, what-if, best and worst case, drafting, noting sources, bringing in, leaving."""

from __future__ import annotations

from clausekit.assessment.explaining import ClauseReason
from clausekit.clauses import NONE
from clausekit.editing.positions import recommended, words_to_start_from
from clausekit.editing.stated import position_stated
from clausekit.finding import Finding
from clausekit.interview.about_window import AboutWindow
from clausekit.interview.comparing import extreme_entries, position_words
from clausekit.interview.positions_window import PositionsWindow, position_entries
from clausekit.interview.trying import Trying
from clausekit.interview.windows import LineWindow, PageWindow, TextWindow
from clausekit.law.standpoint import LAW_FACT

WHY = (
    "This is not the position that was recommended. Why is it taken? Write the true reason; it goes into the memo, "
    "and nothing writes it for you. An empty line takes the position without one, and the memo will say so."
)


class Doing(Trying):
    """The part of the deal's screen that changes more than one fact."""

    def action_positions(self) -> None:
        """The positions of the clause that the cursor is about."""
        finding = self.pointed_finding() if self.pane == "findings" else None
        topic = finding.clause if finding else self.page("contract").pointed
        if topic:
            self.open_positions(topic)
        else:
            self.say("stand on a clause, or on a finding about one")

    def open_positions(self, topic: str) -> None:
        reason = self._reason(topic)
        assessment = self.judged.assessment if self.judged else None
        if assessment is None or reason is None:
            self.say("this part of the contract has one wording only")
            return
        names = dict.fromkeys([reason.position, *(one.position for one in reason.alternatives)])
        words = position_words(assessment, topic, names)
        columns = {name: position_entries(assessment, reason, name, words) for name in names}
        window = PositionsWindow(f"Positions: {reason.title}", columns, reason.position)
        self.app.push_screen(window, lambda answer: self._take_position(topic, answer))

    def _reason(self, topic: str) -> ClauseReason | None:
        clauses = self.judged.assessment.clauses if self.judged and self.judged.assessment else ()
        return next((clause for clause in clauses if clause.topic == topic), None)

    def _take_position(self, topic: str, answer: str | None) -> None:
        if answer is None or self.judged is None or self.judged.assessment is None:
            return
        if answer == "template":
            self.after(self.desk.deal.unchoose(topic))
        elif answer.startswith("words:"):
            self._own_words(topic, answer.removeprefix("words:"))
        elif answer == recommended(self.judged.assessment.outcome.choices[topic]):
            self.after(self.desk.deal.choose(topic, answer))
        else:
            what = "Strike the clause" if answer == NONE else f"Take “{answer}”"
            asks = LineWindow(f"{what} against the recommendation", WHY)
            self.app.push_screen(asks, lambda why: self._take_against(topic, answer, why))

    def _take_against(self, topic: str, position: str, why: str | None) -> None:
        """Take a position that is not recommended, or strike the clause, for the true reason; escape takes nothing."""
        if why is not None and position == NONE:
            self.after(self.desk.deal.strike(topic, why))
        elif why is not None:
            self.after(self.desk.deal.choose(topic, position, why))

    def _own_words(self, topic: str, position: str) -> None:
        if position == NONE:
            self.say("a clause that is struck has no words; choose a position to start from")
            return
        window = TextWindow(
            f"This deal's own words for {topic}, in place of {position}",
            words_to_start_from(self.desk.deal, topic, position),
        )
        self.app.push_screen(window, lambda text: self._take_words(topic, position, text))

    def _take_words(self, topic: str, position: str, text: str | None) -> None:
        if text is not None:
            reason = position_stated(self.desk.deal.data, topic).get("reason", "")
            self.after(self.desk.deal.reword(topic, position, text, reason))

    def action_about(self) -> None:
        """Source, note, date, owner and audience of the fact under the cursor."""
        row = self.facts.row
        if row is not None and row.can_point:
            window = AboutWindow(row.label, self.desk.notes(row.path), self.desk.note_questions())
            self.app.push_screen(window, lambda answers: self._note(row.path, answers))

    def _note(self, path: str, answers: dict[str, str] | None) -> None:
        if answers is not None:
            self.after(self.desk.note(path, answers))

    def action_cases(self) -> None:
        """Worst and best case over the open facts."""
        if self.judged is None:
            self.say("the law is still being asked")
            return
        entries = extreme_entries(self.judged.extremes, self.titles, self._called)
        self.app.push_screen(PageWindow("Worst and best case over the open facts", entries), self._from_cases)

    def _called(self, path: str) -> str:
        """What a fact is called, or the law whose status is open."""
        if path.startswith(LAW_FACT):
            law = self.register.instruments.get(path.removeprefix(LAW_FACT)) if self.register else None
            return f"Status of {law.short}" if law else path
        line = self.desk.line(path)
        return line.question if line else path

    def _from_cases(self, answer: str | None) -> None:
        if answer and answer.startswith(LAW_FACT):
            self.show_instruments((answer.removeprefix(LAW_FACT),))
        elif answer:
            self.go_to_fact(answer)

    def action_draft(self) -> None:
        self.facts.leave()
        from clausekit.interview.draft_window import DraftWindow

        window = DraftWindow(self.desk, self.titles)
        self.app.push_screen(window, lambda answer: self._from_draft(window.listed.get(answer or "")))

    def _from_draft(self, finding: Finding | None) -> None:
        """Go to what was chosen in the list; and say anew what has changed since the draft."""
        if finding is not None:
            self.go_from(finding)
        self.look()  # a draft records its library in the deal, which is no change of counsel's
        self.judge()

    def action_theme(self) -> None:
        self.app.action_next_theme()  # type: ignore[attr-defined]  # the app of this program

    def action_leave(self) -> None:
        self.facts.leave()
        if self.desk.trying:
            self.action_what_if()  # what was tried is kept or dropped first
        else:
            self.app.action_leave_deal()  # type: ignore[attr-defined]  # the app of this program
