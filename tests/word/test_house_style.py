from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

from clausekit.agreement.document import Role
from clausekit.word import HouseStyle, check_house_style, lint, load_house_style, write
from clausekit.word.styles import REQUIRED, ROLE_STYLES
from word.documents import HOUSE_STYLE, MADE, agreement
from word.opened import VALUE, W, body, paragraphs, parsed, parts, text, with_part


def changed(tmp_path: Path, part: str, old: str, new: str) -> Path:
    """The bundled house style with one piece of XML changed."""
    content = HOUSE_STYLE.read_bytes()
    before = parts(content)[part].decode()
    assert old in before
    file = tmp_path / "house.docx"
    file.write_bytes(with_part(content, part, before.replace(old, new).encode()))
    return file


def test_every_role_has_a_style() -> None:
    assert set(ROLE_STYLES) == set(Role)


def test_it_is_kept_as_plain_data_and_read_again(house: HouseStyle) -> None:
    assert HouseStyle.from_json(json.loads(json.dumps(house.as_json()))) == house


def test_a_firm_restyles_everything_from_its_own_file(tmp_path: Path) -> None:
    firm = docx.Document(str(HOUSE_STYLE))
    style = firm.styles["Clause Level 2"]
    style.font.size = Pt(13)
    style.font.name = "Garamond"
    firm.sections[-1].page_width, firm.sections[-1].left_margin = Mm(216), Mm(40)
    firm.styles.add_style("House Special", WD_STYLE_TYPE.PARAGRAPH)
    firm.save(str(tmp_path / "firm.docx"))
    house, findings = load_house_style(tmp_path / "firm.docx")
    assert findings == []
    assert house is not None
    written = write(agreement(2), house, made=MADE)
    assert lint(written) == []
    assert b"Garamond" in parts(written)["word/styles.xml"]
    assert house.section.width == round(216 / 25.4 * 1440)
    assert b"House Special" not in parts(written)["word/styles.xml"]


def test_schedules_are_called_what_the_house_calls_them(tmp_path: Path) -> None:
    file = changed(tmp_path, "word/numbering.xml", "Schedule\u00a0%1", "Annex %1")
    house, findings = load_house_style(file)
    assert findings == []
    assert house is not None
    written = write(agreement(2), house, made=MADE)
    assert "apply from" in next(
        text(one) for one in paragraphs(written) if "Annex 1" in text(one) and "apply" in text(one)
    )
    assert "Schedule\u00a0" not in text(body(written))


def test_styles_are_found_by_name_whatever_their_ids(tmp_path: Path) -> None:
    content = HOUSE_STYLE.read_bytes()
    for part in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        content = with_part(content, part, parts(content)[part].replace(b'"Heading1"', b'"berschrift1"'))
    (tmp_path / "german.docx").write_bytes(content)
    house, findings = load_house_style(tmp_path / "german.docx")
    assert findings == []
    assert house is not None
    assert len(paragraphs(write(agreement(2), house, made=MADE), "Heading1")) == 3


def test_what_other_versions_of_word_add_is_left_out(tmp_path: Path) -> None:
    extended = (
        '<w:styles xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    )
    file = changed(tmp_path, "word/styles.xml", "<w:styles", extended)
    named = parts(file.read_bytes())["word/styles.xml"].replace(
        b'<w:name w:val="Blank"/>', b'<w:name w:val="Blank"/><w:rsid w:val="00AB12CD"/><w14:ligatures w14:val="all"/>'
    )
    file.write_bytes(with_part(file.read_bytes(), "word/styles.xml", named))
    house, findings = load_house_style(file)
    assert findings == []
    assert house is not None
    assert not any(trace in house.styles for trace in ("w14", "Ignorable", "rsid"))


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_style_is_named(name: str, tmp_path: Path) -> None:
    file = changed(tmp_path, "word/styles.xml", f'<w:name w:val="{name}"/>', '<w:name w:val="Other"/>')
    house, findings = load_house_style(file)
    assert house is None
    assert [finding.code for finding in findings] == ["house-style-missing"]
    assert f"'{name}'" in findings[0].message
    assert findings[0].place.file == file.as_posix()


LETTERED = '<w:pStyle w:val="ClauseLevel3"/>'
PRINTED = f'{LETTERED}<w:lvlText w:val="(%3)"/>'
ROMAN = '<w:numFmt w:val="lowerRoman"/>'
NUMBERING_FAULTS = {
    "another format": (PRINTED, PRINTED.replace("(%3)", "%3)")),
    "another count": (f'"lowerLetter"/>{LETTERED}', f'"decimal"/>{LETTERED}'),
    "no number for schedules": ("Schedule\u00a0%1", "Schedule"),
    "starts at two": (f'<w:start w:val="1"/>{ROMAN}', f'<w:start w:val="2"/>{ROMAN}'),
    "never starts again": (ROMAN, f'{ROMAN}<w:lvlRestart w:val="0"/>'),
}


@pytest.mark.parametrize(("sound", "faulty"), NUMBERING_FAULTS.values(), ids=NUMBERING_FAULTS)
def test_numbering_that_would_make_references_wrong_is_an_error(sound: str, faulty: str, tmp_path: Path) -> None:
    file = changed(tmp_path, "word/numbering.xml", sound, faulty)
    assert [finding.code for finding in check_house_style(file)] == ["house-style-numbering"]


def test_a_style_that_is_not_tied_to_its_level_is_an_error(tmp_path: Path) -> None:
    file = changed(tmp_path, "word/numbering.xml", LETTERED, "")
    assert [finding.code for finding in check_house_style(file)] == ["house-style-not-numbered"]


def test_a_style_out_of_its_list_is_an_error(tmp_path: Path) -> None:
    file = changed(
        tmp_path,
        "word/styles.xml",
        '<w:ilvl w:val="3"/><w:numId w:val="1"/>',
        '<w:ilvl w:val="3"/><w:numId w:val="3"/>',
    )
    codes = [finding.code for finding in check_house_style(file)]
    assert codes == ["house-style-not-numbered", "house-style-lists-apart"]


def test_a_heading_without_outline_level_is_a_warning(tmp_path: Path) -> None:
    file = changed(tmp_path, "word/styles.xml", '<w:outlineLvl w:val="0"/>', "")
    house, findings = load_house_style(file)
    assert house is not None
    assert [finding.code for finding in findings] == ["house-style-outline"] * 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"plain text"], ids=["empty", "broken", "text"])
def test_a_file_that_is_no_word_document_is_a_finding(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(content)
    assert [finding.code for finding in check_house_style(tmp_path / "house.docx")] == ["house-style-unreadable"]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert [finding.code for finding in check_house_style(tmp_path / "none.docx")] == ["house-style-unreadable"]


def test_the_file_shows_a_sample_of_every_style() -> None:
    content = HOUSE_STYLE.read_bytes()
    used = {one.get(VALUE) for tag in ("pStyle", "rStyle", "tblStyle") for one in body(content).iter(f"{W}{tag}")}
    named = parsed(parts(content)["word/styles.xml"]).iter(f"{W}style")
    ids = {one.get(f"{W}styleId"): next(one.iter(f"{W}name")).get(VALUE) for one in named}
    shown = {ids[one] for one in used if one in ids}
    assert set(REQUIRED) - shown == {"header", "footer", "Schedule Title"}


def test_any_other_word_file_is_told_what_it_lacks(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "plain.docx"))
    findings = check_house_style(tmp_path / "plain.docx")
    assert {finding.code for finding in findings} == {"house-style-missing", "house-style-not-numbered"}
    assert any("'Clause Level 2'" in finding.message for finding in findings)
