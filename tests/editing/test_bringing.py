"""Bringing in: tables pasted or read from files, and another matter's facts by the rule of each fact."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausekit.editing import WorkingDeal
from clausekit.editing.bringing import (
    bring_matter,
    bring_table,
    columns_of,
    likeliest_group,
    offers,
)
from clausekit.editing.tables import pasted_table, read_table
from clausekit.facts import all_facts
from clausekit.facts.reading import read_with_mistakes
from clausekit.facts.shapes import Travels
from clausekit.facts.travel import travels_of
from editing.deals import CAMPUS, SHORT, working

PASTED = """\
Company\tRole\tHQ\tCountry of incorporation\tSales contact
Seller Inc.\tsupplier\tUS-CA\tUS-DE\tJ. Doe
杭州钱塘云智\tother\tChina\tCN-ZJ\t
Škoda "Holding", a.s.\tcustomer\tGermny\t?\t
"""


def test_a_pasted_table_makes_members_keeps_slips_in_place_and_drops_nothing() -> None:
    deal = working(SHORT)
    table = pasted_table(PASTED)
    assert likeliest_group(table) == "parties"
    assert columns_of(table, "parties") == ("name", "roles", "headquarters", "organised_in", None)
    brought = bring_table(deal, table, "parties")
    assert brought.problems.keys() == {"parties[skoda-holding-a-s].headquarters", "parties[party].roles"}
    brought.take(deal)
    parties = deal.data["parties"]
    assert parties["seller"]["headquarters"] == "US-CA"
    assert parties["seller"]["organised_in"] == "US-DE"
    assert deal.data["about"]["parties[seller]"]["note"] == "Sales contact: J. Doe"
    skoda = next(one for one in parties.values() if one["name"].startswith("Škoda"))
    assert skoda["headquarters"] == "Germny"
    assert skoda["organised_in"] == "not known"
    hangzhou = next(one for one in parties.values() if one["name"] == "杭州钱塘云智")
    assert hangzhou["headquarters"] == "CN"
    assert "# The buyer is new" in deal.text
    deal.undo()
    assert deal.text == SHORT


def test_what_the_deal_knows_stays_and_the_other_word_is_noted() -> None:
    deal = working(SHORT)
    brought = bring_table(deal, pasted_table("name,headquarters\nBuyer AG,FR\n"), "parties")
    assert any("stays “DE”" in line for line in brought.told)
    brought.take(deal)
    assert deal.data["parties"]["buyer"]["headquarters"] == "DE"
    assert deal.data["about"]["parties[buyer]"]["note"] == "Headquarters: FR"


def test_items_with_classifications_and_a_plain_list_of_names() -> None:
    deal = working(SHORT)
    items = pasted_table("Product;Manufacturer;ECCN;Qty\nM400;Meridian;3a090.A;1,200\n")
    assert likeliest_group(items) == "items"
    bring_table(deal, items, "items").take(deal)
    assert deal.data["items"]["m400"] == {
        "name": "M400",
        "maker": "Meridian",
        "classification": "3A090.a",
        "quantity": "1,200",
    }
    bring_table(deal, pasted_table("First user\nSecond user\n"), "users").take(deal)
    assert [one["name"] for one in deal.data["users"].values()] == ["First user", "Second user"]


def test_a_table_without_known_headings_is_kept_as_notes_and_says_so() -> None:
    deal = working(SHORT)
    brought = bring_table(deal, pasted_table("foo,bar\n1,2\n"), "parties")
    assert any("No heading" in line for line in brought.told)
    brought.take(deal)
    assert deal.data["about"]["parties[party]"]["note"] == "foo: 1; bar: 2"


def test_csv_tsv_and_excel_files_are_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Name", "Model year", "Supplied", "Since"], ["Über-Chip", 2027.0, True, date(2026, 5, 1)]):
        sheet.append(row)
    book.create_sheet("Other").append(["more"])
    book.save(tmp_path / "items.xlsx")
    table, findings = read_table(tmp_path / "items.xlsx")
    assert not findings
    assert table is not None
    assert table.rows == (("Über-Chip", "2027", "yes", "2026-05-01"),)
    assert "Other" in table.told[0]
    (tmp_path / "a.csv").write_bytes("Name;HQ\nMüller;DE\n".encode("cp1252"))
    (tmp_path / "b.tsv").write_bytes("Name\tHQ\n杭州\tCN\n".encode("utf-16"))
    for name, expected in (("a.csv", ("Müller", "DE")), ("b.tsv", ("杭州", "CN"))):
        table, _ = read_table(tmp_path / name)
        assert table is not None
        assert table.rows == (expected,)


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"", b"<html>"])
def test_a_file_that_is_no_workbook_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    table, findings = read_table(tmp_path / "a.xlsx")
    assert table is None
    assert findings[0].place.file == "a.xlsx"


def test_every_fact_has_a_rule_and_what_is_counsels_own_never_travels() -> None:
    rules = {fact.path: travels_of(fact.path) for fact in all_facts()}
    never = {path for path, rule in rules.items() if rule is Travels.NEVER}
    assert {"title", "asks", "reasons", "reasons.foreign_measure", "positions", "about", "parties[*].roles"} <= never
    assert rules["parties[*].name"] is Travels.FREELY
    assert rules["parties[*].owners[*].share"] is Travels.TO_CONFIRM
    assert not any(
        path.startswith(("asks", "reasons", "positions", "about", "red_flags")) for path in rules.keys() - never
    )


def test_another_matters_facts_travel_by_their_rules() -> None:
    deal = working(SHORT)
    source = read_with_mistakes(CAMPUS)
    offered = {one.path: one for one in offers(source)}
    assert "reasons" not in offered
    assert "asks" not in offered
    assert offered["parties[operator]"].to_confirm > 0
    brought = bring_matter(deal, source, "Al Dhafra AI Campus", ["parties[operator]", "governing_law", "forum"])
    brought.take(deal)
    party = deal.data["parties"]["operator"]
    assert party["name"] == "Al Dhafra Compute PJSC"
    assert party["registration"] == "CN-4417063"
    assert "roles" not in party
    assert "performance" not in party["links"]["CN"]
    assert "government" not in party
    about = deal.data["about"]["parties[operator]"]
    assert about["source"] == "taken over from “Al Dhafra AI Campus”"
    assert "On lists" in about["note"]
    assert any("Roles" in line for line in brought.told)
    assert deal.data["forum"]["kind"] == "arbitration"
    assert not {"asks", "reasons", "positions"} & deal.data.keys()


def test_a_party_that_is_there_keeps_its_facts_and_its_id() -> None:
    text = SHORT.replace("name: Buyer AG", "name: Al Dhafra Compute PJSC")
    deal: WorkingDeal = working(text)
    brought = bring_matter(deal, read_with_mistakes(CAMPUS), "Campus", ["parties[operator]"])
    assert any("stays “DE”" in line for line in brought.told)
    brought.take(deal)
    assert set(deal.data["parties"]) == {"seller", "buyer"}
    assert deal.data["parties"]["buyer"]["headquarters"] == "DE"
    assert deal.data["parties"]["buyer"]["form"] == "a public joint stock company"


def test_what_is_noted_as_privileged_stays_behind() -> None:
    source = read_with_mistakes(CAMPUS + "\nabout:\n  parties[operator].address: {audience: privileged}\n")
    deal = working(SHORT)
    bring_matter(deal, source, "Campus", ["parties[operator]"]).take(deal)
    assert "address" not in deal.data["parties"]["operator"]
