"""`templates test`: stories run from the command line, and those that do not hold told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import clausekit

HOLDS = """- story: Hardware is kept out.
  deal: french-supply
  choose: {excluded-hardware: none}
  expect: [{code: gap}]
"""
FAILS = """- story: The moon is in it.
  deal: french-supply
  choose: {general: none}
  says: [the moon]
"""
UNREADABLE = """- story: Nobody knows.
  deal: french-suply
- stroy: x
- story: Bad.
  deal: french-supply
  with: {a..b: x}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    for file in (tmp_path / "own" / "cases").glob("*.yaml"):
        file.unlink()
    return tmp_path / "own"


def test_stories_that_hold_say_nothing(own: Path) -> None:
    (own / "cases" / "mine.yaml").write_text(HOLDS, encoding="utf-8")
    ran = clausekit("templates", "test", "own", cwd=own.parent)
    assert (ran.code, ran.out) == (0, "")
    assert "1 of 1 stories hold." in ran.err


def test_stories_that_fail_are_sentences_with_their_place(own: Path) -> None:
    (own / "cases" / "mine.yaml").write_text(HOLDS + FAILS + UNREADABLE, encoding="utf-8")
    ran = clausekit("templates", "test", "own", cwd=own.parent)
    assert ran.code == 1
    said = ran.out.splitlines()
    assert said[0].startswith("own/cases/mine.yaml:8: error: the contract does not say 'the moon'.")
    assert said[0].endswith("In the story: The moon is in it. [story-fails]")
    assert [line.split(": ")[0] for line in said[1:]] == [f"own/cases/mine.yaml:{line}" for line in (9, 11, 12)]
    assert "did you mean french-supply?" in said[1]
    assert "did you mean story?" in said[2]
    assert "1 of 5 stories hold." in ran.err


def test_stories_as_json(own: Path) -> None:
    (own / "cases" / "mine.yaml").write_text(FAILS, encoding="utf-8")
    answer = clausekit("templates", "test", "own", "--json", cwd=own.parent).answer
    assert (answer["stories"], answer["hold"], len(answer["findings"])) == (1, 0, 1)
