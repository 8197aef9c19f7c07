"""Reading deals: every fault with its line and our words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.facts import NOT_ASKED, NOT_KNOWN, Deal, read_deal, with_positions
from clausekit.facts.deal import Reasons
from facts.deals import DEAL, SHORT, deal, findings_of

# Each `facts` stands from line 7 of a deal that has no other fault.
FAULTS = {
    "unknown-key": (
        "reasons: {own_securty: yes}\n",
        "7: error: reasons: unknown key 'own_securty'; did you mean own_security?",
    ),
    "unknown-place": (
        "governing_law: Delaware\n",
        "7: error: governing_law: 'Delaware' is not a place; did you mean US-DE?",
    ),
    "unknown-word": (
        "users:\n  x:\n    access:\n      - onsite\n",
        "10: error: users[x].access[0]: 'onsite' is not a word for this; did you mean on-site?",
    ),
    "not-yes-or-no": (
        "government_customer: true\n",
        "7: error: government_customer: 'true' cannot stand here; write yes or no",
    ),
    "not-a-date": (
        "known_at: 23.11.2026\n",
        "7: error: known_at: '23.11.2026' is not a date; write year-month-day, such as 2026-12-01",
    ),
    "null-answer": (
        "language:\n",
        "7: error: language: nothing is written here; write `not known`, or leave the line out",
    ),
    "missing-fact": (
        "items:\n  x: {kind: server}\n",
        "8: error: items[x]: 'name' must be answered. What is the item called in the agreement?",
    ),
    "bad-text": (
        'library: "a\\u202eb"\n',
        "7: error: library: the text holds U+202E, a sign that turns the direction of writing"
        " and can make words look other than they are; delete it",
    ),
    "bad-year": (
        "items: {x: {name: Radio, model_year: 27}}\n",
        "7: error: items[x].model_year: '27' is not a year; write it in four figures, such as 2027",
    ),
    "bad-share": (
        "users: {x: {owners: {a: {share: 101}}}}\n",
        "7: error: users[x].owners[a].share: '101' is not a share; write a number of per cent from 0 to 100",
    ),
    "bad-id": (
        "sites: {Main Site: {place: AE}}\n",
        "7: error: sites[Main Site]: 'Main Site' cannot be used as a name here;"
        " write small letters, figures and hyphens, such as cloud-operator",
    ),
    "bad-classification": (
        "items: {x: {name: X, classification: 3a090}}\n",
        "7: error: items[x].classification: '3a090' is not a classification;"
        " write an ECCN such as 3A090.a, 4A090.a or 5A992.z, or EAR99",
    ),
    "wrong-shape": (
        "asks: use-prc-ic\n",
        "7: error: asks: 'use-prc-ic' cannot stand here; write a list, such as [first, second]",
    ),
    "no-such-party": (
        "sites: {x: {operator: byer}}\n",
        "7: error: sites[x].operator: there is no party 'byer'; did you mean buyer?",
    ),
    "no-such-person": (
        "authorisations: {x: {person: nobody-here}}\n",
        "7: error: authorisations[x].person: there is no party, user or affiliate 'nobody-here';"
        " write the id of a party, a user or an affiliate",
    ),
    "contradictory-facts": (
        "dates:\n  effective: 2026-12-01\n  end: 2026-12-01\n",
        "9: error: dates.end: the agreement would end on 2026-12-01 and take effect on 2026-12-01;"
        " the end must be after it",
    ),
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_has_its_line_and_says_the_way_out(code: str) -> None:
    facts, expected = FAULTS[code]
    assert findings_of(SHORT + facts) == [f"deal.yaml:{expected} [{code}]"]


OTHER_FAULTS = {
    "governing_law: CN-TW\n": "'CN-TW' is not used for this place: write HK, MO, TW [unknown-place]",
    "governing_law: de\n": "'de' is not a place; did you mean DE?",
    "governing_law: England\n": "did you mean GB-ENG?",
    "governing_law: Atlantis\n": "write the code of a country such as DE",
    "government_customer: Yes\n": "write yes or no, or `not known` [not-yes-or-no]",
    "government_customer: ~\n": "[null-answer]",
    "known_at: 2026-02-30\n": "is a day that no calendar has",
    "known_at: 2026-1-1\n": "[not-a-date]",
    "known_at: '\u0662\u0660\u0662\u0666-\u0661\u0662-\u0660\u0661'\n": "[not-a-date]",
    "users: {x: {owners: {a: {share: '48'}}}}\n": "[bad-share]",
    "users: {x: {owners: {a: {share: .nan}}}}\n": "[bad-share]",
    "users: {x: {owners: {a: {share: yes}}}}\n": "[bad-share]",
    "users: {x: {owners: {a: {share: 60}, b: {share: 40.5}}}}\n": "add up to 100.5 per cent",
    "users: {x: {listings: [none, sdn-list]}}\n": "none stands beside other answers",
    "users: [x]\n": "write lines below it, each with an id for each user",
    "forum: arbitration\n": "write lines below it for kind, institution, seat",
    "reasons:\n": "reasons: nothing is written here",
    "items: {x: {name: not known}}\n": "items[x].name: this must be known",
    "positions: {x: Not This}\n": "positions[x].position: 'Not This' cannot be used as a name here",
    "language: english\n": "is not the code of a language; write a code such as en",
    "titel: x\n": "error: unknown key 'titel'; did you mean title? [unknown-key]",
    "zzzzzz: x\n": "known here: title, file_name, kind",
    "users: {x: {name: Acme Co., Ltd.}}\n": "'Ltd.' stands here without a colon",
    "library: '   '\n": "[null-answer]",
    "library: \ue000\n": "U+E000, a private-use character",
}


@pytest.mark.parametrize("facts", OTHER_FAULTS)
def test_other_faults_are_told_in_plain_words(facts: str) -> None:
    (found,) = findings_of(SHORT + facts)
    assert found.startswith("deal.yaml:7: error: ")
    assert OTHER_FAULTS[facts] in found


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """\
titel: X
kind: suply
client: nobody
parties:
  seller:
    roles: [supplier]
    organised_in: Delaware
    owners: {a: {share: 60}, b: {share: 60}}
  buyer: {name: B, roles: [customer], links: {Chine: {assets: 1}}}
