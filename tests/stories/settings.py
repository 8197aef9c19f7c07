"""Deals of the repository's templates with facts answered otherwise, for tests that need no story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clausekit.authoring.settings import Setting, Stage
from clausekit.facts import Deal
from shared import TEMPLATES, TODAY

STAGE = Stage(TEMPLATES)


def deal_with(name: str, facts: Mapping[str, Any]) -> Deal:
    """A deal with some of its facts answered otherwise, as a deal file would state them."""
    return STAGE.deal(Setting(name, facts, {}, TODAY, TODAY))
