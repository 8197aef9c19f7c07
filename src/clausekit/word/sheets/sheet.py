"""What stands on a sheet, and the names by which its places are found again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from clausekit.agreement.authored import Written, blocks_of

KEY = re.compile(r"(?P<topic>[a-z0-9]+(?:-[a-z0-9]+)*)/(?P<file>\d+-[a-z0-9]+(?:-[a-z0-9]+)*)")
CONTROL = "Clause "
"""What the label of a position's content control begins with."""
BOOKMARK = "_ck_"


class HeadRow(NamedTuple):
    """A line of a position's head as it is shown: what it is, and what it says."""

    label: str
    words: str


@dataclass(frozen=True)
class Sheet:
    """One position, to be edited.

    Args:
        key: its topic and the name of its file, such as ``no-diversion/1-consent``.
        title: the title of its topic.
        head: what is shown of its head, and never read back.
        text: its words; `first_line` is the line of the file on which they begin.
        samples: what each fact is shown as, by its words between the braces;
            one that has none is shown as it is written.
    """

    key: str
    title: str
    head: tuple[HeadRow, ...]
    text: str
    first_line: int = 1
    samples: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def blocks(self) -> tuple[Written, ...]:
        """Its words as blocks, always the same ones."""
        return blocks_of(self.text)

    @property
    def mark(self) -> str:
        return mark_of(self.key, self.text)


def mark_of(key: str, text: str) -> str:
    """The name of the bookmark where a position with this text begins."""
    return f"{BOOKMARK}{_short(key)}_{_short(text)}"


def is_mark_of(name: str, key: str) -> bool:
    """Whether a bookmark of this name is that of a position, whatever its text was."""
    return name.startswith(f"{BOOKMARK}{_short(key)}_")


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]
