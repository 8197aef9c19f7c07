"""Drafting from the screen: the gate first, its findings to jump to, the files, and what is stale afterwards."""

from __future__ import annotations

from pathlib import Path

from clausekit.cli.arguments import Options
from clausekit.cli.interviewing import services_of
from clausekit.interview.internals import KeyLine
from clausekit.interview.page import Page
from clausekit.interview.services import Services, Wanted
from interview.driving import copied, opened, played, until
from shared import TEMPLATES_FOLDER
from word.opened import paragraphs, text


def real_services(folder: Path) -> Services:
    """What the command line hands over."""
    return services_of(Options(out=str(folder / "out")), TEMPLATES_FOLDER, {})


@played
async def test_gate_then_files_then_stale(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    deal.write_text(deal.read_text().replace("registration: CN-4417063", "registration: not known"))
    real = real_services(tmp_path)
    async with opened(deal, check=real.check, write=real.write, out=real.out) as (pilot, screen):
        await pilot.press("f5")
        await until(pilot, lambda: "it may be written" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        lines = "\n".join(pilot.app.screen.query_one("#window-page", Page).plain_lines())
        assert "Left blank in the contract; Enter goes to the fact (1):" in lines
        await pilot.press("enter")
        await until(pilot, lambda: "done" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        names = sorted(path.name for path in (tmp_path / "out").iterdir())
        assert names == [
            "Al Dhafra AI Campus – memo.docx",
            "Al Dhafra AI Campus.docx",
            "Al Dhafra AI Campus.receipt.json",
        ]
        await pilot.press("escape")
        await until(pilot, lambda: screen.desk.draft.found is not None and not screen.desk.draft.stale)
        screen.go_to_fact("governing_law")
        await pilot.pause()
        await pilot.press(*"germany", "enter")
        await until(pilot, lambda: "is stale" in screen.line("status").said)
        await pilot.press("f5")
        await until(pilot, lambda: "it may be written" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        lines = "\n".join(pilot.app.screen.query_one("#window-page", Page).plain_lines())
        assert "Changed since the draft of" in lines
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.facts.row is not None
        assert screen.facts.row.path == "parties[operator].registration"


@played
async def test_what_must_be_mended_is_listed_and_leads_to_its_fact(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    deal.write_text(deal.read_text().replace("governing_law: ", "governing_law: Atlantis # "))
    real = real_services(tmp_path)
    async with opened(deal, check=real.check, write=real.write, out=real.out) as (pilot, screen):
        await pilot.press("f5")
        await until(pilot, lambda: "mended first" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.facts.row is not None
        assert screen.facts.row.path == "governing_law"
        assert not (tmp_path / "out").exists()


@played
async def test_the_annotated_copy_is_written_where_asked_and_edited_files_are_kept(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    real = real_services(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Al Dhafra AI Campus.docx").write_bytes(b"edited by counsel")
    async with opened(deal, check=real.check, write=real.write, out=real.out) as (pilot, _):
        await pilot.press("f5")
        await until(pilot, lambda: "it may be written" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "nothing was written" in pilot.app.screen.query_one("#window-title", KeyLine).said)
        pilot.app.screen.query_one("#window-page", Page).action_end(1)
        await pilot.press("enter")
        await until(pilot, lambda: "done" in pilot.app.screen.query_one("#window-title", KeyLine).said)
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert "Al Dhafra AI Campus – annotated.docx" in names
    assert any("kept" in name for name in names)


@played
async def test_counsels_reason_against_the_advice_stands_in_the_memo_and_nowhere_else(tmp_path: Path) -> None:
    deal = copied(tmp_path)
    real = real_services(tmp_path)
    async with opened(deal, judged=False, check=real.check, write=real.write, out=real.out) as (_, screen):
        screen.desk.deal.choose("access", "place-based", "The tenant refuses declarations")
        paths, findings = screen.desk.write(Wanted())
        assert paths, findings
    memo = (tmp_path / "out" / "Al Dhafra AI Campus – memo.docx").read_bytes()
    contract = (tmp_path / "out" / "Al Dhafra AI Campus.docx").read_bytes()
    assert "The tenant refuses declarations" in "\n".join(map(text, paragraphs(memo)))
    assert "The tenant refuses declarations" not in "\n".join(map(text, paragraphs(contract)))
