"""Tracked changes are read in one of three ways, and the way is always said."""

from __future__ import annotations

import pytest

from clausekit.word.reading import Kind, View, read_word_bytes
from word.reading import corpus


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(content: str) -> str:
    return f'<w:ins w:id="1" w:author="Jane" w:date="2026-01-01T00:00:00Z">{content}</w:ins>'


def deleted(text: str, kind: str = "del") -> str:
    return (
        f'<w:{kind} w:id="2" w:author="Jane"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{kind}>'
    )


def marked(kind: str) -> str:
    """Properties of a paragraph whose end was inserted or deleted."""
    return f"<w:pPr><w:rPr><w:{kind} w:id='3' w:author='Jane'/></w:rPr></w:pPr>"


def texts(body: str, view: View) -> list[str]:
    opened = read_word_bytes(corpus.plain(body), "theirs.docx")
    return [one.text(view) for one in opened.paragraphs(view)]


CASES = {
    "words": (
        f"<w:p>{run('Pay in ')}{deleted('30')}{inserted(run('90'))}{run(' days.')}</w:p>",
        ["Pay in 90 days."],
        ["Pay in 30 days."],
        ["Pay in 3090 days."],
    ),
    "a whole paragraph inserted": (
        f"<w:p>{run('One.')}</w:p><w:p>{marked('ins')}{inserted(run('Two.'))}</w:p><w:p>{run('Three.')}</w:p>",
        ["One.", "Two.", "Three."],
        ["One.", "Three."],
        ["One.", "Two.", "Three."],
    ),
    "a whole paragraph deleted": (
        f"<w:p>{run('One.')}</w:p><w:p>{marked('del')}{deleted('Two.')}</w:p><w:p>{run('Three.')}</w:p>",
        ["One.", "Three."],
        ["One.", "Two.", "Three."],
        ["One.", "Two.", "Three."],
    ),
    "two paragraphs joined": (
        f"<w:p>{marked('del')}{run('One, ')}</w:p><w:p>{run('two.')}</w:p>",
        ["One, two."],
        ["One, ", "two."],
        ["One, ", "two."],
    ),
    "a move": (
        f"<w:p>{deleted('It. ', 'moveFrom')}{run('And. ')}<w:moveTo w:id='4'>{run('It. ')}</w:moveTo></w:p>",
        ["And. It. "],
        ["It. And. "],
        ["It. And. It. "],
    ),
    "a row": (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='5'/></w:trPr><w:tc><w:p>{run('cell')}</w:p></w:tc></w:tr></w:tbl>",
        [],
        ["cell"],
        ["cell"],
    ),
    "inside a control, a link, a simple field and a smart tag": (
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('a')}</w:hyperlink><w:sdt><w:sdtContent>{run('b')}</w:sdtContent>"
        f"</w:sdt><w:fldSimple w:instr='REF x'>{run('c')}</w:fldSimple><w:smartTag>{run('d')}</w:smartTag></w:p>"
        "</w:sdtContent></w:sdt>",
        ["abcd"],
        ["abcd"],
        ["abcd"],
    ),
    "a field": (corpus.field_of("REF x"), ["x"], ["x"], ["x"]),
    "breaks, tabs and symbols": (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:sym w:char='00A7'/></w:r></w:p>",
        ["a\t\n\u2011§"],
        ["a\t\n\u2011§"],
        ["a\t\n\u2011§"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_view_shows_what_word_would(name: str) -> None:
    body, accepted, original, as_marked = CASES[name]
    assert texts(body, View.ACCEPTED) == accepted
    assert texts(body, View.ORIGINAL) == original
    assert texts(body, View.MARKED) == as_marked


def test_of_two_versions_of_a_text_box_one_is_read() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    compatible = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    body = (
        f"<w:p>{run('before')}<w:r><mc:AlternateContent {compatible}><mc:Choice Requires='wps'>"
        f"{box.format(corpus.paragraph('in the box'))}</mc:Choice><mc:Fallback>"
        f"{box.format(corpus.paragraph('in the old box'))}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body, View.ACCEPTED) == ["before", "in the box"]


def test_who_changed_what_is_kept() -> None:
    opened = read_word_bytes(corpus.plain(CASES["words"][0]), "theirs.docx")
    (paragraph,) = opened.paragraphs(View.MARKED)
    changes = [(change.kind, change.author) for one in paragraph.runs for change in one.changes]
    assert changes == [(Kind.DELETED, "Jane"), (Kind.INSERTED, "Jane")]


def test_hidden_words_are_read_and_said_to_be_hidden() -> None:
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr></w:r>"
    body = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>{shown}</w:p>"
    (paragraph,) = read_word_bytes(corpus.plain(body), "theirs.docx").paragraphs(View.MARKED)
    assert [(one.text, one.hidden) for one in paragraph.runs] == [("secret", True), ("", False)]


def test_controls_around_a_paragraph_are_known() -> None:
    opened = read_word_bytes(corpus.plain(f"<w:sdt><w:sdtContent>{corpus.paragraph('x')}</w:sdtContent></w:sdt>"), "x")
    assert len(opened.paragraphs(View.MARKED)[0].controls) == 1
