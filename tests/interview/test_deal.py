"""The deal's screen: answers are saved and judged, not known is a key, undo goes where it changes, nothing is lost."""

from __future__ import annotations

from pathlib import Path

from clausekit.interview.contract_entries import blanks_in
from clausekit.interview.finding_entries import finding_key
from clausekit.interview.page import Page
from interview.driving import copied, opened, played, shown, until


def with_a_blank(folder: Path) -> Path:
    """A deal whose contract leaves a blank."""
    deal = copied(folder)
    deal.write_text(deal.read_text().replace("registration: CN-4417063", "registration: not known"))
    return deal


@played
async def test_an_answer_is_saved_and_judged_anew(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal) as (pilot, screen):
        screen.go_to_fact("parties[operator].links[CN].affiliates")
        await pilot.pause()
        before = len(screen.findings)
        await pilot.press("y", "enter")
        await until(pilot, lambda: screen.whole and len(screen.findings) != before)
        assert "CN: {affiliates: yes, assets: not known" in deal.read_text()
        assert screen.facts.row is not None
        assert screen.facts.row.path == "parties[operator].links[CN].assets"


@played
async def test_not_known_is_one_key_and_a_second_takes_it_back(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press("ctrl+t")
        assert "governing_law: not known" in deal.read_text()
        await pilot.press("ctrl+t")
        assert "governing_law" not in deal.read_text()


@played
async def test_undo_goes_to_the_fact_it_changes(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    text = deal.read_text()
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press("d", "e", "enter")
        await until(pilot, lambda: "governing_law: DE" in deal.read_text())
        screen.go_to_fact("title")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: deal.read_text() == text)
        assert screen.facts.row is not None
        assert screen.facts.row.path == "governing_law"
        await pilot.press("ctrl+y")
        await until(pilot, lambda: "governing_law: DE" in deal.read_text())


@played
async def test_a_place_is_completed_by_its_name(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press(*"singa")
        await until(pilot, lambda: "SG Singapore" in screen.line("choices").said)
        await pilot.press("enter")
        await until(pilot, lambda: "governing_law: SG" in deal.read_text())


@played
async def test_wrong_text_stays_with_its_problem_below(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, (80, 24), judged=False) as (pilot, screen):
        screen.go_to_fact("dates.end")
        await pilot.pause()
        await pilot.press(*"soon", "down")
        await until(pilot, lambda: "✗ End" in shown(screen))
        assert "soon" in shown(screen)
        assert "'soon' is not a date" in shown(screen)


@played
async def test_chinese_and_arabic_names_are_pasted_kept_and_drawn(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    name = "杭州钱塘 شركة الظفرة Škoda"
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("parties[operator].name")
        await pilot.pause()
        screen.facts.type_over(name)
        await pilot.press("down")
        await until(pilot, lambda: name in deal.read_text())
        assert "杭州钱塘" in shown(screen)


@played
async def test_several_pasted_lines_are_joined_and_told(tmp_path: Path) -> None:
    from textual import events

    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("parties[operator].address")
        await pilot.pause()
        screen.facts.field.post_message(events.Paste("Tower 3\nAl Maryah Island\n"))
        await until(pilot, lambda: screen.facts.field.value == "Tower 3 Al Maryah Island")
        await until(pilot, lambda: any("joined" in note.message for note in pilot.app._notifications))


@played
async def test_from_a_finding_to_fact_law_and_back(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), (200, 50)) as (pilot, screen):
        undecided = next(finding for finding in screen.findings if finding.code == "undecided")
        screen.show_pane("findings")
        screen.page("findings").go_to(finding_key(undecided))
        await pilot.press("enter")
        assert screen.facts.row is not None
        assert screen.facts.row.path == undecided.decided_by[0]
        await pilot.press("escape")
        assert (screen.pane, screen.page("findings").pointed) == ("findings", finding_key(undecided))
        screen.page("findings").action_end(-1)
        await pilot.press("f8", "l")
        await until(pilot, lambda: "Events" in shown(pilot.app.screen))
        assert "Sources" in "\n".join(pilot.app.screen.query_one("#window-page", Page).plain_lines())
        await pilot.press("escape")
        await pilot.press("c")
        assert screen.pane == "contract"


@played
async def test_from_a_fact_to_its_finding_and_its_blank_and_from_a_clause_to_fact_and_law(tmp_path: Path) -> None:
    async with opened(with_a_blank(tmp_path), (200, 50)) as (pilot, screen):
        undecided = next(finding for finding in screen.findings if finding.code == "undecided")
        path = undecided.decided_by[0]
        screen.go_to_fact(path)
        await pilot.press("f3")
        found = screen.pointed_finding()
        assert found is not None
        assert path in (found.place.fact, *found.decided_by)
        await pilot.press("escape")
        assert (screen.pane, screen.facts.row.path if screen.facts.row else "") == ("facts", path)

        contract = screen.contract_page
        assert contract is not None
        blank = next(fact for block in contract.blocks for fact in blanks_in(block))
        screen.go_to_fact(blank)
        await pilot.press("f4")
        assert screen.pane == "contract"
        assert blank in blanks_in(contract.blocks[screen.page("contract").at])
        await pilot.press("f")
        assert screen.facts.row is not None
        assert screen.facts.row.path == blank

        marked = next(index for index, block in enumerate(contract.blocks) if id(block) in screen.concerned)
        screen.show_pane("contract")
        screen.page("contract").go_to_entry(marked)
        await pilot.press("f3")
        assert screen.pointed_finding() in screen.concerned[id(contract.blocks[marked])]
        await pilot.press("c")
        assert screen.page("contract").at == marked


@played
async def test_blanks_and_the_words_a_finding_concerns_are_marked_with_numbers_as_in_word(tmp_path: Path) -> None:
    async with opened(with_a_blank(tmp_path), (200, 50)) as (_, screen):
        contract = screen.contract_page
        assert contract is not None
        looks = {span.look for entry in contract.entries for span in entry.spans}
        marked = [entry for entry in contract.entries if entry.look == "concerned"]
        assert "blank" in looks
        assert marked
        assert all("▲" in entry.words or "■" in entry.words for entry in marked)
        labels = [entry.label for entry in contract.entries if entry.label]
        assert {"1.", "1.1", "(a)", "(1)", "(A)"} <= set(labels)


@played
async def test_next_question_goes_to_the_fact_that_settles_most(tmp_path: Path) -> None:
    async with opened(copied(tmp_path)) as (pilot, screen):
        most = next(fact for fact in screen.known_open() if not fact.path.startswith("law:"))
        await pilot.press("f7")
        assert screen.facts.row is not None
        assert screen.facts.row.path == most.path
        assert "It would settle" in screen.line("status").said
        first = screen.facts.row.path
        await pilot.press("f7")
        assert screen.facts.row.path != first


@played
async def test_leaving_cleanly_leaves_nothing_behind(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    async with opened(deal, judged=False) as (pilot, screen):
        screen.go_to_fact("governing_law")
        await pilot.press("d", "e", "enter")
        await until(pilot, lambda: "governing_law: DE" in deal.read_text())
    assert [path.name for path in tmp_path.iterdir()] == [deal.name]
