"""Every action with its key; a file of counsel's own keys is laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.keys import Keys

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import Located, read_file
from clausekit.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class Action:
    """Something counsel can do everywhere in a deal.

    Args:
        id: its name in the file of keys.
        key: its keys, with commas between them.
        short: a word or two for the line of keys.
        says: what it does, for help and palette.
    """

    id: str
    key: str
    short: str
    says: str

    @property
    def name(self) -> str:
        """The name of the Textual action."""
        return self.id.replace("-", "_")

    def binding(self) -> Binding:
        return Binding(self.key, self.name, self.short, id=self.id, show=False, priority=True)


ACTIONS = (
    Action("help", "f1", "help", "What is under the cursor, and every key"),
    Action("facts", "f2", "facts", "Go to the facts"),
    Action("findings", "f3", "findings", "Go to the findings"),
    Action("contract", "f4", "contract", "Go to the contract"),
    Action("draft", "f5", "draft", "Check for release, then write contract, memo and receipt"),
    Action("positions", "f6", "positions", "The positions of the clause under the cursor, side by side"),
    Action("next-question", "f7", "next question", "Go to the open fact that settles most, and say what it settles"),
    Action("next-finding", "f8", "next finding", "Go to the next finding"),
    Action("what-if", "f9", "what if", "Try changes in a copy; again, see what they change, and keep or drop them"),
    Action("cases", "f10", "worst/best", "Judge the open facts at their worst, at their best, and as they are"),
    Action("not-known", "ctrl+t", "not known", "Answer: not known; again takes the answer back"),
    Action("about", "ctrl+o", "source", "Source, note, date, owner and audience of the fact under the cursor"),
    Action("choices", "ctrl+l", "choices", "Every answer that the fact under the cursor can have"),
    Action("add", "ctrl+n", "add", "Add a party, owner, item, site or other member of the group under the cursor"),
    Action("group", "ctrl+g", "group", "Duplicate, move or remove the group under the cursor"),
    Action("bring-in", "ctrl+b", "bring in", "Bring in a table of parties or items, or another matter's facts"),
    Action("long-text", "ctrl+e", "long text", "Write the text under the cursor in a larger field"),
    Action("search", "ctrl+f", "filter", "Show only the facts that hold some words"),
    Action("all-facts", "ctrl+r", "all facts", "Show, or hide, facts that do not matter now"),
    Action("undo", "ctrl+z", "undo", "Take the last change back"),
    Action("redo", "ctrl+y", "redo", "Make the change again that was taken back"),
    Action("find", "ctrl+p", "find", "Find a fact, a clause, an instrument or an action"),
    Action("theme", "ctrl+s", "colours", "The next theme: dark, light, high contrast"),
    Action("leave", "ctrl+q", "leave", "Leave this matter; everything is saved"),
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def read_keys(path: Path) -> tuple[dict[str, str], list[Finding]]:
    """Counsel's own keys by action, and what is wrong in their file.

    Args:
        path: a YAML file with lines such as ``next-question: f12``.
    """
    located, findings = read_file(path)
    if located is None or not isinstance(located.data, dict):
        return {}, findings
    faults = list(_faults(located, located.data))
    wrong = {fault.place.line for fault in faults}
    keys = {name: key for name, key in located.data.items() if located.line((name,)) not in wrong}
    return keys, [*findings, *faults]


def _faults(located: Located, data: Mapping[str, Any]) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for name, keys in data.items():
        place = Place(located.file, located.line((name,)))
        if name not in BY_ID:
            yield error("unknown-action", f"'{name}' is not an action{did_you_mean(name, BY_ID)}", place)
        elif not isinstance(keys, str) or not all(map(is_key, keys.split(","))):
            yield error("unknown-key", f"'{keys}' is not a key; write one such as f7 or ctrl+t", place)
        elif keys in taken:
            yield error("key-twice", f"'{keys}' is already the key of {taken[keys]}; choose another", place)
        else:
            taken[keys] = name


def is_key(name: str) -> bool:
    """Whether Textual knows a key of this name."""
    *modifiers, key = name.strip().split("+")
    known = {str(each.value) for each in Keys}
    return {"ctrl", "alt", "shift"}.issuperset(modifiers) and bool(key) and (len(key) == 1 or key in known)


def key_of(action: str, own: Mapping[str, str]) -> str:
    """The first key of an action as people write it: ``F7``, ``^t``."""
    key = own.get(action, BY_ID[action].key).split(",")[0].strip()
    return key.replace("ctrl+", "^") if key.startswith("ctrl+") else key.upper()
