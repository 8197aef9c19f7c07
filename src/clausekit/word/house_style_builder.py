"""Make the bundled house style: ``python -m clausekit.word.house_style_builder OUT.docx``.

The file is made from the look written here, and its body is a sample of every
style. After that it is an ordinary Word file: the writer only ever reads it.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from clausekit.word import styles as names
from clausekit.word.house_compiling import compiled
from clausekit.word.house_look import CHARACTER_STYLES, INDENTS, PARAGRAPH_STYLES, TABLE_STYLE, Look
from clausekit.word.house_parts import HouseParts
from clausekit.word.house_sample import sample
from clausekit.word.house_style import HouseStyle, Section
from clausekit.word.house_theme import COMPLEX_FONT, EAST_ASIAN_FONT, LATIN_FONT
from clausekit.word.styles import NO_BREAK_SPACE, ROLE_STYLES, RoleStyle
from clausekit.word.tree import parsed
from clausekit.word.writer import write
from clausekit.word.xml_text import WORD, attribute

MADE = date(2026, 11, 24)
LEVELS = 9
HOUSE_TEXTS = {"schedules": f"Schedule{NO_BREAK_SPACE}%1", "bullets": "\u2022"}
MODERN_LAYOUT = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
SEQUENCES = ("clauses", "definitions", "schedules", "parties", "recitals", "bullets")


def bundled_house_style() -> HouseStyle:
    """The house style that `templates/house-style.docx` holds."""
    parts = HouseParts(
        styles=parsed(_styles().encode()),
        numbering=parsed(_numbering().encode()),
        settings=parsed(_settings().encode()),
        fonts=None,
        theme=None,
        section=Section(),
    )
    return compiled(parts)


def style_id(name: str) -> str:
    """The id that an English Word gives to a style of this name."""
    return "TOC1" if name == names.CONTENTS_ENTRY else "".join(word[0].upper() + word[1:] for word in name.split())


def _styles() -> str:
    made = [_paragraph_style(name, look) for name, look in PARAGRAPH_STYLES.items()]
    made += [_character_style(name, properties) for name, properties in CHARACTER_STYLES.items()]
    return f"<w:styles {WORD}>{_defaults()}{LATENT}{''.join(made)}{TABLE_STYLE}</w:styles>"


def _defaults() -> str:
    fonts = (
        f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}"'
        f' w:eastAsia="{EAST_ASIAN_FONT}" w:cs="{COMPLEX_FONT}"/>'
    )
    run = f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:rPrDefault>'
    paragraph = '<w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    return f"<w:docDefaults>{run}{paragraph}</w:docDefaults>"


LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def _paragraph_style(name: str, look: Look) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    custom = "" if look.built_in else ' w:customStyle="1"'
    following = f'<w:next w:val="{style_id(look.next)}"/>' if look.next else ""
    properties = in_order(look.paragraph, _numbered(name))
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id(name)}"><w:name w:val="{attribute(name)}"/>'
        f"{_based_on(look.based_on)}{following}"
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{look.run}</w:rPr></w:style>'
    )


def _based_on(name: str) -> str:
    return f'<w:basedOn w:val="{style_id(name)}"/>' if name else ""


def _numbered(name: str) -> str:
    level = next((style.level for style in ROLE_STYLES.values() if style.name == name), None)
    if level is None:
        return ""
    depth = f'<w:ilvl w:val="{level.depth}"/>' if level.depth else ""
    return f'<w:numPr>{depth}<w:numId w:val="{SEQUENCES.index(level.sequence) + 1}"/></w:numPr>'


def in_order(paragraph: str, numbered: str) -> str:
    """Paragraph properties with the numbering where Word's schema wants it: after what keeps lines together."""
    end = max((paragraph.find(one) + len(one) for one in BEFORE_NUMBERING if one in paragraph), default=0)
    return paragraph[:end] + numbered + paragraph[end:]


BEFORE_NUMBERING = ("<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>")


def _character_style(name: str, properties: str) -> str:
    custom = "" if name == names.STRONG else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="2"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


def _numbering() -> str:
    definitions = "".join(_definition(number, sequence) for number, sequence in enumerate(SEQUENCES, 1))
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(SEQUENCES) + 1)
    )
    return f"<w:numbering {WORD}>{definitions}{lists}</w:numbering>"


def _styles_of(sequence: str) -> list[RoleStyle]:
    return [style for style in ROLE_STYLES.values() if style.level and style.level.sequence == sequence]


def _definition(number: int, sequence: str) -> str:
    levels = {
        style.level.depth: style for style in ROLE_STYLES.values() if style.level and style.level.sequence == sequence
    }
    made = "".join(_level(depth, levels.get(depth), INDENTS[sequence]) for depth in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x1C0DE000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
    )


def _level(depth: int, style: RoleStyle | None, indents: tuple[tuple[int, int], ...]) -> str:
    if style is None or style.level is None:
        left = indents[-1][0] + 567 * (depth - len(indents) + 1)
        return level_of(depth, "decimal", f"%{depth + 1}.", "", left, 567)
    tied = f'<w:pStyle w:val="{style_id(style.name)}"/>'
    text = HOUSE_TEXTS.get(style.level.sequence, "") if style.level.text is None else style.level.text
    return level_of(depth, style.level.format, text, tied, *indents[depth])


def level_of(depth: int, counting: str, text: str, tied: str, left: int, hanging: int) -> str:
    suffix = '<w:suff w:val="nothing"/>' if counting == "none" else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{counting}"/>{tied}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in MODERN_LAYOUT.items()
    )
    return (
        f'<w:settings {WORD}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{modern}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def main(arguments: list[str]) -> None:
    """Write the bundled house style to the path that is the only argument."""
    (out,) = arguments
    Path(out).write_bytes(write(sample(), bundled_house_style(), made=MADE))


if __name__ == "__main__":
    main(sys.argv[1:])
