from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.agreement.document import (
    Alternative,
    Blank,
    Contents,
    Definition,
    Mark,
    PageBreak,
    Reference,
    Role,
    SignatureBlock,
    Table,
    Text,
)
from clausekit.word import HouseStyle, load_house_style, write
from clausekit.word.xml_text import attribute
from word.documents import HOUSE_STYLE, MADE, ODD_NAMES, agreement, document, items, paragraph
from word.opened import (
    VALUE,
    W,
    below,
    body,
    each,
    instructions,
    paragraphs,
    parsed,
    parts,
    runs,
    text,
    value,
    with_part,
)


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
def test_every_character_of_a_name_is_printed(name: str, house: HouseStyle) -> None:
    written = write(document(paragraph(Role.BODY, Text(name, literal=True))), house, made=MADE)
    assert text(paragraphs(written)[0]) == name


def test_odd_names_stand_unharmed_everywhere(house: HouseStyle) -> None:
    name = ODD_NAMES["markup"]
    blocks = (
        Contents(name),
        paragraph(Role.CLAUSE_HEADING, name, Definition(name), Blank(name)),
        Table(((Text(name),),), (((Text(name),),),)),
        SignatureBlock((Text(name),), (Text(name),), (Text(name),)),
    )
    written = write(document(*blocks, title=name, header=name), house, made=MADE)
    assert text(body(written)).count(name) == 12
    assert name in text(parsed(parts(written)["word/header1.xml"]))
    assert attribute(name).encode() in parts(written)["docProps/core.xml"]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_what_no_file_can_hold_is_an_exception(character: str, house: HouseStyle) -> None:
    with pytest.raises(ValueError, match=r"U\+[0-9A-F]{4} cannot stand"):
        write(document(paragraph(Role.BODY, character)), house, made=MADE)


def test_scripts_are_marked(house: HouseStyle) -> None:
    written = write(
        document(paragraph(Role.BODY, f"Of {ODD_NAMES['chinese']} and {ODD_NAMES['arabic']}.")), house, made=MADE
    )
    latin, chinese, _, arabic, stop = each(paragraphs(written)[0], "w:r")
    assert below(latin, "w:rPr") is None
    assert below(stop, "w:rPr") is None
    hint, language = below(chinese, "w:rPr/w:rFonts"), below(chinese, "w:rPr/w:lang")
    assert hint is not None
    assert hint.get(f"{W}hint") == "eastAsia"
    assert language is not None
    assert language.get(f"{W}eastAsia") == "zh-CN"
    assert below(arabic, "w:rPr/w:rtl") is not None


def test_paragraphs_are_numbered_by_their_styles_alone(house: HouseStyle) -> None:
    written = write(agreement(), house, made=MADE)
    assert list(body(written).iter(f"{W}numPr")) == []
    assert len(paragraphs(written, "ClauseLevel2")) == 12 * 3 + 2


OWN_PROPERTIES = {
    "pPr": {"pStyle", "keepNext", "pageBreakBefore", "sectPr"},
    "rPr": {"rStyle", "rFonts", "rtl", "lang"},
}


@pytest.mark.parametrize("part", ["document", "header1", "footer1"])
def test_all_looks_come_from_styles(part: str, house: HouseStyle) -> None:
    """Beside its style a paragraph says how it keeps to others, and a run which script and language it is in."""
    root = parsed(parts(write(agreement(), house, made=MADE))[f"word/{part}.xml"])
    for kind, own in OWN_PROPERTIES.items():
        found = {str(one.tag).removeprefix(W) for properties in root.iter(f"{W}{kind}") for one in properties}
        assert found <= own
    assert {one.attrib.keys()[0] for one in root.iter(f"{W}rFonts")} <= {f"{W}hint"}


