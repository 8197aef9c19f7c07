"""What can be found by its words: facts, clauses, instruments and actions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from clausekit.interview.going import Going
from clausekit.interview.keymap import ACTIONS, key_of
from clausekit.interview.matters_screen import MattersScreen
from clausekit.interview.rows import Kind


def commands(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Everything that can be gone to or done on this screen."""
    if isinstance(screen, Going):
        yield from _facts(screen)
        yield from _clauses(screen)
        yield from _actions(screen)
        yield from _instruments(screen)
    elif isinstance(screen, MattersScreen):
        yield SystemCommand("Begin a new matter", "action", screen.action_new)
        yield from (
            SystemCommand(one.title, f"matter · {one.path.name}", partial(screen.open_at, one)) for one in screen.found
        )


def _actions(screen: Going) -> Iterator[SystemCommand]:
    for action in ACTIONS:
        if action.id != "find":
            key = key_of(action.id, screen.desk.keys)
            yield SystemCommand(action.says, f"action · {key}", partial(screen.run_action, action.name))


def _facts(screen: Going) -> Iterator[SystemCommand]:
    for row in screen.desk.rows(True, None):
        if row.kind in {Kind.FACT, Kind.GROUP}:
            told = f"fact · {row.value}" if row.value else "fact"
            go = partial(screen.go_to_fact, row.path)
            yield SystemCommand(f"{row.label}  {row.path}", told, go, discover=False)


def _clauses(screen: Going) -> Iterator[SystemCommand]:
    titles = screen.titles
    for topic, title in titles.items():
        yield SystemCommand(title, f"clause · {topic}", partial(screen.go_to_clause, topic), discover=False)


def _instruments(screen: Going) -> Iterator[SystemCommand]:
    instruments = screen.register.instruments if screen.register else {}
    for name, instrument in instruments.items():
        show = partial(screen.show_instruments, (name,))
        yield SystemCommand(f"{instrument.short}: {instrument.title}", f"instrument · {name}", show, discover=False)
