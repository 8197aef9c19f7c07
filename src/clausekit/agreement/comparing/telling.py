"""What became of a document, in plain characters: only what changed, below its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausekit.agreement.comparing.blocks import Pair, compare, row_pairs
from clausekit.agreement.comparing.words import Change, changed_words
from clausekit.agreement.document import Block, Document, Paragraph, Role, Run, SignatureBlock, Table, Text
from clausekit.agreement.plain.layout import hanging
from clausekit.agreement.plain.words import joined, plain_words

HEADINGS = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.PLAIN_HEADING)
COLUMN = 8
LINE = re.compile(r"^( *)(.+)$", re.MULTILINE)


SIGNS = {Change.DELETED: "\ue010", Change.INSERTED: "\ue011"}  # private signs: no words hold them
END = "\ue012"
PLAIN = {"\ue010": ("[-", "-]"), "\ue011": ("{+", "+}")}
COLOURS = {"\ue010": "\x1b[9;31m", "\ue011": "\x1b[4;32m"}
COLOUR_END = "\x1b[0m"
SIGNED = re.compile("([\ue010\ue011])([^\ue012]*)\ue012")


def redline_text(old: Document, new: Document, *, colour: bool = False) -> str:
    """What changed from `old` to `new`, wrapped; empty where nothing did.

    Words that went stand in ``[- -]`` and words that came in ``{+ +}``; in colour they are
    struck out in red and underlined in green.
    """
    before, after = _shown(old), _shown(new)
    parts = list(_changed(compare(before, after), before, after))
    if not parts:
        return ""
    return (_coloured if colour else _plain)(joined(parts))


def changed_line(label: str, old: str, new: str, *, colour: bool = False) -> str:
    """What changed from one line of plain words to another, signed in the same way and wrapped."""
    runs = ((Text(words),) if words else () for words in (old, new))
    return (_coloured if colour else _plain)(_line(label, *runs))


def _shown(document: Document) -> list[Block]:
    return [block for block in document.blocks if isinstance(block, Paragraph | Table | SignatureBlock)]


def _changed(pairs: Iterable[Pair], old: Sequence[Block], new: Sequence[Block]) -> Iterator[str]:
    heading: Paragraph | None = None
    told: Paragraph | None = None
    for pair in pairs:
        was = None if pair.old is None else old[pair.old]
        became = None if pair.new is None else new[pair.new]
        standing = became or was
        if isinstance(standing, Paragraph) and standing.role in HEADINGS:
            heading = standing
        text = _block(was, became)
        if text and heading is not None and told is not heading and standing is not heading:
            yield hanging(heading.label, plain_words(heading.runs), 0, COLUMN)
        if text:
            told = heading
            yield text


def _block(old: Block | None, new: Block | None) -> str:
    """One block, with what changed in it; empty if nothing did."""
    match old, new:
        case Paragraph(), Paragraph():
            return _line(new.label, old.runs, new.runs)
        case Paragraph(), None:
            return _line(old.label, old.runs, ())
        case None, Paragraph():
            return _line(new.label, (), new.runs)
        case ((Table() | None), (Table() | None)):
            return "\n".join(_table(old, new))
        case ((SignatureBlock() | None), (SignatureBlock() | None)):
            return _line("", old.party if old else (), new.party if new else ())
    return ""


def _line(label: str, old: tuple[Run, ...], new: tuple[Run, ...]) -> str:
    pieces = changed_words(old, new)
    if all(piece.change is Change.SAME for piece in pieces):
        return ""
    words = "".join(_signed(piece.change, plain_words(piece.runs)) for piece in pieces)
    return hanging(label, words, 0, COLUMN)


def _signed(change: Change, words: str) -> str:
    """Signed words; the spaces at their ends stay outside the signs."""
    inner = words.strip(" ")
    if not inner:
        return words if change is not Change.DELETED else ""
    start = words[: len(words) - len(words.lstrip(" "))]
    end = words[len(words.rstrip(" ")) :]
    return start + (inner if change is Change.SAME else f"{SIGNS[change]}{inner}{END}") + end


def _table(old: Table | None, new: Table | None) -> Iterator[str]:
    before = (old.header, *old.rows) if old else ()
    after = (new.header, *new.rows) if new else ()
    for was, became in row_pairs(before, after):
        cells_before = () if was is None else before[was]
        cells_after = () if became is None else after[became]
        if cells_before != cells_after:
            yield _row(cells_before, cells_after)


def _row(old: tuple[tuple[Run, ...], ...], new: tuple[tuple[Run, ...], ...]) -> str:
    width = max(len(old), len(new))
    cells = zip((*old, *((),) * (width - len(old))), (*new, *((),) * (width - len(new))), strict=True)
    shown = (
        "".join(_signed(piece.change, plain_words(piece.runs)) for piece in changed_words(was, became))
        for was, became in cells
    )
    return hanging("|", " | ".join(shown) + " |", 0, COLUMN)


def _plain(text: str) -> str:
    return SIGNED.sub(lambda found: found[2].join(PLAIN[found[1]]), text)


def _coloured(text: str) -> str:
    """Signs as colours, line by line, so that no indentation is struck out."""
    return SIGNED.sub(lambda found: LINE.sub(rf"\1{COLOURS[found[1]]}\2{COLOUR_END}", found[2]), text)