def test_the_foot_of_a_firm_has_one_tab_stop_at_the_edge(tmp_path: Path) -> None:
    given = HOUSE_STYLE.read_bytes()
    styles = parts(given)["word/styles.xml"].decode()
    two = '<w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs>'
    start = styles.index('<w:name w:val="footer"/>')
    changed = styles[:start] + re.sub(r"<w:tabs>.*?</w:tabs>", two, styles[start:], count=1)
    assert changed != styles
    file = tmp_path / "house.docx"
    file.write_bytes(with_part(given, "word/styles.xml", changed.encode()))
    house, findings = load_house_style(file)
    assert house is not None, findings
    foot = next(one for one in parsed(house.styles.encode()).iter(f"{W}style") if value(one, "w:name") == "footer")
    assert [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in foot.iter(f"{W}tab")] == [("right", "9070")]


def test_a_list_that_starts_again_for_no_other_reason_gets_a_list_of_its_own(house: HouseStyle) -> None:
    blocks = (
        paragraph(Role.CLAUSE_HEADING, "Heading"),
        paragraph(Role.CLAUSE_2, "Level two"),
        paragraph(Role.CLAUSE_3, "one (a)"),
        paragraph(Role.CLAUSE_3, "another (a)", restarts=True),
        paragraph(Role.CLAUSE_3, "its (b)"),
        paragraph(Role.CLAUSE_2, "Level two again"),
        paragraph(Role.CLAUSE_3, "a third (a)"),
    )
    written = write(document(*blocks), house, made=MADE)
    own = [value(one, "w:pPr/w:numPr/w:numId") for one in paragraphs(written)]
    assert own == [None, None, None, str(house.next_list), str(house.next_list), None, None]
    overrides = list(each(parsed(parts(written)["word/numbering.xml"]), "w:num/w:lvlOverride"))
    assert [one.get(f"{W}ilvl") for one in overrides] == ["2"]


def test_references_are_live_and_already_right(house: HouseStyle) -> None:
    blocks = (
        paragraph(Role.CLAUSE_HEADING, "Heading", key="one"),
        paragraph(Role.CLAUSE_2, "See ", Reference("deep", "clause"), " and ", Reference("annex", "Schedule"), "."),
        paragraph(Role.CLAUSE_3, "and ", Reference("two", "paragraph"), ".", key="deep"),
        paragraph(Role.SCHEDULE_HEADING, key="annex"),
        paragraph(Role.SCHEDULE_2, "One"),
        paragraph(Role.SCHEDULE_3, "Two, of ", Reference("two", "paragraph"), key="two"),
    )
    written = write(document(*blocks), house, made=MADE)
    see, deep = paragraphs(written)[1:3]
    assert text(see) == "See clause\u00a01.1(a) and Schedule\u00a01."
    assert text(deep) == "and paragraph\u00a01(a) of Schedule\u00a01."
    assert [one.split()[2:] for one in instructions(see)] == [["\\w", "\\h"], ["\\w", "\\h"]]
    assert [one.split()[2:] for one in instructions(deep)][:2] == [["\\n", "\\h"], ["\\n", "\\h"]]


def test_only_what_is_referred_to_is_bookmarked_under_hidden_names(house: HouseStyle) -> None:
    written = write(agreement(2), house, made=MADE)
    names = [one.get(f"{W}name", "") for one in body(written).iter(f"{W}bookmarkStart")]
    pointed = {word for one in instructions(body(written)) for word in one.split() if word.startswith("_")}
    assert set(names) == pointed
    assert len(names) == len(set(names))
    assert all(name[:4] in ("_Ref", "_Toc") and name[4:].isdecimal() and len(name) <= 40 for name in names)


def test_the_same_clause_keeps_its_bookmark_from_draft_to_draft(house: HouseStyle) -> None:
    def bookmark(*before: Role) -> str | None:
        blocks = (*(paragraph(role, "Before") for role in before), paragraph(Role.CLAUSE_HEADING, "It", key="it"))
        written = write(document(*blocks, paragraph(Role.CLAUSE_2, Reference("it", "clause"))), house, made=MADE)
        return next(body(written).iter(f"{W}bookmarkStart")).get(f"{W}name")

    assert bookmark() == bookmark(Role.CLAUSE_HEADING, Role.CLAUSE_2)


