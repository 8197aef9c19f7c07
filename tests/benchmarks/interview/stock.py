"""What one would write without thinking of speed: sixty inputs beside a Markdown of the contract.

python -m benchmarks.interview.stock FILE.md; each key changes the first paragraph.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, Markdown

FIELDS = 60


class Stock(App[None]):
    AUTO_FOCUS = "Input"
    CSS = "VerticalScroll { width: 1fr; } Input { height: 3; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        with Horizontal():
            with VerticalScroll():
                for number in range(FIELDS):
                    yield Input(placeholder=f"shown {number}")
            with VerticalScroll():
                yield Markdown(self.text)
        yield Footer()

    async def on_input_changed(self, event: Input.Changed) -> None:
        await self.query_one(Markdown).update(f"{event.value}\n\n{self.text}")


if __name__ == "__main__":
    Stock(Path(sys.argv[1]).read_text(encoding="utf-8")).run()
