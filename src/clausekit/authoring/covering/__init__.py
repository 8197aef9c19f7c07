"""Covering: the small set of deals that shows everything that the templates can print.

Every position, both sides of every test and its open side, every list with members, without
and unknown, every fact printed and left blank. A goal counts as reached only if filling the
wording really came out so. Beside the set stands a lower bound: no set can be smaller.
"""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.authoring.covering.bound import at_least
from clausekit.authoring.covering.goals import Goal, possible_goals
from clausekit.authoring.covering.trying import Trial, Trying
from clausekit.authoring.covering.variants import Variant, variants
from clausekit.authoring.reasoning import World
from clausekit.authoring.settings import Stage

__all__ = ["Coverage", "Goal", "Trial", "Variant", "cover"]


@dataclass(frozen=True)
class Coverage:
    """What a set of deals shows of the templates.

    Args:
        goals: all that can be shown.
        variants: the deals, each with what it is the first to show.
        missing: the goals that no deal shows.
        at_least: no set of deals that shows the goals can be smaller.
    """

    goals: tuple[Goal, ...]
    variants: tuple[Variant, ...]
    missing: tuple[Goal, ...]
    at_least: int


def cover(world: World) -> Coverage:
    """The set of deals that shows what the contracts of `world` can print, made from its starter deals."""
    sheets, templates = world.sheets, world.sheets.templates
    goals = possible_goals(world)
    stage = Stage(templates)
    deals = [Trying(sheets, stage, deal, templates.register.horizon) for deal in templates.folder.starter_deals()]
    found, missing = variants([deal for deal in deals if deal.can_be_read({})], goals)
    shown = [goal for goal in goals if goal not in set(missing)]
    return Coverage(tuple(goals), tuple(found), tuple(missing), at_least(sheets, shown))
