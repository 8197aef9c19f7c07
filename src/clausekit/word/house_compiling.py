"""From the parts of a house-style file to what the writer needs; only what is known to be harmless is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausekit.agreement.document import Role
from clausekit.word import house_theme
from clausekit.word.allowed import FONTS
from clausekit.word.house_foot import set_foot
from clausekit.word.house_parts import HouseParts
from clausekit.word.house_pruning import cleaned, named_fonts, plain_theme, pruned
from clausekit.word.house_style import NO_LANGUAGE, HouseStyle, Measure, NumberedList
from clausekit.word.styles import FOOTER, REQUIRED, ROLE_STYLES
from clausekit.word.tree import (
    VALUE,
    Element,
    W,
    below,
    child,
    drop,
    drop_one,
    each,
    number,
    only_word,
    serialised,
    value,
)
from clausekit.word.xml_text import WORD

# In the order in which Word's schema wants them.
KEPT_SETTINGS = (
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "defaultTabStop",
    "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang",
    "clrSchemeMapping", "decimalSymbol", "listSeparator",
)  # fmt: skip
LAYOUT_SETTINGS = (
    "compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders", "useWord2013TrackBottomHyphenation",
)  # fmt: skip


def compiled(parts: HouseParts) -> HouseStyle:
    """The house style in `parts`, which `house_check` found sound."""
    styles = {name: parts.by_name[name.lower()] for name in REQUIRED}
    kept = pruned(parts.styles, parts.numbering)
    set_foot(kept.styles, kept.ids[FOOTER.lower()], parts.section)
    return HouseStyle(
        styles=_styles(kept.styles),
        numbering=(_joined(kept.definitions), _joined(kept.lists)),
        next_list=max((number(one.get(f"{W}numId")) for one in kept.lists), default=0) + 1,
        settings=_settings(parts.settings),
        fonts=_fonts(parts),
        theme=_theme(parts.theme),
        section=parts.section,
        ids={name: kept.ids[name.lower()] for name in REQUIRED},
        lists=_lists(parts, styles),
        schedule_label=_label(parts, styles[ROLE_STYLES[Role.SCHEDULE_HEADING].name]),
        measures={role.value: _measure(parts, styles[style.name]) for role, style in ROLE_STYLES.items()},
    )


def _styles(root: Element) -> str:
    """The styles with a mark where the document's language goes."""
    drop(root, "lang")
    properties = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
    child(properties, "lang", last=True).set(VALUE, NO_LANGUAGE)
    return serialised(root)


def _settings(root: Element | None) -> str:
    if root is None:
        return ""
    copy = only_word(root)
    for setting in [one for one in copy.iter(f"{W}compatSetting") if one.get(f"{W}name") not in LAYOUT_SETTINGS]:
        drop_one(setting)
    found = (below(copy, f"w:{name}") for name in KEPT_SETTINGS)
    return _joined(element for element in found if element is not None)


def _joined(elements: Iterable[Element]) -> str:
    """The elements one after the other, to be put into a root that declares their namespace."""
    return "".join(serialised(element).replace(f" {WORD}", "") for element in elements)


def _fonts(parts: HouseParts) -> str:
    """The fonts that are in use."""
    if parts.fonts is None:
        return house_theme.FONTS
    copy = cleaned(only_word(parts.fonts), FONTS)
    roots = (parts.styles, parts.numbering, parts.theme)
    used = set(named_fonts(*(root for root in roots if root is not None)))
    for font in [one for one in each(copy, "w:font") if one.get(f"{W}name") not in used]:
        drop_one(font)
    return serialised(copy)


def _theme(root: Element | None) -> str:
    return house_theme.THEME if root is None else serialised(plain_theme(root))


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
