"""The memo as a partner reads it: the answer at once, words instead of ids, each conflict on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from clausekit.agreement.document import Document, Paragraph, Table
from clausekit.drafting import draft
from clausekit.word import HouseStyle, write
from clausekit.word.memo import MemoFacts, memo
from clausekit.word.printed import printed
from clausekit.word.references import runs_of
from shared import LIBRARY, REGISTER, TEMPLATES_FOLDER, matter, starter_deal
from word.documents import MADE
from word.libreoffice import Line, require_libreoffice, shown

DEALS = [path.stem for path in sorted(TEMPLATES_FOLDER.deals.glob("*.yaml"))]
LONGEST_ANSWER = 220  # letters: about two lines
LINK = re.compile(r"https?://\S+")
ANSWERS = ["The contract.", "The clash.", "The way out.", "Ask first.", "Watch."]


def memo_of(name: str) -> Document:
    deal = starter_deal(name)
    made = draft(matter(deal))
    return memo(made.assessment, MemoFacts(deal.title, made.about_text))


@pytest.fixture(scope="module", params=DEALS)
def notes(request: pytest.FixtureRequest) -> Document:
    return memo_of(request.param)


def words(notes: Document) -> str:
    """All that is printed, without addresses of pages."""
    return LINK.sub("", "\n".join(printed(runs_of(block)) for block in notes.blocks))


def test_the_answer_is_five_short_paragraphs(notes: Document) -> None:
    texts = [printed(block.runs) for block in notes.blocks if isinstance(block, Paragraph)]
    start = texts.index("The answer") + 1
    answers = texts[start : start + 5]
    assert [answer.startswith(lead) for answer, lead in zip(answers, ANSWERS, strict=True)] == [True] * 5
    assert [answer for answer in answers if len(answer) > LONGEST_ANSWER] == []


def test_words_stand_where_ids_would(notes: Document) -> None:
    ids = {topic.id for topic in LIBRARY.topics.values()}
    ids |= {position.id for topic in LIBRARY.topics.values() for position in topic.positions.values()}
    ids |= {*REGISTER.instruments, *REGISTER.conducts, *REGISTER.circumstances, *starter_authorisations()}
    wording = "\n".join(said_by_staff())
    printed_words = words(notes)
    telling = [one for one in sorted(ids) if "-" in one and one not in wording]
    assert len(telling) > 100
    assert [one for one in telling if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", printed_words)] == []


def said_by_staff() -> Iterator[str]:
    """What legal staff say in words, in which a hyphen is one of the language."""
    for topic in LIBRARY.topics.values():
        yield from (one for position in topic.positions.values() for one in (position.says, position.gives_up))
    for law in REGISTER.instruments.values():
        yield from (law.title, law.summary, law.note, *(event.says or "" for event in law.events))
    yield from (step.says for step in REGISTER.steps.values())


def starter_authorisations() -> set[str]:
    held = (starter_deal(name).authorisations for name in DEALS)
    return {key for one in held if isinstance(one, dict) for key in one}


def test_days_are_written_out(notes: Document) -> None:
    assert re.findall(r"\d{4}-\d{2}-\d{2}", words(notes)) == []


def test_levels_are_told_in_words_so_that_the_matrix_needs_no_colour(notes: Document) -> None:
    titles = [printed(block.runs) if isinstance(block, Paragraph) else "" for block in notes.blocks]
    at = titles.index("Clauses, parties and duties")
    table = next(block for block in notes.blocks[at:] if isinstance(block, Table))
    cells = [printed(cell) for row in table.rows for cell in row[1:]]
    assert all(cell == "–" or cell.startswith(("Needed: ", "Caught: ")) for cell in cells)
    caught = [cell.rpartition("Caught: ")[2] for cell in cells if "Caught: " in cell]
    assert caught
    assert all(re.fullmatch(r"(.+ \((?:note|caution|serious|grave|nothing)[^)]*\)(, )?)+", one) for one in caught)


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", DEALS)
def test_the_answer_stands_on_the_first_page_and_each_conflict_on_one(
    name: str, house: HouseStyle, tmp_path: Path
) -> None:
    require_libreoffice()
    file = tmp_path / "memo.docx"
    file.write_bytes(write(memo_of(name), house, made=MADE))
    lines = shown(file).lines
    assert [line.page for line in lines if line.text.startswith(tuple(ANSWERS))] == [1] * 5
    for begin, end in pairwise(starts(lines)):
        assert {line.page for line in lines[begin:end] if line.text} == {lines[begin].page}, lines[begin].text


def starts(lines: tuple[Line, ...]) -> list[int]:
    """Where each conflict begins, and where the section ends."""
    first = next(at for at, line in enumerate(lines) if line.text == "The conflicts one by one")
    end = next(at for at in range(first + 1, len(lines)) if lines[at].style == "Plain Heading")
    found = [at for at in range(first, end) if lines[at].style == "Plain Subheading"]
    assert found
    return [*found, end]
