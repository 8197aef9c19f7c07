"""The clock: looked at here and nowhere else."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def today() -> date:
    """The one look at the clock."""
    return date.today()
