"""The interview line by line: the same questions in the same order, answers, commands, and what each is told."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.editing import WorkingDeal
from clausekit.editing.asking import ENDED, Asking
from clausekit.editing.lines import Kind, State
from editing.deals import CAMPUS, SHORT, working


def asked(deal: WorkingDeal) -> Asking:
    return Asking(deal)


def told(asking: Asking, lines: Iterable[str]) -> str:
    return "\n".join(line for typed in lines for line in asking.take(typed))


def at(asking: Asking) -> str:
    return asking.line.path if asking.line else ""


def test_it_asks_what_the_grid_shows_as_open_in_the_same_order() -> None:
    deal = working(SHORT)
    asking = asked(deal)
    open_lines = [
        line.path
        for line in deal.grid().shown
        if line.kind in (Kind.FACT, Kind.LIST) and line.state in (State.NOT_ASKED, State.WRONG)
    ]
    met = []
    while asking.line is not None:
        met.append(at(asking))
        asking.take("")
    assert met == open_lines
    assert asking.question() == [ENDED]


def test_an_answer_is_stated_and_the_next_question_is_asked() -> None:
    deal = working("title: Short\n")
    asking = asked(deal)
    assert at(asking) == "kind"
    asking.take("supply")
    assert deal.data["kind"] == "supply"
    assert at(asking) == "client"


def test_not_known_empty_and_quotes() -> None:
    deal = working(SHORT)
    asking = asked(deal)
    first = at(asking)
    asking.take("?")
    assert deal.data[first] == "not known"
    second = at(asking)
    asking.take("")
    assert second not in deal.data
    asking.take("find title")
    asking.take('"back"')
    assert deal.data["title"] == "back"


def test_a_wrong_answer_is_told_once_and_asked_again() -> None:
    deal = working(SHORT)
    asking = asked(deal)
    asking.take("find parties[buyer].headquarters")
    said = told(asking, ["Germny"])
    assert said.count("is not a place") == 1
    assert at(asking) == "parties[buyer].headquarters"
    assert any("Germny" in line for line in asking.question())
    asking.take("Germany")
    assert deal.data["parties"]["buyer"]["headquarters"] == "DE"


def test_members_of_a_list_are_named_one_after_the_other_and_then_asked_about() -> None:
    deal = working("title: Short\nkind: supply\nclient: seller\n")
    asking = asked(deal)
    told(asking, ["find parties", "seller", "buyer", ""])
    assert list(deal.data["parties"]) == ["seller", "buyer"]
    assert at(asking) == "parties[seller].name"
    told(asking, ["Seller Inc.", "supplier"])
    assert deal.data["parties"]["seller"] == {"name": "Seller Inc.", "roles": ["supplier"]}


def test_a_fact_that_no_longer_matters_is_not_asked() -> None:
    asking = asked(working(SHORT))
    told(asking, ["find forum.kind", "courts"])
    assert at(asking) == "forum.courts"


def test_back_find_why_undo_and_findings() -> None:
    deal = working(CAMPUS)
    asking = asked(deal)
    told(asking, ["find parties[operator].headquarters", "China"])
    told(asking, ["back"])
    assert at(asking) == "parties[operator].headquarters"
    assert "parties[operator].headquarters" in told(asking, ["why"])
    assert "Double bind" in told(asking, ["findings"])
    assert "Taken back" in told(asking, ["undo"])
    assert deal.text == CAMPUS
    assert told(asking, ["find no such words at all"]) == "No question holds 'no such words at all'."


def test_an_answer_that_moves_findings_says_so() -> None:
    asking = asked(working(CAMPUS))
    said = told(asking, ["find parties[operator].links[CN].affiliates", "yes"])
    assert "+ warning" in said or "- warning" in said


def test_next_goes_to_what_settles_most_and_says_what() -> None:
    deal = working(CAMPUS)
    asking = asked(deal)
    assert "It would settle" in told(asking, ["next"])
    assert asking.line is not None
    assert asking.line.state is not State.KNOWN


def test_what_is_noted_stands_in_the_deal() -> None:
    deal = working(SHORT)
    asking = asked(deal)
    told(asking, ["find parties[seller].name", "about source Register extract of 1 May"])
    assert deal.data["about"]["parties[seller].name"] == {"source": "Register extract of 1 May"}
    assert "source, note" in told(asking, ["about colour blue"])


def test_quit_ends_with_how_the_deal_stands() -> None:
    asking = asked(working(SHORT))
    asking.take("quit")
    assert asking.over
    assert "facts are known" in asking.summary()[0]
