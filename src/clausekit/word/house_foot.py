"""The foot of the page: its style has one tab stop, at the right edge of the text, where "Page X of Y" stands."""

from __future__ import annotations

from clausekit.word.house_style import Section
from clausekit.word.tree import VALUE, Element, W, below, child, drop

BEFORE_TABS = tuple(
    f"{W}{name}"
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd",
    )
)  # fmt: skip


def set_foot(styles: Element, style_id: str, section: Section) -> None:
    """Put the one tab stop in the place of those that the style of feet has."""
    style = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == style_id)
    properties = _properties(style)
    drop(properties, "tabs")
    tabs = child(properties, "tabs")
    stop = child(tabs, "tab")
    stop.set(VALUE, "right")
    stop.set(f"{W}pos", str(section.text_width))
    properties.remove(tabs)
    properties.insert(sum(one.tag in BEFORE_TABS for one in properties), tabs)


def _properties(style: Element) -> Element:
    """The paragraph properties of a style, which stand before its run properties."""
    found = below(style, "w:pPr")
    if found is None:
        found = child(style, "pPr", last=True)
        runs = below(style, "w:rPr")
        if runs is not None:
            runs.addprevious(found)
    return found
