"""The deal on the screen: facts, findings and contract, and the lines below them."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from clausekit.interview.answering import Answering
from clausekit.interview.bringing import Bringing
from clausekit.interview.desk import Desk
from clausekit.interview.doing import Doing
from clausekit.interview.facts_pane import FactsPane
from clausekit.interview.internals import KeyLine
from clausekit.interview.keybar import KeyBar
from clausekit.interview.keymap import ACTIONS
from clausekit.interview.page import Page
from clausekit.interview.showing import PANES

BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (170, "-wide")]


class DealScreen(Answering, Doing, Bringing):
    """Three panes; narrow terminals show one at a time, middling ones facts and one other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(action.binding() for action in ACTIONS),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="deal")
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.desk = desk

    def compose(self) -> ComposeResult:
        with Horizontal(id="panes"):
            with Vertical(id="pane-facts", classes="pane"):
                yield KeyLine(widget_id="title-facts", classes="pane-title")
                yield FactsPane(self.take_typed, widget_id="facts")
            with Vertical(id="pane-findings", classes="pane"):
                yield KeyLine(widget_id="title-findings", classes="pane-title")
                yield Page(choosing=True, twice=True, widget_id="findings")
            with Vertical(id="pane-contract", classes="pane"):
                yield KeyLine(widget_id="title-contract", classes="pane-title")
                yield Page(choosing=True, twice=True, widget_id="contract")
        yield KeyLine(widget_id="question")
        yield KeyLine(widget_id="choices")
        yield KeyLine(widget_id="status")
        yield KeyBar(widget_id="keys")

    def on_mount(self) -> None:
        self.show_pane("facts")
        self.line("status").say(f"opening {self.desk.name} …")
        self.call_after_refresh(self.open_desk)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into another pane makes it the one that keys are for."""
        name = next((one for one in PANES if self.query_one(f"#pane-{one}") in event.widget.ancestors), None)
        if name is not None and name != self.pane:
            self.show_pane(name)

    @on(Page.Chosen, "#findings")
    def _finding_chosen(self, event: Page.Chosen) -> None:
        self.open_finding(event.key)

    @on(Page.Chosen, "#contract")
    def _clause_chosen(self, event: Page.Chosen) -> None:
        if event.key:
            self.open_positions(event.key)
