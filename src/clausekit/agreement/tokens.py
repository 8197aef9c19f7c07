"""Signs in filled text for what must never be read as words: inserted runs and line numbers.

They are private-use characters, which neither a template nor a fact may hold.
"""

from __future__ import annotations

import re

INSERT, LINE, END = "\ue000", "\ue001", "\ue002"

PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LINE_TOKEN = re.compile(f"{LINE}([0-9]+){END}")
INSERT_TOKEN = re.compile(f"{INSERT}([0-9]+){END}")


def insert_token(index: int) -> str:
    """The sign for the inserted run with this index."""
    return f"{INSERT}{index}{END}"


def line_token(line: int) -> str:
    """The sign that what follows comes from this line of the template."""
    return f"{LINE}{line}{END}"
