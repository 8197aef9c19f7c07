"""Word: a `Document` becomes a .docx file that Word opens without a question.

It writes the body's XML itself, with native lists, live references, a table of
contents and real headings, and zips it so that the same document gives the same
bytes. How it looks comes from a house style, a Word file that the firm owns.

It may import `agreement` and `finding`; it alone may import python-docx and lxml.
It never decides what an agreement says, never numbers, never looks at the clock,
and never puts into a file anything that is not in the document or the house style.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from clausekit.word.house_loading import check_house_style, load_house_style
from clausekit.word.house_style import HouseStyle
from clausekit.word.package import part_hashes
from clausekit.word.writer import write

if TYPE_CHECKING:
    from clausekit.word.linting import lint
    from clausekit.word.redline import write_redline

__all__ = ["HouseStyle", "check_house_style", "lint", "load_house_style", "part_hashes", "write", "write_redline"]

# Loaded when first asked for, so that a document is written without lxml and the comparison of two.
HOMES = {"lint": "linting", "write_redline": "redline"}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
