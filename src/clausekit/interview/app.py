"""The app: themes, signals, crashes, and which screen is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from clausekit.interview.clipboard import copy_with_system
from clausekit.interview.internals import without_colour
from clausekit.interview.services import Services
from clausekit.interview.terminal import OUR_FAULT, heed_signals, redacted
from clausekit.interview.themes import DARK, THEMES, next_theme

if TYPE_CHECKING:
    from clausekit.drafting import Templates

MISUSE = 2


class InterviewApp(App[None]):
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
        self.parting_words: list[str] = []
        self.animation_level = "none"
        without_colour(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = services.theme
        self.set_keymap(services.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def on_mount(self) -> None:
        if not self.is_headless:
            heed_signals(self)
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

    @property
    def desks(self) -> list[Any]:
        """The deals that are open."""
        return [screen.desk for screen in self.screen_stack if hasattr(screen, "desk")]

    def action_leave_deal(self) -> None:
        """Close the deal that is open, and the app where it was opened for that one."""
        self._close_desks()
        if self.deal is not None or len(self.screen_stack) < 3:
            self.exit()
        else:
            self.pop_screen()

    def _close_desks(self) -> None:
        for desk in self.desks:
            self.parting_words += desk.close()

    def end_by_signal(self, number: int, words: str) -> None:
        """Save what was typed and end, as the signal demands."""
        for screen in self.screen_stack:
            if hasattr(screen, "save_typed"):
                screen.save_typed()
        self._close_desks()
        self.parting_words.append(f"clausekit ended because {words}. Everything that was entered is saved.")
        self.exit(return_code=128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """Save, and report the fault without any value; Textual's own report prints local variables."""
        if self._exception is not None:
            return  # the first is the cause; others follow from it
        self._exception = error
        self._exception_event.set()
        self._return_code = OUR_FAULT
        words = [f"clausekit: our fault: {type(error).__qualname__}. What was entered before is saved."]
        for desk in self.desks:
            words += desk.report_crash(redacted(error))
        self.parting_words += words
        self._close_messages_no_wait()

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
