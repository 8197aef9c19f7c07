"""Compiling a condition: Jinja's expression syntax in, a three-valued function out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from jinja2 import Environment, TemplateSyntaxError, nodes

from clausekit.conditions.comparing import COMPARISONS, Operand, comparison
from clausekit.conditions.formula import Formula, formula_of
from clausekit.conditions.looking import Bound, ConditionFault, check_answer, check_comparison, shape_of
from clausekit.conditions.plain_faults import in_plain_words
from clausekit.conditions.shares import is_share, shares
from clausekit.conditions.truth import FALSE, TRUE, Truth, both, either, undecided
from clausekit.facts.schema import deal_shape, party_shape
from clausekit.facts.shapes import Group, Shape
from clausekit.facts.view import Fact, Open, View
from clausekit.facts.walking import member_of
from clausekit.nearest import did_you_mean

Seen = View | Fact
Judge = Callable[["Scope"], Truth]
Reader = Callable[["Scope"], Operand]

ROOTS = frozenset({"deal", "party"})
QUANTIFIERS: Mapping[str, Callable[[Iterable[Truth]], Truth]] = {"some": either, "every": both}


MAX_QUANTIFIERS = 4  # within each other: what they look at grows with each as a power
MAX_DEPTH = 100  # parts of a condition within each other
TOO_DEEP = f"a condition has more than {MAX_DEPTH} parts within each other; name some of it as a circumstance"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition is judged against.

    Args:
        names: the views it may look at (``deal``, ``party``, and what ``some`` binds).
        places: the named sets of places.
        circumstance: answers a circumstance by its name.
    """

    names: Mapping[str, Seen]
    places: Mapping[str, frozenset[str]]
    circumstance: Callable[[str], Truth]

    def bind(self, name: str, value: Seen) -> Scope:
        """The same scope with one more name."""
        return Scope({**self.names, name: value}, self.places, self.circumstance)


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition.

    Args:
        circumstances: the names of those it tests.
        roots: the views it looks at itself (``deal``, ``party``); a circumstance looks at the deal alone.
    """

    text: str
    circumstances: frozenset[str]
    judge: Judge
    roots: frozenset[str] = frozenset()

    @property
    def formula(self) -> Formula:
        """Its shape, for reasoning without a deal."""
        return _formula(self.text)

    def __call__(self, scope: Scope) -> Truth:
        return self.judge(scope)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names a condition may use beside facts."""

    circumstances: Collection[str] = ()
    places: Collection[str] = ()
    roots: frozenset[str] = ROOTS


def compile_condition(text: str, vocabulary: Vocabulary) -> Condition:
    """Compile `text`; raises ConditionFault with a plain sentence where it cannot be read."""
    compiler = _Compiler(vocabulary)
    judge = compiler.truth(_parse(text), _shapes_of(vocabulary.roots))
    return Condition(text, frozenset(compiler.circumstances), judge, frozenset(compiler.roots))


def _shapes_of(roots: Collection[str]) -> Bound:
    shapes: Bound = {"deal": deal_shape(), "party": party_shape()}
    return {name: shapes[name] for name in roots}


@lru_cache(maxsize=1024)
def _formula(text: str) -> Formula:
    return formula_of(_parse(text))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(autoescape=False)


def _parse(text: str) -> nodes.Expr:
    if any(mark in text for mark in ("{{", "}}", "{%", "%}", "{#")):
        raise ConditionFault(f"'{text}' is not a condition: write it without braces")
    try:
        tree = _environment().parse("{{ " + text + " }}")
    except TemplateSyntaxError as fault:
        raise ConditionFault(f"'{text}' cannot be read as a condition: {in_plain_words(fault.message)}") from fault
    except RecursionError:
        raise ConditionFault(TOO_DEEP) from None
    if _depth(tree) > MAX_DEPTH:
        raise ConditionFault(TOO_DEEP)
    output = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise ConditionFault(f"'{text}' is not one condition")
    return output.nodes[0]


