"""A copy of the law folder in which a test may write."""

from __future__ import annotations

import shutil
from pathlib import Path

from clausekit.finding import Finding
from clausekit.law import Register, read_register
from shared import ROOT

LAW = ROOT / "templates" / "law"


class CopiedLaw:
    """A copy of `templates/law/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "law"
        shutil.copytree(LAW, self.folder)

    def path(self, file: str) -> Path:
        return self.folder / file

    def text(self, file: str) -> str:
        return self.path(file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        self.path(file).parent.mkdir(exist_ok=True)
        self.path(file).write_text(text, encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> int:
        """Put `new` in the place of the first `old`; the line on which it stands."""
        text = self.text(file)
        assert old in text, f"{file} does not hold {old!r}"
        self.write(file, text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    def line_of(self, file: str, words: str) -> int:
        text = self.text(file)
        return text[: text.index(words)].count("\n") + 1

    def read(self) -> tuple[Register | None, list[Finding]]:
        return read_register(self.folder, "law")

    def register(self) -> Register:
        """The register, which must be without faults."""
        register, findings = self.read()
        assert register is not None
        assert [str(finding) for finding in findings] == []
        return register
