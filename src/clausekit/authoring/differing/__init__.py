"""Differing: what a change of the templates does to what they print, and to the starter deals.

Every variant of the new templates, and those of the old ones that show what is gone, is made
from both sets with the same facts. It judges nothing and writes no file.
"""

from clausekit.authoring.differing.redlines import redline_books
from clausekit.authoring.differing.touched import Changes, Moved, Touched, changes

__all__ = ["Changes", "Moved", "Touched", "changes", "redline_books"]
