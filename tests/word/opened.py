"""A finished file taken apart, for tests to ask questions of."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from clausekit.word.tree import NAMES, VALUE, Element, W, below, each, parsed, value
from clausekit.word.zipping import zipped


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a file in their order."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries: Mapping[str, bytes]) -> bytes:
    """A zip of whole parts."""
    return zipped({name: (content,) for name, content in entries.items()})


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The file with one part put in another's place, or added."""
    return packed(parts(content) | {name: part})


def body(content: bytes) -> Element:
    found = below(parsed(parts(content)["word/document.xml"]), "w:body")
    assert found is not None
    return found


def paragraphs(content: bytes, style: str = "") -> list[Element]:
    """The paragraphs of a file, or those of the style with this id."""
    found = list(body(content).iter(f"{W}p"))
    return [one for one in found if not style or value(one, "w:pPr/w:pStyle") == style]


def text(element: Element) -> str:
    """What is printed in `element`, with fields' results and Word's own breaks and tabs."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        signs.get(str(one.tag), one.text or "") for one in element.iter(f"{W}t", f"{W}tab", f"{W}br") if _in_run(one)
    )


def _in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def runs(element: Element) -> list[tuple[str, str]]:
    """Character style (or none) and words of each run that prints something."""
    return [(value(run, "w:rPr/w:rStyle") or "", text(run)) for run in element.iter(f"{W}r") if text(run)]


def instructions(element: Element) -> list[str]:
    return [(one.text or "").strip() for one in element.iter(f"{W}instrText")]


__all__ = [
    "NAMES",
    "VALUE",
    "Element",
    "W",
    "below",
    "body",
    "each",
    "instructions",
    "paragraphs",
    "parsed",
    "parts",
    "runs",
    "text",
    "value",
    "with_part",
]  # fmt: skip
