"""The parts of a sheet's file that say how it looks."""

from __future__ import annotations

from clausekit.word.house_look import BOLD, RULE, TABLE_STYLE, Look
from clausekit.word.house_style_builder import LEVELS, in_order, level_of
from clausekit.word.house_theme import FONTS, LATIN_FONT, THEME
from clausekit.word.package import Part
from clausekit.word.sheets.roles import CHARACTERS, NUMBERED, PARAGRAPHS, STRONG, TABLE, style_id
from clausekit.word.writer import THEME_TYPE
from clausekit.word.xml_text import DECLARATION, WORD, attribute

LISTS = (1, 2)
DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:cs="{LATIN_FONT}"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
BASE_STYLES = TABLE_STYLE.partition('<w:style w:type="table" w:customStyle="1"')[0]
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def look_parts() -> list[Part]:
    """Styles, lists and settings."""
    return [
        Part("styles", "styles", DECLARATION + _styles()),
        Part("numbering", "numbering", DECLARATION + _numbering()),
        Part("fontTable", "fontTable", DECLARATION + FONTS),
        Part("theme/theme1", "theme", DECLARATION + THEME, THEME_TYPE),
        Part("settings", "settings", f'{DECLARATION}<w:settings {WORD}><w:defaultTabStop w:val="567"/></w:settings>'),
    ]


def _styles() -> str:
    paragraphs = "".join(_paragraph(name, look) for name, look in PARAGRAPHS.items())
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="2"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        for name, properties in (*CHARACTERS.values(), (STRONG, BOLD))
    )
    table = (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(TABLE)}"><w:name w:val="{TABLE}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr></w:style>'
    )
    return f"<w:styles {WORD}>{DEFAULTS}{paragraphs}{BASE_STYLES}{characters}{table}</w:styles>"


def _paragraph(name: str, look: Look) -> str:
    kind = ' w:default="1"' if name == "Normal" else ' w:customStyle="1"'
    based_on = f'<w:basedOn w:val="{style_id(look.based_on)}"/>' if look.based_on else ""
    following = f'<w:next w:val="{style_id(look.next)}"/>' if look.next else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id(name)}"><w:name w:val="{attribute(name)}"/>'
        f'{based_on}{following}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{in_order(look.paragraph, _counted(name))}</w:pPr><w:rPr>{look.run}</w:rPr></w:style>"
    )


def _counted(name: str) -> str:
    one = NUMBERED.get(name)
    if one is None:
        return ""
    depth = f'<w:ilvl w:val="{one.depth}"/>' if one.depth else ""
    return f'<w:numPr>{depth}<w:numId w:val="{one.list}"/></w:numPr>'


def _numbering() -> str:
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x1C0DE100 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(_level(number, depth) for depth in range(LEVELS))}'
        "</w:abstractNum>"
        for number in LISTS
    )
    lists = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in LISTS)
    return f"<w:numbering {WORD}>{definitions}{lists}</w:numbering>"


def _level(number: int, depth: int) -> str:
    for name, one in NUMBERED.items():
        if (one.list, one.depth) == (number, depth):
            tied = f'<w:pStyle w:val="{style_id(name)}"/>'
            return level_of(depth, one.format, one.text, tied, one.left, one.hanging)
    return level_of(depth, "decimal", f"%{depth + 1}.", "", 567 * (depth + 1), 567)
