"""From the parts of a house-style file to what the writer needs; only what is known to be harmless is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausekit.agreement.document import Role
from clausekit.word import house_theme
from clausekit.word.house_parts import HouseParts, style_id
from clausekit.word.house_style import NO_LANGUAGE, HouseStyle, Measure, NumberedList
from clausekit.word.styles import REQUIRED, ROLE_STYLES
from clausekit.word.tree import VALUE, Element, W, below, child, drop, each, number, only_word, serialised, value
from clausekit.word.xml_text import WORD, attribute

# In the order in which Word's schema wants them.
KEPT_SETTINGS = (
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "defaultTabStop",
    "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang",
    "clrSchemeMapping", "decimalSymbol", "listSeparator",
)  # fmt: skip
TIED_TO_OTHER_PARTS = ("lvlPicBulletId", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic")


def compiled(parts: HouseParts) -> HouseStyle:
    """The house style in `parts`, which `house_check` found sound."""
    styles = {name: parts.by_name[name.lower()] for name in REQUIRED}
    return HouseStyle(
        styles=_styles(parts.styles),
        numbering=_numbering(parts.numbering),
        next_list=max((number(one.get(f"{W}numId")) for one in each(parts.numbering, "w:num")), default=0) + 1,
        settings=_settings(parts.settings),
        fonts=_fonts(parts.fonts),
        theme=_theme(parts.theme),
        section=parts.section,
        ids={name: attribute(style_id(style)) for name, style in styles.items()},
        lists=_lists(parts, styles),
        schedule_label=_label(parts, styles[ROLE_STYLES[Role.SCHEDULE_HEADING].name]),
        measures={role.value: _measure(parts, styles[style.name]) for role, style in ROLE_STYLES.items()},
    )


def _styles(root: Element) -> str:
    """The styles without traces of editing, and with a mark where the document's language goes."""
    copy = only_word(root)
    drop(copy, "rsid", "lang")
    properties = child(child(child(copy, "docDefaults"), "rPrDefault"), "rPr")
    child(properties, "lang", last=True).set(VALUE, NO_LANGUAGE)
    return serialised(copy)


def _numbering(root: Element | None) -> tuple[str, str]:
    if root is None:
        return "", ""
    copy = only_word(root)
    drop(copy, *TIED_TO_OTHER_PARTS)
    return _joined(each(copy, "w:abstractNum")), _joined(each(copy, "w:num"))


def _settings(root: Element | None) -> str:
    if root is None:
        return ""
    copy = only_word(root)
    found = (below(copy, f"w:{name}") for name in KEPT_SETTINGS)
    return _joined(element for element in found if element is not None)


def _joined(elements: Iterator[Element]) -> str:
    """The elements one after the other, to be put into a root that declares their namespace."""
    return "".join(serialised(element).replace(f" {WORD}", "") for element in elements)


def _fonts(root: Element | None) -> str:
    if root is None:
        return house_theme.FONTS
    copy = only_word(root)
    drop(copy, *TIED_TO_OTHER_PARTS)
    return serialised(copy)


def _theme(root: Element | None) -> str:
    """The theme, unless it holds pictures, which are other parts."""
    if root is None or "r:embed" in serialised(root):
        return house_theme.THEME
    return serialised(root)


def _lists(parts: HouseParts, styles: Mapping[str, Element]) -> dict[str, NumberedList]:
    lists = {}
    for style in ROLE_STYLES.values():
        list_id = parts.list_of(styles[style.name]) if style.level else None
        definition = parts.definition_of(list_id)
        if style.level and list_id and definition is not None:
            lists[style.level.sequence] = NumberedList(list_id, definition.get(f"{W}abstractNumId") or "")
    return lists


def _label(parts: HouseParts, heading: Element) -> str:
    return value(parts.level_of(heading), "w:lvlText") or "%1"


def _measure(parts: HouseParts, style: Element) -> Measure:
    def stated(path: str, name: str, default: int) -> int:
        found = parts.inherited(style, lambda one: _attribute(below(one, path), name))
        return number(found, number(_attribute(_default(parts, path), name), default))

    level = _attribute(below(parts.level_of(style), "w:pPr/w:ind"), "left")
    return Measure(
        size=stated("w:rPr/w:sz", "val", 20) * 10,
        before=stated("w:pPr/w:spacing", "before", 0),
        after=stated("w:pPr/w:spacing", "after", 0),
        line=stated("w:pPr/w:spacing", "line", 240),
        indent=stated("w:pPr/w:ind", "left", number(level)) + stated("w:pPr/w:ind", "right", 0),
    )


def _default(parts: HouseParts, path: str) -> Element | None:
    kind = path.partition("/")[0]
    return below(parts.styles, f"w:docDefaults/{kind}Default/{path}")


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(f"{W}{name}")
