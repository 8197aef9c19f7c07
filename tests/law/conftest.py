"""Fixtures of the tests of the law."""

from __future__ import annotations

from pathlib import Path

import pytest

from law.copied import CopiedLaw


@pytest.fixture
def law(tmp_path: Path) -> CopiedLaw:
    return CopiedLaw(tmp_path)
