from __future__ import annotations

import re

import pytest

from clausekit.word import HouseStyle, lint, write
from word.documents import HOUSE_STYLE, MADE, agreement
from word.opened import parts, with_part

BODY = "word/document.xml"
NUMBERING = "word/numbering.xml"
DELETION = '<w:p><w:del w:id="900" w:author="A"><w:r><w:t>x</w:t></w:r></w:del></w:p>'

WORDS = r"<w:t [^>]*>([^<]*)</w:t>"
LAST_SECTION = r"<w:sectPr>(?!.*<w:sectPr>)"
STYLE = r"(<w:pStyle [^>]*/>)"
NAMED = r'(<w:bookmarkStart w:id="\d+" w:name=")_Ref\d+'
FIELD_END = r'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
ELSEWHERE = r'\1<w:numPr><w:numId w:val="99"/></w:numPr>'
SHARED = DELETION.replace("900", "1")

FAULTS = {
    "a bookmark name twice": (BODY, NAMED, r"\1_Ref000000001", "word-bookmark-twice"),
    "a bookmark without end": (BODY, r"<w:bookmarkEnd[^>]*/>", "", "word-bookmark-open"),
    "a reference to nothing": (BODY, r" REF _Ref\d+ ", " REF _Ref000000000 ", "word-reference-to-nothing"),
    "a field without end": (BODY, FIELD_END, "", "word-field-open"),
    "a list that is not there": (BODY, STYLE, ELSEWHERE, "word-list-unknown"),
    "a list twice": (NUMBERING, r'w:numId="2"', 'w:numId="1"', "word-list-twice"),
    "deleted text outside a deletion": (BODY, WORDS, r"<w:delText>\1</w:delText>", "word-deleted-text"),
    "a change with a bookmark's id": (BODY, LAST_SECTION, f"{SHARED}<w:sectPr>", "word-id-shared"),
    "two changes with one id": (BODY, LAST_SECTION, f"{DELETION * 2}<w:sectPr>", "word-id-shared"),
}


def test_what_is_written_has_no_fault(house: HouseStyle) -> None:
    assert lint(write(agreement(), house, made=MADE)) == []
    assert lint(HOUSE_STYLE.read_bytes()) == []


@pytest.mark.parametrize(("part", "sound", "faulty", "code"), FAULTS.values(), ids=FAULTS)
def test_each_planted_fault_is_found(part: str, sound: str, faulty: str, code: str, house: HouseStyle) -> None:
    written = write(agreement(2), house, made=MADE)
    times = 2 if code == "word-bookmark-twice" else 1
    planted = re.sub(sound, faulty, parts(written)[part].decode(), count=times)
    assert planted != parts(written)[part].decode()
    found = lint(with_part(written, part, planted.encode()))
    assert code in {finding.code for finding in found}
    assert {finding.place.file for finding in found} <= {part, "word/styles.xml", "word/document.xml"}
