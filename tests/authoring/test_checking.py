"""Everything that is wrong in a folder of templates is found, at its line, and nothing else."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from authoring.breaking import Copy
from clausekit.authoring.checking import Checked, Needs
from clausekit.authoring.checking.rules import RULES
from clausekit.authoring.reading_codes import READING_CODES
from shared import ROOT

HEAD = """does: []
says: {says}
gives_up: Nothing.
use_when: "{when}"
approver: trade-counsel
reviewed_on: 2026-11-23
---
"""
GENERAL = "clauses/general/1-standard.md"
SUPPLY = "clauses/supply/1-standard.md"
ACCESS = "clauses/access/2-place-based.md"
LICENCES = "clauses/licences/1-standard.md"

# Wording that breaks one rule each: the code, the file, what is added to it, and words of the line that is told.
ADDED = [
    ("printed-above-audience", GENERAL, "The reason is {{ deal.reasons.own_security }}.", "The reason is"),
    ("undefined-term", GENERAL, "The Supplier shall tell the Grand Steward.", "Grand Steward"),
    ("term-without-definition", GENERAL, "A Notified Condition is kept.", "A Notified Condition is kept"),
    ("reference-may-dangle", GENERAL, "[[licence-conditions]] applies.", "[[licence-conditions]] applies"),
    ("reference-may-dangle", ACCESS, "[[access.nowhere]] applies.", "[[access.nowhere]]"),
    ("dead-branch", GENERAL, "{% if remote_access and not remote_access %}\nNever.\n{% endif %}", "and not remote"),
    ("tests-nationality", ACCESS, "No Chinese national shall enter a Site.", "Chinese national shall"),
    ("withdrawn-wording", SUPPLY, "Use of the chip anywhere in the world is unlawful.", "anywhere in the world"),
    ("long-sentence", SUPPLY, f"The Supplier shall {'deliver and ' * 30}deliver.", "deliver and deliver"),
    ("archaic-word", SUPPLY, "The Supplier hereby agrees.", "hereby"),
    ("doublet", SUPPLY, "The order is null and void.", "null and void"),
    ("wordy-phrase", SUPPLY, "The Supplier acts prior to delivery and/or payment.", "prior to"),
    ("double-number", SUPPLY, "The Supplier has ten (10) days.", "ten (10)"),
    ("spaced-slash", SUPPLY, "The Supplier delivers by road / rail.", "road / rail"),
    ("typed-reference", SUPPLY, "This is subject to clause 4.2.", "clause 4.2"),
    ("doubled-word", SUPPLY, "The Supplier shall shall deliver.", "shall shall"),
    ("stray-bracket", SUPPLY, "The Supplier (shall deliver.", "(shall"),
    ("mixed-quotes", SUPPLY, "The Supplier’s \"plan\" holds.", "\"plan\""),
    ("loop-without-member", SUPPLY, "{% for user in deal.users %}\nA user is told.\n{% endfor %}", "for user in"),
    ("cannot-be-filled", SUPPLY, "The end is {{ deal.dates.end | share }}.", "| share"),
]  # fmt: skip


NEW = {
    "clauses/verification/8-also.md": HEAD.format(says="x", when="true")
    + '# Verification\n\nA User is asked of the Tide.\n\n## Definitions\n\n**"User"** means a user.\n'
    + '\n**"Moons"** means moons.\n\n**"Tide"** means a tide.\n',
    "clauses/verification/9-never.md": HEAD.format(says="x", when="false") + "# Verification\n\nNothing is verified.\n",
    "clauses/governing-law/2-other.md": HEAD.format(says="x", when="us_investment") + "# Law\n\nNo law applies.\n",
    "clauses/lonely/about.md": "title: Lonely\n---\nA topic.\n",
    "clauses/lonely/1-one.md": HEAD.format(says="x", when="true") + "# Lonely\n\nAlone.\n",
    "deals/bad.yaml": "title: Bad\nkind: moon\n",
    "cases/bad.yaml": "- stroy: x\n",
    "rules.md": "old",
}
DEFINITIONS = "clauses/definitions/1-standard.md"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Templates that break every rule that does not stop a file from being read."""
    copy = Copy.at(tmp_path_factory.mktemp("broken") / "templates")
    for _, file, words, _ in ADDED:
        copy.add(file, words)
    for file, words in NEW.items():
        copy.write(file, words)
    copy.change(DEFINITIONS, "## Definitions", '## Definitions\n\n**"Moon"** means the moon.')
    copy.write("clauses/supply/2-twin.md", (copy.path / SUPPLY).read_text(encoding="utf-8"))
    copy.change("clauses/supply/2-twin.md", "reviewed_on: 2026-11-23", "reviewed_on: 2025-01-01")
    copy.change("clauses/governing-law/1-standard.md", 'use_when: "true"', 'use_when: "remote_access"')
    copy.change("clauses/governing-law/2-other.md", "# Law", "# Supply")
    (copy.path / "house-style.docx").write_bytes(b"no Word file")
    return copy.check()


