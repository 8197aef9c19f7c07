"""What only a deal can tell: none of it is in our own contracts, and each planted leak is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest

from clausekit.agreement.document import Role, Text
from clausekit.assessment import Assessment
from clausekit.drafting import Draft, draft
from clausekit.facts import Audience, Deal
from clausekit.finding import Severity, has_errors
from clausekit.word import HouseStyle, write
from clausekit.word.memo import MemoFacts, memo
from clausekit.word.reading import read_word_bytes
from clausekit.word.release import Secrets, gate, secrets_of
from clausekit.word.release.needles import Needle
from clausekit.word.release.secrets import texts_of
from shared import TEMPLATES_FOLDER, deal_of, matter, starter_deal
from word.documents import MADE, document, paragraph

DEALS = [path.stem for path in sorted(TEMPLATES_FOLDER.deals.glob("*.yaml"))]
OTHER = """
title: Project Nightingale
kind: supply
client: us
parties:
  us: {name: "Meridian Ridge Accelerators, Inc.", roles: [supplier]}
  them:
    name: 东湖数据有限公司 (Donghu Data Limited)
    roles: [customer]
    affiliates: {arm: {name: Ravensworth Cloud GmbH}}
"""


@dataclass(frozen=True)
class Prepared:
    """A deal with its draft, and what a file about it must not hold."""

    deal: Deal
    made: Draft
    secrets: Secrets

    @property
    def assessment(self) -> Assessment:
        return self.made.assessment


def prepared(name: str) -> Prepared:
    others = [deal_of(OTHER), *(starter_deal(other) for other in DEALS if other != name)]
    return prepared_from(starter_deal(name), others)


def prepared_from(deal: Deal, others: list[Deal]) -> Prepared:
    made = draft(matter(deal))
    notes = memo(made.assessment, MemoFacts(deal.title, made.about_text))
    return Prepared(deal, made, secrets_of(deal, made.assessment, notes, made.findings, others))


@pytest.fixture(scope="module")
def gulf() -> Prepared:
    return prepared("gulf-ai-campus")


def of_words(words: str, secrets: Secrets, house: HouseStyle, *, literal: bool = True) -> set[str]:
    """What the gate says of a contract that holds these words."""
    contract = document(paragraph(Role.BODY, Text(f"See {words} here.", literal=literal)))
    return {one.code for one in gate(read_word_bytes(write(contract, house, made=MADE), "x.docx"), secrets)}


@pytest.mark.parametrize("name", DEALS)
def test_no_contract_of_ours_is_refused(name: str, house: HouseStyle) -> None:
    ready = prepared(name)
    content = write(ready.made.contract, house, made=MADE)
    found = gate(read_word_bytes(content, "x.docx"), ready.secrets, blanks=Severity.WARNING)
    assert [str(one) for one in found if one.severity is Severity.ERROR] == []


def test_every_fact_above_the_audience_is_found(gulf: Prepared, house: HouseStyle) -> None:
    private = {path: text for text, audience, path in texts_of(gulf.deal) if audience > Audience.SHARED}
    assert "parties[supplier].affiliates[shanghai].name" in private
    contract = document(*(paragraph(Role.BODY, f"See {text} here.") for text in private.values()))
    found = gate(read_word_bytes(write(contract, house, made=MADE), "x.docx"), gulf.secrets)
    told = "\n".join(one.message for one in found if one.code == "release-fact")
    assert [path for path in private if f"the fact {path}, which is" not in told] == []


def test_shared_facts_are_no_leak(gulf: Prepared, house: HouseStyle) -> None:
    shared = [text for text, audience, _ in texts_of(gulf.deal) if audience <= Audience.SHARED]
    assert len(shared) > 20
    contract = document(*(paragraph(Role.BODY, f"See {text} here.") for text in shared))
    assert gate(read_word_bytes(write(contract, house, made=MADE), "x.docx"), gulf.secrets) == []


def test_findings_and_the_memo_are_found_by_any_eight_words(gulf: Prepared, house: HouseStyle) -> None:
    long = next(one.message for one in gulf.made.findings if len(one.message.split()) > 12)
    middle = " ".join(long.split()[2:11])
    assert of_words(middle, gulf.secrets, house) & {"release-finding", "release-memo"}
    says = gulf.assessment.matter.library.topics["flow-down"].positions["group-wide"].says
    assert "release-internal" in of_words(says, gulf.secrets, house)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("flow-down/this-deal", "release-id"),
        ("flow-down-this-deal", "release-id"),
        ("double-bind", "release-id"),
        ("Ravensworth Cloud GmbH", "release-other-matter"),
        ("RAVENSWORTH  CLOUD", "release-other-matter"),
        ("东湖数据有限公司", "release-other-matter"),
        ("Donghu Data", "release-other-matter"),
        ("Project Nightingale", "release-other-matter"),
        ("Raven\u200bsworth Cloud", "release-other-matter"),
    ],
)
def test_each_planted_leak_is_found(words: str, code: str, gulf: Prepared, house: HouseStyle) -> None:
    assert code in of_words(words, gulf.secrets, house)


@pytest.mark.parametrize("words", ["Meridian Ridge Accelerators, Inc.", "Meridian Ridge", "Donghuang Database"])
def test_a_name_common_to_both_matters_is_no_leak(words: str, gulf: Prepared, house: HouseStyle) -> None:
    assert of_words(words, gulf.secrets, house) == set()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{{ parties[0].name }}", "release-template-code"),
        ("{% if x %}", "release-template-code"),
        ("[[suspension]]", "release-template-code"),
        ("[price]", "release-blank"),
        ("TBC", "release-blank"),
        ("Drafting note: soften", "release-note"),
        ("our fallback is 30 days", "release-note"),
        ("Privileged and confidential", "release-privileged"),
        ("attorney-client privileged", "release-privileged"),
        (r"C:\Clients\Acme\draft.docx", "release-path"),
        (r"\\server\matters\4711", "release-path"),
        ("templates/clauses/flow-down/1-this-deal.md", "release-path"),
        ("/home/jane/deal.yaml", "release-path"),
        ("http://intranet/matters", "release-path"),
        ("parties[operator].links", "release-fact-path"),
        ("GBP \u202e001\u202c", "release-turned-text"),
    ],
)
def test_what_no_contract_holds_is_found_without_a_deal(words: str, code: str, house: HouseStyle) -> None:
    contract = document(paragraph(Role.BODY, Text(f"See {words} here.")))
    found = gate(read_word_bytes(write(contract, house, made=MADE), "x.docx"))
    assert code in {one.code for one in found}
    assert all("word/document.xml, paragraph 1" in one.message for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "either/or",
        "clause 4.2(a)",
        "https://www.bis.gov/rules/list",
        "and/or",
        "50 per cent",
        "Schedule 1",
        "a@b.example",
    ],
)
def test_ordinary_words_pass(words: str, house: HouseStyle) -> None:
    contract = document(paragraph(Role.BODY, Text(f"See {words} here.")))
    assert gate(read_word_bytes(write(contract, house, made=MADE), "x.docx")) == []


def test_blanks_may_be_warnings(house: HouseStyle) -> None:
    content = write(document(paragraph(Role.BODY, "See [price].")), house, made=MADE)
    found = gate(read_word_bytes(content, "x"), blanks=Severity.WARNING)
    assert [(one.code, one.severity) for one in found] == [("release-blank", Severity.WARNING)]
    assert not has_errors(found)


def test_leaks_are_found_in_headers_and_properties(gulf: Prepared, house: HouseStyle) -> None:
    secret = "Meridian Ridge (Shanghai) Technology Co., Ltd."
    blocks = (paragraph(Role.BODY, "x"),)
    contract = type(document())(secret, blocks, header=secret, footer=secret)
    found = gate(read_word_bytes(write(contract, house, made=MADE), "x"), gulf.secrets)
    (leak,) = [one for one in found if one.code == "release-fact"]
    for part in ("docProps/core.xml", "word/header1.xml", "word/footer1.xml"):
        assert part in leak.message


ODD = """
title: Odd names
kind: supply
client: us
parties:
  us: {name: "{{ 7*7 }} [[supply]] Ltd", roles: [supplier], address: "[address to come], London"}
  them: {name: "[TBC]", roles: [customer], address: 'C:\\temp\\n'}
