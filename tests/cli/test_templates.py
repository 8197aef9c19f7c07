"""A firm's own templates: copied, used, and every fault in them told with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.deals import quick_deal
from cli.running import clausekit
from shared import ROOT

BUNDLED = ROOT / "templates"


def files(folder: Path) -> dict[str, bytes]:
    """The content of each file under `folder`, without the originals kept there."""
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {name.as_posix(): path.read_bytes() for name, path in found.items() if ".base" not in name.parts}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A firm's own templates, and a deal beside them."""
    quick_deal(tmp_path)
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    return tmp_path / "own"


def add(own: Path, file: str, words: str) -> str:
    """Add a paragraph to a clause file; its place, as findings say it."""
    path = own / "clauses" / file
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
    return f"own/clauses/{file}:{text.count(chr(10)) + 3}"


def test_a_copy_holds_everything_and_our_originals(own: Path) -> None:
    assert files(own) == files(BUNDLED)
    assert files(own / ".base") == files(BUNDLED)


def test_a_copy_needs_a_new_or_empty_folder(own: Path) -> None:
    ran = clausekit("templates", "copy", "own", cwd=own.parent)
    assert (ran.code, ran.out) == (2, "")
    assert "'own' is not an empty folder" in ran.err


def test_a_copy_does_not_go_into_what_is_copied(own: Path) -> None:
    ran = clausekit("templates", "copy", "own/clauses/mine", "--templates", "own", cwd=own.parent)
    assert ran.code == 2
    assert not (own / "clauses" / "mine").exists()


def test_own_templates_draft_the_same_until_they_are_changed(own: Path) -> None:
    folder = own.parent
    assert clausekit("draft", "quick.yaml", "--out", "ours", cwd=folder).code == 0
    assert clausekit("draft", "quick.yaml", "--out", "own out", "--templates", "own", cwd=folder).code == 0
    assert clausekit("draft", "quick.yaml", "--out", "full", "--templates", str(own), cwd=folder).code == 0
    assert files(folder / "ours") == files(folder / "own out") == files(folder / "full")


def test_changed_words_are_in_the_contract(own: Path) -> None:
    add(own, "general/1-standard.md", "This paragraph is our own.")
    ran = clausekit("show", "quick.yaml", "--templates", "own", cwd=own.parent)
    assert ran.code == 0
    assert "This paragraph is our own." in ran.out
    assert "This paragraph is our own." not in clausekit("show", "quick.yaml", cwd=own.parent).out


def test_which_templates_is_said_with_their_hash(own: Path) -> None:
    folder = own.parent
    shutil.copytree(own, folder / "elsewhere" / "templates")
    named = clausekit("law", "--templates", "own", cwd=folder)
    set_before = clausekit("law", cwd=folder, CLAUSEKIT_TEMPLATES="own")
    here = clausekit("law", cwd=folder / "elsewhere")
    bundled = clausekit("law", cwd=folder)
    said = [ran.err.splitlines()[0].split(" (") for ran in (named, set_before, here, bundled)]
    assert [line[0] for line in said] == [
        "templates: --templates",
        "templates: CLAUSEKIT_TEMPLATES",
        "templates: ./templates",
        "templates: bundled",
    ]
    assert len({line[1] for line in said}) == 1, "the same content has the same hash"


def test_the_option_comes_before_the_surroundings(own: Path) -> None:
    ran = clausekit("law", "--templates", "own", cwd=own.parent, CLAUSEKIT_TEMPLATES="nowhere")
    assert ran.code == 0
    assert clausekit("law", cwd=own.parent, CLAUSEKIT_TEMPLATES="nowhere").code == 2


def test_an_office_lock_file_is_no_part_of_the_templates(own: Path) -> None:
    before = clausekit("law", "--templates", "own", cwd=own.parent).err
    (own / "clauses" / "~$lock.md").write_bytes(b"\xff")
    assert clausekit("law", "--templates", "own", cwd=own.parent).err == before


