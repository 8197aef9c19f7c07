"""`bring-in`: a table or another matter's facts into a deal, from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

from cli.running import clausekit
from shared import TEMPLATES_FOLDER

SHORT = "title: Short\nkind: supply\nclient: seller\nparties:\n  seller: {name: Seller Inc., roles: [supplier]}\n"


def test_a_table_is_brought_in_and_its_slips_are_told(tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    deal.write_text(SHORT)
    (tmp_path / "a.csv").write_text("Company,Role,HQ\nBuyer AG,customer,Germny\n", encoding="utf-8")
    ran = clausekit("bring-in", "deal.yaml", "a.csv", cwd=tmp_path)
    assert ran.code == 1
    assert "parties[buyer-ag].headquarters: 'Germny' is not a place; did you mean DE?" in ran.err
    assert "headquarters: Germny" in deal.read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "deal.yaml"]


def test_another_matters_party_is_brought_in_without_what_stays_there(tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    deal.write_text(SHORT)
    shutil.copyfile(TEMPLATES_FOLDER.deals / "gulf-ai-campus.yaml", tmp_path / "campus.yaml")
    ran = clausekit("bring-in", "deal.yaml", "campus.yaml", "--only", "parties[operator]", cwd=tmp_path)
    assert ran.code == 0
    assert "Roles" in ran.err
    text = deal.read_text(encoding="utf-8")
    assert "Al Dhafra Compute PJSC" in text
    assert "foreign_measure" not in text
    assert "taken over from" in text


def test_what_is_neither_a_table_nor_a_deal_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").write_text(SHORT)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert clausekit("bring-in", "deal.yaml", "a.pdf", cwd=tmp_path).code == 2
    assert clausekit("bring-in", "deal.yaml", "nowhere.csv", cwd=tmp_path).code == 1
    assert clausekit("bring-in", "nowhere.yaml", "a.pdf", cwd=tmp_path).code == 1
