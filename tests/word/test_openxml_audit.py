from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clausekit.agreement.document import Contents, Document, Role, SignatureBlock, Text
from clausekit.word import HouseStyle, write
from word.documents import HOUSE_STYLE, MADE, ODD_NAMES, agreement, document, items, paragraph

DOCUMENTS: dict[str, Document] = {
    "agreement": agreement(3),
    "empty": document(),
    "one line": document(paragraph(Role.BODY, "x")),
    "contents alone": document(Contents()),
    "odd names": document(*(paragraph(Role.BODY, Text(name, literal=True)) for name in ODD_NAMES.values())),
    "table last": document(paragraph(Role.CLAUSE_HEADING, key="clause-1"), items(2)),
    "signature first": document(SignatureBlock((Text("Acme"),)), title=ODD_NAMES["markup"], header=ODD_NAMES["quotes"]),
    "restarts": document(*(paragraph(Role.CLAUSE_3, "again", restarts=True) for _ in range(3))),
    "every role": document(*(paragraph(role, role.value) for role in Role)),
}


def audited(file: Path) -> str:
    run = subprocess.run([sys.executable, "-m", "openxml_audit", str(file)], capture_output=True, text=True)
    return "" if run.returncode == 0 else run.stdout + run.stderr


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_error_in_any_file(name: str, house: HouseStyle, tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(write(DOCUMENTS[name], house, made=MADE))
    assert audited(file) == ""


def test_no_error_in_the_house_style() -> None:
    assert audited(HOUSE_STYLE) == ""
