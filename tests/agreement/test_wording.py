from __future__ import annotations

import pytest

from agreement.deals import DEAL, assembled, deal_view, deal_with, filled, runs_in, tables_in
from agreement.writing import clause, faults
from clausekit.agreement import check_wording, decoded, plain_text
from clausekit.agreement.document import Alternative, Blank, Document, Mark, Paragraph, Table, Text
from clausekit.agreement.plain.words import plain_words
from clausekit.finding import Severity


def printed(words: str, deal: str = DEAL) -> list[str]:
    """The paragraphs that `words` print in one clause."""
    document, findings = assembled(clause(f"# Title\n\n{words}"), deal=deal_view(deal))
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    return paragraphs(document)


def paragraphs(document: Document) -> list[str]:
    return [
        plain_words(block.runs)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.clause and block.runs
    ][1:]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By {{ supplier.name }}.", "By Acme & Co <UK>."),
        ("By {{ customer.name }}’s staff.", "By 深圳市创新科技有限公司’s staff."),
        ("In {{ supplier.organised_in | place }}.", "In Delaware, United States."),
        ("From {{ deal.dates.effective | long_date }}.", "From 1 December 2026."),
        ("For {{ deal.items | listing }}.", "For Accelerator and Rack."),
        ("For {{ deal.items | or_list }}.", "For Accelerator or Rack."),
        ("In {{ deal.remote_access.from | place | or_list }}.",
         "In Germany, the People’s Republic of China or Delaware, United States."),
        ("A {{ deal.items.gpu.kind | words }}.", "A network equipment."),
        ("With {{ deal.users.lab.owners.fund.share | share }}.", "With 12.5 per cent."),
        ("It is {{ china }}.", "It is the mainland of China."),
        ("At {{ customer.address }}.", "At [●Customer: address]."),
        ("At {{ deal.forum.seat | place }}.", "At [●Forum: seat]."),
        ("By {{ deal.items.rack.maker }}.", "By [●Rack: maker]."),
        ("If {% if remote_access %}far{% else %}near{% endif %}.", "If far."),
        ("If {% if supplier.address is known %}known{% endif %}.", "If known."),
        ("If {% if customer.address is known %}known{% else %}open{% endif %}.", "If open."),
        ("If {% if not remote_access or deal.items is empty %}x{% else %}y{% endif %}.", "If y."),
        ("If {% if supplier.listings is empty %}none{% endif %}.", "If none."),
        ("Say {# not this #}that.", "Say that."),
    ],
)  # fmt: skip
def test_what_is_printed(words: str, expected: str) -> None:
    assert printed(words) == [expected]


def test_a_loop_over_paragraphs_and_an_if_over_paragraphs() -> None:
    words = """\
For:

{% for item in deal.items %}
  {{ item.name }};
{% endfor %}

{% if remote_access %}
Far.
{% else %}
Near.
{% endif %}
Last.
"""
    assert printed(words) == ["For:", "Accelerator;", "Rack;", "Far.", "Last."]


def test_a_loop_makes_rows() -> None:
    text = (
        "# T\n\n| Item | Maker |\n{% for item in deal.items %}\n| {{ item.name }} | {{ item.maker }} |\n{% endfor %}\n"
    )
    document, findings = assembled(clause(text))
    assert findings == []
    (table,) = tables_in(document)
    assert [[plain_words(cell) for cell in row] for row in table.rows] == [
        ["Accelerator", "Chips Ltd"],
        ["Rack", "[●Rack: maker]"],
    ]


def test_an_open_list_prints_one_turn_of_blanks() -> None:
    words = "{% for site in deal.sites %}\nAt {{ site.name }} in {{ site.place | place }}.\n{% endfor %}"
    document, _ = assembled(clause(f"# T\n\n{words}"))
    assert paragraphs(document) == ["At [●Sites: name] in [●Sites: place]."]
    assert {run.fact for run in runs_in(document.blocks) if isinstance(run, Blank)} == {"sites"}


HARD_VALUES = [
    "Acme & Co <UK>",
    "O’Brien \"Trading\" GmbH 'x'",
    "深圳市创新科技有限公司",
    "شركة الابتكار المحدودة",
    "first\nsecond",
    "  two  spaces  ",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "**x**",
    '**"Term"**',
    "[[y]]",
    "[#z]",
    "| a | b |",
    "# Heading",
    "(a) one [two",
    "x" * 10_000,
]


