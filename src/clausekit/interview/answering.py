"""Answers: what is typed goes to the desk, which takes it or says why not."""

from __future__ import annotations

from textual import on

from clausekit.editing import Change, edits
from clausekit.editing.completing import Candidate, place_candidates
from clausekit.interview.entries import Entry, Span
from clausekit.interview.facts_pane import FactsPane
from clausekit.interview.groups import deeds_at, do, has_deeds, has_parts, is_list, list_at
from clausekit.interview.internals import FastInput
from clausekit.interview.rows import Kind
from clausekit.interview.showing import Showing, candidate_words
from clausekit.interview.windows import LineWindow, ListWindow, TextWindow

MOST = 400  # entries of a list of choices
ASKS_NAME = "A short word of your own for it, such as vendor; its id is made of it. Its full name is asked next."


class Answering(Showing):
    """The part of the deal's screen that answers facts."""

    def take_typed(self, path: str, text: str, accepted: bool) -> None:
        """Take what was typed into a fact, completed where it was accepted."""
        self.after(self.desk.answer(path, self.desk.completed(path, text) if accepted else text))

    @on(FactsPane.Typed)
    def _typed(self) -> None:
        self.show_completions()

    @on(FactsPane.Came)
    def _came(self) -> None:
        self.show_question()
        if self.facts.row is None or self.facts.row.path != self.said_at:
            self.stand()

    @on(FactsPane.Entered)
    def _entered(self, event: FactsPane.Entered) -> None:
        """Enter adds to a list, opens the menu of a member, and opens or closes any other heading."""
        path = event.row.path
        if event.row.kind is not Kind.SECTION and is_list(self.desk.grid, path):
            self.action_add()
        elif event.row.kind is not Kind.SECTION and has_deeds(self.desk.grid, path):
            self.action_group()
        else:
            self._fold(path, path not in self.desk.folded)

    @on(FactsPane.Folded)
    def _folded(self, event: FactsPane.Folded) -> None:
        self._fold(event.row.path, event.shut)

    def _fold(self, path: str, shut: bool) -> None:
        self.desk.fold(path, shut)
        self.show_rows()

    @on(FastInput.LinesPasted)
    def _pasted(self, event: FastInput.LinesPasted) -> None:
        count = len(event.text.splitlines())
        self.notify(f"{count} lines were pasted and joined into one. ^E keeps them apart; ^B takes a table.")

    def action_not_known(self) -> None:
        row = self.facts.row
        if row is None:
            return
        if has_parts(self.desk.grid, row.path):
            self.say("parts of it are stated; say of each whether it is known, or remove them first")
        elif row.can_edit or is_list(self.desk.grid, row.path):
            self.facts.editing = None
            self.after(self.desk.not_known(row.path))

    def action_undo(self) -> None:
        self.facts.leave()
        self._travel(self.desk.deal.undo(), "taken back")

    def action_redo(self) -> None:
        self._travel(self.desk.deal.redo(), "made again")

    def _travel(self, change: Change, way: str) -> None:
        """Go to the fact that an undone or redone step was about."""
        self.after(change)
        if change.changed:
            self.facts.grid.go_to(change.path)
            self.say(f"{way}: {change.label}")

    def action_choices(self) -> None:
        row = self.facts.row
        if row is None or not row.can_edit:
            return

        def find(words: str) -> list[Entry]:
            return list(map(_candidate_entry, self.desk.completions(row.path, words, MOST)))

        if find(""):
            self.app.push_screen(ListWindow(row.label, find), lambda chosen: self._take(row.path, chosen))
        else:
            self.say("this fact is free text; there is no list of answers")

    def _take(self, path: str, answer: str | None) -> None:
        if answer is not None:
            self.after(self.desk.answer(path, self.desk.chosen(path, answer)))

    def action_long_text(self) -> None:
        row = self.facts.row
        if row is not None and row.can_edit:
            text = self.facts.field.value if self.facts.editing else row.value
            window = TextWindow(row.label, text)
            self.app.push_screen(window, lambda text: self._take_text(row.path, text))

    def _take_text(self, path: str, text: str | None) -> None:
        if text is not None:
            self.after(self.desk.answer(path, text))

    def action_search(self) -> None:
        window = LineWindow("Show only facts that hold these words", "An empty line shows all again.", self.desk.filter)
        self.app.push_screen(window, self._filtered)

    def _filtered(self, words: str | None) -> None:
        if words is None:
            return
        self.desk.filter = words
        self.show_rows()
        self.facts.place()
        self.say(f"only facts that hold “{words}”; ^F and an empty line show all" if words else "all facts are shown")

    def action_all_facts(self) -> None:
        self.all_facts = not self.all_facts
        self.show_rows()
        self.say("all facts" if self.all_facts else "only facts that matter now")

    def action_add(self) -> None:
        """Add a member to the list under the cursor, or to the one that holds the fact under it."""
        row = self.facts.row
        group = list_at(self.desk.grid, row.path) if row else None
        if group is None:
            self.say("stand on a party, an item, a site, an owner or another list to add to it")
            return
        line = self.desk.line(group)
        title = f"Add to: {line.label}" if line else "Add"
        if edits.list_at(group).by_place:
            window = ListWindow(title, lambda typed: list(map(_candidate_entry, place_candidates(typed, MOST))))
            self.app.push_screen(window, lambda name: self._add(group, name))
        else:
            self.app.push_screen(LineWindow(title, ASKS_NAME), lambda name: self._add(group, name))

    def _add(self, group: str, name: str | None) -> None:
        if name:
            change = self.desk.deal.add(group, name)
            self.after(change)
            if change.changed:
                self.facts.go_to(change.path)
                self.facts.grid.action_step(1)

    def action_group(self) -> None:
        """What can be done with the member under the cursor."""
        row = self.facts.row
        if row is None:
            return
        path, deeds = deeds_at(self.desk.grid, row.path)
        if not deeds:
            self.action_add()
            return
        entries = [Entry(name, (Span(words),)) for name, words in deeds]
        window = ListWindow(path, lambda typed: [e for e in entries if typed.casefold() in e.words.casefold()])
        self.app.push_screen(window, lambda deed: self._do(path, deed))

    def _do(self, path: str, deed: str | None) -> None:
        if deed == "add":
            self.action_add()
        elif deed:
            self.after(do(self.desk.deal, path, deed))


def _candidate_entry(one: Candidate) -> Entry:
    return Entry(one.text, (Span(one.text, "strong"), Span(f" {candidate_words(one).removeprefix(one.text)}")))