"""
    codes = [found.rsplit(" ", 1)[1] for found in findings_of(text)]
    assert codes == [
        "[missing-fact]",
        "[unknown-key]",
        "[unknown-word]",
        "[no-such-party]",
        "[missing-fact]",
        "[unknown-place]",
        "[bad-share]",
        "[unknown-place]",
        "[not-yes-or-no]",
    ]


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        ("[operator]", "exactly one party must be the customer; here it is no party"),
        ("[customer, supplier]", "exactly one party must be the supplier; here it is seller and buyer"),
    ],
)
def test_one_supplier_and_one_customer(roles: str, message: str) -> None:
    assert findings_of(SHORT.replace("[customer]", roles)) == [f"deal.yaml:4: error: parties: {message} [party-roles]"]


@pytest.mark.parametrize("links", ["none", "{CN: none}", "{CN: {affiliates: no}}"])
def test_a_named_affiliate_contradicts_links_that_deny_it(links: str) -> None:
    affiliates = "affiliates: {sh: {place: CN-SH}}"
    text = SHORT.replace("roles: [customer]", f"roles: [customer], links: {links}, {affiliates}")
    (found,) = findings_of(text)
    assert found.startswith("deal.yaml:6: error: parties[buyer].affiliates[sh]: this affiliate is in Shanghai")
    assert found.endswith("[contradictory-facts]")


def test_links_that_claim_an_affiliate_contradict_none() -> None:
    text = SHORT.replace("roles: [customer]", "roles: [customer], links: {CN: {affiliates: yes}}, affiliates: none")
    (found,) = findings_of(text)
    assert "parties[buyer].links[CN].affiliates: this says that there is one" in found


@pytest.mark.parametrize("person", ["buyer", "tenant", "shanghai", "buyer/shanghai", "seller/cn"])
def test_an_authorisation_may_cover_any_person_of_the_deal(person: str) -> None:
    text = SHORT.replace("roles: [supplier]", "roles: [supplier], links: {CN: {}}").replace(
        "roles: [customer]", "roles: [customer], affiliates: {shanghai: {place: CN}}"
    )
    assert findings_of(text + f"users: {{tenant: {{}}}}\nauthorisations: {{x: {{person: {person}}}}}\n") == []


def test_a_text_is_kept_as_it_was_written_even_if_it_looks_like_a_number() -> None:
    text = SHORT.replace("name: Seller", "name: 1688, registration: 0012.50, address: true")
    party = deal(text).parties["seller"]
    assert (party.name, party.registration, party.address) == ("1688", "0012.50", "true")


def test_answers_are_known_not_known_or_not_asked() -> None:
    found = deal()
    assert isinstance(found.reasons, Reasons)
    assert found.reasons.foreign_measure is True
    assert found.reasons.own_security is NOT_KNOWN
    assert found.reasons.support is NOT_ASKED
    assert found.parties["operator"].links is NOT_KNOWN
    assert found.parties["operator"].listings == ()
    assert found.orders is NOT_ASKED


def test_a_deal_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        deal().title = "Another"


def test_positions_from_elsewhere_win_and_the_others_stay() -> None:
    before = deal()
    after = with_positions(before, {"excluded-hardware": "none", "suspension": "notice", "flow-down": "none"})
    assert after.chosen_positions == {"excluded-hardware": "none", "flow-down": "none", "suspension": "notice"}
    assert after.plain["positions"]["flow-down"]["reason"] == "The client will not have it."
    assert before.chosen_positions == {"excluded-hardware": "approved-list", "flow-down": "none"}
    assert before.plain["positions"]["excluded-hardware"] == {"position": "approved-list"}


def test_a_file_that_is_not_there_or_empty(tmp_path: Path) -> None:
    nowhere, empty = tmp_path / "no.yaml", tmp_path / "empty.yaml"
    empty.write_text("# nothing yet\n", encoding="utf-8")
    assert _told(read_deal(nowhere, "no.yaml")) == [
        "no.yaml: error: the file cannot be read: there is no such file [unreadable-file]"
    ]
    assert _told(read_deal(empty, "empty.yaml")) == [
        "empty.yaml:1: error: the file is empty; begin with a line `title: ...` [missing-fact]"
    ]


def test_a_file_is_read_like_a_text(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text(DEAL, encoding="utf-8")
    found, findings = read_deal(path)
    assert not findings
    assert found == deal()


def _told(result: tuple[Deal | None, object]) -> list[str]:
    found, findings = result
    assert found is None
    assert isinstance(findings, list)
    return [str(finding) for finding in findings]