def _depth(tree: nodes.Node) -> int:
    """How many parts stand within each other, counted without recursion."""
    deepest, level = 0, [tree]
    while level and deepest <= MAX_DEPTH:
        deepest += 1
        level = [child for node in level for child in node.iter_child_nodes()]
    return deepest


class _Compiler:
    """Turns a parsed expression into closures, checking every name on the way."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.circumstances: set[str] = set()
        self.roots: set[str] = set()
        self.quantifiers = 0  # around what is being compiled

    def truth(self, node: nodes.Expr, bound: Bound) -> Judge:
        match node:
            case nodes.And():
                return _joined(both, self.truth(node.left, bound), self.truth(node.right, bound))
            case nodes.Or():
                return _joined(either, self.truth(node.left, bound), self.truth(node.right, bound))
            case nodes.Not():
                return _negated(self.truth(node.node, bound))
            case nodes.Const(value=bool() as value):
                return _constant(TRUE if value else FALSE)
            case nodes.Compare():
                return self._comparison(node, bound)
            case nodes.Test():
                return self._test(node, bound)
            case nodes.Call():
                return self._quantifier(node, bound)
            case nodes.Name() if node.name not in bound:
                return self._circumstance(node.name)
            case nodes.Getattr() | nodes.Name():
                reader = self._reader(node, bound)
                check_answer(node, bound)
                return _as_answer(reader)
        raise ConditionFault(f"a condition cannot hold {type(node).__name__.lower()}")

    def _circumstance(self, name: str) -> Judge:
        known = self.vocabulary.circumstances
        if name not in known:
            raise ConditionFault(f"'{name}' is not a circumstance{did_you_mean(name, known)}")
        self.circumstances.add(name)
        return lambda scope: scope.circumstance(name)

    def _test(self, node: nodes.Test, bound: Bound) -> Judge:
        if node.name != "known":
            raise ConditionFault(f"'is {node.name}' is not a test; the only test is 'is known'")
        reader = self._reader(node.node, bound)
        return lambda scope: FALSE if _is_open(reader(scope)) else TRUE

    def _comparison(self, node: nodes.Compare, bound: Bound) -> Judge:
        if is_share(node.expr):
            return self._share(node, bound)
        left, seen = self._reader(node.expr, bound), node.expr
        judges = []
        for operand in node.ops:
            right = self._reader(operand.expr, bound)
            check_comparison(seen, operand.op, operand.expr, bound)
            judges.append(comparison(COMPARISONS[operand.op], left, right))
            left, seen = right, operand.expr
        return judges[0] if len(judges) == 1 else lambda scope: both(judge(scope) for judge in judges)

    def _share(self, node: nodes.Compare, bound: Bound) -> Judge:
        """A share of ownership against a number: who passes the comparison by its own owners counts in full."""
        call = cast(nodes.Call, node.expr)
        match node.ops:
            case [nodes.Operand(op=("gteq" | "gt") as operator, expr=nodes.Const(value=int() | float() as number))]:
                pass
            case _:
                raise ConditionFault("a share of ownership is compared as in share(...) >= 50 or share(...) > 50")
        name, source, member = self._binding(call.args[0], bound)
        if not isinstance(member, Group) or "share" not in member.parts:
            raise ConditionFault("share() adds up the shares of owners, as in share(owner in user.owners, ...)")
        counts = self.truth(call.args[1], {**bound, name: member})
        compare = COMPARISONS[operator]
        return comparison(compare, shares(source, name, counts, lambda share: compare(share, number)), _fact(number))

    def _quantifier(self, node: nodes.Call, bound: Bound) -> Judge:
        combine = QUANTIFIERS.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if combine is None or len(node.args) != 2 or node.kwargs:
            raise ConditionFault("only some(x in list, condition) and every(x in list, condition) can be called")
        name, source, member = self._binding(node.args[0], bound)
        self.quantifiers += 1
        if self.quantifiers > MAX_QUANTIFIERS:
            raise ConditionFault(f"more than {MAX_QUANTIFIERS} of some() and every() stand within each other")
        judge = self.truth(node.args[1], {**bound, name: member})
        self.quantifiers -= 1
        return lambda scope: _over(combine, source(scope), name, judge, scope)

    def _binding(self, node: nodes.Expr, bound: Bound) -> tuple[str, Reader, Shape | None]:
        match node:
            case nodes.Compare(expr=nodes.Name(name=name), ops=[nodes.Operand(op="in", expr=source)]):
                return name, self._reader(source, bound), member_of(shape_of(source, bound))
        raise ConditionFault("some() and every() begin with 'x in list'")

    def _reader(self, node: nodes.Expr, bound: Bound) -> Reader:
        match node:
            case nodes.Const(value=value):
                return _fact(value)
            case nodes.Name() if node.name in bound:
                return self._name(node.name)
            case nodes.Getattr(node=nodes.Name(name="places")):
                return self._place_set(node.attr)
            case nodes.Getattr():
                shape_of(node, bound)
                return _part(self._reader(node.node, bound), node.attr)
            case nodes.Name():
                raise ConditionFault(f"'{node.name}' is not a name here{did_you_mean(node.name, bound)}")
        raise ConditionFault(f"a condition cannot look at {type(node).__name__.lower()}")

    def _name(self, name: str) -> Reader:
        self.roots |= {name} & self.vocabulary.roots
        return lambda scope: scope.names[name]

    def _place_set(self, name: str) -> Reader:
        known = self.vocabulary.places
        if name not in known:
            raise ConditionFault(f"places.{name} is not a set of places{did_you_mean(name, known)}")
        return lambda scope: scope.places[name]


def _fact(value: object) -> Reader:
    return lambda scope: Fact(value, "")


def _joined(combine: Callable[[Iterable[Truth]], Truth], left: Judge, right: Judge) -> Judge:
    """Both sides combined; the right one is not judged where the left one settles it."""
    dominant = combine is either

    def judge(scope: Scope) -> Truth:
        first = left(scope)
        return first if first.value is dominant else combine((first, right(scope)))

    return judge


def _negated(judge: Judge) -> Judge:
    return lambda scope: ~judge(scope)


def _constant(truth: Truth) -> Judge:
    return lambda scope: truth


def _part(whole: Reader, name: str) -> Reader:
    return lambda scope: cast(View, whole(scope)).get(name)


def _as_answer(reader: Reader) -> Judge:
    """A yes/no fact as a truth."""

    def judge(scope: Scope) -> Truth:
        fact = reader(scope)
        if not isinstance(fact, Fact):
            raise ConditionFault("a condition must end in a fact, not in a group of facts")
        return undecided(fact.path) if _is_open(fact) else (TRUE if fact.value is True else FALSE)

    return judge


def _over(combine: Callable[[Iterable[Truth]], Truth], source: Operand, name: str, judge: Judge, scope: Scope) -> Truth:
    members = source.members() if isinstance(source, View) else _elements(source)
    if isinstance(members, Fact):
        return undecided(members.path)
    return combine(_of_member(member, judge(scope.bind(name, member))) for member in members)


def _of_member(member: Seen, truth: Truth) -> Truth:
    """What is true, or may be, of a member is so because of that member."""
    if isinstance(member, View) and truth.possible:
        return replace(truth, because=truth.because | {member.path})
    return truth


def _elements(source: Operand) -> tuple[Seen, ...] | Fact:
    """The elements of a fact that is a list of words or places."""
    if not isinstance(source, Fact) or _is_open(source):
        return cast(Fact, source)
    return tuple(Fact(element, source.path) for element in cast(tuple[object, ...], source.value))


def _is_open(operand: Operand) -> bool:
    return isinstance(operand, Fact) and isinstance(operand.value, Open)