@pytest.mark.parametrize("value", HARD_VALUES)
def test_a_value_is_printed_exactly_and_never_read(value: str) -> None:
    deal = deal_with(value)
    text = "# T\n\n{{ supplier.address }} is it.\n\n| A | B |\n| {{ supplier.address }} | x |"
    document, findings = assembled(clause(text), deal=deal)
    assert findings == []
    body = runs_in(tuple(block for block in document.blocks if isinstance(block, Paragraph | Table) and block.clause))
    literal = [run for run in body if isinstance(run, Text) and run.literal and run.text == value]
    assert len(literal) == 2
    assert len(tables_in(document)) == 1
    assert value.split()[0] in plain_text(document)


def test_undecided_wording_prints_both_branches_and_says_so() -> None:
    words = "{% if chinese_user %}\nOne.\n\nTwo.\n{% else %}\nThree.\n{% endif %}\n\nFour."
    document, findings = assembled(clause(f"# T\n\n{words}", first_line=5))
    (finding,) = findings
    assert (finding.code, finding.severity, finding.place.line) == ("undecided-wording", Severity.WARNING, 7)
    assert finding.decided_by == ("users[lab].headquarters",)
    assert (finding.clause, finding.position) == ("supply", "standard")
    body = [block for block in document.blocks if isinstance(block, Paragraph) and block.clause][1:]
    assert [block.runs for block in body] == [
        (Alternative(Mark.OPEN, "Is a user Chinese?"), Text("One.")),
        (Text("Two."),),
        (Alternative(Mark.OR), Text("Three."), Alternative(Mark.CLOSE)),
        (Text("Four."),),
    ]


def test_an_undecided_choice_within_a_sentence_and_without_else() -> None:
    assert printed("It {% if chinese_user %}may{% endif %}.") == ["It [Either: may]."]
    assert printed("It {% if not chinese_user %}may{% else %}must{% endif %}.") == ["It [Either: may | or: must]."]
    assert printed("It {% if chinese_user and remote_access %}may{% elif remote_access %}can{% endif %}.") == [
        "It [Either: may | or: can]."
    ]


def test_an_undecided_row() -> None:
    text = "# T\n\n| A | B |\n{% if chinese_user %}\n| c | d |\n{% endif %}\n| e | f |"
    document, _ = assembled(clause(text))
    (table,) = tables_in(document)
    assert [[plain_words(cell) for cell in row] for row in table.rows] == [["[Either: c", "d]"], ["e", "f"]]