def test_our_templates_are_clean() -> None:
    checked = Copy(ROOT / "templates").check()
    assert [str(finding) for finding in checked.findings] == []
    assert checked.in_order is Needs.DRAFTS


@pytest.mark.parametrize(("code", "file", "words", "line"), ADDED, ids=[f"{one[0]} {one[1]}" for one in ADDED])
def test_each_slip_is_told_at_its_line(broken: Checked, code: str, file: str, words: str, line: str) -> None:
    assert broken.ground
    lines = broken.ground.files[f"templates/{file}"].split("\n")
    found = [one for one in broken.findings if one.code == code and one.place.file == f"templates/{file}"]
    assert any((line or words[:40]) in lines[(one.place.line or 0) - 1] for one in found), list(
        map(str, broken.findings)
    )


OTHERS = [
    ("unused-term", DEFINITIONS),
    ("term-defined-twice", "clauses/verification/8-also.md"),
    ("position-does-nothing", "clauses/verification/9-never.md"),
    ("position-never-chosen", "clauses/verification/9-never.md"),
    ("topic-without-choice", "clauses/governing-law/about.md"),
    ("topic-not-in-agreement", "clauses/lonely/about.md"),
    ("terms-alike", "clauses/verification/8-also.md"),
    ("term-used-once", "clauses/verification/8-also.md"),
    ("unfit-house-style", "house-style.docx"),
    ("same-position", "clauses/supply/2-twin.md"),
    ("review-overdue", "clauses/supply/2-twin.md"),
    ("bad-deal", "deals/bad.yaml"),
    ("bad-story", "cases/bad.yaml"),
    ("stale-page", "rules.md"),
    ("change-not-noted", "clauses/supply/2-twin.md"),
]


@pytest.mark.parametrize(("code", "file"), OTHERS, ids=[code for code, _ in OTHERS])
def test_what_is_wrong_with_a_file_is_told(broken: Checked, code: str, file: str) -> None:
    assert (code, f"templates/{file}") in {(one.code, one.place.file) for one in broken.findings}


def test_every_rule_is_broken_by_something_here(broken: Checked) -> None:
    found = {one.code for one in broken.findings}
    assert {rule.code for rule in RULES} - found == {"words-lost", "uncovered-branch"}


def test_a_finding_names_one_combination_and_no_more_of_it_than_is_needed(broken: Checked) -> None:
    said = [one.message for one in broken.findings if one.code == "term-without-definition"]
    assert len(said) == 1
    assert ": for example where general is standard. Move the definition" in said[0]


# Wording that cannot be read: the code, what is added to a clause, and words of the message.
UNREADABLE = [
    ("wording-syntax", "The end is {{ deal.dates.end.", "is not closed with }}"),
    ("wording-syntax", "{% if remote_access %}\nAccess.", "not closed with {% endif %}"),
    ("wording-syntax", "{% endfor %}", "closes nothing"),
    ("wording-syntax", "{{ deal.title ~ “x” }}", "the quotation mark “ stands inside a tag"),
    ("wording-syntax", "{% if remote access %}x{% endif %}", "'access' is one word too many"),
    ("wording-syntax", "{% iff remote_access %}x{% endif %}", "is not a tag; did you mean if?"),
    ("unknown-fact", "The end is {{ deal.dates.edn }}.", "did you mean end?"),
    ("unknown-fact", "{% for user in deal.users %}{{ user.nam }}{% endfor %}", "did you mean name?"),
    ("unknown-fact", "{% for user in deal.users %}x{% endfor %}{{ user.name }}", "is known only inside its loop"),
    ("unknown-circumstance", "{% if remote_acces %}x{% endif %}", "did you mean remote_access?"),
    ("unknown-filter", "{{ deal.dates.end | long_dat }}", "did you mean long_date?"),
    ("unknown-test", "{% if deal.users is defined %}x{% endif %}", "'is known' and 'is empty'"),
    ("forbidden-tag", "{{ deal.__class__.__mro__ }}", "reaches for the program"),
    ("forbidden-tag", "{{ ''.__class__ }}", ""),
    ("forbidden-tag", "{% import 'os' as os %}", ""),
    ("forbidden-tag", "{% include '/etc/passwd' %}", ""),
    ("forbidden-tag", "{% set x = 1 %}", ""),
    ("forbidden-tag", "{% macro m() %}{{ m() }}{% endmacro %}", ""),
    ("forbidden-tag", "{{ deal.title * 100000000 }}", ""),
    ("forbidden-tag", "{% for x in range(1000000000) %}x{% endfor %}", "cannot call"),
    ("forbidden-tag", "{{ cycler.__init__.__globals__ }}", ""),
    ("too-deep", "".join(f"{{% for u{n} in deal.parties %}}" for n in range(5)) + "x" + "{% endfor %}" * 5, "4 loops"),
    ("too-deep", "{% if remote_access %}" * 40 + "x" + "{% endif %}" * 40, "more than 12 tags"),
    ("too-deep", "{{ deal" + ".x" * 60 + " }}", "more than 40 parts"),
    ("too-deep", "{{ " + "(" * 3000 + "deal.title" + ")" * 3000 + " }}", "nested too deeply"),
    ("too-long", "x " * 200_000, "more than 200000 characters"),
    ("bad-markup", "A single [bracket] stands here.", "single square bracket"),
    ("hand-number", "1. The first.", "set by the program"),
    ("dangling-reference", "[[suspensoin]] applies.", "did you mean suspension?"),
]  # fmt: skip


