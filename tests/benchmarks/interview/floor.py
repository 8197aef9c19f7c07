"""The least that shows anything: Textual and pydantic loaded, one line on the screen."""

from __future__ import annotations

import pydantic
from textual.app import App, ComposeResult
from textual.widgets import Static


class Floor(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(f"shown, with pydantic {pydantic.VERSION}")


if __name__ == "__main__":
    Floor().run()
