from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.writing import clause, faults, read
from clausekit.agreement.document import Definition, Paragraph, Reference, Role, Table, Text
from clausekit.agreement.filled import Filled
from clausekit.agreement.markup import read_part
from clausekit.agreement.plain.words import plain_words
from clausekit.agreement.tokens import insert_token

CLAUSE = """\
# Excluded hardware

The Supplier shall not supply:

  any item made by a listed maker; or

    an item that holds one, if

      it is advanced; and

  [#cure] anything that [[audit]] or [[audit.scope]]
  excludes.
"""


def test_levels_follow_indentation() -> None:
    part, findings = read(CLAUSE)
    assert findings == []
    assert part.heading is not None
    assert part.heading.key == "supply"
    assert [block.role for block in part.body if isinstance(block, Paragraph)] == [
        Role.CLAUSE_HEADING,
        Role.CLAUSE_2,
        Role.CLAUSE_3,
        Role.CLAUSE_4,
        Role.CLAUSE_5,
        Role.CLAUSE_3,
    ]


def test_a_wrapped_paragraph_is_one_and_knows_its_first_line() -> None:
    part, _ = read(CLAUSE, first_line=20)
    last = part.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.key == "supply.cure"
    assert last.place.line == 30
    assert last.runs == (
        Text("anything that "),
        Reference("audit", "clause"),
        Text(" or "),
        Reference("audit.scope", "clause"),
        Text(" excludes."),
    )


def test_a_reference_that_begins_a_sentence_has_a_capital() -> None:
    part, _ = read("# A\n\n[[audit]] applies. [[audit]] prevails, as does [[audit]].")
    words = [run.word for block in part.blocks if isinstance(block, Paragraph) for run in block.runs
             if isinstance(run, Reference)]  # fmt: skip
    assert words == ["Clause", "Clause", "clause"]


def test_definitions_are_gathered_with_their_items() -> None:
    text = """\
# A

Words.

## Definitions

**"Affiliate"** means a person that:

  controls a party; or

  is controlled by it.

**"Item"** means a thing.
"""
    part, findings = read(text)
    assert findings == []
    affiliate, item = part.definitions
    assert (affiliate.term, item.term) == ("Affiliate", "Item")
    assert [paragraph.restarts for paragraph in affiliate.paragraphs] == [False, True, False]
    assert affiliate.paragraphs[0].runs == (Definition("Affiliate"), Text(" means a person that:"))


def test_tables() -> None:
    part, findings = read("# A\n\nSee:\n\n| Item | Maker |\n| Chip | X & Y |\n\n| Rack | Z |\n", kind="schedule")
    assert findings == []
    table = part.blocks[-1]
    assert isinstance(table, Table)
    assert [[plain_words(cell) for cell in row] for row in (table.header, *table.rows)] == [
        ["Item", "Maker"],
        ["Chip", "X & Y"],
        ["Rack", "Z"],
    ]


def test_quotation_marks_become_typographic() -> None:
    part, _ = read("""# A\n\nThe "Item's" 'use' ("so called") is the parties' own.""")
    assert isinstance(part.blocks[0], Paragraph)
    assert part.blocks[0].runs == (Text("The “Item’s” ‘use’ (“so called”) is the parties’ own."),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.", [("no-heading", 1)]),
        ("Words.\n\n# A", [("late-heading", 3)]),
        ("# A\n\n# B\n\nWords.", [("two-headings", 3)]),
        ("# A\n\n## Other\n\nWords.", [("bad-heading", 3)]),
        ("# A\n\n   Words.", [("bad-indent", 3)]),
        ("# A\n\n  Words.", [("bad-indent", 3)]),
        ("# A\n\nWords:\n\n    too deep.", [("bad-indent", 5)]),
        ("# A\n\nWords:\n  no blank line.", [("bad-indent", 4)]),
        ("# A\n\n\tWords.", [("bad-indent", 3)]),
        ("# A\n\nA **bold word.", [("bad-markup", 3)]),
        ("# A\n\nA **bold** word.", [("bad-markup", 3), ("bad-markup", 3)]),
        ("# A\n\nSee [[audit.", [("bad-markup", 3)]),
        ("# A\n\nSee [[Not a topic]].", [("bad-markup", 3)]),
        ("# A\n\nA [stray] bracket.", [("bad-markup", 3), ("bad-markup", 3)]),
        ("# A\n\nAn [#anchor] inside.", [("bad-markup", 3), ("bad-markup", 3)]),
        ("# A\n\n[#x] One.\n\n[#x] Two.", [("two-anchors", 5)]),
        ("# A\n\n(a) By hand.", [("hand-number", 3)]),
        ("# A\n\n1.2 By hand.", [("hand-number", 3)]),
        ("# A\n\n- By hand.", [("hand-number", 3)]),
        ("# A\n\nThe end }} of a tag.", [("bad-markup", 3)]),
        ("# A\n\nOne:\n\n  two;\n\nand three.", [("broken-sentence", 7)]),
        ("# A\n\n| a | b |\n| c |", [("bad-table", 4)]),
        ("# A\n\n| a | b |\n| c | d", [("bad-table", 4)]),
        ("# A\n\n| a | b |\n|---|---|\n| c | d |", [("bad-table", 4)]),
        ("# A\n\n## Definitions\n\nNo term here.", [("bad-definition", 5)]),
        ("""# A\n\nIt's “typographic” here.""", [("mixed-quotes", 3)]),
    ],
)
def test_bad_markup_is_found_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert faults(read(text)[1]) == expected


@pytest.mark.parametrize("text", ["1 January 2027 is a Friday.", "(If any) words.", "2027 ends."])
def test_what_only_looks_like_a_number_by_hand(text: str) -> None:
    assert read(f"# A\n\n{text}")[1] == []


def test_all_faults_of_a_file_are_found() -> None:
    _, findings = read("# A\n\nOne **bad.\n\n   Two.\n\nThree [[.\n", first_line=10)
    assert faults(findings) == [("bad-markup", 12), ("bad-indent", 14), ("bad-markup", 16)]


def test_schedules_have_two_levels() -> None:
    part, findings = read("# List\n\nOne:\n\n  two:\n\n    three.", topic="list", kind="schedule")
    assert faults(findings) == [("bad-indent", 7)]
    assert part.heading is not None
    assert part.heading.role is Role.SCHEDULE_TITLE


@given(st.text())
def test_no_value_changes_what_surrounds_it(value: str) -> None:
    text = f"# A\n\nOne {insert_token(0)} two.\n\n{insert_token(0)}\n\n| A | B |\n| {insert_token(0)} | c |"
    part, findings = read_part(Filled(clause(text), text, (Text(value, literal=True),)))
    assert findings == []
    one, two, table = part.blocks
    assert isinstance(one, Paragraph)
    assert isinstance(two, Paragraph)
    assert isinstance(table, Table)
    assert one.runs == (Text("One "), Text(value, literal=True), Text(" two."))
    assert (two.runs, table.rows[0][0]) == (((Text(value, literal=True)),), (Text(value, literal=True),))
