"""Parsed XML of a Word file: safe parsing and the few questions asked of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1]}
VALUE = f"{W}val"


def parsed(content: bytes) -> Element:
    """The root of `content`; entities and outside addresses are left alone.

    Raises:
        lxml.etree.XMLSyntaxError: it is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(content, parser)


def serialised(root: Element) -> str:
    """`root` as text, without a declaration."""
    return etree.tostring(root, encoding="unicode")


def below(element: Element | None, path: str) -> Element | None:
    """The first element at `path` (``w:pPr/w:numPr``) below `element`."""
    return None if element is None else element.find(path, NAMES)


def value(element: Element | None, path: str) -> str | None:
    """The `w:val` of the first element at `path`."""
    found = below(element, path)
    return None if found is None else found.get(VALUE)


def number(text: str | None, default: int = 0) -> int:
    """`text` as a whole number, or `default` where it is none."""
    return int(text) if text is not None and text.lstrip("-").isdecimal() else default


def each(element: Element | None, path: str) -> Iterator[Element]:
    """All elements at `path` below `element`."""
    return iter(() if element is None else element.findall(path, NAMES))


def drop(root: Element, *names: str) -> None:
    """Remove every element of these names (``rsid``) below `root`."""
    for element in list(root.iter(*(f"{W}{name}" for name in names))):
        drop_one(element)


def drop_one(element: Element) -> None:
    """Take `element` out of its tree; the root stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def child(parent: Element, name: str, *, last: bool = False) -> Element:
    """The child of this name, made if it is missing: first of the children, or last."""
    found = below(parent, f"w:{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(len(parent) if last else 0, found)
    return found


def only_word(root: Element) -> Element:
    """A copy of `root` without what other versions of Word added in namespaces of their own."""
    copy = parsed(etree.tostring(root))
    for element in [one for one in copy.iter() if one is not copy and not str(one.tag).startswith(W)]:
        drop_one(element)
    for element in copy.iter():
        for name in [name for name in element.attrib if not str(name).startswith(W) and not _is_space(str(name))]:
            del element.attrib[name]
    etree.cleanup_namespaces(copy)
    return copy


def _is_space(name: str) -> bool:
    return name == "{http://www.w3.org/XML/1998/namespace}space"
