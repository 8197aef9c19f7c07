"""A lower bound on the deals that are needed: outcomes that no two of which can stand in one contract.

A contract holds one position of a topic, and a spot outside of loops comes out in one way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.authoring.clause_texts import Key, Sheet, Sheets
from clausekit.authoring.covering.goals import Goal

Outcomes = Mapping[tuple[Key, int], set[str]]  # how each spot of a position is to come out
Under = tuple[tuple[int, str], ...]


def at_least(sheets: Sheets, goals: Iterable[Goal]) -> int:
    """The most deals that some topic, with the schedules only it brings, needs by itself."""
    outcomes: dict[tuple[Key, int], set[str]] = {}
    for goal in goals:
        outcomes.setdefault((goal.key, goal.spot), set()).add(goal.outcome)
    needs = {key: _need(sheet, outcomes) for key, sheet in sheets.all.items()}
    topics = [topic for topic in sheets.form.running_order if topic in sheets.library.topics]
    return max((_of_topic(topic, sheets, needs) for topic in topics), default=0)


def _of_topic(topic: str, sheets: Sheets, needs: Mapping[Key, int]) -> int:
    """What the positions of a topic need one after the other."""
    own = {key: needs[key] for key in sheets.all if key[0] == topic}
    short = 0
    for schedule, bringing in sheets.referrers.items():
        need = max((needs[key] for key in sheets.all if key[0] == schedule), default=0)
        if len(bringing) == 1 and bringing[0] in own:
            own[bringing[0]] = max(own[bringing[0]], need)
        elif bringing and set(bringing) <= own.keys():
            short = max(short, need - sum(own[key] for key in bringing))
    return sum(own.values()) + max(0, short)


def _need(sheet: Sheet, outcomes: Outcomes) -> int:
    spots = sheet.laid_out.spots
    return max(1 if outcomes.get((sheet.key, -1)) else 0, _most(spots, (), sheet.key, outcomes))


def _most(spots: Iterable[Spot], under: tuple[tuple[int, str], ...], key: Key, outcomes: Outcomes) -> int:
    """The most that one of the spots right under `under` needs."""
    return max((_of_spot(spots, spot, key, outcomes) for spot in spots if spot.under == under), default=0)


def _of_spot(spots: Iterable[Spot], spot: Spot, key: Key, outcomes: Outcomes) -> int:
    own = outcomes.get((key, spot.number), set())
    if spot.kind is not SpotKind.CHOICE:
        return len(own)
    inside = {side: _most(spots, (*spot.under, (spot.number, side)), key, outcomes) for side in ("yes", "no")}
    return _least_sum(own, inside)


def _least_sum(own: set[str], inside: Mapping[str, int]) -> int:
    """The fewest deals for a choice: an undecided one prints both sides, and so serves both."""
    both = [0] if "undecided" not in own else range(1, max(2, *inside.values()) + 1)
    sides = [side for side in ("yes", "no") if side in own]
    return min(count + sum(max(1, inside[side] - count) for side in sides) for count in both)
