"""Names are printed exactly, or refused with a reason; never lost, never run."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.deals import NAMES, QUICK, quick_deal, quoted, written_deal
from cli.running import clausekit, printed

LONG = "n" * 10_000
AWKWARD = [
    ("Acme & Co <UK>", 'O’Brien "Trading" GmbH'),
    ("深圳市创新科技有限公司", "شركة الظفرة للحوسبة"),
    ("{{ 7*7 }}", "{% for x in y %} {# no #}"),
    (LONG, "Ünïcödé 𝔄 👩‍💻 Ltd"),
    ('**"Bold"** [[supply]] [#cure] | # x', "C:\\n\\t %s $HOME `id`"),
    ("Two  spaces", "non-breaking\u00a0space"),
]
IDS = ["markup", "scripts", "tags", "long", "our-markup", "spaces"]


@pytest.mark.parametrize(("supplier", "customer"), AWKWARD, ids=IDS)
def test_names_are_printed_exactly(tmp_path: Path, supplier: str, customer: str) -> None:
    quick_deal(tmp_path, SUPPLIER=supplier, CUSTOMER=customer, ITEM=supplier, USER=customer)
    ran = clausekit("draft", "quick.yaml", "--out", "out", cwd=tmp_path)
    assert ran.code == 0, ran.err
    contract = printed(tmp_path / "out" / "quick.docx")
    assert f"{supplier} and {customer}" in contract
    assert any(line.startswith(f"{supplier}, ") for line in contract), "the parties"
    assert contract.count(supplier) >= 3, "the schedules, the signatures"
    assert contract.count(customer) >= 3, "the schedules, the signatures"
    assert any(supplier in line for line in printed(tmp_path / "out" / "quick – memo.docx"))


@pytest.mark.parametrize(("supplier", "customer"), AWKWARD, ids=IDS)
def test_names_are_shown_exactly(tmp_path: Path, supplier: str, customer: str) -> None:
    quick_deal(tmp_path, SUPPLIER=supplier, CUSTOMER=customer)
    ran = clausekit("show", "quick.yaml", cwd=tmp_path)
    assert ran.code == 0, ran.err
    shown = " ".join(ran.out.split())
    for name in (supplier, customer):
        assert shown.count(" ".join(name.split())) >= 3
    assert "49" not in shown


def test_a_name_of_many_words_is_shown_whole(tmp_path: Path) -> None:
    name = " ".join(f"word{number}" for number in range(1200))
    quick_deal(tmp_path, SUPPLIER=name)
    ran = clausekit("show", "quick.yaml", cwd=tmp_path)
    assert name in " ".join(ran.out.split())


def test_a_new_line_in_a_name_is_kept(tmp_path: Path) -> None:
    quick_deal(tmp_path, SUPPLIER="Two\nLines Ltd")
    assert clausekit("draft", "quick.yaml", "--out", "out", cwd=tmp_path).code == 0
    assert printed(tmp_path / "out" / "quick.docx").count("Two\nLines Ltd") >= 2
    assert "behalf of Two\nLines Ltd" in clausekit("show", "quick.yaml", cwd=tmp_path).out


REFUSED = {
    "a control character": "Acme\x07",
    "a deletion": "Acme\x7f",
    "an escape sequence": "\x1b[31mAcme",
    "an override of direction": "Acme\u202edtl",
    "a private sign": "Acme\ue000",
    "a noncharacter": "Acme\ufffe",
    "nothing": "",
    "far too much": "n" * 20_001,
}


@pytest.mark.parametrize("name", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_printed_is_refused_with_a_reason(tmp_path: Path, name: str) -> None:
    quick_deal(tmp_path, SUPPLIER=name)
    ran = clausekit("draft", "quick.yaml", "--out", "out", "--json", cwd=tmp_path)
    assert ran.code == 1
    line = 1 + QUICK.splitlines().index("    name: SUPPLIER")
    (finding,) = ran.answer["findings"]
    assert finding["place"]["file"] == "quick.yaml"
    assert finding["place"]["line"] == line
    assert len(finding["message"]) > 20
    assert not (tmp_path / "out").exists()


def test_a_control_character_never_reaches_the_terminal(tmp_path: Path) -> None:
    quick_deal(tmp_path, SUPPLIER="\x1b]0;owned\x07")
    ran = clausekit("check", "quick.yaml", cwd=tmp_path)
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err


def test_a_raw_control_character_in_the_file_is_refused(tmp_path: Path) -> None:
    text = QUICK.replace("name: SUPPLIER", "name: Ac\x07me")
    for word, name in NAMES.items():
        text = text.replace(f"name: {word}\n", f"name: {quoted(name)}\n")
    written_deal(tmp_path, text)
    ran = clausekit("check", "quick.yaml", cwd=tmp_path)
    assert ran.code == 1
    line = 1 + text.split("\n").index("    name: Ac\x07me")
    assert f"quick.yaml:{line}: error: " in ran.out
