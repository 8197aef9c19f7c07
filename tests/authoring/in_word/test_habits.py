"""What Word does to text is forgiven where it can mean one thing, and told where it can mean two."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from authoring.in_word.sheets import BODY, WORDS, changed_body, codes, edited, library, sheet, taken, words_of
from clausekit.drafting import Templates
from clausekit.finding import Severity
from clausekit.word.reading import View
from word.opened import parts, with_part


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    return library(tmp_path_factory.mktemp("own") / "templates")


@pytest.fixture(scope="module")
def fresh(templates: Templates) -> bytes:
    return sheet(templates)


IF = "{% if remote_access %}"
SPLIT = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>'
GOES_ON = '<w:r><w:t xml:space="preserve">'
GO_BACK = '<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>'
LEVEL_2 = '<w:p><w:pPr><w:pStyle w:val="CKLevel2"/>'
FORGIVEN = {
    "a tag over several runs": (IF, f"{{{SPLIT}% i{SPLIT}f remote_{SPLIT}access %{SPLIT}}}"),
    "a capital": (IF, "{% If remote_access %}"),
    "all capitals": (IF, "{% IF REMOTE_ACCESS %}"),
    "a no-break space": (IF, "{%\u00a0if\u00a0remote_access\u00a0%}"),
    "a zero-width space": (IF, "{\u200b% if remote\u200b_access %\u200b}"),
    "a space in the brace": (IF, "{ % if remote_access % }"),
    "no spaces": (IF, "{%if remote_access%}"),
    "more spaces": (IF, "  {%   if   remote_access   %}  "),
    "no braces": (IF, "If remote_access"),
    "an end in two words": ("{% endif %}", "{% End if %}"),
    "a reference with a capital": ("[[suspension]]", "[[ Suspension ]]"),
    "a reference with a no-break space": ("[[suspension]]", "[[suspension\u00a0]]"),
    "an anchor with a capital": ("[#use]", "[# Use]"),
    "low quotation marks at a term": ("“Place”", "„Place“"),
    "straight quotation marks at a term": ("“Place”", '"Place"'),
    "curly quotation marks in the words": ('"allowed"', "“allowed”"),
    "an empty paragraph": (LEVEL_2, f"<w:p/>{LEVEL_2}"),
    "a bookmark in the words": ("Remote access is", f"Remote</w:t></w:r>{GO_BACK}{GOES_ON} access is"),
    "the label of a fact lost": ('<w:alias w:val="deal.forum.city"/><w:tag w:val="deal.forum.city"/>', ""),
}  # fmt: skip


@pytest.mark.parametrize("habit", FORGIVEN)
def test_it_is_forgiven(habit: str, fresh: bytes, templates: Templates) -> None:
    found = taken(edited(fresh, FORGIVEN[habit]), templates)
    assert found.findings == ()
    assert words_of(found) == WORDS


def test_a_box_that_was_lost_is_known_by_its_sample(fresh: bytes, templates: Templates) -> None:
    without = re.compile(r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>")
    found = taken(changed_body(fresh, lambda body: without.sub(r"\1", body)), templates)
    assert found.findings == ()
    assert words_of(found) == WORDS


def sample(fresh: bytes, fact: str) -> str:
    """What a fact is shown as."""
    found = re.search(rf'<w:alias w:val="{re.escape(fact)}"/>.*?<w:t [^>]*>([^<]*)<', parts(fresh)[BODY].decode())
    assert found is not None
    return found[1]


def test_words_typed_on_in_a_box_stand_behind_the_fact(fresh: bytes, templates: Templates) -> None:
    city = sample(fresh, "deal.forum.city")
    found = taken(edited(fresh, (f">{city}<", f">{city} or nearby<")), templates)
    assert words_of(found) == WORDS.replace("{{ deal.forum.city }}", "{{ deal.forum.city }} or nearby")


def test_a_bold_term_in_quotation_marks_is_a_definition(fresh: bytes, templates: Templates) -> None:
    term = f"</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>“Spot”</w:t></w:r>{GOES_ON} is this. Nothing else"
    assert '**"Spot"** is this. Nothing else is' in words_of(taken(edited(fresh, ("Nothing else", term)), templates))


def test_a_new_paragraph_is_set_apart(fresh: bytes, templates: Templates) -> None:
    new = (
        '<w:p><w:pPr><w:pStyle w:val="CKLevel2"/></w:pPr><w:r><w:t>a third place.</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="CKCondition"/></w:pPr><w:r><w:t>{% endif %}'
    )
    old = '<w:p><w:pPr><w:pStyle w:val="CKCondition"/></w:pPr><w:r><w:t xml:space="preserve">{% endif %}'
    found = taken(edited(fresh, (old, new)), templates)
    assert found.findings == ()
    assert words_of(found) == WORDS.replace("another place.\n", "another place.\n\n  a third place.\n")


def styled(style: str, inside: str) -> tuple[str, str]:
    return ("Nothing else", f'</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}<w:p>'
            '<w:pPr><w:pStyle w:val="CKLevel1"/></w:pPr><w:r><w:t xml:space="preserve">Nothing else')  # fmt: skip


REFUSED = {
    "unknown-style": styled("Normal", "<w:r><w:t>At which level?</w:t></w:r></w:p>"),
    "words-beside-tag": (IF, f"{IF} and words"),
    "line-break": ("Remote access is", 'Remote</w:t><w:br/><w:t xml:space="preserve"> access is'),
    "not-words": ("Remote access is", 'Remote</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> is'),
    "hidden-words": ("Remote access is", f"R</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>{GOES_ON}"),
    "position-twice": styled("CKPosition", "<w:r><w:t>access/1-trial</w:t></w:r></w:p>"),
    "two-positions": ("access/1-trial</w:t>", "access/2-other</w:t>"),
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSED)
def test_what_could_mean_two_things_is_refused_with_its_words(code: str, fresh: bytes, templates: Templates) -> None:
    found = taken(edited(fresh, REFUSED[code]), templates)
    (fault, *_) = [finding for finding in found.findings if finding.code == code]
    assert fault.severity is Severity.ERROR
    assert re.match(r"paragraph \d+, “\S.*”: ", fault.message)


def test_other_words_in_a_box_are_refused(fresh: bytes, templates: Templates) -> None:
    city = sample(fresh, "deal.forum.city")
    found = taken(edited(fresh, (f">{city}<", ">Atlantis<")), templates)
    assert codes(found) == ["fact-changed"]
    assert f"holds 'Atlantis' in place of its sample; put '{city}' back" in found.findings[0].message


def test_a_changed_head_is_told(fresh: bytes, templates: Templates) -> None:
    found = taken(edited(fresh, ("is there for trying things", "is there for good")), templates)
    assert codes(found) == ["head-changed"]
    assert found.edits[0].is_none


CONTROL = re.compile(r'<w:alias w:val="Clause [^"]*"/><w:tag w:val="[^"]*"/>')
BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*w:name="_ck_[^>]*/>')
LABEL = re.compile(r'<w:pStyle w:val="CKPosition"/>')
ANCHORS = {"control": (CONTROL, ""), "bookmark": (BOOKMARK, ""), "style": (LABEL, '<w:pStyle w:val="CKHelp"/>')}


def without(content: bytes, anchors: set[str]) -> bytes:
    """The file without some of the marks of where its position begins."""
    for pattern, instead in map(ANCHORS.__getitem__, sorted(anchors)):
        body = parts(content)[BODY].decode()
        content = with_part(content, BODY, pattern.sub(instead, body).encode())
    return content


@pytest.mark.parametrize("kept", ANCHORS)
def test_two_of_the_three_anchors_may_be_lost(kept: str, fresh: bytes, templates: Templates) -> None:
    found = taken(without(fresh, set(ANCHORS) - {kept}), templates)
    assert found.findings == ()
    assert words_of(found) == WORDS


def test_without_any_anchor_nothing_is_guessed(fresh: bytes, templates: Templates) -> None:
    found = taken(without(fresh, set(ANCHORS)), templates)
    assert found.edits == ()
    assert "no-position" in codes(found)


def test_tracked_changes_are_taken_as_asked(fresh: bytes, templates: Templates) -> None:
    change = (
        'Nothing </w:t></w:r><w:ins w:id="901" w:author="A"><w:r><w:t>further</w:t></w:r></w:ins>'
        '<w:del w:id="902" w:author="A"><w:r><w:delText>else</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">'
    )
    content = edited(fresh, ("Nothing else", change))
    assert words_of(taken(content, templates)) == WORDS.replace("Nothing else", "Nothing further")
    assert words_of(taken(content, templates, View.ORIGINAL)) == WORDS


def test_a_tracked_style_is_taken_as_asked(fresh: bytes, templates: Templates) -> None:
    before = '<w:pPrChange w:id="903" w:author="A"><w:pPr><w:pStyle w:val="CKLevel2"/></w:pPr></w:pPrChange>'
    old = '<w:pStyle w:val="CKLevel2"/></w:pPr>'
    content = edited(fresh, (old, f'<w:pStyle w:val="CKLevel3"/>{before}</w:pPr>'))
    assert words_of(taken(content, templates)) == WORDS.replace("  one place", "    one place")
    assert words_of(taken(content, templates, View.ORIGINAL)) == WORDS


def test_a_file_without_its_own_text_is_read_by_its_bookmark(fresh: bytes, templates: Templates) -> None:
    bare = with_part(fresh, "customXml/item1.xml", b"<other/>")
    found = taken(edited(bare, ("Nothing else", "No more")), templates)
    assert found.findings == ()
    assert words_of(found) == WORDS.replace("Nothing else", "No more")
    unmarked = taken(changed_body(bare, lambda body: BOOKMARK.sub("", body)), templates)
    assert codes(unmarked) == ["base-lost"]
    assert words_of(unmarked) == WORDS


def test_both_sides_changes_are_kept_and_clashes_are_told(fresh: bytes, tmp_path: Path) -> None:
    content = edited(fresh, ("Nothing else", "No more"))
    elsewhere = library(tmp_path / "templates", WORDS.replace("one place; and", "a place; and"))
    assert words_of(taken(content, elsewhere)) == WORDS.replace("one place; and", "a place; and").replace(
        "Nothing else", "No more"
    )
    clash = library(tmp_path / "templates", WORDS.replace("Nothing else", "Not a thing"))
    (edit,) = taken(content, clash).edits
    assert edit.words is None
    assert not edit.may_be_written


def test_words_that_break_the_template_are_not_written(fresh: bytes, templates: Templates) -> None:
    (edit,) = taken(edited(fresh, ("[[suspension]]", "[[suspensoin]]")), templates).edits
    assert not edit.may_be_written
    assert [finding.code for finding in edit.findings] == ["dangling-reference"]
