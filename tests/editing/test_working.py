"""A deal being worked on: answers, groups, notes, positions, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clausekit.editing import Change, WorkingDeal
from clausekit.facts import NoSuchFact
from editing.deals import CAMPUS, SHORT, working

HEADQUARTERS = "parties[buyer].headquarters"


@pytest.mark.parametrize(
    ("path", "typed", "line"),
    [
        (HEADQUARTERS, "fr", "    headquarters: FR"),
        (HEADQUARTERS, "Deutschland", "    headquarters: DE"),
        (HEADQUARTERS, "Not Known", "    headquarters: not known"),
        ("title", "a: 'b' # c", "title: \"a: 'b' # c\"   # working title"),
        ("title", "5520318", 'title: "5520318"   # working title'),
        ("parties[buyer].roles", "customer, oper", "    roles: [customer, operator]"),
        ("parties[buyer].government", "Y", "    government: yes"),
        ("dates.end", "3. May 2031", "  end: 2031-05-03"),
        ("dates.end", "May 3, 2031", "  end: 2031-05-03"),
        ("dates.end", "3.5.2031", "  end: 2031-05-03"),
        ("items[chip].classification", "3a090.A", "    classification: 3A090.a"),
        ("parties[buyer].owners[fund].share", "48,5 %", "        share: 48.5"),
        ("parties[buyer].owners[fund].name", "杭州某某\u2028科技", '        name: "杭州某某\\u2028科技"'),
        ("data.held_in", "none", "  held_in: none"),
        ("parties[buyer].links[CN].assets", "no", "      CN:"),
    ],
)
def test_what_is_typed_is_stated_as_the_file_states_it(path: str, typed: str, line: str) -> None:
    deal = working()
    deal.answer(path, typed)
    assert line in deal.text.splitlines()
    assert "  # The buyer is new" in deal.text.splitlines()


@pytest.mark.parametrize(
    ("path", "typed", "problem"),
    [
        (HEADQUARTERS, "Gemany", "did you mean DE?"),
        ("dates.end", "1/2/2027", "is not a date"),
        ("dates.end", "31.2.2027", "is not a date"),
        ("kind", "suply", "did you mean supply?"),
        ("parties[buyer].roles", "custmer", "did you mean customer?"),
        ("client", "nobody", "there is no party 'nobody'"),
        ("title", "bell \x07", "U+0007"),
    ],
)
def test_wrong_text_stays_as_it_was_typed_with_its_problem(path: str, typed: str, problem: str) -> None:
    deal = working()
    change = deal.answer(path, typed)
    line = deal.grid().by_path[path]
    assert problem in change.problem
    assert (line.text, str(line.state)) == (typed, "wrong")
    assert problem in line.problem


def test_an_empty_answer_takes_the_fact_out_and_leaves_its_party_there() -> None:
    deal = working()
    deal.add("users", "Tenant")
    deal.answer("users[tenant].headquarters", "CN")
    deal.answer("users[tenant].headquarters", " ")
    assert "users[tenant]" in deal.grid().by_path
    assert "headquarters: CN" not in deal.text


def test_members_are_added_copied_moved_and_removed_with_ids_that_stay() -> None:
    deal = working()
    assert deal.add("parties", "Zürich Capital & Co.").path == "parties[zurich-capital-co]"
    assert deal.add("parties", "Zürich Capital & Co.").path == "parties[zurich-capital-co-2]"
    assert deal.add("parties[buyer].links", "hongkong").path == "parties[buyer].links[HK]"
    assert "is not a place" in deal.add("parties[buyer].links", "Atlantis").problem
    assert deal.duplicate("parties[buyer]").path == "parties[buyer-2]"
    deal.move("parties[buyer-2]", -9)
    assert list(deal.data["parties"]) == ["buyer-2", "seller", "buyer", "zurich-capital-co", "zurich-capital-co-2"]
    assert deal.data["parties"]["buyer-2"] == deal.data["parties"]["buyer"]
    deal.note("parties[buyer-2].name", source="register")
    assert deal.remove("parties[buyer-2]").path == "parties"
    assert "about" not in deal.data


def test_a_moved_member_takes_its_comment_along() -> None:
    deal = working()
    deal.move("parties[buyer]", -1)
    lines = deal.text.splitlines()
    assert lines.index("  # The buyer is new") + 1 == lines.index("  buyer:") < lines.index("parties:") + 3


def test_undo_and_redo_go_over_everything_and_name_the_fact() -> None:
    deal = working()
    texts = [deal.text]
    edits: tuple[Callable[[], Change], ...] = (
        lambda: deal.answer(HEADQUARTERS, "FR"),
        lambda: deal.not_known("users"),
        lambda: deal.add("items", "chip"),
        lambda: deal.note("title", owner="A. Counsel"),
        lambda: deal.choose("flow-down", "resale-chain", "the client asked"),
        lambda: deal.strike("suspension", "not wanted"),
        lambda: deal.reword("access", "place-based", "# Access\n\nNobody shall enter.\n"),
        lambda: deal.remove("parties[buyer]"),
    )
    for edit in edits:
        assert edit().changed
        texts.append(deal.text)
    for text in reversed(texts[:-1]):
        deal.undo()
        assert deal.text == text
    assert not deal.undo().changed
    assert deal.redo().path == HEADQUARTERS
    assert deal.text == texts[1]


def test_answers_of_one_fact_that_go_on_are_one_step() -> None:
    deal = working()
    for typed in ("S", "Sh", "Shor"):
        deal.answer("title", typed, more=True)
    deal.answer("title", "Other")
    deal.undo()
    assert deal.data["title"] == "Shor"
    deal.undo()
    assert deal.text == SHORT


def test_nothing_is_asked_at_a_path_that_no_deal_has() -> None:
    with pytest.raises(NoSuchFact):
        working().answer("parties[buyer].hq", "DE")
    with pytest.raises(NoSuchFact):
        working().add("title")


def test_a_file_with_mistakes_is_shown_whole() -> None:
    deal = working(SHORT.replace("roles: [customer]", "roles: [custmer]\n    flavour: sweet"))
    lines = deal.grid().by_path
    assert lines["parties[buyer].roles"].text == "custmer"
    stray = lines["parties[buyer].flavour"]
    assert (stray.kind, stray.text) == ("stray", "sweet")
    deal.remove(stray.path)
    assert "flavour" not in deal.text


def test_a_text_that_is_no_yaml_can_be_looked_at_and_not_changed() -> None:
    deal = working("title: [")
    assert deal.grid().lines == ()
    assert "cannot be read" in deal.answer("title", "x").problem
    assert deal.text == "title: ["


def test_an_empty_file_becomes_a_deal() -> None:
    deal = working("")
    assert "title" in deal.snapshot().judged().missing
    fill(deal)
    assert deal.snapshot().judged().missing == ""
    assert deal.reading.findings == ()


def fill(deal: WorkingDeal) -> None:
    for path, typed in (("title", "New"), ("kind", "supply"), ("client", "us")):
        deal.answer(path, typed)
    for party, role in (("us", "supplier"), ("them", "customer")):
        deal.add("parties", party)
        deal.answer(f"parties[{party}].name", party)
        deal.answer(f"parties[{party}].roles", role)


def test_hidden_facts_are_kept_and_come_back() -> None:
    deal = working(CAMPUS)
    deal.answer("forum.kind", "courts")
    line = deal.grid().by_path["forum.institution"]
    assert (line.moot, line.text) == ("kind: courts", "LCIA")
    assert line not in deal.grid().shown
    assert "institution: LCIA" in deal.text
    deal.not_known("forum.kind")
    assert deal.grid().by_path["forum.institution"].moot == ""


def test_groups_count_how_their_facts_stand() -> None:
    count = working(CAMPUS).grid().by_path["reasons"].count
    assert (count.known, count.not_known, count.not_asked, count.total) == (5, 1, 0, 6)
