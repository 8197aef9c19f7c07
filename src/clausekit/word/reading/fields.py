"""Fields: what a Word file computes, put together from the runs they are scattered over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausekit.word.tree import Element, W


@dataclass(slots=True)
class ReadField:
    """A field: its instruction, its stored result, and whether it has an end."""

    instruction: str = ""
    result: str = ""
    ended: bool = False
    _in_result: bool = field(default=False, repr=False)

    @property
    def name(self) -> str:
        """The field's first word, in capitals: ``REF``, ``DDEAUTO``."""
        words = self.instruction.split()
        return words[0].upper() if words else ""


def fields_of(root: Element) -> Iterator[ReadField]:
    """The fields of a part, inner ones before the outer ones around them, deleted ones too."""
    opened: list[ReadField] = []
    for element in root.iter():
        match str(element.tag).removeprefix(W):
            case "fldSimple":
                result = "".join(text.text or "" for text in element.iter(f"{W}t"))
                yield ReadField(element.get(f"{W}instr") or "", result, ended=True)
            case "fldChar":
                yield from _character(element.get(f"{W}fldCharType") or "", opened)
            case "instrText" | "delInstrText":
                _instruct(opened, element.text or "")
            case "t" | "delText":
                _result(opened, element.text or "")
    yield from reversed(opened)


def _character(kind: str, opened: list[ReadField]) -> Iterator[ReadField]:
    if kind == "begin":
        opened.append(ReadField())
    elif kind == "separate" and opened:
        opened[-1]._in_result = True
    elif kind == "end" and opened:
        opened[-1].ended = True
        yield opened.pop()


def _instruct(opened: list[ReadField], text: str) -> None:
    if opened and not opened[-1]._in_result:
        opened[-1].instruction += text


def _result(opened: list[ReadField], text: str) -> None:
    """Words of a result; inside an instruction that has a field of its own, they belong to that."""
    for one in opened:
        if one._in_result:
            one.result += text
