"""A small satisfiability solver: unit propagation over watched literals, and backtracking.

A literal is a whole number: a variable's number, or its negative for "not". Variables are
tried in the order of their numbers, each first with its preferred value, so that the same
question has the same witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Model = frozenset[int]  # the literals that hold, one for each variable


class Solver:
    """Clauses, each of which must hold in some literal."""

    def __init__(self) -> None:
        self.variables = 0
        self._clauses: list[list[int]] = []
        self._units: list[int] = []
        self._watching: dict[int, list[list[int]]] = defaultdict(list)
        self._preferred: dict[int, bool] = {}
        self._contradiction = False

    def variable(self, preferred: bool = False) -> int:
        """A new variable."""
        self.variables += 1
        self._preferred[self.variables] = preferred
        return self.variables

    def add(self, *literals: int) -> None:
        """At least one of `literals` holds."""
        clause = list(dict.fromkeys(literals))
        if any(-literal in clause for literal in clause):
            return
        if len(clause) < 2:
            self._units += clause
            self._contradiction |= not clause
            return
        self._clauses.append(clause)
        for literal in clause[:2]:
            self._watching[literal].append(clause)

    def solve(self, assumed: Iterable[int] = ()) -> Model | None:
        """A model in which `assumed` holds, or None where there is none."""
        return None if self._contradiction else _Search(self, [*self._units, *assumed]).model()

    def branch(self, variable: int) -> int:
        """The literal to try first."""
        return variable if self._preferred[variable] else -variable


class _Search:
    def __init__(self, solver: Solver, given: list[int]) -> None:
        self.solver = solver
        self.given = given
        self.watching = solver._watching
        self.holds: set[int] = set()
        self.trail: list[int] = []

    def model(self) -> Model | None:
        if not all(self._take(literal) for literal in self.given):
            return None
        decisions: list[tuple[int, int]] = []  # the length of the trail before it, and the literal
        following = 1
        while True:
            following = self._next(following)
            if following > self.solver.variables:
                return frozenset(self.holds)
            literal = self.solver.branch(following)
            decisions.append((len(self.trail), literal))
            while not self._take(literal):
                while True:
                    if not decisions:
                        return None
                    length, literal = decisions.pop()
                    self._undo(length)
                    if literal == self.solver.branch(abs(literal)):
                        break
                following = abs(literal)
                literal = -literal
                decisions.append((length, literal))

    def _next(self, variable: int) -> int:
        while variable <= self.solver.variables and (variable in self.holds or -variable in self.holds):
            variable += 1
        return variable

    def _undo(self, length: int) -> None:
        self.holds.difference_update(self.trail[length:])
        del self.trail[length:]

    def _take(self, literal: int) -> bool:
        """Let a literal hold and all that follows from it; False where that contradicts itself."""
        start = len(self.trail)
        if not self._assign(literal):
            return False
        while start < len(self.trail):
            if not self._propagate(-self.trail[start]):
                return False
            start += 1
        return True

    def _assign(self, literal: int) -> bool:
        if literal in self.holds:
            return True
        if -literal in self.holds:
            return False
        self.holds.add(literal)
        self.trail.append(literal)
        return True

    def _propagate(self, failed: int) -> bool:
        """Clauses that watched a literal that fails watch another, or their last literal holds."""
        watching = self.watching[failed]
        kept: list[list[int]] = []
        for index, clause in enumerate(watching):
            if clause[0] == failed:
                clause[0], clause[1] = clause[1], clause[0]
            if clause[0] in self.holds or not self._move(clause):
                kept.append(clause)
                if clause[0] not in self.holds and not self._assign(clause[0]):
                    self.watching[failed] = [*kept, *watching[index + 1 :]]
                    return False
        self.watching[failed] = kept
        return True

    def _move(self, clause: list[int]) -> bool:
        """Let a clause watch another literal that has not failed."""
        for index in range(2, len(clause)):
            if -clause[index] not in self.holds:
                clause[1], clause[index] = clause[index], clause[1]
                self.watching[clause[1]].append(clause)
                return True
        return False
