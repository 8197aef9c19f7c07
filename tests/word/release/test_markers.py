"""A marker of each kind: none gets from a house style into a contract, and none gets a file through the gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.agreement.document import Role
from clausekit.finding import has_errors
from clausekit.word import HouseStyle, load_house_style, write
from clausekit.word.reading import read_word_bytes
from clausekit.word.release import gate
from word.documents import HOUSE_STYLE, MADE, document, paragraph
from word.opened import parts
from word.release.markers import MARKERS, PACKAGE_MARKERS, with_marker

MARKER = "ZQMARKER"
SMALL = document(paragraph(Role.CLAUSE_HEADING, "Heading"), paragraph(Role.BODY, "Text."), header="Header")


@pytest.fixture(scope="module")
def contract(house: HouseStyle) -> bytes:
    return write(SMALL, house, made=MADE)


def test_there_are_at_least_fifty_kinds() -> None:
    assert len(MARKERS) + len(PACKAGE_MARKERS) >= 50


def test_a_clean_contract_passes(contract: bytes) -> None:
    assert gate(read_word_bytes(contract, "x")) == []


@pytest.mark.parametrize("kind", MARKERS)
def test_the_gate_refuses_each_kind(kind: str, contract: bytes) -> None:
    content = with_marker(contract, MARKERS[kind], MARKER)
    found = gate(read_word_bytes(content, "x"))
    assert has_errors(found)


@pytest.mark.parametrize("kind", PACKAGE_MARKERS)
def test_the_gate_refuses_what_the_package_hides(kind: str, contract: bytes) -> None:
    content = PACKAGE_MARKERS[kind](contract, MARKER)
    found = gate(read_word_bytes(content, "x"))
    assert {one.code for one in found} == {"word-hidden-bytes"}


@pytest.mark.parametrize("kind", MARKERS)
def test_no_kind_gets_from_a_house_style_into_a_contract(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "house.docx"
    file.write_bytes(with_marker(HOUSE_STYLE.read_bytes(), MARKERS[kind], MARKER))
    house, findings = load_house_style(file)
    assert house is not None, findings
    written = write(SMALL, house, made=MADE)
    assert [name for name, part in parts(written).items() if MARKER.encode() in part] == []
    assert MARKER.encode() not in written
