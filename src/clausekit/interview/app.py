"""The app: themes, and which screen is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from clausekit.interview.clipboard import copy_with_system
from clausekit.interview.ending import Ending
from clausekit.interview.internals import KeyLine, without_colour
from clausekit.interview.services import Services
from clausekit.interview.terminal import heed_signals
from clausekit.interview.themes import DARK, THEMES, next_theme

if TYPE_CHECKING:
    from clausekit.drafting import Templates

MISUSE = 2


class InterviewApp(Ending):
    """The interview on one terminal.

    Args:
        services: what the command line hands over.
        deal: the deal to open; None for the list of matters.
    """

    CSS_PATH = Path(__file__).parent / "interview.tcss"
    TITLE = "clausekit"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave_deal", show=False, priority=False)]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, services: Services, deal: Path | None = None) -> None:
        super().__init__()
        self.services = services
        self.deal = deal
        self.templates: Templates | None = None  # once they are read, for every deal that is opened
        self.animation_level = "none"
        without_colour(self)
        for theme in THEMES:
            self.register_theme(theme)
        # As the watcher of the theme would, without parsing the stylesheet a second time.
        self.set_reactive(App.theme, services.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(services.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield KeyLine(widget_id="opening")

    def on_mount(self) -> None:
        if not self.is_headless:
            heed_signals(self)
        what = self.deal.stem if self.deal else f"the matters in {self.services.matters}"
        self.query_one("#opening", KeyLine).say(f"clausekit: opening {what} …")
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        """Show what was asked for; the first line is on the screen while its rooms are loaded."""
        if self.deal is not None:
            self.open_deal(self.deal)
        else:
            self.open_matters()

    def open_matters(self) -> None:
        """Show the list of matters."""
        from clausekit.interview.matters_screen import MattersScreen

        self.push_screen(MattersScreen(self.services))

    def open_deal(self, deal: Path) -> None:
        """Show a deal."""
        from clausekit.interview.deal_screen import DealScreen
        from clausekit.interview.desk import Desk

        self.push_screen(DealScreen(Desk(deal, self.services, self.templates)))

    def cannot_open(self, words: str) -> None:
        """Say that a deal cannot be opened, and go back to where it was chosen."""
        if self.deal is not None:
            self.exit(return_code=MISUSE, message=f"clausekit: {words}")
        else:
            self.pop_screen()
            self.notify(words, severity="error", timeout=30)

    def action_leave_deal(self) -> None:
        """Close the deal that is open, and the app where it was opened for that one."""
        self.close_deals()
        if self.deal is not None or len(self.screen_stack) < 3:
            self.exit()
        else:
            self.pop_screen()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy with the system's own program, and by the terminal's where there is none."""
        if self.is_headless or not copy_with_system(text):
            super().copy_to_clipboard(text)
        self._clipboard = text

    def action_next_theme(self) -> None:
        self.theme = next_theme(self.theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        from clausekit.interview.palette import commands

        yield from commands(screen)
