from __future__ import annotations

from agreement.deals import DEAL, assembled, deal_view
from agreement.writing import clause, faults
from clausekit.agreement.assembly import DRAFT_LEGEND
from clausekit.agreement.document import (
    Alternative,
    Contents,
    Definition,
    Document,
    Mark,
    Paragraph,
    Role,
    SignatureBlock,
    Text,
)
from clausekit.agreement.plain.words import plain_words

PARTIES = clause('# Parties\n\n{{ supplier.name }} (the **"Supplier"**).', topic="parties", kind="parties")
DEFINITIONS = """\
# Definitions

In this Agreement:

A day is a calendar day.

## Definitions

**"Item"** means a thing in [[list]].

**"Never"** means unused.

**"apple"** means an Order.

**"Order"** means an order for:

  one; or

  two.
"""


def words(document: Document, *roles: Role) -> list[str]:
    return [
        f"{block.label} {plain_words(block.runs)}".strip()
        for block in document.blocks
        if isinstance(block, Paragraph) and (not roles or block.role in roles)
    ]


def terms(document: Document) -> list[str]:
    runs = (run for block in document.blocks if isinstance(block, Paragraph) for run in block.runs)
    return [run.term for run in runs if isinstance(run, Definition)]


def test_the_order_of_an_agreement() -> None:
    schedule = clause("# Things\n\nOne.", topic="list", kind="schedule")
    signatures = clause("Signed by both.", topic="signatures", kind="signatures")
    recitals = clause("# Background\n\nWhy.", topic="recitals", kind="recitals")
    document, findings = assembled(PARTIES, recitals, clause("# Supply\n\nSee [[list]]."), schedule, signatures)
    assert findings == []
    assert words(document) == [
        "Supply Agreement",
        "Acme & Co <UK>, 深圳市创新科技有限公司 and Third GmbH",
        "Dated ______________________________",
        "Parties",
        "(1) Acme & Co <UK> (the “Supplier”).",
        "Background",
        "(A) Why.",
        "The parties agree as follows",
        "1. Supply",
        "1.1 See Schedule 1.",
        "Schedule 1",
        "Things",
        "1. One.",
        "Signatures",
        "Signed by both.",
    ]
    assert any(isinstance(block, Contents) for block in document.blocks)
    assert (document.title, document.header, document.footer) == ("Supply Agreement", "Supply Agreement", "Matter")


def test_every_party_signs_and_the_unknown_is_left_to_the_hand() -> None:
    document, _ = assembled(clause("# A\n\nB."))
    blocks = [block for block in document.blocks if isinstance(block, SignatureBlock)]
    assert document.blocks[-3:] == tuple(blocks)
    assert [plain_words(block.party) for block in blocks] == ["Acme & Co <UK>", "深圳市创新科技有限公司", "Third GmbH"]
    assert blocks[0].signatory == (Text("Ann Example", literal=True),)
    assert blocks[1].signatory == ()


def test_the_supplier_signs_first_however_the_deal_lists_them() -> None:
    vendor, buyer = DEAL.index("  vendor:\n"), DEAL.index("  buyer:\n")
    helper = DEAL.index("  helper:")
    text = DEAL[:vendor] + DEAL[buyer:helper] + DEAL[vendor:buyer] + DEAL[helper:]
    document, _ = assembled(clause("# A\n\nB."), deal=deal_view(text))
    blocks = [block for block in document.blocks if isinstance(block, SignatureBlock)]
    assert plain_words(blocks[0].party) == "Acme & Co <UK>"


def test_the_draft_legend_stands_while_points_are_open() -> None:
    closed, _ = assembled(clause("# A\n\nB."))
    blank, _ = assembled(clause("# A\n\n{{ customer.address }}"))
    undecided, _ = assembled(clause("# A\n\nIt {% if chinese_user %}may{% endif %}."))
    assert DRAFT_LEGEND not in words(closed)
    assert DRAFT_LEGEND in words(blank)
    assert DRAFT_LEGEND in words(undecided)


def test_only_needed_definitions_are_kept_and_sorted() -> None:
    clauses = (clause(DEFINITIONS, topic="definitions"), clause("# A\n\nAn apple."))
    document, findings = assembled(*clauses)
    assert findings == []
    assert terms(document) == ["apple", "Order"]
    assert words(document, Role.CLAUSE_2, Role.DEFINITION, Role.DEFINITION_3) == [
        "1.1 In this Agreement:",
        "“apple” means an Order.",
        "“Order” means an order for:",
        "(a) one; or",
        "(b) two.",
        "1.2 A day is a calendar day.",
        "2.1 An apple.",
    ]


