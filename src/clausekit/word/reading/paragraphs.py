"""Paragraphs with their words, wherever these stand, and with what was tracked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from clausekit.word.tree import Element, W, below, value

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PRINTED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
LOOKED_THROUGH = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del")
OFF = ("0", "false", "off")


class View(StrEnum):
    """How tracked changes are read. There is no other way: every reader must say which."""

    ACCEPTED = "as if every change were accepted"
    ORIGINAL = "as if every change were rejected"
    MARKED = "with what was inserted and what was deleted"


class Kind(StrEnum):
    """What happened to tracked words."""

    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


GONE = {View.ACCEPTED: (Kind.DELETED, Kind.MOVED_FROM), View.ORIGINAL: (Kind.INSERTED, Kind.MOVED_TO), View.MARKED: ()}
KINDS = {f"{W}{kind}": kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change, by whom and when, as the file says; empty where it does not."""

    kind: Kind
    author: str
    date: str
    id: str

    def shown_in(self, view: View) -> bool:
        return self.kind not in GONE[view]


@dataclass(frozen=True, slots=True)
class ReadRun:
    """Words of one run.

    Args:
        text: what is printed, with Word's tabs and line ends.
        changes: the tracked changes around it, the outermost first.
        instruction: whether it is the instruction of a field, so never printed.
        hidden: whether the run itself says that it is hidden.
        element: the run in its tree.
    """

    text: str
    changes: tuple[Change, ...]
    instruction: bool
    hidden: bool
    element: Element

    def shown_in(self, view: View) -> bool:
        return not self.instruction and all(change.shown_in(view) for change in self.changes)


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph, or the joined words of several whose marks are gone in a view.

    Args:
        element: the paragraph in its tree; of several, the last, whose style counts.
        style: id of its style, empty for the default.
        runs: what stands in it, in content controls, links and tracked changes too.
        mark: the tracked changes of the paragraph's own end.
        controls: the content controls around it, the outermost first.
        row: the tracked changes of the table row it stands in.
    """

    element: Element
    style: str
    runs: tuple[ReadRun, ...]
    mark: tuple[Change, ...]
    controls: tuple[Element, ...]
    row: tuple[Change, ...]

    def text(self, view: View) -> str:
        """The words in a view; hidden ones too, field instructions never."""
        return "".join(run.text for run in self.runs if run.shown_in(view))


def paragraphs_of(root: Element, view: View = View.MARKED) -> list[ReadParagraph]:
    """The paragraphs of a part in order, as `view` shows them.

    Text boxes give paragraphs of their own; of two versions of one thing (`mc:AlternateContent`) the first
    is read. Where the view shows a paragraph's end as gone, it is joined to the next.
    """
    read = [_paragraph(element) for element in _shown(root) if element.tag == f"{W}p"]
    return read if view is View.MARKED else list(_joined(read, view))


def _shown(element: Element) -> Iterator[Element]:
    """`element` and all below it, without the second versions."""
    yield element
    for child in element:
        if child.tag != f"{COMPATIBILITY}Fallback":
            yield from _shown(child)


def _paragraph(element: Element) -> ReadParagraph:
    above = list(element.iterancestors())
    row = next((one for one in above if one.tag == f"{W}tr"), None)
    return ReadParagraph(
        element,
        value(element, "w:pPr/w:pStyle") or "",
        tuple(_runs(element, ())),
        tuple(_changes(below(element, "w:pPr/w:rPr"))),
        tuple(reversed([one for one in above if one.tag == f"{W}sdt"])),
        () if row is None else tuple(_changes(below(row, "w:trPr"))),
    )


def _changes(properties: Element | None) -> Iterator[Change]:
    return (_change(one) for one in (() if properties is None else properties) if one.tag in KINDS)


def _change(element: Element) -> Change:
    author, date, number = (element.get(f"{W}{name}") or "" for name in ("author", "date", "id"))
    return Change(KINDS[str(element.tag)], author, date, number)


def _runs(element: Element, changes: tuple[Change, ...]) -> Iterator[ReadRun]:
    """The runs below `element`, but not those of paragraphs inside it."""
    for child in element:
        if child.tag in (f"{W}p", f"{COMPATIBILITY}Fallback"):
            continue
        if child.tag in (f"{W}r", f"{M}r"):
            yield _run(child, changes)
        elif child.tag in KINDS:
            yield from _runs(child, (*changes, _change(child)))
        elif child.tag != f"{W}pPr":
            yield from _runs(child, changes)


def _run(element: Element, changes: tuple[Change, ...]) -> ReadRun:
    instruction = any(child.tag in (f"{W}instrText", f"{W}delInstrText") for child in element)
    text = "".join(_piece(child) for child in element)
    return ReadRun(text, changes, instruction, is_on(below(element, "w:rPr/w:vanish")), element)


def _piece(element: Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    if name in ("t", "delText", "instrText", "delInstrText"):
        return element.text or ""
    if name == "sym":
        return _symbol(element.get(f"{W}char") or "")
    return PRINTED.get(name, "")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def is_on(switch: Element | None) -> bool:
    """Whether a property of Word's kind that is on or off is on."""
    return switch is not None and switch.get(f"{W}val") not in OFF


def _joined(read: Iterable[ReadParagraph], view: View) -> Iterator[ReadParagraph]:
    """The paragraphs of a view: rows that are gone left out, ends that are gone joined to what follows."""
    waiting: ReadParagraph | None = None
    for paragraph in read:
        if not all(change.shown_in(view) for change in paragraph.row):
            continue
        now = replace(paragraph, runs=tuple(run for run in paragraph.runs if run.shown_in(view)))
        if waiting is not None and _holder(waiting.element) is _holder(now.element):
            now = replace(now, runs=waiting.runs + now.runs)
        elif waiting is not None and waiting.runs:
            yield waiting
        waiting = None if all(change.shown_in(view) for change in paragraph.mark) else now
        if waiting is None:
            yield now
    if waiting is not None and waiting.runs:
        yield waiting


def _holder(element: Element) -> Element | None:
    """What a paragraph stands in: the body, a cell, a text box; content controls are looked through."""
    return next((one for one in element.iterancestors() if one.tag not in LOOKED_THROUGH), None)
