"""pandoc, from Markdown: a program of its own, no live references."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.word.sample import Numbered, Sample

PANDOC = shutil.which("pandoc")


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Converts the sample when called, through files."""
    text = _markdown(sample)
    return lambda: _converted(text)


def _converted(text: str) -> bytes:
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "agreement.md"), Path(folder, "agreement.docx")
        source.write_text(text, encoding="utf-8")
        subprocess.run([PANDOC or "pandoc", str(source), "-o", str(target)], check=True)
        return target.read_bytes()


def _markdown(sample: Sample) -> str:
    lines = [f"% {sample.title}", ""]
    for one in sample.numbered:
        lines += [f"{'    ' * (one.level - 1)}1. {_text(one)}", ""]
    lines += [line for term, text in sample.definitions for line in (f"**“{term}”** {text}", "")]
    head, *rows = sample.table
    lines += ["| " + " | ".join(row) + " |" for row in (head, ("---",) * len(head), *rows)]
    return "\n".join(lines)


def _text(one: Numbered) -> str:
    return "".join(piece if isinstance(piece, str) else piece.number for piece in one.pieces)
