"""The same bytes under every version of Python; where its zlib packs otherwise, the same parts."""

from __future__ import annotations

import json
import subprocess
import zlib
from pathlib import Path

import pytest

from clausekit.word import part_hashes
from cli.pythons import ROOT, Interpreter, equipped, others
from cli.running import clausekit, environment

DRAFT = ("draft", "gulf-ai-campus", "--annotated", "--out", "out")
TIME_LIMIT = 300
OTHERS = others()


@pytest.mark.other_pythons
@pytest.mark.parametrize("interpreter", OTHERS or [None], ids=str)
def test_another_python_writes_the_same(
    interpreter: Interpreter | None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if interpreter is None:
        pytest.skip("needs another version of Python, 3.11 or newer")
    python = equipped(interpreter, request.config.cache.mkdir("pythons") if request.config.cache else tmp_path)
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    assert clausekit(*DRAFT, cwd=here).code == 0
    surroundings = environment(PYTHONPATH=str(ROOT / "src"), PYTHONHASHSEED="7", TZ="Asia/Shanghai")
    ran = subprocess.run(
        [python, "-m", "clausekit", *DRAFT], cwd=there, env=surroundings, capture_output=True, timeout=TIME_LIMIT
    )
    assert ran.returncode == 0, ran.stderr.decode()
    ours, theirs = ({path.name: path.read_bytes() for path in (one / "out").iterdir()} for one in (here, there))
    assert parts(ours) == parts(theirs)
    if interpreter.zlib == zlib.ZLIB_RUNTIME_VERSION:
        assert ours == theirs


def parts(files: dict[str, bytes]) -> dict[str, object]:
    """The parts of each Word file; of a receipt what it says of them, and all the rest but the hashes of files."""
    told: dict[str, object] = {name: part_hashes(content) for name, content in files.items() if name.endswith(".docx")}
    (receipt,) = (json.loads(content) for name, content in files.items() if name.endswith(".json"))
    of_files = {name: one["parts"] for name, one in receipt["files"].items()}
    assert len(told) == 3
    assert of_files == told
    return {**told, "receipt": {**receipt, "files": of_files}}
