from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agreement.writing import labels, numbers
from clausekit.agreement.document import Document, Paragraph, Reference, Role, Run, Text
from clausekit.agreement.numbering import lower_letter, lower_roman, number_document
from clausekit.agreement.plain.words import plain_words
from clausekit.finding import Place, Severity


def paragraph(role: Role, key: str = "", *references: str) -> Paragraph:
    runs: tuple[Run, ...] = (Text("See "), *(Reference(target, "clause") for target in references))
    return Paragraph(role, runs, key, place=Place("a.md", 7))


def numbered(*blocks: Paragraph) -> Document:
    return number_document(Document("A", blocks))[0]


def test_letters_repeat_after_z() -> None:
    assert [lower_letter(count) for count in (1, 26, 27, 28, 52, 53)] == ["a", "z", "aa", "bb", "zz", "aaa"]


def test_roman() -> None:
    assert [lower_roman(count) for count in (1, 4, 9, 14, 40, 90, 99, 400)] == [
        "i", "iv", "ix", "xiv", "xl", "xc", "xcix", "cd",
    ]  # fmt: skip


def test_levels_restart_below_each_other() -> None:
    document = numbered(
        paragraph(Role.PARTY), paragraph(Role.PARTY), paragraph(Role.RECITAL),
        paragraph(Role.CLAUSE_HEADING), paragraph(Role.CLAUSE_2), paragraph(Role.CLAUSE_3),
        paragraph(Role.CLAUSE_3), paragraph(Role.CLAUSE_4), paragraph(Role.CLAUSE_5), paragraph(Role.CLAUSE_3),
        paragraph(Role.CLAUSE_2), paragraph(Role.CLAUSE_3), paragraph(Role.CLAUSE_HEADING), paragraph(Role.CLAUSE_2),
    )  # fmt: skip
    assert labels(document) == [
        "(1)", "(2)", "(A)", "1.", "1.1", "(a)", "(b)", "(i)", "(A)", "(c)", "1.2", "(a)", "2.", "2.1",
    ]  # fmt: skip


def test_numbers_are_in_full_context() -> None:
    document = numbered(
        paragraph(Role.CLAUSE_HEADING, "a"), paragraph(Role.CLAUSE_2, "a.one"), paragraph(Role.CLAUSE_2, "a.two"),
        paragraph(Role.CLAUSE_3, "a.three"), paragraph(Role.CLAUSE_4, "a.four"), paragraph(Role.CLAUSE_5, "a.five"),
        paragraph(Role.SCHEDULE_HEADING, "s"), paragraph(Role.SCHEDULE_2), paragraph(Role.SCHEDULE_2, "s.one"),
        paragraph(Role.SCHEDULE_3, "s.two"), paragraph(Role.SCHEDULE_HEADING, "t"), paragraph(Role.SCHEDULE_2, "t.one"),
    )  # fmt: skip
    assert numbers(document) == {
        "a": "1", "a.one": "1.1", "a.two": "1.2", "a.three": "1.2(a)", "a.four": "1.2(a)(i)", "a.five": "1.2(a)(i)(A)",
        "s": "1", "s.one": "2", "s.two": "2(a)", "t": "2", "t.one": "1",
    }  # fmt: skip


def test_items_of_a_definition_restart_where_they_say_so() -> None:
    items = [Paragraph(Role.DEFINITION_3, (), restarts=restarts) for restarts in (True, False, True, False)]
    assert labels(numbered(*items)) == ["(a)", "(b)", "(a)", "(b)"]


def test_thirty_items() -> None:
    items = [paragraph(Role.CLAUSE_3) for _ in range(30)]
    document = numbered(paragraph(Role.CLAUSE_HEADING), paragraph(Role.CLAUSE_2), *items)
    assert labels(document)[-5:] == ["(z)", "(aa)", "(bb)", "(cc)", "(dd)"]


def test_references_name_what_they_refer_to() -> None:
    document = numbered(
        paragraph(Role.RECITAL, "background.aim"),
        paragraph(Role.CLAUSE_HEADING, "a"),
        paragraph(Role.CLAUSE_2, "", "a", "s", "s.one", "background.aim"),
        paragraph(Role.SCHEDULE_HEADING, "s"),
        paragraph(Role.SCHEDULE_2, "s.one", "s.one", "a", "t.one"),
        paragraph(Role.SCHEDULE_HEADING, "t"),
        paragraph(Role.SCHEDULE_2, "t.one"),
    )
    printed = [plain_words(block.runs) for block in document.blocks if isinstance(block, Paragraph)]
    assert printed[2] == "See clause 1Schedule 1paragraph 1 of Schedule 1Recital (A)"
    assert printed[4] == "See paragraph 1clause 1paragraph 1 of Schedule 2"


def test_a_dangling_reference_is_an_error_with_its_place() -> None:
    document = Document("A", (paragraph(Role.CLAUSE_HEADING, "audit"), paragraph(Role.CLAUSE_2, "", "audits")))
    _, (finding,) = number_document(document)
    assert (finding.code, finding.severity, finding.place) == (
        "dangling-reference",
        Severity.ERROR,
        Place("a.md", 7),
    )
    assert "did you mean audit" in finding.message


ROLES = st.sampled_from([Role.CLAUSE_2, Role.CLAUSE_3, Role.CLAUSE_4, Role.CLAUSE_5])


def clauses_of(shape: list[list[Role]]) -> list[list[Paragraph]]:
    """Clauses in which every paragraph has a key and the last of each refers to all of them."""
    shape = [[Role.CLAUSE_2, *roles] for roles in shape]
    keys = [[f"c{index}.p{number}" for number in range(len(roles))] for index, roles in enumerate(shape)]
    everything = [f"c{index}" for index in range(len(shape))] + [key for row in keys for key in row]
    return [
        [
            paragraph(Role.CLAUSE_HEADING, f"c{index}"),
            *(paragraph(role, key) for role, key in zip(roles, keys[index], strict=True)),
            paragraph(Role.CLAUSE_2, "", *everything),
        ]
        for index, roles in enumerate(shape)
    ]


def references(document: Document) -> list[Reference]:
    runs = [run for block in document.blocks if isinstance(block, Paragraph) for run in block.runs]
    return [run for run in runs if isinstance(run, Reference)]


@given(st.lists(st.lists(ROLES, max_size=6), min_size=1, max_size=6), st.integers(0, 6))
def test_an_inserted_clause_moves_every_reference_with_its_target(shape: list[list[Role]], where: int) -> None:
    clauses = clauses_of(shape)
    new = [paragraph(Role.CLAUSE_HEADING, "new"), paragraph(Role.CLAUSE_2)]
    longer = [*clauses[:where], new, *clauses[where:]]
    before = numbered(*(block for clause in clauses for block in clause))
    after = numbered(*(block for clause in longer for block in clause))
    for document in (before, after):
        assert all(reference.number == numbers(document)[reference.target] for reference in references(document))
    for key, number in numbers(before).items():
        head, dot, rest = number.partition(".")
        moved = int(head) + (int(key[1:].partition(".")[0]) >= min(where, len(clauses)))
        assert numbers(after)[key] == f"{moved}{dot}{rest}"
