"""Every starter deal under the law of every day: nothing falls over, and what changes was read."""

from __future__ import annotations

from difflib import unified_diff

from assessment.time_walk import REVIEWED, days, told
from clausekit.law import status
from shared import REGISTER, TODAY

NAMES = {
    *("not-made", "proposed", "announced", "in-force", "suspended", "stayed"),
    *("not-enforced", "scheduled", "expired", "revoked"),
}


def test_every_instrument_has_one_status_on_every_day() -> None:
    for day in days():
        for instrument in REGISTER.instruments.values():
            answer = status(REGISTER, instrument, day, TODAY)
            assert answer.name in NAMES
            assert answer.summary
            assert answer.settled or not answer.confirmed


def test_what_changes_for_each_starter_deal_was_read() -> None:
    """A law edit shows here what it changes: read it, and write the list anew."""
    read = REVIEWED.read_text(encoding="utf-8").splitlines()
    changed = list(unified_diff(read, told().splitlines(), "as it was read", "as it is now", lineterm="", n=1))
    assert not changed, "\n".join(["see time_walk.py for the command that writes the list anew", *changed])
