"""The time walk: every starter deal under the law of every day on which anything happens.

    PYTHONPATH=tests .venv/bin/python -m assessment.time_walk

writes it into time_walk.txt, to be read and kept with the edit of the law that changed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from clausekit.assessment.walking import Stop, walk
from clausekit.law.calendar import A_DAY, event_days
from shared import REGISTER, TEMPLATES_FOLDER, matter, starter_deal

REVIEWED = Path(__file__).with_suffix(".txt")
BINDS = {True: "binds", False: "does not bind", None: "may bind"}
HEAD = f"""\
What changes for each starter deal when it is judged under the law of another day: + a headline that
is new, - one that is gone, = a clause that takes another position. Read the difference when the law
is edited; write it anew with the command in {Path(__file__).name}.
"""


def days() -> list[date]:
    """Every day on which anything happens, with the day before and the day after."""
    found = event_days(REGISTER)
    return sorted({near for day in found for near in (day - A_DAY, day, day + A_DAY)})


def walked(name: str) -> list[Stop]:
    return list(walk(matter(starter_deal(name)), days()))


def told() -> str:
    """The whole walk as text."""
    return "\n".join([HEAD, *(line for name in TEMPLATES_FOLDER.starter_deals() for line in _deal(name))]) + "\n"


def _deal(name: str) -> Iterator[str]:
    stops = walked(name)
    yield f"{name}, from {stops[0].on}"
    yield from (f"    + {headline}" for headline in stops[0].headlines)
    yield from (f"    = {topic}: {position}" for topic, position in stops[0].positions.items())
    for before, after in pairwise(stops):
        changes = [*_headlines(before, after), *_positions(before.positions, after.positions)]
        if changes:
            yield f"{after.on}: {', '.join(_moved(before, after))}"
            yield from changes
    yield ""


def _moved(before: Stop, after: Stop) -> list[str]:
    law = [f"{name} {BINDS[live]}" for name, live in after.live.items() if live != before.live[name]]
    return law or ["an authorisation ends"]


def _headlines(before: Stop, after: Stop) -> Iterator[str]:
    yield from (f"    + {headline}" for headline in after.headlines if headline not in before.headlines)
    yield from (f"    - {headline}" for headline in before.headlines if headline not in after.headlines)


def _positions(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for topic in {**before, **after}:
        was, now = before.get(topic, "none"), after.get(topic, "none")
        if was != now:
            yield f"    = {topic}: {was} -> {now}"


if __name__ == "__main__":
    REVIEWED.write_text(told(), encoding="utf-8")
