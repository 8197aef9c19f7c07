from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_STORED

import pytest

from clausekit.word.reading import (
    DamagedFileError,
    FileTooLargeError,
    Limits,
    MissingFileError,
    UnreadableFileError,
    View,
    fields_of,
    read_word_bytes,
    read_word_file,
)
from word.reading import corpus


@pytest.mark.parametrize("name", corpus.HOSTILE)
def test_what_could_harm_is_refused_with_its_reason(name: str) -> None:
    content, code = corpus.HOSTILE[name]
    with pytest.raises(UnreadableFileError) as refused:
        read_word_bytes(content, "theirs.docx")
    assert refused.value.code == code
    finding = refused.value.finding()
    assert finding.place.file == "theirs.docx"
    assert refused.value.reason in finding.message


@pytest.mark.parametrize("name", corpus.REPORTED)
def test_what_points_outside_is_reported_and_left_alone(name: str) -> None:
    content, code = corpus.REPORTED[name]
    opened = read_word_bytes(content, "theirs.docx")
    assert code in {finding.code for finding in opened.reports}
    assert all("our client" not in finding.message for finding in opened.reports)


def test_a_plain_file_has_nothing_to_report() -> None:
    opened = read_word_bytes(corpus.plain(), "theirs.docx")
    assert opened.reports == ()
    assert [one.text(View.ACCEPTED) for one in opened.paragraphs(View.ACCEPTED)] == ["Pay in 30 days."]


def test_a_remark_does_not_cut_the_words_around_it() -> None:
    opened = read_word_bytes(corpus.plain(corpus.paragraph("30<!-- 60 --> days<?x?>")), "theirs.docx")
    assert opened.paragraphs(View.ACCEPTED)[0].text(View.ACCEPTED) == "30 days"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(file=100), "100 bytes"),
        (Limits(entries=2), "2 entries"),
        (Limits(total=300), "300 bytes"),
        (Limits(xml=100), "100 bytes"),
        (Limits(elements=5), "5 elements"),
        (Limits(ratio=1, ratio_from=10), "packed more than 1 times"),
    ],
)
def test_each_limit_holds(limits: Limits, words: str) -> None:
    with pytest.raises(FileTooLargeError, match=words):
        read_word_bytes(corpus.plain(), "theirs.docx", limits)


def test_elements_are_counted_in_parts_whose_names_do_not_tell() -> None:
    more = '<Override PartName="/word/header.bin" ContentType="application/vnd.x.wordprocessingml.header+xml"/>'
    content = corpus.with_parts({corpus.TYPES: corpus.types(more=more), "word/header.bin": b"<a/>" * 100})
    with pytest.raises(FileTooLargeError, match="50 elements"):
        read_word_bytes(content, "theirs.docx", Limits(elements=50))


def test_eighty_nested_tables_are_read() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 80 + corpus.paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 80
    opened = read_word_bytes(corpus.plain(nested), "theirs.docx")
    assert opened.paragraphs(View.ACCEPTED)[0].text(View.ACCEPTED) == "deep"


def test_a_damaged_part_is_told_by_its_name() -> None:
    content = corpus.with_parts({corpus.RELATIONS: b"<Relationships"})
    with pytest.raises(DamagedFileError, match=r"theirs\.docx: word/_rels/document\.xml\.rels: .*line 1"):
        read_word_bytes(content, "theirs.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_the_encodings_of_the_standard_are_read(encoding: str) -> None:
    text = corpus.document(corpus.paragraph("Zürich 深圳")).decode()
    opened = read_word_bytes(corpus.with_parts({corpus.MAIN: text.encode(encoding)}), "theirs.docx")
    assert opened.paragraphs(View.ACCEPTED)[0].text(View.ACCEPTED) == "Zürich 深圳"


def test_strict_files_are_read_like_others() -> None:
    opened = read_word_bytes(corpus.strict(), "theirs.docx")
    assert opened.paragraphs(View.ACCEPTED)[0].text(View.ACCEPTED) == "Pay in 30 days."


def test_stored_parts_and_folders_are_read() -> None:
    entries = [("word/", b""), *corpus.plain_parts().items()]
    assert read_word_bytes(corpus.with_entries(entries, ZIP_STORED), "theirs.docx").main == corpus.MAIN


def test_a_link_inside_the_file_points_nowhere_else() -> None:
    opened = read_word_bytes(corpus.plain(corpus.field_of(' HYPERLINK \\l "_Toc1" ')), "theirs.docx")
    assert opened.reports == ()


def test_scattered_and_nested_fields_are_put_together() -> None:
    inner = corpus.field_of("PA", "GE").removeprefix("<w:p>").removesuffix("</w:p>")
    body = corpus.field_of(" IF ", " = 1").replace("</w:r><w:r><w:fldChar", f"</w:r>{inner}<w:r><w:fldChar", 1)
    opened = read_word_bytes(corpus.plain(body), "theirs.docx")
    assert {field.name for field in fields_of(opened.tree(opened.main))} == {"PAGE", "IF"}


def test_a_file_that_is_not_there_is_one_of_the_family(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path, Path("\0")):
        with pytest.raises(MissingFileError):
            read_word_file(path)


def test_the_house_style_is_read(tmp_path: Path) -> None:
    file = tmp_path / "plain.docx"
    file.write_bytes(corpus.plain())
    assert read_word_file(file, "shown").file == "shown"
