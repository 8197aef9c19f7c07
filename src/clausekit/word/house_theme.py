"""Theme and font table for a house style that has none of its own."""

from __future__ import annotations

from clausekit.word.xml_text import WORD

LATIN_FONT = "Arial"
EAST_ASIAN_FONT = "Microsoft YaHei"
COMPLEX_FONT = "Arial"


def _font(name: str, family: str, pitch: str = "variable") -> str:
    return f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'


FONTS = f"<w:fonts {WORD}>{_font(LATIN_FONT, 'swiss')}{_font(EAST_ASIAN_FONT, 'swiss')}</w:fonts>"

COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F2A44", "lt2": "F2F4F7", "accent1": "1F2A44", "accent2": "8A1F2B",
    "accent3": "5B6B7F", "accent4": "A68A4F", "accent5": "3E6B5C", "accent6": "7F7F7F", "hlink": "1F4E8C",
    "folHlink": "5B4A7F",
}  # fmt: skip


def _colour(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


def _fonts(name: str) -> str:
    faces = f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{EAST_ASIAN_FONT}"/><a:cs typeface="{COMPLEX_FONT}"/>'
    return f"<a:{name}>{faces}</a:{name}>"


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House style"><a:themeElements>'
    f'<a:clrScheme name="House style">{"".join(_colour(name, value) for name, value in COLOURS.items())}</a:clrScheme>'
    f'<a:fontScheme name="House style">{_fonts("majorFont")}{_fonts("minorFont")}</a:fontScheme>'
    f'<a:fmtScheme name="House style"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}'
    f"</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}"
    "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
