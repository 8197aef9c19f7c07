"""How the bundled house style looks: properties of each style, in Word's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausekit.word import styles as names

NAVY = "1F2A44"
GREY = "5B6B7F"
RULE = "B9C1CC"
PALE = "EEF1F5"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. `paragraph` and `run` are properties in the order of Word's schema."""

    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    built_in: bool = False


def spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def rule(side: str, colour: str = RULE, width: int = 4, space: int = 4) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def tabs(*stops: tuple[str, int, str]) -> str:
    made = (f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{at}"/>' for kind, at, leader in stops)
    return f"<w:tabs>{''.join(made)}</w:tabs>"


BOLD = "<w:b/><w:bCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
LEFT = '<w:jc w:val="left"/>'
RUNNING = spacing(0, 140) + LEFT
"""Justified text has gaps in short lines, and where an address of mail does not fit."""
HEADING = BOLD + colour(NAVY)


def running(name: str) -> Look:
    """A style of running text; the next paragraph is of the same style."""
    return Look(RUNNING, next=name)


PARAGRAPH_STYLES: Mapping[str, Look] = {
    "Normal": Look(based_on="", built_in=True),
    "Title": Look(KEEP + spacing(0, 160), HEADING + size(26), next="Subtitle", built_in=True),
    "Subtitle": Look(spacing(0, 240), colour(GREY) + size(12), next="Body Text", built_in=True),
    "Legend": Look(
        rule("left", NAVY, 18, 8) + spacing(0, 120) + '<w:ind w:left="200"/>', BOLD + colour(GREY) + size(9.5)
    ),
    "Plain Heading": Look(KEEP + spacing(320, 140) + outline(1), HEADING + size(11.5), next="Body Text"),
    "Plain Subheading": Look(KEEP + spacing(200, 100) + outline(2), BOLD, next="Body Text"),
    "Body Text": Look(RUNNING, built_in=True),
    "Party": running("Party"),
    "Recital": running("Recital"),
    "heading 1": Look(KEEP + spacing(340, 140) + outline(0), HEADING + size(11), "Normal", "Clause Level 2", True),
    "Clause Level 2": running("Clause Level 2"),
    "Clause Level 3": running("Clause Level 3"),
    "Clause Level 4": running("Clause Level 4"),
    "Clause Level 5": running("Clause Level 5"),
    "Definition": running("Definition"),
    "Definition Level 2": running("Definition Level 2"),
    "Schedule Heading": Look(
        f"{KEEP}<w:pageBreakBefore/>{spacing(0, 280)}{outline(0)}", HEADING + size(15), next="Schedule Level 2"
    ),
    "Schedule Title": Look(KEEP + spacing(0, 280), HEADING + size(12), next="Schedule Level 2"),
    "Schedule Level 2": running("Schedule Level 2"),
    "Schedule Level 3": running("Schedule Level 3"),
    "List Bullet": Look(spacing(0, 80), built_in=True),
    "Small Print": Look(spacing(0, 60), colour(GREY) + size(8)),
    names.HEADER: Look(rule("bottom"), colour(GREY) + size(8), built_in=True),
    names.FOOTER: Look(rule("top") + tabs(("right", 9070, "none")), colour(GREY) + size(8), built_in=True),
    names.CONTENTS_HEADING: Look(KEEP + spacing(0, 280), HEADING + size(15), next="Body Text", built_in=True),
    names.CONTENTS_ENTRY: Look(
        tabs(("left", 1247, "none"), ("right", 9070, "dot"))
        + spacing(0, 100)
        + '<w:ind w:left="1247" w:hanging="1247"/>',
        built_in=True,
    ),
    names.TABLE_HEADING: Look("<w:keepNext/>" + spacing(60, 60) + LEFT, BOLD + colour(NAVY) + size(9)),
    names.TABLE_TEXT: Look(spacing(60, 60) + LEFT, size(9)),
    names.TABLE_GAP: Look('<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', size(6)),
    names.SIGNATURE_PARTY: Look(KEEP + spacing(480, 60), BOLD, next=names.SIGNATURE_LINE),
    names.SIGNATURE_LINE: Look(
        "<w:keepLines/>"
        + tabs(("left", 1304, "none"), ("right", 5670, "underscore"))
        + spacing(260, 0)
        + '<w:ind w:left="1304" w:hanging="1304"/>'
        + LEFT
    ),
}

CHARACTER_STYLES: Mapping[str, str] = {
    names.STRONG: BOLD,
    names.DEFINED_TERM: BOLD,
    names.BLANK: '<w:shd w:val="clear" w:color="auto" w:fill="FFEFA8"/>',
    names.ALTERNATIVE: BOLD + colour("1F4E8C") + '<w:shd w:val="clear" w:color="auto" w:fill="E3ECF7"/>',
}

TABLE_STYLE = f"""
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="AgreementTable"><w:name w:val="{names.TABLE}"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="3"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>
""".replace("\n", "")

INDENTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "clauses": ((720, 720), (720, 720), (1361, 641), (1928, 567), (2495, 567)),
    "definitions": ((720, 0), (1361, 641)),
    "schedules": ((1985, 1985), (720, 720), (1361, 641)),
    "parties": ((720, 720),),
    "recitals": ((720, 720),),
    "bullets": ((397, 397),),
}
"""Left and hanging indent of each level of each list."""
