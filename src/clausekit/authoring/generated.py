"""The files of a folder of templates that the program writes: nobody edits or merges them."""

from __future__ import annotations

LOCK = "CHANGES.lock"
PAGES = ("facts.md", "circumstances.md", "conduct.md", "rules.md")
GENERATED = frozenset({LOCK, *PAGES})
