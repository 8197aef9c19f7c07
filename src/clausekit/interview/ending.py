"""How the app ends: asked to, by a signal, or by a fault of ours; saved each time, and told in words that are true."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING

from rich.console import RenderableType

from clausekit.interview.internals import KeysInOrder, asked_by
from clausekit.interview.terminal import OUR_FAULT, SIGNALS, end_for_certain, redacted

if TYPE_CHECKING:
    from clausekit.interview.deal_screen import DealScreen

SAVED = "Everything that was entered is saved."
TRIED = "A what-if was open; what was tried in it is dropped, and the deal is as it was."


class Ending(KeysInOrder):
    """The part of the app that ends it.

    Attributes:
        parting_words: what is said on the terminal after the screen has gone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parting_words: list[str] = []

    @property
    def deals(self) -> list[DealScreen]:
        """The screens of the deals that are open."""
        from clausekit.interview.deal_screen import DealScreen

        return [screen for screen in self.screen_stack if isinstance(screen, DealScreen)]

    def close_deals(self) -> list[str]:
        """Save what is being typed, and let go of every deal; what could not be saved, in words."""
        for screen in self.deals:
            screen.keep_typed()
        told = [words for screen in self.deals for words in screen.desk.close()]
        self.parting_words += told
        return told

    def end_by_signal(self, number: int, words: str) -> None:
        """Take what is being typed, save it, and end."""
        from clausekit.interview.about_window import AboutWindow
        from clausekit.interview.windows import TextWindow

        end = partial(self._end_by_signal, number, words)
        window = self.screen
        if isinstance(window, TextWindow | AboutWindow):
            taker = asked_by(window)
            window.action_take()
            taker.call_next(end)  # behind what the window hands over
        else:
            end()

    def _end_by_signal(self, number: int, words: str) -> None:
        saved = self._saved(bool(self.close_deals()))
        self.parting_words.append(f"clausekit ended because {words}.{saved}")
        end_for_certain(128 + number)
        self.exit(return_code=128 + number)

    def _saved(self, trouble: bool) -> str:
        """What is true of what was entered."""
        tried = f" {TRIED}" if any(screen.desk.trying for screen in self.deals) else ""
        return tried if trouble else f" {SAVED}{tried}"

    async def _on_exit_app(self) -> None:
        """However the end was asked for, as by a browser whose page is gone, the deals are closed first."""
        self.close_deals()
        await super()._on_exit_app()

    def panic(self, *renderables: RenderableType) -> None:
        """The terminal cannot be read any more. What Textual would print holds what was typed."""
        self.end_by_signal(int(signal.SIGHUP), SIGNALS["SIGHUP"])

    def _handle_exception(self, error: Exception) -> None:
        """Save, and report the fault without any value; Textual's own report prints local variables."""
        if self._exception is not None:
            return  # the first is the cause; others follow from it
        self._exception = error
        self._exception_event.set()
        self._return_code = OUR_FAULT
        places = [place for screen in self.deals if (place := screen.desk.report_crash(redacted(error)))]
        saved = self._saved(self._closed_in_need())
        self.parting_words.append(f"clausekit: our fault: {type(error).__qualname__}.{saved}")
        self.parting_words += [f"Where it happened is in {place}; it holds no word of the deal." for place in places]
        self._close_messages_no_wait()

    def _closed_in_need(self) -> bool:
        """Save and let go, though that may be what failed; whether there is something to tell about it."""
        try:
            return bool(self.close_deals())
        except Exception:
            self.parting_words.append("What was entered is in the journal, and is put back when the deal is opened.")
            return True
