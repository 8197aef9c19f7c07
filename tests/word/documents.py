"""Documents to be written in tests: small ones for one thing each, and a long agreement with everything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clausekit.agreement.document import (
    Alternative,
    Blank,
    Block,
    Contents,
    Definition,
    Document,
    Mark,
    PageBreak,
    Paragraph,
    Reference,
    Role,
    Run,
    SignatureBlock,
    Table,
    Text,
)
from clausekit.agreement.numbering import number_document

HOUSE_STYLE = Path(__file__).parents[2] / "templates" / "house-style.docx"
MADE = date(2026, 11, 24)

ODD_NAMES = {
    "markup": "Acme & Co <UK>",
    "quotes": 'O’Brien "Trading" GmbH',
    "chinese": "深圳市创新科技有限公司",
    "chinese and digits": "上海第2数据中心（浦东）有限公司 (Shanghai No. 2 Data Centre Co., Ltd.)",
    "japanese": "株式会社カタナ半導体",
    "korean": "한빛 반도체 주식회사",
    "arabic": "شركة الابتكار للتقنية 2026 المحدودة",
    "hebrew": 'חברת חדשנות בע"מ',
    "newline": "First line\nSecond line\tafter a tab",
    "template": "{{ 7*7 }} {% if x %}",
    "spaces": "  two spaces  ",
    "long": "A very long name " * 588 + "end",
}

WORDS = (
    "The Supplier shall deliver the Products to the Customer at the Sites and shall keep complete and accurate "
    "records of each delivery, of the persons who took part in it and of every part that was replaced, and shall "
    "make those records available within ten Business Days of a written request. "
)


def paragraph(role: Role, *content: Run | str, key: str = "", restarts: bool = False) -> Paragraph:
    """A paragraph; plain strings are text."""
    runs = tuple(Text(one) if isinstance(one, str) else one for one in content)
    return Paragraph(role, runs, key=key, restarts=restarts)


def document(*blocks: Block, title: str = "Agreement", header: str = "", language: str = "en-GB") -> Document:
    """A numbered document of these blocks; every reference must be to one of them."""
    numbered, findings = number_document(Document(title, blocks, header=header, footer="Matter", language=language))
    assert not findings, [str(finding) for finding in findings]
    return numbered


def clause(number: int) -> list[Block]:
    """A clause with all levels, referring backwards and forwards to others."""
    return [
        paragraph(Role.CLAUSE_HEADING, f"Heading of the clause of number {number}", key=f"clause-{number}"),
        paragraph(Role.CLAUSE_2, WORDS, "This does not limit ", Reference(f"deep-{number}", "clause"), "."),
        paragraph(Role.CLAUSE_2, "If this is so, and ", Reference("schedule-b", "Schedule"), " applies:"),
        paragraph(Role.CLAUSE_3, "the first thing, as ", Reference("clause-1", "clause"), " says;"),
        paragraph(Role.CLAUSE_3, WORDS, key=f"third-{number}"),
        paragraph(Role.CLAUSE_4, "a smaller thing; and"),
        paragraph(Role.CLAUSE_4, "one with parts:", key=f"fourth-{number}"),
        paragraph(Role.CLAUSE_5, "the first part; and"),
        paragraph(Role.CLAUSE_5, "the second part, see ", Reference("in-b", "paragraph"), ".", key=f"deep-{number}"),
        paragraph(Role.CLAUSE_2, WORDS * 2, Reference(f"third-{number}", "clause"), " stays.", key=f"second-{number}"),
    ]


def definitions() -> list[Block]:
    """Definitions, some with lists that start again."""
    made: list[Block] = []
    for term in ("Affiliate", "Approved Hardware", "Business Day", "Control", "Restricted Supplier", "Site"):
        made.append(paragraph(Role.DEFINITION, Definition(term), f" means {WORDS.lower()}"))
        if term in ("Approved Hardware", "Control", "Site"):
            made.append(paragraph(Role.DEFINITION_3, "the first limb;", restarts=True))
            made.append(
                paragraph(Role.DEFINITION_3, "the second limb; and", key=f"limb-{term.lower().replace(' ', '-')}")
            )
            made.append(paragraph(Role.DEFINITION_3, "whatever is left."))
    return made


def items(rows: int) -> Table:
    """A table that is longer than a page if `rows` is over 40."""
    cells = tuple(
        (
            (Text(f"{row}"),),
            (Text(ODD_NAMES["chinese"] if row % 7 == 3 else f"Accelerator board of type {row}", literal=True),),
            (Text("3A090.a") if row % 3 else Blank("classification", f"items[{row}].classification"),),
            (Reference("clause-1", "clause"),),
        )
        for row in range(1, rows + 1)
    )
    header = tuple((Text(name),) for name in ("No.", "Item", "Classification", "Condition"))
    return Table(header, cells, widths=(1, 5, 3, 2))


def schedules() -> list[Block]:
    """Two schedules with paragraphs that start again and tables."""
    return [
        PageBreak(),
        paragraph(Role.SCHEDULE_HEADING, key="schedule-a"),
        paragraph(Role.SCHEDULE_TITLE, "Approved Hardware"),
        paragraph(Role.SCHEDULE_2, "These items are approved, subject to ", Reference("in-b", "paragraph"), "."),
        items(60),
        paragraph(Role.SCHEDULE_2, "Nothing else is approved:"),
        paragraph(Role.SCHEDULE_3, "not by silence; and"),
        paragraph(Role.SCHEDULE_3, "not by conduct.", key="in-a"),
        PageBreak(),
        paragraph(Role.SCHEDULE_HEADING, key="schedule-b"),
        paragraph(Role.SCHEDULE_TITLE, "A schedule whose title is so long that it must run over into a second line"),
        paragraph(Role.SCHEDULE_2, WORDS, Reference("in-a", "paragraph"), " is to be read with this."),
        paragraph(Role.SCHEDULE_2, "Records are kept:"),
        paragraph(Role.SCHEDULE_3, "for six years; and"),
        paragraph(Role.SCHEDULE_3, "in English.", key="in-b"),
        items(3),
        items(2),
    ]


def agreement(clauses: int = 12, after_the_first: Sequence[Block] = ()) -> Document:
    """A whole agreement with everything in it; `after_the_first` are blocks after its first clause."""
    front: list[Block] = [
        paragraph(Role.TITLE, "Technology Supply Agreement"),
        paragraph(Role.SUBTITLE, ODD_NAMES["markup"], " and ", Text(ODD_NAMES["chinese"], literal=True)),
        paragraph(Role.LEGEND, "Draft: open points are marked in the text."),
        paragraph(Role.LEGEND, "Dated ______________________________"),
        Contents(),
        PageBreak(),
        paragraph(Role.PLAIN_HEADING, "Parties"),
        *(
            paragraph(Role.PARTY, Text(name, literal=True), key=f"party-{key}")
            for key, name in list(ODD_NAMES.items())[:9]
        ),
        paragraph(Role.PLAIN_HEADING, "Background"),
        paragraph(Role.RECITAL, "The Supplier makes accelerators."),
        paragraph(Role.RECITAL, "The Customer wants some of them.", key="recital"),
        paragraph(Role.PLAIN_HEADING, "The parties agree as follows"),
    ]
    opening: list[Block] = [
        paragraph(Role.CLAUSE_HEADING, "Definitions and interpretation", key="definitions"),
        paragraph(Role.CLAUSE_2, "In this Agreement:"),
        *definitions(),
        paragraph(Role.CLAUSE_2, Reference("recital", "Recital"), ", ", Reference("party-arabic", "party"), ", ",
                  Reference("limb-control", "clause"), " and ", Reference("schedule-a", "Schedule"), " apply from ",
                  Blank("effective date", "dates.effective"), ". ", Alternative(Mark.OPEN, "Is it so?"), "This",
                  Alternative(Mark.OR), "that", Alternative(Mark.CLOSE), " and ", Text("no more", strong=True), "."),
    ]  # fmt: skip
    others = [block for number in range(2, clauses + 1) for block in clause(number)]
    body = [*clause(1), *after_the_first, *others]
    signing: list[Block] = [
        PageBreak(),
        paragraph(Role.PLAIN_HEADING, "Signatures"),
        paragraph(Role.BODY, "The parties have signed this Agreement on the date on its first page."),
        SignatureBlock(
            (Text(ODD_NAMES["markup"], literal=True),), (Text("Jane Doe", literal=True),), (Text("Director"),)
        ),
        *(SignatureBlock((Text(name, literal=True),)) for name in list(ODD_NAMES.values())[1:9]),
    ]
    blocks = (*front, *opening, *body, *schedules(), *signing)
    return document(*blocks, title="Technology Supply Agreement", header="Technology Supply Agreement")
