"""The clause library: topics, their positions, and which position is chosen.

It reads `templates/clauses/` and the running orders in `templates/agreements/`,
and picks one position for each topic by the order of tests in `selection`. It
knows no law: what a choice costs is told to it by whoever calls it. It never
fills in wording and never prints.
"""

from clausekit.clauses.library import NONE, Does, Form, Library, Position, Topic
from clausekit.clauses.loading import read_library, read_position
from clausekit.clauses.selection import Choice, ChosenBy, Cost, choose

__all__ = [
    "NONE",
    "Choice",
    "ChosenBy",
    "Cost",
    "Does",
    "Form",
    "Library",
    "Position",
    "Topic",
    "choose",
    "read_library",
    "read_position",
]
