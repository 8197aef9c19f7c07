"""A condition as plain data: for reasoning about conditions without a deal.

What a condition means is said by `language`; this is its shape alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import nodes


@dataclass(frozen=True, slots=True)
class All:
    """True if every part is."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """True if some part is."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Formula


@dataclass(frozen=True, slots=True)
class Constant:
    value: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A circumstance, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """Whether the fact or list at `path`, as its author wrote it, is known."""

    path: str


@dataclass(frozen=True, slots=True)
class Empty:
    """Whether the list at `path` is empty."""

    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes/no fact, taken as its answer."""

    path: str


@dataclass(frozen=True, slots=True)
class Places:
    """A named set of places."""

    name: str


@dataclass(frozen=True, slots=True)
class Path:
    """A fact that is compared."""

    path: str


@dataclass(frozen=True, slots=True)
class Share:
    """The share held by the owners in the list at `source`, each called `name`, of whom `counts` is true."""

    name: str
    source: str
    counts: Formula


Operand = Path | Places | Share | str | int | float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`operator` is Jinja's name of it: ``eq``, ``gteq``, ``in`` ..."""

    left: Operand
    operator: str
    right: Operand


@dataclass(frozen=True, slots=True)
class Over:
    """``some`` or ``every`` member of the list at `source`, called `name` in `body`."""

    quantifier: str
    name: str
    source: str
    body: Formula


Formula = All | Either | Not | Constant | Named | Known | Empty | Answer | Comparison | Over


def formula_of(node: nodes.Node) -> Formula:
    """The formula of a parsed condition that was compiled, or of a test in wording that was checked."""
    match node:
        case nodes.And():
            return All((formula_of(node.left), formula_of(node.right)))
        case nodes.Or():
            return Either((formula_of(node.left), formula_of(node.right)))
        case nodes.Not():
            return Not(formula_of(node.node))
        case nodes.Const(value=bool() as value):
            return Constant(value)
        case nodes.Test():
            return (Empty if node.name == "empty" else Known)(path_of(node.node))
        case nodes.Name():
            return Named(node.name)
        case nodes.Getattr():
            return Answer(path_of(node))
        case nodes.Compare():
            return _comparisons(node)
        case nodes.Call(node=nodes.Name(name=quantifier)):
            return _quantified(quantifier, node)
    raise TypeError(f"{type(node).__name__} is no part of a condition")


def _comparisons(node: nodes.Compare) -> Formula:
    left, parts = _operand(node.expr), []
    for operand in node.ops:
        right = _operand(operand.expr)
        parts.append(Comparison(left, operand.op, right))
        left = right
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _quantified(quantifier: str, node: nodes.Call) -> Formula:
    binding, body = node.args
    assert isinstance(binding, nodes.Compare)
    return Over(quantifier, path_of(binding.expr), path_of(binding.ops[0].expr), formula_of(body))


def _operand(node: nodes.Node) -> Operand:
    match node:
        case nodes.Const(value=str() | int() | float() as value):
            return value
        case nodes.Getattr(node=nodes.Name(name="places")):
            return Places(node.attr)
        case nodes.Call(args=[nodes.Compare(expr=nodes.Name(name=name)) as binding, counts]):
            return Share(name, path_of(binding.ops[0].expr), formula_of(counts))
    return Path(path_of(node))


def path_of(node: nodes.Node) -> str:
    """A fact as its author wrote it, without filters: ``deal.forum.seat``."""
    match node:
        case nodes.Getattr():
            return f"{path_of(node.node)}.{node.attr}"
        case nodes.Filter(node=nodes.Node() as operand):
            return path_of(operand)
        case nodes.Name():
            return node.name
    raise TypeError(f"{type(node).__name__} names no fact")