def slip(number: int) -> str:
    return f"clauses/supply/{number + 2}-slip-{number}.md"


def test_what_cannot_be_read_is_told_all_at_once_and_quickly(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    for number, (_, words, _) in enumerate(UNREADABLE):
        copy.write(slip(number), f"{HEAD.format(says='x', when='true')}# X\n\n{words}\n")
    checked = copy.check()
    assert checked.in_order is Needs.NOTHING
    told = {(one.place.file, one.code, one.message) for one in checked.findings}
    for number, (code, _, said) in enumerate(UNREADABLE):
        file = f"templates/{slip(number)}"
        assert any((file, code) == one[:2] and said in one[2] for one in told), (code, said, sorted(told))


def test_an_agreement_that_is_missing_is_told(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    (copy.path / "agreements/technology-supply.yaml").unlink()
    assert [one.code for one in copy.check().findings] == ["no-agreement"]


def test_one_tag_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    copy.add(SUPPLY, "{{ deal.titel }} and {{ deal.title ” }}.")
    copy.add(SUPPLY, "{% if remote acces %}\nA.\n{% elif customer.government %}\nB.\n{% endif %}")
    copy.add(SUPPLY, "{% for user in deal.users %}{{ user.nam }} and {{ user.headquarters }}.{% endfor %}")
    found = [one for one in copy.check().findings if one.place.file == f"templates/{SUPPLY}"]
    assert [(one.code, (one.place.line or 0) - copy.line(SUPPLY, "deal.titel")) for one in found] == [
        ("unknown-fact", 0),
        ("wording-syntax", 0),
        ("wording-syntax", 2),
        ("forbidden-tag", 4),
    ]


def test_one_unreadable_file_hides_nothing_in_others_and_blames_none(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    copy.add("clauses/suspension/1-suspend-and-review.md", "{{ deal.titel }}")
    copy.add(SUPPLY, "The Supplier hereby agrees.")
    assert {one.code for one in copy.check().findings} == {"unknown-fact", "archaic-word"}


def test_every_code_of_reading_is_in_the_table_of_rules() -> None:
    rooms = ["agreement/wording", "agreement/markup", "clauses", "law", "located_yaml"]
    files = [path for room in rooms for path in (ROOT / "src/clausekit" / room).rglob("*.py")]
    found = {code for path in files for code in codes_in(path.read_text(encoding="utf-8"))}
    assert found - READING_CODES.keys() - {rule.code for rule in RULES} == {"unwritable-file"}


def codes_in(source: str) -> set[str]:
    """The codes of findings that a source makes."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    makers = {"error", "warning", "note", "finding", "report", "fault", "_fault", "_report"}
    made = [one.args[0] for one in calls if getattr(one.func, "attr", getattr(one.func, "id", "")) in makers]
    words = [str(one.value) for one in made if isinstance(one, ast.Constant)]
    return {word for word in words if " " not in word}


def test_a_branch_that_no_deal_shows_is_told(tmp_path: Path) -> None:
    copy = Copy.at(tmp_path / "templates")
    for path in (copy.path / "deals").glob("*.yaml"):
        path.unlink()
    shutil.copy(copy.path / "cases/deals/french-supply.yaml", copy.path / "deals")
    checked = copy.check()
    assert {one.code for one in checked.findings} == {"uncovered-branch", "stale-page"}
    line = copy.line(LICENCES, "for grant in")
    told = {(one.place.file, one.place.line) for one in checked.findings}
    assert (f"templates/{LICENCES}", line) in told
