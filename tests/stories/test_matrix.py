"""The conflict matrix: each of its rows is told by a deal that meets it and by one that just does not."""

from __future__ import annotations

import pytest

from clausekit.located_yaml import read_file
from shared import ROOT

ROWS = range(1, 14)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_met_and_just_not_met(row: int) -> None:
    located, findings = read_file(ROOT / "templates" / "cases" / "matrix.yaml")
    assert located is not None
    assert findings == []
    told = [story["story"] for story in located.data if story["story"].startswith(f"Row {row}, ")]
    assert any("just not met" in one for one in told)
    assert any("just not met" not in one for one in told)