def test_an_empty_list_is_undecided_while_it_is_open() -> None:
    document, findings = assembled(clause("# T\n\n{% if deal.sites is empty %}\nNo sites.\n{% endif %}"))
    assert faults(findings) == [("undecided-wording", 3)]
    assert findings[0].decided_by == ("sites",)
    assert paragraphs(document) == ["[Either: No sites.]"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{{ supplier.nam }}", "unknown-fact"),
        ("{{ deal.forum.seet | place }}", "unknown-fact"),
        ("{{ suplier.name }}", "unknown-fact"),
        ("{% for item in deal.items %}{{ item.makr }}{% endfor %}", "unknown-fact"),
        ("{% for user in deal.users %}{% for o in user.owners %}{{ o.shar }}{% endfor %}{% endfor %}", "unknown-fact"),
        ("{{ deal.parties.nobody.name }}", "unknown-fact"),
        ("{% if remote_access %}{% else %}{{ supplier.nam }}{% endif %}", "unknown-fact"),
        ("{{ supplier.name | upper }}", "unknown-filter"),
        ("{{ supplier.name | place('x') }}", "forbidden-tag"),
        ("{% if chinese_usr %}x{% endif %}", "unknown-circumstance"),
        ("{% if supplier.name is defined %}x{% endif %}", "unknown-test"),
        ("{% if supplier.name is empty %}x{% endif %}", "unknown-test"),
        ("{% if supplier.government %}x{% endif %}", "forbidden-tag"),
        ("{% if supplier.organised_in == 'CN' %}x{% endif %}", "forbidden-tag"),
        ("{{ chinese_user }}", "forbidden-tag"),
        ("{{ supplier }}", "cannot-print"),
        ("{{ deal.items }}", "cannot-print"),
        ("{{ supplier.organised_in }}", "place-code"),
        ("{{ supplier.name | long_date }}", "wrong-filter"),
        ("{% for x in supplier.name %}x{% endfor %}", "not-a-list"),
        ("{% for deal in deal.items %}x{% endfor %}", "forbidden-tag"),
        ("{{ 7*7 }}", "forbidden-tag"),
        ("{{ 'a' ~ 'b' }}", "forbidden-tag"),
        ("{{ supplier['name'] }}", "forbidden-tag"),
        ("{{ supplier.name if remote_access else customer.name }}", "forbidden-tag"),
        ("{% set x = 1 %}", "forbidden-tag"),
        ("{% macro m() %}x{% endmacro %}", "forbidden-tag"),
        ("{% include 'x' %}", "forbidden-tag"),
        ("{% extends 'x' %}", "forbidden-tag"),
        ("{% import 'x' as y %}", "forbidden-tag"),
        ("{% block x %}x{% endblock %}", "forbidden-tag"),
        ("{{ supplier.name", "wording-syntax"),
        ("{% if remote_access %}x", "wording-syntax"),
        ("{% for x in deal.items %}x{% endif %}", "wording-syntax"),
        ("x{% endfor %}", "wording-syntax"),
        ("{% unless x %}", "wording-syntax"),
        ("{{ }}", "wording-syntax"),
        ("{% raw %}x{% endraw %}", "forbidden-tag"),
        ("x {{- supplier.name }}", "forbidden-tag"),
        ("x \ue000 y", "bad-character"),
        ("x \u202e y", "bad-character"),
        ("x \x07 y", "bad-character"),
    ],
)
def test_each_fault_has_file_and_line_and_hides_no_other(words: str, code: str) -> None:
    bad = clause(f"# T\n\nGood.\n\n{words}\n\nGood.", topic="bad", first_line=11)
    worse = clause("# T\n\n{{ supplier.adress }}", topic="worse")
    _, findings = assembled(bad, clause("# T\n\nGood."), worse)
    first, last = findings
    assert (first.code, first.severity, str(first.place)) == (code, Severity.ERROR, "bad/1-standard.md:15")
    assert (last.code, str(last.place)) == ("unknown-fact", "worse/1-standard.md:3")
    assert "did you mean address?" in last.message


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ("{{ supplier.nam }}", "did you mean name?"),
        ("{{ suplier.name }}", "did you mean supplier?"),
        ("{{ deal.dates.efective }}", "did you mean effective?"),
        ("{% for user in deal.users %}{{ user.headquarter | place }}{% endfor %}", "did you mean headquarters?"),
        ("{{ deal.governing_law | plase }}", "did you mean place?"),
        ("{% if chinese_usr %}x{% endif %}", "did you mean chinese_user?"),
    ],
)
def test_the_nearest_name_is_suggested(words: str, suggestion: str) -> None:
    (finding,) = check_wording(clause(words), ["chinese_user", "remote_access"])
    assert finding.message.endswith(suggestion)


def test_all_faults_of_one_file_are_reported() -> None:
    text = "# T\n\n{{ supplier.nam }}\n\n{{ 7*7 }} {{ x }}\n\n{% if nothing %}{% endif %}"
    assert faults(check_wording(clause(text), [])) == [
        ("unknown-fact", 3),
        ("forbidden-tag", 5),
        ("unknown-fact", 5),
        ("unknown-circumstance", 7),
    ]


ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ supplier.__class__ }}",
    "{{ supplier.get('name') }}",
    "{{ deal.get.__globals__ }}",
    "{{ self }}",
    "{{ cycler }}",
    "{{ lipsum.__globals__ }}",
    "{{ range(10**9) }}",
    "{% for x in range(999999999) %}x{% endfor %}",
    "{% for x in deal.items recursive %}{{ loop(x) }}{% endfor %}",
    "{{ 'x' * 10**10 }}",
    "{{ (1, 2, 3) }}",
    "{{ supplier | attr('__class__') }}",
    "{{ supplier.name | -print }}",
    "{{ " + "(" * 5000 + "x" + ")" * 5000 + " }}",
    "{% if " + "not " * 5000 + "x %}{% endif %}",
    "{% if " + " and ".join(["remote_access"] * 500) + " %}x{% endif %}",
    "{{ supplier" + ".name" * 5000 + " }}",
    "{% if remote_access %}" * 500 + "x" + "{% endif %}" * 500,
    "{% if remote_access %}x" + "{% elif remote_access %}x" * 500 + "{% endif %}",
    "{{ supplier.name" + " | words" * 5000 + " }}",
]


