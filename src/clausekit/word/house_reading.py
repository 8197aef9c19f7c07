"""Open a firm's house-style file, say what must be mended, and compile it."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import LxmlError

from clausekit.finding import Finding, Place, error, has_errors
from clausekit.kept import Kept, key_of
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


def load_house_style(path: Path, kept: Kept | None = None) -> tuple[HouseStyle | None, list[Finding]]:
    """The house style in the Word file at `path`, ready for the writer.

    Args:
        kept: house styles that were found without fault before.

    Returns:
        the house style, or none if an error among the findings stops it.
    """
    key = _key(path) if kept is not None else None
    if kept is None or key is None:
        return _load(path)
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        return HouseStyle.from_json(kept.get(key) or {}), []
    house, findings = _load(path)
    if house is not None and not findings:
        kept.put(key, house.as_json())
    return house, findings


def _key(path: Path) -> str | None:
    """What a file is kept under; None where it cannot be read."""
    try:
        return key_of("house style", sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None


def _load(path: Path) -> tuple[HouseStyle | None, list[Finding]]:
    place = Place(path.as_posix())
    parts = _read(path)
    if isinstance(parts, str):
        return None, [error("house-style-unreadable", parts, place)]
    findings = check_parts(parts, place)
    return (None if has_errors(findings) else compiled(parts)), findings


def check_house_style(path: Path) -> list[Finding]:
    """What must be mended in the house style at `path`."""
    return load_house_style(path)[1]


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
