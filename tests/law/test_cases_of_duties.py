"""Every duty in the register catches its one case and leaves its other."""

from __future__ import annotations

import pytest

from clausekit.law.cases import judge_case
from clausekit.law.register import Duty
from shared import REGISTER


@pytest.mark.parametrize("duty", REGISTER.duties, ids=lambda duty: duty.id)
def test_catches_its_case(duty: Duty) -> None:
    level, findings = judge_case(REGISTER, duty, duty.catches_case)
    assert findings == []
    assert level.at_least >= 1, duty.catches_case.says


@pytest.mark.parametrize("duty", REGISTER.duties, ids=lambda duty: duty.id)
def test_leaves_its_case(duty: Duty) -> None:
    level, findings = judge_case(REGISTER, duty, duty.leaves_case)
    assert findings == []
    assert level.at_most == 0, duty.leaves_case.says