def test_a_position_brings_its_definitions() -> None:
    brought = '# A\n\nNothing.\n\n## Definitions\n\n**"Bond"** means an Item.'
    schedule = clause("# Things\n\nAn Order.", topic="list", kind="schedule")
    document, findings = assembled(clause(DEFINITIONS, topic="definitions"), clause(brought), schedule)
    assert findings == []
    assert terms(document) == ["Bond", "Item", "Order"]


def test_schedules_are_printed_where_something_refers_to_them() -> None:
    first = clause("# First\n\nSee [[second]].", topic="first", kind="schedule")
    second = clause("# Second\n\nWords.", topic="second", kind="schedule")
    third = clause("# Third\n\nSee [[first]].", topic="third", kind="schedule")
    none, _ = assembled(clause("# A\n\nB."), first, second, third)
    one, _ = assembled(clause("# A\n\n[[second]]"), first, second, third)
    two, findings = assembled(clause("# A\n\n[[first]] and [[second]]"), second, first, third)
    assert words(none, Role.SCHEDULE_TITLE) == []
    assert words(one, Role.SCHEDULE_TITLE) == ["Second"]
    assert words(two, Role.SCHEDULE_TITLE) == ["Second", "First"]
    assert words(two, Role.CLAUSE_2) == ["1.1 Schedule 2 and Schedule 1"]
    assert findings == []


def test_the_faults_of_a_schedule_that_is_left_out_are_reported_too() -> None:
    _, findings = assembled(clause("# A\n\nB."), clause("# S\n\n{{ x }}", topic="s", kind="schedule"))
    assert faults(findings) == [("unknown-fact", 3)]


def test_a_reference_to_what_was_left_out_is_an_error_with_its_place() -> None:
    document, findings = assembled(clause("# A\n\nSee [[audits]].\n\n| A |\n| [[supply.x]] |", first_line=9))
    assert faults(findings) == [("dangling-reference", 11), ("dangling-reference", 13)]
    assert words(document, Role.CLAUSE_2) == ["1.1 See clause ?."]


def test_definitions_in_one_alternative_are_each_marked() -> None:
    text = """\
# A

Word.

## Definitions

{% if chinese_user %}

**"Zebra"** means one.

**"Ant"** means two.

{% endif %}

**"Mouse"** means three.
"""
    document, _ = assembled(clause("# Definitions\n\nIn this Agreement:", topic="definitions"), clause(text))
    entries = [block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.DEFINITION]
    marked = [[run.mark for run in entry.runs if isinstance(run, Alternative)] for entry in entries]
    assert terms(document) == ["Ant", "Mouse", "Zebra"]
    assert marked == [[Mark.OPEN, Mark.CLOSE], [], [Mark.OPEN, Mark.CLOSE]]


def test_both_branches_may_use_one_anchor() -> None:
    text = "# A\n\n{% if chinese_user %}\n[#x] One.\n{% else %}\n[#x] Two.\n{% endif %}\n\nSee [[supply.x]]."
    document, findings = assembled(clause(text))
    assert faults(findings) == [("undecided-wording", 3)]
    assert words(document, Role.CLAUSE_2)[-1] == "1.3 See clause 1.1."


def test_an_inserted_clause_moves_the_references() -> None:
    supply, audit = clause("# Supply\n\nSee [[audit.x]]."), clause("# Audit\n\nA:\n\n  [#x] b.", topic="audit")
    between = clause("# Between\n\nWords.", topic="between")
    assert words(assembled(supply, audit)[0], Role.CLAUSE_2)[0] == "1.1 See clause 2.1(a)."
    assert words(assembled(supply, between, audit)[0], Role.CLAUSE_2)[0] == "1.1 See clause 3.1(a)."


def test_references_to_a_clause_with_faults_add_no_faults() -> None:
    _, findings = assembled(clause("# A\n\n[[audit]] and [[audit.x]]."), clause("# A\n\n{{ x }}", topic="audit"))
    assert faults(findings) == [("unknown-fact", 3)]
