from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from clausekit.word import HouseStyle, part_hashes, write
from clausekit.word.house_style_builder import bundled_house_style, main
from word.documents import HOUSE_STYLE, MADE, agreement

WRITE = """
import hashlib, sys
from word.documents import HOUSE_STYLE, MADE, agreement
from clausekit.word import load_house_style, write
house, _ = load_house_style(HOUSE_STYLE)
print(hashlib.sha256(write(agreement(3), house, made=MADE)).hexdigest())
"""


def elsewhere(**environment: str) -> str:
    """The hash of the agreement, written by another process in other circumstances."""
    path = os.pathsep.join(one for one in sys.path if one)
    run = subprocess.run(
        [sys.executable, "-c", WRITE],
        env={"PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"},
    ],
    ids=["shanghai", "los-angeles"],
)
def test_other_circumstances_give_the_same_bytes(environment: dict[str, str], house: HouseStyle) -> None:
    here = hashlib.sha256(write(agreement(3), house, made=MADE)).hexdigest()
    assert elsewhere(**environment) == here


def test_the_entries_of_the_file_tell_no_time(house: HouseStyle) -> None:
    with ZipFile(BytesIO(write(agreement(1), house, made=MADE))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr, entry.comment, entry.extra) for entry in entries} == {
        (0, 0x20, b"", b"")
    }
    assert entries[0].filename == "[Content_Types].xml"


def test_the_bundled_house_style_is_what_its_builder_makes(tmp_path: Path, house: HouseStyle) -> None:
    main([str(tmp_path / "made.docx")])
    assert part_hashes((tmp_path / "made.docx").read_bytes()) == part_hashes(HOUSE_STYLE.read_bytes())
    written, builder = write(agreement(1), house, made=MADE), write(agreement(1), bundled_house_style(), made=MADE)
    assert written == builder
