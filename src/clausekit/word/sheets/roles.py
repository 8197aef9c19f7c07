"""The styles of a sheet: what each stands for, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausekit.agreement.authored import Kind, PieceKind
from clausekit.word.house_look import (
    BOLD,
    GREY,
    HEADING,
    KEEP,
    LEFT,
    PALE,
    RULE,
    Look,
    colour,
    outline,
    rule,
    size,
    spacing,
)

HELP, TOPIC, POSITION = "CK Help", "CK Topic", "CK Position"
HEAD_LABEL, HEAD_WORDS = "CK Head Label", "CK Head Words"
HEADING_STYLE, DEFINITIONS_STYLE = "CK Heading", "CK Definitions"
CONDITION, REPEAT, REMARK, CELL = "CK Condition", "CK Repeat", "CK Remark", "CK Cell"
LEVELS = ("CK Level 1", "CK Level 2", "CK Level 3", "CK Level 4")
DEFINITION_LEVELS = ("CK Definition", "CK Definition Level 2")
TABLE, STRONG = "CK Table", "CK Strong"

AMBER, BLUE, GREEN = "8A5A00", "1F4E8C", "3E6B5C"
MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
NO_PROOF = "<w:noProof/>"


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _band(line: str, fill: str) -> str:
    return KEEP.replace("<w:keepLines/>", "") + rule("left", line, 24, 6) + shade(fill) + spacing(20, 100)


WORDS = spacing(0, 120) + LEFT

PARAGRAPHS: Mapping[str, Look] = {
    "Normal": Look(based_on="", built_in=True),
    HELP: Look(rule("left", RULE, 18, 8) + spacing(0, 60) + '<w:ind w:left="200"/>', colour(GREY) + size(9)),
    TOPIC: Look(KEEP + spacing(0, 40) + outline(0), HEADING + size(20), next=POSITION),
    POSITION: Look(KEEP + spacing(360, 100) + outline(1), BOLD + colour(GREEN) + size(11), next=HEADING_STYLE),
    HEAD_LABEL: Look("<w:keepNext/>" + spacing(30, 30) + LEFT, colour(GREY) + size(8.5)),
    HEAD_WORDS: Look("<w:keepNext/>" + spacing(30, 30) + LEFT, colour(GREY) + size(8.5)),
    HEADING_STYLE: Look(KEEP + spacing(240, 120) + outline(2), HEADING + size(12), next=LEVELS[0]),
    DEFINITIONS_STYLE: Look(KEEP + rule("top") + spacing(240, 120), HEADING + size(11), next=DEFINITION_LEVELS[0]),
    **{name: Look(WORDS, next=name) for name in (*LEVELS, *DEFINITION_LEVELS)},
    CONDITION: Look(_band("C98A00", "FFF6DD"), NO_PROOF + colour(AMBER) + size(9)),
    REPEAT: Look(_band("3A6EA5", "E6EFF8"), NO_PROOF + colour(BLUE) + size(9)),
    REMARK: Look(rule("left", RULE, 24, 6) + spacing(20, 100), "<w:i/><w:iCs/>" + colour(GREY) + size(9)),
    CELL: Look(spacing(40, 40) + LEFT, size(9)),
}

CHARACTERS: Mapping[PieceKind, tuple[str, str]] = {
    PieceKind.FACT: ("CK Fact", NO_PROOF + shade("DDE8DF")),
    PieceKind.TAG: ("CK Tag", NO_PROOF + colour(AMBER) + size(8.5) + shade("FFF6DD")),
    PieceKind.REMARK: ("CK Aside", "<w:i/><w:iCs/>" + colour(GREY)),
    PieceKind.TERM: ("CK Defined Term", BOLD + colour("1F2A44")),
    PieceKind.REFERENCE: ("CK Reference", NO_PROOF + colour(BLUE)),
    PieceKind.ANCHOR: ("CK Anchor", NO_PROOF + colour("8C96A3") + size(8)),
}
"""For each kind of piece the name of its character style, and its look."""

HEADER_FILL = PALE


@dataclass(frozen=True, slots=True)
class Numbered:
    """How a style counts: its list (1 or 2), its level, and what is printed."""

    list: int
    depth: int
    format: str
    text: str
    left: int
    hanging: int


NUMBERED: Mapping[str, Numbered] = {
    HEADING_STYLE: Numbered(1, 0, "none", "", 0, 0),
    LEVELS[0]: Numbered(1, 1, "decimal", "%2.", 567, 567),
    LEVELS[1]: Numbered(1, 2, "lowerLetter", "(%3)", 1134, 567),
    LEVELS[2]: Numbered(1, 3, "lowerRoman", "(%4)", 1701, 567),
    LEVELS[3]: Numbered(1, 4, "upperLetter", "(%5)", 2268, 567),
    DEFINITION_LEVELS[0]: Numbered(2, 0, "none", "", 567, 0),
    DEFINITION_LEVELS[1]: Numbered(2, 1, "lowerLetter", "(%2)", 1134, 567),
}

KINDS: Mapping[str, tuple[Kind, int]] = {
    HEADING_STYLE: (Kind.HEADING, 0),
    DEFINITIONS_STYLE: (Kind.DEFINITIONS, 0),
    CONDITION: (Kind.CONDITION, 0),
    REPEAT: (Kind.REPEAT, 0),
    REMARK: (Kind.REMARK, 0),
    **{name: (Kind.PARAGRAPH, depth) for depth, name in enumerate(LEVELS)},
    **{name: (Kind.PARAGRAPH, depth) for depth, name in enumerate(DEFINITION_LEVELS)},
}
"""What a paragraph of each style is."""

IGNORED = (HELP, TOPIC, HEAD_LABEL, HEAD_WORDS)
PIECES: Mapping[str, PieceKind] = {name: kind for kind, (name, _) in CHARACTERS.items()}


def style_id(name: str) -> str:
    return name.replace(" ", "")