about:
  parties[them].address: {audience: AUDIENCE}
"""
OPEN, TEMPLATE, PATH = "release-blank", "release-template-code", "release-path"


@pytest.fixture(scope="module")
def odd() -> Callable[[str], Secrets]:
    return cache(lambda audience: prepared_from(deal_of(ODD.replace("AUDIENCE", audience)), []).secrets)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("{{ 7*7 }} [[supply]] Ltd", set()),
        ("the shares of {{ 7*7 }} [[supply]] Ltd, all [12] of them", {OPEN}),
        ("{{ 7*7 }}", {TEMPLATE}),
        ("{{ 7*7 }} [[supply]] Limited", {TEMPLATE, OPEN}),
        ("{{ 7*7 }} [[supply]] Ltd and {{ 7*7 }}", {TEMPLATE}),
        ("[address to come], London", {OPEN}),
        ("[TBC]", {OPEN}),
        (r"C:\temp\n", set()),
        (r"C:\temp\notes.docx", {PATH}),
    ],
)
def test_a_fact_that_may_be_read_stands_for_what_it_is(
    words: str, codes: set[str], odd: Callable[[str], Secrets], house: HouseStyle
) -> None:
    assert of_words(words, odd("shared"), house) == codes


def test_names_alone_are_no_sentence_of_ours(gulf: Prepared, house: HouseStyle) -> None:
    """A finding that names both parties side by side does not make secret that they are the parties."""
    pair = "Meridian Ridge Accelerators, Inc. and Al Dhafra Compute PJSC"
    told = f"So far as {pair} must act, the saving for blocking law is empty."
    secrets = replace(gulf.secrets, passages=(Needle("release-finding", "the finding x", told),))
    assert of_words(pair, secrets, house) == set()
    assert of_words(f"so far as {pair} must", secrets, house) == set()
    assert of_words(f"so far as {pair} must act, the saving for blocking", secrets, house) == {"release-finding"}


def test_a_fact_above_the_audience_excuses_nothing(odd: Callable[[str], Secrets], house: HouseStyle) -> None:
    assert of_words(r"C:\temp\n", odd("ours"), house) == {PATH, "release-fact"}
