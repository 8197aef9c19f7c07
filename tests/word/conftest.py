from __future__ import annotations

import pytest

from clausekit.word import HouseStyle, load_house_style
from word.documents import HOUSE_STYLE


@pytest.fixture(scope="session")
def house() -> HouseStyle:
    """The bundled house style."""
    loaded, findings = load_house_style(HOUSE_STYLE)
    assert findings == []
    assert loaded is not None
    return loaded
