"""The document as data: what every writer (Word, plain text, screen) is handed.

A `Document` is a list of blocks. Contract and memo are both documents. Numbers,
references and blanks are objects here, so that they can be proofread and are
right before a byte of Word is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clausekit.finding import NOWHERE, Place


class Role(StrEnum):
    """What a paragraph is. Each role is one paragraph style of the house style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LEGEND = "legend"  # draft legend, privilege line, date line
    PLAIN_HEADING = "plain-heading"  # unnumbered: "Parties", "Background", memo headings
    PLAIN_SUBHEADING = "plain-subheading"
    BODY = "body"
    PARTY = "party"  # (1), (2)
    RECITAL = "recital"  # (A), (B)
    CLAUSE_HEADING = "clause-heading"  # 1.
    CLAUSE_2 = "clause-2"  # 1.1
    CLAUSE_3 = "clause-3"  # (a)
    CLAUSE_4 = "clause-4"  # (i)
    CLAUSE_5 = "clause-5"  # (A)
    DEFINITION = "definition"  # unnumbered, in the definitions clause
    DEFINITION_3 = "definition-3"  # (a) under a definition, restarting for each
    SCHEDULE_HEADING = "schedule-heading"  # Schedule 1
    SCHEDULE_TITLE = "schedule-title"  # the schedule's name, below its number
    SCHEDULE_2 = "schedule-2"  # 1. inside a schedule
    SCHEDULE_3 = "schedule-3"  # (a) inside a schedule
    BULLET = "bullet"
    SMALL = "small"  # sources in the memo

    __hash__ = str.__hash__  # equal to its word, so found where the word is; an enumeration's own hash is slower


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `literal` marks a fact's value, which is never read as markup or as a term."""

    text: str
    literal: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term where it is defined; printed in bold between quotation marks."""

    term: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A live reference to a numbered paragraph.

    Args:
        target: key of the paragraph referred to.
        word: what stands before the number ("clause", "Schedule"), printed as text.
        number: the resolved number ("4.2(a)"), filled by numbering; empty if dangling.
    """

    target: str
    word: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A fact that is not known yet; printed highlighted, between square brackets."""

    label: str
    fact: str | None = None


class Mark(StrEnum):
    """Where an alternative begins, turns and ends: a test that could not be decided."""

    OPEN = "open"
    OR = "or"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A mark of an undecided test; `question` is what would decide it."""

    mark: Mark
    question: str = ""


Run = Text | Definition | Reference | Blank | Alternative


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Args:
        role: what it is; decides style and numbering.
        runs: its content, in order.
        key: stable name, unique in the document, for what can be referred to
            (``excluded-hardware``, ``suspension.cure``); empty if it cannot.
        number: the number as Word will print it, in full context ("4.2(a)"); set by numbering.
        label: the number as printed at the paragraph itself ("(a)"); set by numbering.
        clause: topic of the clause it belongs to, if any.
        place: file and line of the template it came from.
        restarts: whether numbering at this level starts again here (definition lists).
        keep_with_next: keeps it on one page with the next paragraph.
    """

    role: Role
    runs: tuple[Run, ...]
    key: str = ""
    number: str = ""
    label: str = ""
    clause: str = ""
    place: Place = NOWHERE
    restarts: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `widths` are shares of the text width (any positive scale).

    A cell is a tuple of runs; every row has as many cells as the header.
    """

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[int, ...] = ()
    clause: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where one party signs; kept on one page.

    `signatory` and `title` are empty tuples of runs where lines are left to be filled by hand.
    """

    party: tuple[Run, ...]
    signatory: tuple[Run, ...] = ()
    title: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands."""

    heading: str = "Contents"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


Block = Paragraph | Table | SignatureBlock | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A contract or a memo, ready to be written.

    Args:
        title: for the document's properties and first heading.
        blocks: the content in order.
        header: short text at the head of each page (may be empty).
        footer: short text at the foot, beside "Page X of Y".
        language: BCP 47 tag of the text, such as ``en-GB``.
        landscape: whether pages lie on their side.
    """

    title: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    language: str = "en-GB"
    landscape: bool = False