def test_a_reference_to_another_document_is_plain_words(house: HouseStyle) -> None:
    written = write(document(paragraph(Role.BODY)), house, made=MADE)
    assert text(body(written)) == ""
    memo = document(paragraph(Role.BODY, "x"))
    elsewhere = Reference("clause-of-the-contract", "clause", "4.2(a)")
    memo = type(memo)(memo.title, (*memo.blocks, paragraph(Role.BODY, "See ", elsewhere)))
    written = write(memo, house, made=MADE)
    assert text(paragraphs(written)[1]) == "See clause\u00a04.2(a)"
    assert instructions(body(written)) == []


def test_blanks_terms_and_alternatives_are_marked_by_styles(house: HouseStyle) -> None:
    content = (
        Definition("Term"), " means ", Blank("price"), Alternative(Mark.OPEN, "Is it?"), "this",
        Alternative(Mark.OR), "that", Alternative(Mark.CLOSE), Text("strong", strong=True),
    )  # fmt: skip
    written = write(document(paragraph(Role.BODY, *content)), house, made=MADE)
    assert runs(paragraphs(written)[0]) == [
        ("", "\u201c"),
        ("DefinedTerm", "Term"),
        ("", "\u201d"),
        ("", " means "),
        ("Blank", "[price]"),
        ("Alternative", "[Either: "),
        ("", "this"),
        ("Alternative", " | or: "),
        ("", "that"),
        ("Alternative", "]"),
        ("Strong", "strong"),
    ]


def test_the_contents_list_clauses_and_schedules_with_their_titles(house: HouseStyle) -> None:
    written = write(agreement(2), house, made=MADE)
    entries = [text(one) for one in paragraphs(written, "TOC1")]
    assert [entry.rpartition("\t")[0] for entry in entries[:-1]] == [
        "1.\tDefinitions and interpretation",
        "2.\tHeading of the clause of number 1",
        "3.\tHeading of the clause of number 2",
        "Schedule\u00a01\tApproved Hardware",
        "Schedule\u00a02\tA schedule whose title is so long that it must run over into a second line",
    ]
    assert all(entry.rpartition("\t")[2].isdecimal() for entry in entries[:-1])
    begin = next(body(written).iter(f"{W}fldChar"))
    assert begin.get(f"{W}dirty") == "true"


def test_a_document_without_headings_may_have_contents(house: HouseStyle) -> None:
    written = write(document(Contents(), paragraph(Role.BODY, "All there is")), house, made=MADE)
    assert [text(one) for one in paragraphs(written)] == ["Contents", "", "", "All there is"]


def test_the_cover_has_neither_header_nor_footer(house: HouseStyle) -> None:
    written = write(agreement(1), house, made=MADE)
    cover, rest = body(written).iter(f"{W}sectPr")
    assert [str(one.tag).removeprefix(W) for one in cover] == ["type", "pgSz", "pgMar", "cols"]
    assert [str(one.tag).removeprefix(W) for one in rest][:2] == ["headerReference", "footerReference"]


def test_the_foot_says_page_x_of_y(house: HouseStyle) -> None:
    written = write(agreement(2), house, made=MADE)
    footer = parsed(parts(written)["word/footer1.xml"])
    assert instructions(footer) == ["PAGE", "NUMPAGES"]
    before, _, pages = text(footer).rpartition(" of ")
    assert before == "Matter\tPage 1"
    assert int(pages) > 5


def test_page_breaks_belong_to_what_begins_the_page(house: HouseStyle) -> None:
    blocks = (paragraph(Role.BODY, "one"), PageBreak(), paragraph(Role.BODY, "two"), PageBreak(), items(1), PageBreak())
    written = write(document(paragraph(Role.CLAUSE_HEADING, key="clause-1"), *blocks), house, made=MADE)
    broken = [bool(list(one.iter(f"{W}pageBreakBefore"))) for one in body(written)]
    assert broken == [False, False, True, True, False, False, False]
    assert not any(one.get(f"{W}type") for one in body(written).iter(f"{W}br"))


