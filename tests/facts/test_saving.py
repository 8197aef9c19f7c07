"""Saving answers into the deal file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clausekit.facts import NOT_ASKED, NOT_KNOWN, Fact, NoSuchFact, View, read_answer, read_deal, save_fact, view
from facts.deals import DEAL, at

SAVED: list[tuple[str, tuple[str, ...], object]] = [
    ("reasons.foreign_measure", ("reasons", "foreign_measure"), False),
    ("reasons.support", ("reasons", "support"), True),
    ("reasons.own_security", ("reasons", "own_security"), NOT_ASKED),
    ("dates.end", ("dates", "end"), date(2030, 1, 31)),
    ("china", ("china",), ("CN",)),
    ("asks", ("asks",), ()),
    ("parties[operator].links[CN].assets", ("parties", "operator", "links", "CN", "assets"), True),
    ("parties[supplier].links[CN].assets", ("parties", "supplier", "links", "CN", "assets"), NOT_KNOWN),
    ("users[hangzhou-tenant].owners[trust].share",
     ("users", "hangzhou-tenant", "owners", "trust", "share"), Decimal("2.5")),
    ("users[hangzhou-tenant].name", ("users", "hangzhou-tenant", "name"), "A: 'b' # {{ c }}\n某"),
    ("sites[yard].place", ("sites", "yard", "place"), "DE-BY"),
    ("orders.title", ("orders", "title"), "1688"),
    ("remote_access.from", ("remote_access", "from"), ()),
    ("positions[flow-down].reason", ("positions", "flow-down", "reason"), "They refuse."),
    ("positions[excluded-hardware].reason", ("positions", "excluded-hardware", "reason"), "It is theirs."),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "deal.yaml"
    file.write_text(DEAL, encoding="utf-8")
    return file


@pytest.mark.parametrize(("fact_path", "names", "value"), SAVED)
def test_an_answer_is_read_back_as_it_was_saved(
    path: Path, fact_path: str, names: tuple[str, ...], value: object
) -> None:
    assert save_fact(path, fact_path, value) == []
    found, findings = read_deal(path)
    assert not findings
    assert found is not None
    assert at(view(found), *names) == Fact(value, fact_path)
    comments = ("# The Gulf campus, first draft\n", "\n\n# True reasons only\nreasons:\n")
    assert all(comment in path.read_text(encoding="utf-8") for comment in comments)


def test_a_reason_does_not_lose_the_position_that_stood_alone(path: Path) -> None:
    save_fact(path, "positions[excluded-hardware].reason", "It is theirs.")
    found, _ = read_deal(path)
    assert found is not None
    assert found.chosen_positions["excluded-hardware"] == "approved-list"


def test_a_whole_group_can_be_saved_or_opened(path: Path) -> None:
    assert save_fact(path, "parties[operator].links", "none") == []
    assert save_fact(path, "users[hangzhou-tenant].owners", NOT_KNOWN) == []
    assert save_fact(path, "users[lab]", {"name": "Lab", "headquarters": "DE", "access": ("on-site",)}) == []
    found, findings = read_deal(path)
    assert not findings
    assert found is not None
    seen = view(found)
    assert at(seen, "parties", "operator", "links", "CN", "assets") == Fact(False, "parties[operator].links")
    owners = at(seen, "users", "hangzhou-tenant", "owners")
    assert isinstance(owners, View)
    assert owners.members() == Fact(NOT_KNOWN, "users[hangzhou-tenant].owners")
    assert at(seen, "users", "lab", "access") == Fact(("on-site",), "users[lab].access")


def test_an_answer_that_could_not_be_read_is_not_saved(path: Path) -> None:
    (finding,) = save_fact(path, "parties[operator].headquarters", "Dubai")
    assert str(finding) == (
        "parties[operator].headquarters: error: parties[operator].headquarters:"
        " 'Dubai' is not a place; did you mean AE-DU? [unknown-place]"
    )
    assert path.read_text(encoding="utf-8") == DEAL
    with pytest.raises(NoSuchFact):
        save_fact(path, "parties[operator].headquarter", "AE")


@pytest.mark.parametrize(
    ("fact_path", "written", "value"),
    [
        ("reasons.support", "yes", True),
        ("reasons.support", "not known", NOT_KNOWN),
        ("data.held_in", ["CN", "US-DE"], ("CN", "US-DE")),
        ("data.held_in", "none", ()),
        ("data.held_in", "CN", ("CN",)),
        ("dates.end", "2030-01-31", date(2030, 1, 31)),
    ],
)
def test_what_a_person_types_is_read_like_the_file(fact_path: str, written: object, value: object) -> None:
    assert read_answer(fact_path, written) == (value, None)


def test_what_a_person_mistypes_is_a_finding() -> None:
    value, finding = read_answer("reasons.support", "maybe")
    assert value is None
    assert finding is not None
    assert finding.code == "not-yes-or-no"
