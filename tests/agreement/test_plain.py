from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from clausekit.agreement import markdown, plain_text
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
    SignatureBlock,
    Table,
    Text,
)
from clausekit.agreement.plain.layout import width_of

LONG = "The Supplier shall deliver each item in good order and on time, and shall keep a record of it. " * 2


def text_of(*blocks: Block) -> str:
    return plain_text(Document("A", blocks))


def test_numbers_hang_and_words_wrap() -> None:
    text = text_of(
        Paragraph(Role.CLAUSE_HEADING, (Text("Supply"),), label="1."),
        Paragraph(Role.CLAUSE_2, (Text(LONG),), label="1.1"),
        Paragraph(Role.CLAUSE_3, (Text("one"),), label="(a)"),
        Paragraph(Role.CLAUSE_4, (Text("two"),), label="(i)"),
    )
    assert (
        text
        == """\
1.    Supply

1.1   The Supplier shall deliver each item in good order and on time, and shall keep a
      record of it. The Supplier shall deliver each item in good order and on time, and
      shall keep a record of it.

      (a)   one

            (i)   two
"""
    )
    assert max(map(len, text.splitlines())) <= 88


def test_runs() -> None:
    runs = (
        Text("a "), Definition("Term"), Text(" in "), Reference("x", "clause", "4.2(a)"), Text(" at "),
        Blank("Forum: seat"), Text(" "), Alternative(Mark.OPEN, "Is it?"), Text("b"), Alternative(Mark.OR),
        Text("c"), Alternative(Mark.CLOSE),
    )  # fmt: skip
    assert text_of(Paragraph(Role.BODY, runs)) == "a “Term” in clause 4.2(a) at [●Forum: seat] [Either: b | or: c]\n"


def test_a_value_with_lines_keeps_them() -> None:
    runs = (Text("At "), Text("1 Road\nTown\n\nLand", literal=True), Text("."))
    assert text_of(Paragraph(Role.PARTY, runs, label="(1)")) == "(1)   At 1 Road\n      Town\n\n      Land.\n"


def test_ten_thousand_characters_without_a_space_stay_whole() -> None:
    assert "x" * 10_000 in text_of(Paragraph(Role.BODY, (Text("x" * 10_000, literal=True),)))


def test_wide_characters_take_two_columns() -> None:
    assert width_of("深圳a") == 5
    table = Table(((Text("A"),), (Text("B"),)), (((Text("深圳"),), (Text("x"),)), ((Text("abcd"),), (Text("y"),))))
    assert text_of(table) == "A     B\n----  -\n深圳  x\nabcd  y\n"


def test_a_wide_table_wraps_its_cells() -> None:
    text = text_of(Table(((Text("A"),), (Text("B"),)), (((Text(LONG),), (Text("short"),)),)))
    assert max(map(len, text.splitlines())) <= 88
    assert "short" in text.splitlines()[2]


def test_chinese_words_break_where_a_column_ends() -> None:
    table = Table(((Text("A"),), (Text("B"),)), (((Text("深圳市" * 30),), (Text("x" * 40),)),))
    assert max(map(width_of, text_of(table).splitlines())) <= 88


def test_contents_list_what_is_numbered() -> None:
    text = text_of(
        Contents(),
        PageBreak(),
        Paragraph(Role.CLAUSE_HEADING, (Text("Supply"),), label="1."),
        Paragraph(Role.SCHEDULE_HEADING, (), label="Schedule 1"),
        Paragraph(Role.SCHEDULE_TITLE, (Text("List"),)),
    )
    assert text.startswith("Contents\n\n1.    Supply\nSchedule 1    List\n\n1.    Supply\n")


def test_a_signature_block_leaves_lines_for_the_hand() -> None:
    text = text_of(SignatureBlock((Text("Acme"),), (Text("Ann"),)))
    assert text.startswith("Signed for and on behalf of Acme\n\nSignature:  ____")
    assert "Name:       Ann\nTitle:      ____" in text


def test_markdown_has_headings_numbers_and_tables() -> None:
    blocks = (
        Paragraph(Role.TITLE, (Text("Agreement"),)),
        Paragraph(Role.CLAUSE_HEADING, (Text("Supply"),), label="1."),
        Paragraph(Role.CLAUSE_2, (Text("The "), Definition("Term"), Text(".")), label="1.1"),
        Paragraph(Role.CLAUSE_3, (Text("one"),), label="(a)"),
        Paragraph(Role.SCHEDULE_2, (Text("two"),), label="1."),
        Table(((Text("A"),),), (((Text("x|y\nz", literal=True),),),)),
    )
    assert (
        markdown(Document("A", blocks))
        == """\
# Agreement

## 1. Supply

1.1 The **“Term”**.

- (a) one

1\\. two

| A |
| --- |
| x\\|y<br>z |
"""
    )


@pytest.mark.parametrize(
    "value",
    [
        "Acme & Co <UK>", "**x**", "[[y]](z)", "# h", "- a", "+ a", "1. x", "2) x", "`code`", "a_b_c", "~~x~~",
        "&amp;", "a\n# b", "a\n- b", "a\n1. b", "a\n===", "a\n---", "\\", "<b>x</b>", "http://x.y", "![a](b)", "|x|",
    ],
)  # fmt: skip
def test_a_value_is_never_read_as_markdown(value: str) -> None:
    source = markdown(Document("A", (Paragraph(Role.BODY, (Text(value, literal=True),)),)))
    (opening, inline, closing) = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    lines = "".join("\n" if child.type == "hardbreak" else child.content for child in inline.children or ())
    assert lines == value
