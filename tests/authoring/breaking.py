"""A copy of the templates that can be broken, and what the check then finds."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clausekit.authoring.checking import Checked, check
from clausekit.templates_folder import TemplatesFolder
from shared import LIBRARY, ROOT

# The day on which some position was last reviewed: none is overdue, and none is to come.
REVIEWED = max(one.reviewed_on for topic in LIBRARY.topics.values() for one in topic.positions.values())


@dataclass(frozen=True)
class Copy:
    """A folder of templates to break."""

    path: Path

    @classmethod
    def at(cls, path: Path) -> Copy:
        shutil.copytree(ROOT / "templates", path)
        return cls(path)

    def change(self, file: str, old: str, new: str) -> None:
        """Change the first `old` of a file."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, file
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, encoding="utf-8")

    def add(self, file: str, words: str) -> None:
        """Add a paragraph before the definitions of a clause file, or at its end."""
        text = (self.path / file).read_text(encoding="utf-8")
        body, mark, definitions = text.partition("## Definitions")
        self.write(file, f"{body.rstrip()}\n\n{words}\n\n{mark}{definitions}")

    def line(self, file: str, words: str) -> int:
        """The line on which some words stand."""
        lines = (self.path / file).read_text(encoding="utf-8").split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def check(self, on: date = REVIEWED) -> Checked:
        return check(TemplatesFolder(self.path, "a test"), on)
