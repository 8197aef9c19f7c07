"""Keys: every action has one that terminals send; counsel's own file is read, its mistakes told with lines."""

from __future__ import annotations

from pathlib import Path

from clausekit.interview.keymap import ACTIONS, BY_ID, is_key, key_of, read_keys

NOT_SENT = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+["}
EVERYWHERE = {f"f{number}" for number in range(1, 11)} | {f"ctrl+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}


def test_every_action_has_a_key_of_its_own_that_every_terminal_sends() -> None:
    keys = [key for action in ACTIONS for key in action.key.split(",")]
    assert len(keys) == len(set(keys))
    assert set(keys) <= EVERYWHERE - NOT_SENT


def test_own_keys_are_read(tmp_path: Path) -> None:
    file = tmp_path / "keys.yaml"
    file.write_text("next-question: f12\nundo: ctrl+u\n")
    assert read_keys(file) == ({"next-question": "f12", "undo": "ctrl+u"}, [])


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "keys.yaml"
    file.write_text("next-qestion: f12\nundo: strg+u\nredo: f3\nhelp: f3\n")
    keys, findings = read_keys(file)
    assert [(finding.code, finding.place.line) for finding in findings] == [
        ("unknown-action", 1),
        ("unknown-key", 2),
        ("key-twice", 4),
    ]
    assert "next-question" in findings[0].message
    assert keys == {"redo": "f3"}


def test_keys_are_written_as_people_write_them() -> None:
    assert key_of("undo", {}) == "^z"
    assert key_of("help", {"help": "f12"}) == "F12"
    assert all(is_key(key) for action in BY_ID.values() for key in action.key.split(","))