@pytest.mark.parametrize("words", ATTACKS)
def test_attacks_end_as_findings(words: str) -> None:
    result, findings = filled(clause(f"# T\n\n{words}"))
    assert result is None
    assert findings
    assert all(finding.severity is Severity.ERROR and finding.place.file for finding in findings)


def loops(depth: int) -> str:
    opening = "".join(f"{{% for x{level} in deal.items %}}" for level in range(depth))
    return opening + "word " * 10 + "{% endfor %}" * depth


def test_loops_in_loops_are_counted() -> None:
    items = "\n".join(f"  i{number}: {{name: Item {number}}}" for number in range(60))
    head, _, tail = DEAL.partition("items:\n")
    users = tail[tail.index("users:") :]
    deal = deal_view(f"{head}items:\n{items}\n{users}")
    assert filled(clause(f"# T\n\n{loops(2)}"), deal)[0] is not None
    result, findings = filled(clause(f"# T\n\n{loops(4)}"), deal)
    assert result is None
    assert faults(findings) == [("too-long", 1)]


def test_output_is_limited() -> None:
    items = "\n".join(f"  i{number}: {{name: Item {number}}}" for number in range(200))
    head, _, tail = DEAL.partition("items:\n")
    deal = deal_view(f"{head}items:\n{items}\n{tail[tail.index('users:') :]}")
    text = "# T\n\n{% for x in deal.items %}" + "word " * 5000 + "{% endfor %}"
    assert faults(filled(clause(text), deal)[1]) == [("too-long", 1)]


def test_a_file_that_is_not_utf_8() -> None:
    text, findings = decoded(b"# T\n\nCaf\xe9", "a.md")
    assert text is None
    assert [(finding.code, str(finding.place)) for finding in findings] == [("not-utf8", "a.md:3")]
    assert decoded("\ufeff# Café".encode(), "a.md") == ("# Café", [])


def test_lines_are_right_whatever_ends_them() -> None:
    text = "# T\r\n\r\n{# a\r\n comment #}\r\nOne.\r\n\r\nTwo {{ supplier.name }} (.\r\n\r\n   Three."
    document, findings = assembled(clause(text, first_line=20))
    assert faults(findings) == [("bad-indent", 28)]
    places = [block.place.line for block in document.blocks if isinstance(block, Paragraph) and block.clause]
    assert places == [20, 24, 26, 28]


def test_filling_is_the_same_each_time() -> None:
    text = clause("# T\n\n{{ supplier.name }} {% if chinese_user %}a{% endif %}")
    assert filled(text) == filled(text)


def test_an_undecided_row_of_one_cell() -> None:
    text = "# T\n\n| A |\n{% if chinese_user %}\n| b |\n{% else %}\n| c |\n{% endif %}"
    document, _ = assembled(clause(text))
    (table,) = tables_in(document)
    assert [plain_words(cell) for row in table.rows for cell in row] == ["[Either: b", " | or: c]"]


def test_an_alternative_that_prints_nothing_leaves_no_mark() -> None:
    inner = "{% if supplier.address is known %}{% else %}\nX.\n{% endif %}"
    assert printed(f"One.\n\n{{% if chinese_user %}}\n{inner}\n{{% endif %}}\n\nTwo.") == ["One.", "Two."]


def test_an_empty_list_that_is_printed_is_a_warning() -> None:
    _, findings = assembled(clause("# T\n\nOn {{ supplier.listings | listing }}."))
    assert [(finding.code, finding.severity, finding.place.line) for finding in findings] == [
        ("empty-list", Severity.WARNING, 3)
    ]
