"""The one table of what the code knows of a house style: names of styles, and how lists count.

A house style may look as it likes. It must hold these styles under these names,
tie the numbered ones to levels of native lists, and count in these formats,
because references are printed as the agreement numbers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausekit.agreement.document import Role

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a native list, as a style of that level must be numbered.

    Args:
        sequence: the list; styles of one list share one definition.
        depth: the level in it, from 0.
        format: how it counts, in Word's own words.
        text: what is printed, `%1` standing for the count of the first level; `None` leaves it to the house.
    """

    sequence: str
    depth: int
    format: str
    text: str | None


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """The paragraph style of a role: its name, its list level, and its outline level (0 is the highest)."""

    name: str
    level: Level | None = None
    outline: int | None = None


ROLE_STYLES: Mapping[Role, RoleStyle] = {
    Role.TITLE: RoleStyle("Title"),
    Role.SUBTITLE: RoleStyle("Subtitle"),
    Role.LEGEND: RoleStyle("Legend"),
    Role.PLAIN_HEADING: RoleStyle("Plain Heading", outline=1),
    Role.PLAIN_SUBHEADING: RoleStyle("Plain Subheading", outline=2),
    Role.BODY: RoleStyle("Body Text"),
    Role.PARTY: RoleStyle("Party", Level("parties", 0, "decimal", "(%1)")),
    Role.RECITAL: RoleStyle("Recital", Level("recitals", 0, "upperLetter", "(%1)")),
    Role.CLAUSE_HEADING: RoleStyle("heading 1", Level("clauses", 0, "decimal", "%1."), outline=0),
    Role.CLAUSE_2: RoleStyle("Clause Level 2", Level("clauses", 1, "decimal", "%1.%2")),
    Role.CLAUSE_3: RoleStyle("Clause Level 3", Level("clauses", 2, "lowerLetter", "(%3)")),
    Role.CLAUSE_4: RoleStyle("Clause Level 4", Level("clauses", 3, "lowerRoman", "(%4)")),
    Role.CLAUSE_5: RoleStyle("Clause Level 5", Level("clauses", 4, "upperLetter", "(%5)")),
    # The definition itself is a level without a number, so that the list below it starts again by itself.
    Role.DEFINITION: RoleStyle("Definition", Level("definitions", 0, "none", "")),
    Role.DEFINITION_3: RoleStyle("Definition Level 2", Level("definitions", 1, "lowerLetter", "(%2)")),
    # The house says what a schedule is called ("Schedule %1", "Annex %1"); references follow.
    Role.SCHEDULE_HEADING: RoleStyle("Schedule Heading", Level("schedules", 0, "decimal", None), outline=0),
    Role.SCHEDULE_TITLE: RoleStyle("Schedule Title"),
    Role.SCHEDULE_2: RoleStyle("Schedule Level 2", Level("schedules", 1, "decimal", "%2.")),
    Role.SCHEDULE_3: RoleStyle("Schedule Level 3", Level("schedules", 2, "lowerLetter", "(%3)")),
    Role.BULLET: RoleStyle("List Bullet", Level("bullets", 0, "bullet", None)),
    Role.SMALL: RoleStyle("Small Print"),
}

HEADER = "header"
FOOTER = "footer"
CONTENTS_HEADING = "TOC Heading"
CONTENTS_ENTRY = "toc 1"
TABLE_HEADING = "Table Heading"
TABLE_TEXT = "Table Text"
TABLE_GAP = "Table Gap"
SIGNATURE_PARTY = "Signature Party"
SIGNATURE_LINE = "Signature Line"
DEFINED_TERM = "Defined Term"
BLANK = "Blank"
ALTERNATIVE = "Alternative"
STRONG = "Strong"
TABLE = "Agreement Table"

PARAGRAPH = "paragraph"
CHARACTER = "character"

REQUIRED: Mapping[str, str] = (
    {style.name: PARAGRAPH for style in ROLE_STYLES.values()}
    | dict.fromkeys((HEADER, FOOTER, CONTENTS_HEADING, CONTENTS_ENTRY, TABLE_HEADING, TABLE_TEXT, TABLE_GAP), PARAGRAPH)
    | dict.fromkeys((SIGNATURE_PARTY, SIGNATURE_LINE), PARAGRAPH)
    | dict.fromkeys((DEFINED_TERM, BLANK, ALTERNATIVE, STRONG), CHARACTER)
    | {TABLE: "table"}
)
"""Every style a house style must hold, with its type."""
