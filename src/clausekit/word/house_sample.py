"""What stands in the bundled house style when it is opened: a sample of every style."""

from __future__ import annotations

from clausekit.agreement.document import (
    Alternative,
    Blank,
    Block,
    Contents,
    Definition,
    Document,
    Mark,
    Paragraph,
    Reference,
    Role,
    Run,
    SignatureBlock,
    Table,
    Text,
)


def _paragraph(role: Role, text: str, number: str = "", label: str = "", key: str = "") -> Paragraph:
    return Paragraph(role, (Text(text),), key=key, number=number, label=label or number)


def _with(role: Role, number: str, *runs: Run) -> Paragraph:
    return Paragraph(role, runs, number=number, label=number)


def sample() -> Document:
    """A short document that shows each style."""
    return Document("House style", BLOCKS, header="House style", footer="Sample text")


BLOCKS: tuple[Block, ...] = (
    _paragraph(Role.TITLE, "House style"),
    _paragraph(Role.SUBTITLE, "The look of every agreement: change the styles, keep their names"),
    _paragraph(Role.LEGEND, "Draft legend"),
    Contents(),
    _paragraph(Role.PLAIN_HEADING, "Plain heading"),
    _paragraph(
        Role.BODY,
        "Body text. Only the styles, the lists, the page and the settings of this file are used. Its words are a "
        "sample. The numbered styles are tied to levels of multilevel lists, which is how they must stay.",
    ),
    _paragraph(Role.PARTY, "A party", "(1)"),
    _paragraph(Role.PARTY, "Another party", "(2)"),
    _paragraph(Role.PLAIN_SUBHEADING, "Plain subheading"),
    _paragraph(Role.RECITAL, "A recital", "(A)"),
    _paragraph(Role.CLAUSE_HEADING, "Clause heading", "1", "1."),
    _paragraph(Role.CLAUSE_2, "The second level of a clause.", "1.1"),
    _paragraph(Role.CLAUSE_3, "The third level.", "1.1(a)", "(a)", "third"),
    _paragraph(Role.CLAUSE_4, "The fourth level.", "1.1(a)(i)", "(i)"),
    _paragraph(Role.CLAUSE_5, "The fifth level.", "1.1(a)(i)(A)", "(A)"),
    _with(Role.DEFINITION, "", Definition("Term"), Text(" means what the definition says:")),
    _paragraph(Role.DEFINITION_3, "a part of the definition.", "(a)"),
    _with(
        Role.CLAUSE_2,
        "1.2",
        Text("Marks inside text: "),
        Text("strong", strong=True),
        Text(", a reference to "),
        Reference("third", "clause", "1.1(a)"),
        Text(", a blank "),
        Blank("date"),
        Text(" and an alternative "),
        Alternative(Mark.OPEN),
        Text("this"),
        Alternative(Mark.OR),
        Text("that"),
        Alternative(Mark.CLOSE),
        Text("."),
    ),
    _paragraph(Role.BULLET, "A bullet"),
    _paragraph(Role.SMALL, "Small print"),
    SignatureBlock((Text("A party"),)),
    _paragraph(Role.SCHEDULE_HEADING, "", "1", "Schedule 1"),
    _paragraph(Role.SCHEDULE_TITLE, "Title of a schedule"),
    _paragraph(Role.SCHEDULE_2, "A paragraph of a schedule.", "1", "1."),
    _paragraph(Role.SCHEDULE_3, "The next level.", "1(a)", "(a)"),
    Table(
        ((Text("Column"),), (Text("Another column"),)),
        (((Text("Cell"),), (Text("Cell"),)), ((Text("Cell"),), (Text("Cell"),))),
    ),
)
