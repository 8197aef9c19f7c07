"""The annotated copy: findings as comments at the words they concern."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.agreement.document import Blank, Document, Paragraph, Role
from clausekit.drafting import Draft, draft
from clausekit.word import HouseStyle, write
from clausekit.word.annotations import annotate
from clausekit.word.printed import printed
from clausekit.word.reading import read_word_bytes
from clausekit.word.release import gate
from shared import LIBRARY, matter, starter_deal
from word.documents import MADE, document, paragraph
from word.libreoffice import require_libreoffice, shown
from word.opened import W, body, each, parsed, parts, text


@pytest.fixture(scope="module")
def made() -> Draft:
    return draft(matter(starter_deal("carmaker-deepseek")))


@pytest.fixture(scope="module")
def annotated(made: Draft, house: HouseStyle) -> bytes:
    return of(made, house)


def of(made: Draft, house: HouseStyle) -> bytes:
    comments = annotate(made.contract, made.assessment, made.findings)
    return write(made.contract, house, made=MADE, comments=comments)


def anchored(content: bytes) -> dict[str, str]:
    """The words of the paragraph that each comment stands at."""
    found = {}
    for element in body(content).iter(f"{W}p"):
        for start in element.iter(f"{W}commentRangeStart"):
            found[start.get(f"{W}id", "")] = text(element)
    return found


def comments(content: bytes) -> dict[str, list[str]]:
    root = parsed(parts(content)["word/comments.xml"])
    return {one.get(f"{W}id", ""): [text(line) for line in each(one, "w:p")] for one in root.iter(f"{W}comment")}


def test_each_comment_is_anchored_once_and_ended(annotated: bytes) -> None:
    starts, ends, marks = (
        [one.get(f"{W}id", "") for one in body(annotated).iter(f"{W}{kind}")]
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference")
    )
    assert sorted(starts) == sorted(ends) == sorted(marks) == sorted(comments(annotated))
    assert len(set(starts)) == len(starts) > 10


def test_a_double_bind_names_its_level_both_laws_and_the_way_out(annotated: bytes) -> None:
    binds = [lines for lines in comments(annotated).values() if lines[0].startswith("Double bind: ")]
    assert binds
    for lines in binds:
        assert lines[1].startswith("Asked for by: ")
        assert lines[2].startswith("Caught by: ")
        assert any(one.startswith(("Lowered by the position ", "No other position of this clause")) for one in lines)


def test_words_stand_where_ids_would(annotated: bytes) -> None:
    told = "\n".join(line for lines in comments(annotated).values() for line in lines)
    ids = {f"“{position}”" for topic in LIBRARY.topics.values() for position in topic.positions if "-" in position}
    assert [one for one in sorted(ids) if one in told] == []
    assert "(cn)" not in told
    assert "an affiliate of" in told or "Isarwerk Huadong" in told


def test_an_exposure_that_a_double_bind_tells_is_not_told_twice(made: Draft, house: HouseStyle) -> None:
    told = annotate(made.contract, made.assessment, made.findings)
    bound = {(one.clause, one.instruments[-1]) for one in made.findings if one.code == "double-bind"}
    again = [one for one in made.findings if one.code == "exposure" and (one.clause, one.instruments[-1]) in bound]
    assert again
    assert told == annotate(made.contract, made.assessment, [one for one in made.findings if one not in again])


def test_law_is_anchored_in_the_clause_it_concerns(annotated: bytes, made: Draft) -> None:
    clauses = {clause.topic for clause in made.assessment.clauses}
    words = {topic: " ".join(_words(made.contract, topic)) for topic in clauses}
    stands_at = anchored(annotated)
    by_message = {one.message: one.clause for one in made.findings if one.clause}
    checked = 0
    for number, lines in comments(annotated).items():
        clause = next((by_message[line] for line in lines if line in by_message), None)
        if clause is not None and words.get(clause):
            assert stands_at[number] in words[clause]
            checked += 1
    assert checked > 5


def _words(contract: Document, topic: str) -> list[str]:
    blocks = [one for one in contract.blocks if isinstance(one, Paragraph) and one.clause == topic]
    return [printed(one.runs) for one in blocks]


def test_an_open_fact_is_told_at_its_blank(annotated: bytes) -> None:
    opened = {number: lines for number, lines in comments(annotated).items() if lines[0] == "Open"}
    assert opened
    for number, lines in opened.items():
        assert f"[{lines[1].removesuffix(' is not known yet.')}]" in anchored(annotated)[number]


def test_author_and_day_are_fixed_and_the_bytes_repeat(annotated: bytes, made: Draft, house: HouseStyle) -> None:
    root = parsed(parts(annotated)["word/comments.xml"])
    told = {(one.get(f"{W}author"), one.get(f"{W}date")) for one in root.iter(f"{W}comment")}
    assert told == {("clausekit", "2026-11-24T00:00:00Z")}
    assert of(made, house) == annotated


def test_the_contract_reads_the_same(annotated: bytes, made: Draft, house: HouseStyle) -> None:
    assert text(body(annotated)) == text(body(write(made.contract, house, made=MADE)))


def test_the_gate_refuses_it(annotated: bytes) -> None:
    codes = {one.code for one in gate(read_word_bytes(annotated, "x.docx"))}
    assert "release-comment" in codes


@pytest.mark.libreoffice
def test_libreoffice_shows_every_comment(annotated: bytes, tmp_path: Path) -> None:
    require_libreoffice()
    file = tmp_path / "annotated.docx"
    file.write_bytes(annotated)
    assert shown(file).comments == len(comments(annotated))


def test_runs_that_are_open_more_than_once_are_told_once() -> None:
    blank = Blank("price", "items[x].price")
    contract = document(paragraph(Role.BODY, blank), paragraph(Role.BODY, blank))
    made = draft(matter(starter_deal("carmaker-deepseek")))
    assert len(annotate(contract, made.assessment, ()).texts) == 1
