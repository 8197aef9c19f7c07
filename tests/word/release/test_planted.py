"""A marker in everything that is ours, all at once: facts, templates, law, house style and folders; none is printed."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from clausekit.cli import main
from clausekit.facts import Audience
from clausekit.word.release.secrets import texts_of
from shared import TEMPLATES_FOLDER, starter_deal
from word.release.markers import MARKERS, with_marker

MARKER = "ZQMARKER"
DEAL = "prc-subsidiary-cutoff"
WORDS_OF_STAFF = re.compile(r'^(\s*(?:- )?(?:says|gives_up|summary|note|about|question): "?)(?=[A-Za-z])', re.MULTILINE)
BLOCKS_OF_STAFF = re.compile(r"^(\s*(?:summary|note): >-?\n\s+)", re.MULTILINE)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the files of a draft in which a marker was planted wherever something is ours."""
    home = tmp_path_factory.mktemp(MARKER)
    templates = home / f"{MARKER}-templates"
    shutil.copytree(TEMPLATES_FOLDER.path, templates)
    plant_in_templates(templates)
    plant_in_house_style(templates / "house-style.docx")
    deal = home / f"{MARKER}.yaml"
    deal.write_text(planted_facts((templates / "deals" / f"{DEAL}.yaml").read_text()))
    assert main(["draft", str(deal), "--templates", str(templates), "--out", str(home / "out")]) == 0
    return home / "out"


def plant_in_templates(templates: Path) -> None:
    """Words of legal staff for each other, remarks in the wording, and remarks in the files."""
    planted = 0
    for path in templates.rglob("*"):
        if path.suffix in (".md", ".yaml") and "cases" not in path.parts and "deals" not in path.parts:
            before = path.read_text()
            text, count = WORDS_OF_STAFF.subn(rf"\g<1>{MARKER} ", before)
            text, more = BLOCKS_OF_STAFF.subn(rf"\g<1>{MARKER} ", text)
            if path.parent.parent.name == "clauses" and path.name != "about.md":
                text += f"\n{{# {MARKER} #}}\n"
            elif path.suffix == ".yaml":
                text += f"\n# {MARKER}\n"
            path.write_text(text)
            planted += count + more
    assert planted > 300


def plant_in_house_style(file: Path) -> None:
    """Every kind of trace, one after the other; two of a kind would be a fault of the file."""
    content = file.read_bytes()
    for kind, plant in MARKERS.items():
        tried = with_marker(content, plant, f"{MARKER}{len(kind)}")
        names = [entry.filename for entry in ZipFile(BytesIO(tried)).infolist()]
        content = tried if len(set(names)) == len(names) and is_sound(tried) else content
    assert content.count(b"PK\x03\x04") > file.read_bytes().count(b"PK\x03\x04")
    file.write_bytes(content)


def is_sound(content: bytes) -> bool:
    """Whether a file with one more marker is still one that a firm could have."""
    from clausekit.word.reading import UnreadableFileError, read_word_bytes

    try:
        read_word_bytes(content, "house-style.docx")
    except UnreadableFileError:
        return False
    return True


def planted_facts(text: str) -> str:
    """The deal with a marker in every text that the other side may not read, and in a remark."""
    texts = list(texts_of(starter_deal(DEAL)))
    shared = [one for one, audience, _ in texts if audience <= Audience.SHARED]
    private = {one for one, audience, _ in texts if audience > Audience.SHARED}
    ours = {one for one in private if not any(one in other for other in shared)}
    for one in sorted(ours, key=len, reverse=True):
        text = text.replace(one, f"{MARKER} {one}")
    assert text.count(MARKER) > 3
    return f"{text}\n# {MARKER}\n"


def test_no_marker_is_in_the_contract(drafted: Path) -> None:
    (contract,) = [path for path in drafted.glob("*.docx") if "memo" not in path.name]
    with ZipFile(contract) as archive:
        found = [name for name in archive.namelist() if MARKER in name or MARKER.encode() in archive.read(name)]
    assert found == []
    assert MARKER.encode() not in contract.read_bytes()


def test_the_memo_shows_that_the_markers_were_there(drafted: Path) -> None:
    (memo,) = [path for path in drafted.glob("*.docx") if "memo" in path.name]
    with ZipFile(memo) as archive:
        assert archive.read("word/document.xml").count(MARKER.encode()) > 20
