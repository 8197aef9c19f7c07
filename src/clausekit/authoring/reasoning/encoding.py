"""Conditions as propositions with three values: what is possible, and what can be denied.

A formula is undecided where both hold of it. What is said of one and the same fact fits
together: it has one value or is not known, sets of places hold or exclude each other, and
what is true of some member in one respect more is true of some member in one less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clausekit.authoring.reasoning.solver import Solver
from clausekit.conditions.formula import (
    All,
    Answer,
    Comparison,
    Constant,
    Either,
    Empty,
    Formula,
    Known,
    Named,
    Not,
    Over,
    Path,
    Places,
    Share,
)
from clausekit.facts import FactInfo, NoSuchFact, country_of, fact_info
from clausekit.facts.walking import LIKE
from clausekit.law import Register

IN = " in places."
MARKED = re.compile("‹[^›]*›")  # which member of a list, in a path
MOST_PARTS = 64  # of a condition on members, written out; one with more is taken as a whole


@dataclass(frozen=True, slots=True)
class Both:
    """Two literals of a formula: that it is possible, and that it can be denied."""

    possible: int
    deniable: int

    def __invert__(self) -> Both:
        return Both(self.deniable, self.possible)


Literal = tuple[str, bool]  # what is said of a member, and whether it is said or denied
Conjunction = frozenset[Literal]


@dataclass
class Encoding:
    """Formulas of one library, put to one solver."""

    register: Register
    solver: Solver = field(default_factory=Solver)
    names: dict[int, str] = field(default_factory=dict)  # what a variable says, for witnesses
    _formulas: dict[Formula, Both] = field(default_factory=dict)
    _known: dict[str, int] = field(default_factory=dict)
    _atoms: dict[object, Both] = field(default_factory=dict)
    _values: dict[str, dict[object, int]] = field(default_factory=dict)
    _sets: dict[str, dict[str, int]] = field(default_factory=dict)
    _members: dict[str, dict[Conjunction, Both]] = field(default_factory=dict)

    def of(self, formula: Formula) -> Both:
        """The literals of a formula."""
        if formula not in self._formulas:
            self._formulas[formula] = self._encoded(formula)
        return self._formulas[formula]

    def seen(self, formula: Formula) -> Both | None:
        """The literals of a formula that something already depends on."""
        return self._formulas.get(formula)

    def _encoded(self, formula: Formula) -> Both:
        match formula:
            case All(parts):
                return self.every([self.of(part) for part in parts])
            case Either(parts):
                return ~self.every([~self.of(part) for part in parts])
            case Not(part):
                return ~self.of(part)
            case Constant(value):
                return self._constant(value)
            case Named(name):
                return self.of(self.register.circumstances[name].when.formula)
            case Known(path):
                return Both(self.known(path), -self.known(path))
            case Empty(path) | Answer(path):
                return self._open_while_not_known(formula, path)
            case Over():
                return self._over(formula)
        return self._comparison(formula)

    def every(self, parts: Iterable[Both]) -> Both:
        """All of the parts: possible if each is, deniable if one is."""
        found = list(parts)
        return Both(self.all_of(one.possible for one in found), -self.all_of(-one.deniable for one in found))

    def all_of(self, literals: Iterable[int]) -> int:
        """A literal that holds exactly where all of `literals` do."""
        found = list(dict.fromkeys(literals))
        if len(found) == 1:
            return found[0]
        whole = self.solver.variable()
        for literal in found:
            self.solver.add(-whole, literal)
        self.solver.add(whole, *(-literal for literal in found))
        return whole

    def any_of(self, literals: Iterable[int]) -> int:
        return -self.all_of(-literal for literal in literals)

    def _constant(self, value: bool) -> Both:
        true = self.all_of(())
        return Both(true, -true) if value else Both(-true, true)

    def known(self, path: str) -> int:
        """That the fact or list at `path` is known."""
        if path not in self._known:
            variable = self._known[path] = self.solver.variable(preferred=True)
            self.names[variable] = f"{path} is known"
            self._known_with_its_list(path, variable)
        return self._known[path]

    def _known_with_its_list(self, path: str, variable: int) -> None:
        """A fact of a member is known only while the list is, and then always if every deal states it."""
        stated = _always_stated(path)
        lists, member, _ = path.rpartition("[*]")
        if member:
            known = self.known(MARKED.sub("", lists) if lists.count("[*]") == 0 else lists)
            self.solver.add(-variable, known)
            if stated:
                self.solver.add(-known, variable)
        elif stated:
            self.solver.add(variable)

    def _free(self, key: object, words: str, known: int | None = None) -> Both:
        """A proposition of its own; decided exactly where `known` holds, if that is given."""
        if key not in self._atoms:
            both = Both(self.solver.variable(), self.solver.variable(preferred=True))
            self.solver.add(both.possible, both.deniable)
            self.names[both.possible], self.names[both.deniable] = words, f"not {words}"
            if known is not None:
                self.solver.add(known, both.possible)
                self.solver.add(known, both.deniable)
                self.solver.add(-known, -both.possible, -both.deniable)
            self._atoms[key] = both
        return self._atoms[key]

    def _open_while_not_known(self, formula: Empty | Answer, path: str) -> Both:
        words = f"{path} is empty" if isinstance(formula, Empty) else path
        return self._free(formula, words, self.known(path))

    def _comparison(self, formula: Comparison) -> Both:
        match formula:
            case Comparison(left, "ne", right):
                return ~self._comparison(Comparison(left, "eq", right))
            case Comparison(left, "notin", right):
                return ~self._comparison(Comparison(left, "in", right))
            case Comparison(Path(path), "eq", str() | int() | float() as value):
                return self._while_known(path, self._value(path, value))
            case Comparison(Path(path), "in", Places(name)):
                return self._while_known(path, self._in_set(path, name))
            case Comparison(str() as value, "in", Path(path)):
                return self._free(formula, f"{value} in {path}", self.known(path))
        return self._free(formula, said(formula))

    def _while_known(self, path: str, holds: int) -> Both:
        known = self.known(path)
        return Both(self.any_of([-known, holds]), self.any_of([-known, -holds]))

    def _value(self, path: str, value: object) -> int:
        """That the fact at `path`, if known, is `value`: it has one value, of those allowed."""
        if path not in self._values:
            allowed = _allowed(path)
            self._values[path] = {one: self._named(f"{path} is {one}") for one in allowed}
            self._one_of(list(self._values[path].values()), closed=bool(allowed))
        values = self._values[path]
        if value not in values:
            variable = self._named(f"{path} is {value}")
            for other in values.values():
                self.solver.add(-variable, -other)
            values[value] = variable
        return values[value]

    def _named(self, words: str) -> int:
        variable = self.solver.variable()
        self.names[variable] = words
        return variable

    def _one_of(self, variables: list[int], closed: bool) -> None:
        if closed:
            self.solver.add(*variables)
        for index, one in enumerate(variables):
            for other in variables[:index]:
                self.solver.add(-one, -other)

    def exactly_one(self, variables: list[int]) -> None:
        self._one_of(variables, closed=True)

    def _in_set(self, path: str, name: str) -> int:
        """That the place at `path` is in a set: with those sets that hold it, without those that exclude it."""
        sets = self._sets.setdefault(path, {})
        if name not in sets:
            variable = self._named(f"{path} in places.{name}")
            for other, theirs in sets.items():
                self._relate(name, variable, other, theirs)
            sets[name] = variable
        return sets[name]

    def _relate(self, name: str, own: int, other: str, theirs: int) -> None:
        places = self.register.place_codes
        if _within(places[name], places[other]):
            self.solver.add(-own, theirs)
        if _within(places[other], places[name]):
            self.solver.add(-theirs, own)
        if _apart(places[name], places[other]):
            self.solver.add(-own, -theirs)

    def _over(self, formula: Over) -> Both:
        """``some``, part by part; ``every`` is that there is not some member of which the opposite holds."""
        if formula.quantifier == "every":
            return ~self._over(Over("some", formula.name, formula.source, Not(formula.body)))
        parts = _written_out(formula.body, formula.name, True)
        if parts is None:
            return self._free(formula, said(formula))
        return ~self.every([~self._some(formula.source, part) for part in parts])

    def _some(self, source: str, part: Conjunction) -> Both:
        members = self._members.setdefault(source, {})
        if part not in members:
            words = " and ".join(sorted(f"{'' if holds else 'not '}{text}" for text, holds in part))
            both = self._free((source, part), f"some of {source}: {words}")
            empty = self.of(Empty(source))
            self.solver.add(empty.deniable, -both.possible)
            for other, theirs in members.items():
                self._order(part, both, other, theirs)
            members[part] = both
        return members[part]

    def _order(self, part: Conjunction, own: Both, other: Conjunction, theirs: Both) -> None:
        """What holds of some member in more respects holds of some in fewer."""
        for more, less, strong, weak in ((part, other, own, theirs), (other, part, theirs, own)):
            if all(any(self._says(one, wanted) for one in more) for wanted in less):
                self.solver.add(-strong.possible, weak.possible)
                self.solver.add(-weak.deniable, strong.deniable)

    def _says(self, one: Literal, wanted: Literal) -> bool:
        """Whether one literal about a member includes another: a set of places in a larger one."""
        (mine, holds), (theirs, also) = one, wanted
        (path, within, own), (other, also_within, larger) = mine.partition(IN), theirs.partition(IN)
        if one == wanted or not within or not also_within or path != other:
            return one == wanted
        places = self.register.place_codes
        if holds is also:
            return _within(places[own], places[larger]) if holds else _within(places[larger], places[own])
        return holds and _apart(places[own], places[larger])


def _always_stated(path: str) -> bool:
    """Whether every deal states the fact, or, of a member, every member has it."""
    info = _info(path)
    return path == "china" or path.endswith("›") or (info is not None and info.required)


def _allowed(path: str) -> tuple[str, ...]:
    info = _info(path)
    return info.allowed if info else ()


def _info(path: str) -> FactInfo | None:
    """What is asked at a path of the deal, its marks aside."""
    try:
        return fact_info(plain_path(path))
    except NoSuchFact:
        return None


def plain_path(path: str) -> str:
    """A path without marks, as facts are listed; derived lists are those they are taken from."""
    names = (name.partition("[") for name in MARKED.sub("", path).split("."))
    return ".".join(LIKE.get(name, name) + bracket + rest for name, bracket, rest in names).removeprefix("deal.")


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return all(code in other or country_of(code) in other for code in one)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return not any(code in them or country_of(code) in them for us, them in ((one, other), (other, one)) for code in us)


def _written_out(formula: Formula, name: str, holds: bool) -> list[Conjunction] | None:
    """A condition on a member as alternatives, each a set of literals; None where that is too long."""
    match formula:
        case Not(part):
            return _written_out(part, name, not holds)
        case All(parts) | Either(parts):
            sides = [_written_out(part, name, holds) for part in parts]
            whole = [side for side in sides if side is not None]
            if len(whole) < len(sides):
                return None
            together = isinstance(formula, All) is holds
            found = _crossed(whole) if together else [one for side in whole for one in side]
            return found if len(found) <= MOST_PARTS else None
        case Constant(value):
            return [frozenset()] if value is holds else []
    return [frozenset([_literal(formula, name, holds)])]


def _crossed(sides: list[list[Conjunction]]) -> list[Conjunction]:
    found: list[Conjunction] = [frozenset()]
    for side in sides:
        found = [one | other for one in found for other in side][: MOST_PARTS + 1]
    return found


def _literal(formula: Formula, name: str, holds: bool) -> Literal:
    """What is said of a member, whatever the condition calls it."""
    if isinstance(formula, Comparison) and formula.operator in ("ne", "notin"):
        formula = Comparison(formula.left, {"ne": "eq", "notin": "in"}[formula.operator], formula.right)
        holds = not holds
    words = f" {said(formula)}".replace(f" {name}.", " ").replace(f" {name} ", " it ")
    return words.strip(), holds


OPERATORS: Mapping[str, str] = {"eq": "is", "gteq": ">=", "gt": ">", "lteq": "<=", "lt": "<", "ne": "is not"}


def said(formula: Formula) -> str:
    """A formula in words, near enough to what its author wrote."""
    match formula:
        case All(parts) | Either(parts):
            return f" {'and' if isinstance(formula, All) else 'or'} ".join(map(said, parts))
        case Not(part):
            return f"not {said(part)}"
        case Constant(value):
            return str(value).lower()
        case Named(name):
            return name
        case Known(path):
            return f"{path} is known"
        case Empty(path):
            return f"{path} is empty"
        case Answer(path):
            return path
        case Over(quantifier, name, source, body):
            return f"{quantifier} {name} in {source}: {said(body)}"
        case Comparison(left, operator, right):
            return f"{_operand(left)} {OPERATORS.get(operator, operator)} {_operand(right)}"


def _operand(operand: object) -> str:
    match operand:
        case Path(path):
            return path
        case Places(name):
            return f"places.{name}"
        case Share(name, source, counts):
            return f"share of {name} in {source}: {said(counts)}"
    return str(operand)
