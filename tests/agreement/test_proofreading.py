from __future__ import annotations

import pytest

from clausekit.agreement.document import Alternative, Blank, Definition, Document, Mark, Paragraph, Role, Run, Text
from clausekit.agreement.proofreading import proofread
from clausekit.finding import Finding, Place, Severity


def proof(*texts: str | tuple[Run, ...], names: tuple[str, ...] = ()) -> list[Finding]:
    """Findings for a document of these paragraphs, each on a line of its own."""
    blocks = tuple(
        Paragraph(Role.CLAUSE_2, (Text(text),) if isinstance(text, str) else text, place=Place("a.md", line))
        for line, text in enumerate(texts, 1)
    )
    return proofread(Document("A", blocks), names)


def codes(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.place.line) for finding in findings]


SUPPLIER = (Text("Acme (the "), Definition("Supplier"), Text(")."))


def test_an_undefined_term_is_found_once_with_its_count() -> None:
    findings = proof("The buyer of Approved Hardware pays.", "If Approved Hardware fails, it is replaced.")
    assert codes(findings) == [("undefined-term", 1)]
    assert "“Approved Hardware”" in findings[0].message
    assert "1 more" in findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Every buyer pays. Each one waits: None is paid.",
        "It ends in January or on a Monday, as the LCIA or the UK says.",
        "This Agreement and Schedule stay.",
        "The law of Hong Kong applies.",
        "The Suppliers and the Supplier’s staff agree.",
        "See the (Optional) “Quoted” words; as they say.",
    ],
)
def test_what_is_not_a_term(text: str) -> None:
    findings = proof(SUPPLIER, "The Supplier pays.", text, names=("Hong Kong",))
    assert codes(findings) == []


def test_literal_values_are_not_terms() -> None:
    assert proof((Text("the firm "), Text("Approved Hardware (", literal=True), Text(" pays."))) == []


def test_an_unused_term() -> None:
    assert codes(proof(SUPPLIER, "Nobody pays.")) == [("unused-term", 1)]
    assert codes(proof(SUPPLIER, "The Suppliers’ staff pays.")) == []


def test_a_longer_term_is_no_use_of_a_shorter_one() -> None:
    terms = (Text("(the "), Definition("Hardware"), Text(", the "), Definition("Approved Hardware"), Text(")"))
    findings = proof(terms, "The Approved Hardware is listed.")
    assert [finding.message for finding in findings] == ["“Hardware” is defined and not used"]


def test_a_definition_is_not_its_own_use() -> None:
    block = Paragraph(Role.DEFINITION, (Definition("Item"), Text(" means an Item.")), place=Place("a.md", 1))
    assert codes(proofread(Document("A", (block,)))) == [("unused-term", 1)]


def test_a_term_defined_twice() -> None:
    assert codes(proof(SUPPLIER, SUPPLIER, "The Supplier pays.")) == [("term-defined-twice", 2)]
    either = (Alternative(Mark.OPEN, "Is it?"), *SUPPLIER, Alternative(Mark.CLOSE))
    assert codes(proof(SUPPLIER, either, "The Supplier pays.")) == []


def test_a_doubled_word() -> None:
    assert codes(proof("He pays the the price.")) == [("doubled-word", 1)]
    assert codes(proof("He had had it, and knows that that is the case.", "One - on one-one terms.")) == []


def test_a_stray_bracket() -> None:
    assert codes(proof("He pays (on time.", "So he “says.", "Or) not.")) == [
        ("stray-bracket", 1),
        ("stray-bracket", 2),
        ("stray-bracket", 3),
    ]
    assert codes(proof("He pays (on “time”) [so].", (Text("a "), Text("(", literal=True)))) == []


def test_blanks_are_counted_by_fact() -> None:
    blank = Blank("Customer: address", "parties[buyer].address")
    findings = proof((Text("at "), blank), (Text("from "), blank, Text(" by "), Blank("Forum: seat", "forum.seat")))
    assert [(finding.code, finding.severity, finding.place.fact) for finding in findings] == [
        ("open-blank", Severity.NOTE, "parties[buyer].address"),
        ("open-blank", Severity.NOTE, "forum.seat"),
    ]
    assert "2 times" in findings[0].message
    assert proof("No blank.") == []
