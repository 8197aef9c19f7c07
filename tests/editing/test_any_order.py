"""Any order of edits, undo, redo, crash, full disk and reopening equals a plain list of texts."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clausekit.editing import Change, Opened
from editing.deals import SHORT, opened, put
from editing.test_keeping import crash, no_room

FACTS = ("title", "kind", "parties[buyer].headquarters", "parties[seller].roles", "forum.kind", "dates.end")
ANSWERS = (
    "",
    "DE",
    "not known",
    "supply",
    "customer, supplier",
    "a: [b] # c",
    "2031-01-01",
    "杭州 'x' \"y\"\nz",
    "none",
)
LISTS = ("users", "parties", "parties[buyer].owners")


class AnyOrder(RuleBasedStateMachine):
    """The model: every text the deal had, and where undo and redo stand in it."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = put(Path(self.folder.name))
        self.open: Opened = opened(self.path)
        self.texts = [SHORT]
        self.at = 0

    def noted(self, change: Change) -> None:
        if change.changed:
            assert self.open.deal.text != self.texts[self.at]
            self.texts = [*self.texts[: self.at + 1], self.open.deal.text]
            self.at += 1

    @rule(path=st.sampled_from(FACTS), typed=st.sampled_from(ANSWERS))
    def answer(self, path: str, typed: str) -> None:
        if path.startswith("parties[") and path.partition("]")[0] + "]" not in self.open.deal.grid().by_path:
            return
        self.noted(self.open.deal.answer(path, typed))

    @rule(path=st.sampled_from(LISTS), key=st.sampled_from(["", "Ångström", "2nd"]))
    def add(self, path: str, key: str) -> None:
        if path in self.open.deal.grid().by_path:
            self.noted(self.open.deal.add(path, key))

    @rule(pick=st.integers(0, 20), way=st.sampled_from(["remove", "duplicate", "up", "down"]))
    def change_a_member(self, pick: int, way: str) -> None:
        deal = self.open.deal
        members = [line.path for line in deal.grid().lines if line.kind == "member"]
        if not members:
            return
        path = members[pick % len(members)]
        moves = {"up": -1, "down": 1}
        edits = {"remove": deal.remove, "duplicate": deal.duplicate}
        self.noted(deal.move(path, moves[way]) if way in moves else edits[way](path))

    @rule()
    def undo(self) -> None:
        assert self.open.deal.undo().changed == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        assert self.open.deal.redo().changed == (self.at < len(self.texts) - 1)
        self.at = min(len(self.texts) - 1, self.at + 1)

    @rule(typed=st.sampled_from(ANSWERS))
    def answer_without_room(self, typed: str) -> None:
        with no_room():
            self.noted(self.open.deal.answer("title", typed))
        self.open.deal.look()

    @rule()
    def crash_and_open_again(self) -> None:
        crash(self.open)
        self.open = opened(self.path)

    @precondition(lambda self: self.at > 0)
    @rule()
    def close_and_open_again(self) -> None:
        assert self.open.deal.close() == ()
        self.open = opened(self.path)
        self.texts, self.at = [self.texts[self.at]], 0

    @invariant()
    def the_deal_and_its_file_are_what_the_model_says(self) -> None:
        assert self.open.deal.text == self.texts[self.at]
        assert self.path.read_text(encoding="utf-8") == self.texts[self.at]
        assert self.open.deal.unsaved == ""

    def teardown(self) -> None:
        self.open.deal.close()
        assert list(Path(self.folder.name).iterdir()) == [self.path]
        self.folder.cleanup()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=12, stateful_step_count=20, deadline=None, derandomize=True)
