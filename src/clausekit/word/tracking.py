"""Tracked changes: finished XML marked as inserted or as deleted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from clausekit.agreement.comparing import Change
from clausekit.word.xml_text import attribute

FIRST_ID = 1_000_000
"""Above the ids of bookmarks, with which Word lets revisions share one space."""
RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+")
ROW = re.compile(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?")
NAMES = {Change.DELETED: "w:del", Change.INSERTED: "w:ins"}
PARAGRAPH_END = "</w:pPr>"
DELETED_WORDS = (
    ("<w:t ", "<w:delText "),
    ("</w:t>", "</w:delText>"),
    ("<w:instrText ", "<w:delInstrText "),
    ("</w:instrText>", "</w:delInstrText>"),
)


@dataclass(slots=True)
class Tracker:
    """Marks XML of ours as changed, each mark with its own id.

    Args:
        author: who is named beside every change.
        made: the day named beside every change.
    """

    author: str
    made: date
    _ids: count[int] = field(default_factory=lambda: count(FIRST_ID))

    def runs(self, change: Change, xml: str) -> str:
        """Runs of one paragraph, marked."""
        if change is Change.SAME:
            return xml
        return RUNS.sub(lambda found: self._around(change, found.group()), xml)

    def block(self, change: Change, xml: str) -> str:
        """Whole paragraphs and tables, marked with the ends of paragraphs and with rows."""
        if change is Change.SAME:
            return xml
        marked = self.runs(change, xml)
        pieces = marked.split(PARAGRAPH_END)
        ended = "".join(f"{piece}<w:rPr>{self._mark(change)}</w:rPr>{PARAGRAPH_END}" for piece in pieces[:-1])
        return ROW.sub(lambda row: f"<w:tr><w:trPr>{row[1] or ''}{self._mark(change)}</w:trPr>", ended + pieces[-1])

    def properties(self, before: str, paragraph: str) -> str:
        """A paragraph, marked as one that had the properties `before`."""
        opening = self._opening("w:pPrChange")
        was = f"<{opening}><w:pPr>{before}</w:pPr></w:pPrChange>"
        return paragraph.replace(PARAGRAPH_END, was + PARAGRAPH_END, 1)

    def _around(self, change: Change, runs: str) -> str:
        name = NAMES[change]
        if change is Change.DELETED:
            for written, struck in DELETED_WORDS:
                runs = runs.replace(written, struck)
        return f"<{self._opening(name)}>{runs}</{name}>"

    def _mark(self, change: Change) -> str:
        return f"<{self._opening(NAMES[change])}/>"

    def _opening(self, name: str) -> str:
        author = attribute(self.author)
        return f'{name} w:id="{next(self._ids)}" w:author="{author}" w:date="{self.made.isoformat()}T00:00:00Z"'