def test_every_fault_is_told_at_once_with_its_file_and_line(own: Path) -> None:
    expected = {
        add(own, "supply/1-standard.md", "The Supplier is {{ supplier.nmae }}."): "did you mean name?",
        add(own, "general/1-standard.md", "{% for item in deal.items %}"): "not closed with {% endfor %}",
        add(own, "governing-law/1-standard.md", "See [[suply]]."): "did you mean supply?",
        add(own, "confidentiality/1-permitted-reports.md", "{{ supplier.__class__ }}"): "reaches for the program",
        add(own, "termination/1-pay-for-accepted-work.md", "{{ ''.join('x') }}"): "cannot call",
        add(own, "flow-down/1-this-deal.md", "{% if never_heard_of %}\nx\n{% endif %}"): "not a circumstance",
        add(own, "suspension/2-end-on-listing.md", "{{ 7 * 7 }}"): "not for wording",
        add(own, "access/3-no-training-citing.md", "{% include 'x' %}"): "not for wording",
    }
    path = own / "clauses" / "change-in-law" / "1-review.md"
    lines = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + b"caf\xe9\n")
    expected[f"own/clauses/change-in-law/1-review.md:{lines + 1}"] = "UTF-8"
    ran = clausekit("check", "quick.yaml", "--templates", "own", cwd=own.parent)
    assert ran.code == 1
    for place, said in expected.items():
        assert any(line.startswith(f"{place}: error: ") and said in line for line in ran.out.splitlines()), (
            place,
            ran.out,
        )


def test_faults_of_the_law_are_told_with_file_and_line(own: Path) -> None:
    law = own / "law" / "cn" / "cn-afsl.yaml"
    text = law.read_text(encoding="utf-8").replace("force: statute", "force: statue", 1)
    law.write_text(text, encoding="utf-8")
    line = 1 + text.splitlines().index("force: statue")
    for verb in (["law"], ["check", "quick.yaml"]):
        ran = clausekit(*verb, "--templates", "own", cwd=own.parent)
        assert ran.code == 1
        assert f"own/law/cn/cn-afsl.yaml:{line}: error: " in ran.out + ran.err
        assert "did you mean statute?" in ran.out + ran.err


def test_faults_of_the_law_leave_no_answer_in_json(own: Path) -> None:
    (own / "law" / "cn" / "cn-afsl.yaml").write_text("id: [")
    every = clausekit("law", "--json", "--templates", "own", cwd=own.parent)
    assert (every.code, every.answer["instruments"]) == (1, [])
    assert every.answer["findings"]
    one = clausekit("law", "us-d5-headquarters", "--json", "--templates", "own", cwd=own.parent)
    assert (one.code, one.answer["id"], one.answer["status"]) == (1, "us-d5-headquarters", None)


def test_faults_of_deal_and_templates_are_told_together(own: Path) -> None:
    add(own, "supply/1-standard.md", "{{ supplier.nmae }}")
    (own.parent / "quick.yaml").write_text("title: Lyon\nknid: supply\n", encoding="utf-8")
    ran = clausekit("check", "quick.yaml", "--templates", "own", cwd=own.parent)
    assert ran.code == 1
    assert "quick.yaml:2: error: " in ran.out
    assert "own/clauses/supply/1-standard.md:" in ran.out


def test_a_loop_in_a_loop_in_a_loop_ends(own: Path) -> None:
    opened = "".join(f"{{% for a{depth} in deal.items %}}\n" for depth in range(10))
    closed = "{% endfor %}\n" * 10
    add(own, "supply/1-standard.md", f"{opened}x\n{closed}")
    deal = own.parent / "quick.yaml"
    text = deal.read_text(encoding="utf-8")
    _, item = text[: text.index("sites:\n")].split("  servers:\n")
    more = "".join(f"  server-{number}:\n{item}" for number in range(12))
    deal.write_text(text.replace("sites:\n", f"{more}sites:\n"), encoding="utf-8")
    ran = clausekit("check", "quick.yaml", "--templates", "own", cwd=own.parent)
    assert ran.code == 1
    assert "own/clauses/supply/1-standard.md:" in ran.out


def test_a_copy_that_cannot_be_written_is_misuse(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    ran = clausekit("templates", "copy", "quick.yaml/own", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "'quick.yaml/own' cannot be written" in ran.err
