"""Open a firm's house-style file, say what must be mended, and compile it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import LxmlError

from clausekit.finding import Finding, Place, error, has_errors
from clausekit.word.house_check import check_parts
from clausekit.word.house_compiling import compiled
from clausekit.word.house_parts import HouseParts
from clausekit.word.house_style import HouseStyle, Section
from clausekit.word.reading import UnreadableFileError, read_word_file
from clausekit.word.tree import Element, parsed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read_house_style(path: Path) -> tuple[HouseStyle | None, list[Finding]]:
    """The house style in the Word file at `path`, compiled, and what must be mended in it."""
    place = Place(path.as_posix())
    parts = _read(path)
    if isinstance(parts, str):
        return None, [error("house-style-unreadable", parts, place)]
    findings = check_parts(parts, place)
    return (None if has_errors(findings) else compiled(parts)), findings


def _read(path: Path) -> HouseParts | str:
    """The parts of the file, or why it cannot be read."""
    import docx  # here, because a house style that was compiled before is used without it
    from docx.opc.exceptions import OpcError

    try:
        read_word_file(path)
        return _parts(docx.Document(str(path)))
    except UnreadableFileError as refused:
        return refused.reason if refused.part is None else f"{refused.part}: {refused.reason}"
    except (OpcError, OSError, KeyError, ValueError, AttributeError, LxmlError) as fault:
        return f"it cannot be read as a Word document (.docx): {fault}"


def _parts(document: Document) -> HouseParts:
    return HouseParts(
        styles=_styles(document),
        numbering=_part(document, "numbering"),
        settings=_part(document, "settings"),
        fonts=_part(document, "fontTable"),
        theme=_part(document, "theme"),
        section=_section(document),
    )


def _styles(document: Document) -> Element:
    styles = _part(document, "styles")
    if styles is None or styles.prefix != "w":
        raise ValueError("it has no styles as Word writes them")
    return styles


def _part(document: Document, kind: str) -> Element | None:
    related = document.part.rels.values()
    found = (relation.target_part for relation in related if relation.reltype == f"{OFFICE}/{kind}")
    part = next(found, None)
    return None if part is None else parsed(part.blob)


def _section(document: Document) -> Section:
    last, page = document.sections[-1], Section()
    return Section(
        width=_twips(last.page_width, page.width),
        height=_twips(last.page_height, page.height),
        top=_twips(last.top_margin, page.top),
        right=_twips(last.right_margin, page.right),
        bottom=_twips(last.bottom_margin, page.bottom),
        left=_twips(last.left_margin, page.left),
        header=_twips(last.header_distance, page.header),
        footer=_twips(last.footer_distance, page.footer),
        gutter=_twips(last.gutter, page.gutter),
    )


def _twips(length: Length | None, default: int) -> int:
    return default if length is None else round(length.pt * 20)