def test_a_table_repeats_its_header_keeps_its_rows_whole_and_fills_the_width(house: HouseStyle) -> None:
    written = write(document(paragraph(Role.CLAUSE_HEADING, key="clause-1"), items(5)), house, made=MADE)
    (table,) = each(body(written), "w:tbl")
    rows = list(each(table, "w:tr"))
    assert [below(row, "w:trPr/w:tblHeader") is not None for row in rows] == [True] + [False] * 5
    assert all(below(row, "w:trPr/w:cantSplit") is not None for row in rows)
    widths = [int(one.get(f"{W}w", "")) for one in each(table, "w:tblGrid/w:gridCol")]
    assert sum(widths) == house.section.text_width
    assert widths[1] > widths[2] > widths[3] > widths[0]


def test_a_row_longer_than_a_page_may_be_broken(house: HouseStyle) -> None:
    table = Table(((Text("Head"),),), (((Text(ODD_NAMES["long"]),),),))
    written = write(document(table), house, made=MADE)
    rows = [below(row, "w:trPr/w:cantSplit") is not None for row in body(written).iter(f"{W}tr")]
    assert rows == [True, False]


def test_tables_do_not_touch(house: HouseStyle) -> None:
    written = write(document(paragraph(Role.CLAUSE_HEADING, key="clause-1"), items(1), items(1)), house, made=MADE)
    tags = [str(one.tag).removeprefix(W) for one in body(written)]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_signature_block_is_kept_together(house: HouseStyle) -> None:
    block = SignatureBlock((Text("Acme"),), (Text("Jane Doe"),))
    written = write(document(block, block), house, made=MADE)
    lines = [(text(one), below(one, "w:pPr/w:keepNext") is not None) for one in paragraphs(written)]
    assert lines[:5] == [
        ("Acme", True),
        ("Signature\t\t", True),
        ("Name\tJane Doe", True),
        ("Title\t\t", True),
        ("Date\t\t", False),
    ]
    assert lines[5:] == lines[:5]


def test_what_leads_in_is_kept_with_what_follows(house: HouseStyle) -> None:
    blocks = (
        paragraph(Role.CLAUSE_2, "If:"),
        paragraph(Role.CLAUSE_3, "it is so;"),
        paragraph(Role.CLAUSE_3, "or not,"),
        paragraph(Role.CLAUSE_2, "then."),
    )
    written = write(document(*blocks), house, made=MADE)
    assert [below(one, "w:pPr/w:keepNext") is not None for one in paragraphs(written)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", ("en-GB", "zh-CN")),
        ("de", ("de-DE", "zh-CN")),
        ("zh", ("en-GB", "zh-CN")),
        ("ja-JP", ("en-GB", "ja-JP")),
    ],
)
def test_the_language_is_the_documents(language: str, expected: tuple[str, str], house: HouseStyle) -> None:
    written = write(document(paragraph(Role.BODY, "x"), language=language), house, made=MADE)
    (found,) = parsed(parts(written)["word/styles.xml"]).iter(f"{W}lang")
    assert (found.get(VALUE), found.get(f"{W}eastAsia")) == expected


def test_pages_may_lie_on_their_side(house: HouseStyle) -> None:
    upright = document(items(0), paragraph(Role.CLAUSE_HEADING, key="clause-1"))
    written = write(type(upright)(upright.title, upright.blocks, landscape=True), house, made=MADE)
    (size,) = body(written).iter(f"{W}pgSz")
    assert int(size.get(f"{W}w", "")) > int(size.get(f"{W}h", ""))


def test_nothing_private_is_in_the_file(house: HouseStyle) -> None:
    written = write(agreement(1), house, made=MADE)
    assert sorted(parts(written)) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/header1.xml", "word/numbering.xml",
        "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml",
    ]  # fmt: skip
    everything = b"".join(parts(written).values())
    for trace in (
        b"rsid",
        b"creator",
        b"lastModifiedBy",
        b"Company",
        b"updateFields",
        b"paraId",
        b"<!--",
        b"dates.effective",
    ):
        assert trace not in everything
    assert parts(written)["docProps/core.xml"].count(b"2026-11-24T00:00:00Z") == 2
