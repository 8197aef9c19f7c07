"""Reasoning: what can and cannot meet in one contract, without listing combinations.

Choices of positions, circumstances and what is known become propositions; questions about
them are answered by a small satisfiability solver, with one witness for each yes. It reads
conditions as formulas and weighs nothing.
"""

from clausekit.authoring.reasoning.encoding import Encoding
from clausekit.authoring.reasoning.solver import Model, Solver
from clausekit.authoring.reasoning.world import Under, World, fact_at

__all__ = ["Encoding", "Model", "Solver", "Under", "World", "fact_at"]
