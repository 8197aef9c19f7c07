"""What a house style passes on: looks and lists, and nothing of what else its file says.

Names of styles that the writer does not know, unused lists, names of themes and the
like may hold anything; they are left out or put into neutral words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from clausekit.word import house_theme
from clausekit.word.allowed import NAMESPACES, NUMBERING, STYLES, THEME, Allowed
from clausekit.word.styles import REQUIRED
from clausekit.word.tree import VALUE, Element, W, drop, drop_one, each, only_word, parsed, value

BUILT_IN = re.compile(
    r"(?i)normal|default paragraph font|normal table|no list|heading [1-9]|toc [1-9]|toc heading|title|subtitle|header|"
    r"footer|strong|emphasis|hyperlink|body text|list bullet|list number|list paragraph|table grid|footnote text|"
    r"footnote reference|balloon text"
)
LINKS = ("basedOn", "link", "next", "numStyleLink", "styleLink", "pStyle")
PLAIN_LEVEL = re.compile(r"[%\d\s().,:\-–—•·o§\uf000-\uf0ff]*")
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NEUTRAL = "House"


@dataclass(frozen=True)
class Pruned:
    """The styles and lists that are passed on, and the new id of each style by its name in small letters."""

    styles: Element
    definitions: tuple[Element, ...]
    lists: tuple[Element, ...]
    ids: Mapping[str, str]


def pruned(styles: Element, numbering: Element | None) -> Pruned:
    """Copies of the styles that agreements need and of the lists these count in, all under neutral names."""
    styles = cleaned(only_word(styles), STYLES)
    numbers = None if numbering is None else cleaned(only_word(numbering), NUMBERING)
    kept = _needed(styles, numbers)
    drop(styles, "lsdException")
    for style in [one for one in each(styles, "w:style") if one not in kept]:
        styles.remove(style)
    lists = [one for one in each(numbers, "w:num") if one.get(f"{W}numId") in _used_lists(kept)]
    definitions = _definitions(numbers, lists)
    ids = _new_ids(kept)
    _renamed(kept, ids)
    for root in (styles, *definitions):
        _relinked(root, {old: new for old, (_, new) in ids.items()})
    for definition in definitions:
        _plain_levels(definition)
    return Pruned(styles, tuple(definitions), tuple(lists), dict(ids.values()))


def cleaned(root: Element, allowed: Allowed) -> Element:
    """`root` without elements and attributes that contracts are not built from."""
    for element in list(root.iter()):
        name = etree.QName(element)
        if name.localname not in allowed.elements or name.namespace not in NAMESPACES:
            drop_one(element)
        for attribute in list(element.attrib):
            if etree.QName(attribute).localname not in allowed.attributes:
                del element.attrib[attribute]
    return root


def _needed(styles: Element, numbering: Element | None) -> list[Element]:
    """The styles that the writer names, the defaults, and those they rest on, in their order."""
    by_id = {style.get(f"{W}styleId") or "": style for style in each(styles, "w:style")}
    known = {name.lower() for name in REQUIRED}
    waiting = [style for style in by_id.values() if _name(style) in known or style.get(f"{W}default") == "1"]
    links = {value(one, f"w:{kind}") for one in each(numbering, "w:abstractNum") for kind in ("numStyleLink",)}
    waiting += [by_id[link] for link in links if link in by_id]
    found: list[Element] = []
    while waiting:
        style = waiting.pop()
        if style not in found:
            found.append(style)
            rests_on = (value(style, f"w:{kind}") for kind in ("basedOn", "link"))
            waiting += [by_id[one] for one in rests_on if one in by_id]
    return [style for style in by_id.values() if style in found]


def _name(style: Element) -> str:
    return (value(style, "w:name") or "").lower()


def _used_lists(styles: Iterable[Element]) -> set[str | None]:
    return {one.get(VALUE) for style in styles for one in style.iter(f"{W}numId")}


def _definitions(numbering: Element | None, lists: Iterable[Element]) -> list[Element]:
    """The definitions behind the lists, and those that they are linked to."""
    wanted = {value(one, "w:abstractNumId") for one in lists}
    every = list(each(numbering, "w:abstractNum"))
    links = {value(one, "w:numStyleLink") for one in every if one.get(f"{W}abstractNumId") in wanted} - {None}
    return [one for one in every if one.get(f"{W}abstractNumId") in wanted or value(one, "w:styleLink") in links]


def _new_ids(styles: Iterable[Element]) -> dict[str, tuple[str, str]]:
    """For the old id of each style, its name in small letters and its new id."""
    found = {}
    known = {name.lower(): name for name in REQUIRED}
    others = 0
    for style in styles:
        name = _name(style)
        plain = known.get(name) or (name if BUILT_IN.fullmatch(name) else None)
        others += plain is None
        new = _id(plain) if plain else f"{NEUTRAL}{others}"
        found[style.get(f"{W}styleId") or ""] = (name, new)
    return found


def _id(name: str) -> str:
    """The id that an English Word gives to a style of this name."""
    return "TOC1" if name.lower() == "toc 1" else "".join(word[0].upper() + word[1:] for word in name.split())


def _renamed(styles: Iterable[Element], ids: Mapping[str, tuple[str, str]]) -> None:
    for style in styles:
        _, new = ids[style.get(f"{W}styleId") or ""]
        style.set(f"{W}styleId", new)
        if new.startswith(NEUTRAL) and new[len(NEUTRAL) :].isdecimal():
            for name in each(style, "w:name"):
                name.set(VALUE, f"{NEUTRAL} {new[len(NEUTRAL) :]}")


def _relinked(root: Element, ids: Mapping[str, str]) -> None:
    """Point at styles by their new ids; what points at a style that was left out goes."""
    for link in list(root.iter(*(f"{W}{kind}" for kind in LINKS))):
        new = ids.get(link.get(VALUE) or "")
        if new is None:
            drop_one(link)
        else:
            link.set(VALUE, new)


def _plain_levels(definition: Element) -> None:
    """Levels that no style of ours counts in print nothing but their number."""
    for level in each(definition, "w:lvl"):
        text = next(each(level, "w:lvlText"), None)
        if text is not None and value(level, "w:pStyle") is None and not PLAIN_LEVEL.fullmatch(text.get(VALUE) or ""):
            text.set(VALUE, f"%{int(level.get(f'{W}ilvl') or 0) + 1}.")


def plain_theme(root: Element) -> Element:
    """The fonts and colours of a theme, under neutral names, with effects of our own."""
    own = parsed(house_theme.THEME.encode())
    for kind in ("clrScheme", "fontScheme"):
        theirs, ours = root.find(f".//{MAIN}{kind}"), own.find(f".//{MAIN}{kind}")
        above = None if ours is None else ours.getparent()
        if theirs is not None and ours is not None and above is not None:
            copy = cleaned(parsed(etree.tostring(theirs)), THEME)
            copy.set("name", f"{NEUTRAL} style")
            above.replace(ours, copy)
    return own


def named_fonts(*roots: Element) -> Iterator[str]:
    """The fonts that styles, lists or a theme name."""
    for root in roots:
        for element in root.iter():
            for name, font in element.attrib.items():
                if etree.QName(name).localname in ("ascii", "hAnsi", "eastAsia", "cs", "typeface"):
                    yield str(font)
