"""What is noted about a fact: source, note, date, owner and audience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from clausekit.interview.internals import FastInput, KeyLine
from clausekit.interview.keybar import KeyBar


class AboutWindow(ModalScreen[dict[str, str] | None]):
    """A few lines to write; enter on the last, or ctrl+s, takes them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("ctrl+s", "take", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, answers: Mapping[str, str], questions: Mapping[str, str]) -> None:
        super().__init__()
        self.heading = title
        self.answers = answers
        self.questions = questions

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield KeyLine(widget_id="window-title")
            for name, question in self.questions.items():
                asks = KeyLine(classes="asks")
                asks.update(question)
                yield asks
                yield FastInput(widget_id=f"about-{name}")
            yield KeyBar(widget_id="window-keys")

    def on_mount(self) -> None:
        self.query_one("#window-title", KeyLine).say(f"What is noted about: {self.heading}")
        for name, field in self._fields().items():
            field.value = self.answers.get(name, "")
        next(iter(self._fields().values())).focus()
        keys = [("Enter", "next", "take"), ("^S", "take them", "take"), ("Esc", "leave them as they were", "back")]
        self.call_after_refresh(self.query_one("#window-keys", KeyBar).offer, keys)

    def _fields(self) -> dict[str, FastInput]:
        return {name: self.query_one(f"#about-{name}", FastInput) for name in self.questions}

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        fields = list(self._fields().values())
        if event.input is fields[-1]:
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        self.dismiss({name: field.value.strip() for name, field in self._fields().items()})

    def action_back(self) -> None:
        self.dismiss(None)
