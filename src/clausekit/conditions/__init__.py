"""Conditions: one small expression language with three values, used by law and clauses.

It uses Jinja's expression syntax, is parsed by Jinja and evaluated here. What it
may say: a fact (``user.headquarters``), a comparison, ``in places.NAME``,
``and``/``or``/``not``, ``is known``, ``some(user in deal.users, ...)``,
``every(...)``, the name of a circumstance, ``true`` and ``false``; and of owners the
share held by those of whom something is true: ``share(owner in user.owners, ...) >= 50``.

A condition is compiled once. Its answer is a `Truth`: true, false, or undecided
with the facts that would decide it. This room knows no fact and no law by name;
it sees a deal only through `clausekit.facts.view`.
"""

from clausekit.conditions.language import Condition, Scope, Vocabulary, compile_condition
from clausekit.conditions.looking import ConditionFault
from clausekit.conditions.truth import FALSE, TRUE, Truth, both, either, undecided

__all__ = [
    "FALSE",
    "TRUE",
    "Condition",
    "ConditionFault",
    "Scope",
    "Truth",
    "Vocabulary",
    "both",
    "compile_condition",
    "either",
    "undecided",
]
