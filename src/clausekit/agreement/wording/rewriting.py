"""Rewrites a checked tree: tests get three values, printed facts and lines become tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment, nodes

from clausekit.agreement.tokens import line_token
from clausekit.agreement.wording.spots import Spot, SpotKind
from clausekit.conditions.formula import formula_of, path_of

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def rewritten(
    tree: nodes.Template, source: str, first_line: int, environment: Environment
) -> tuple[nodes.Template, tuple[Spot, ...]]:
    """The tree that is run in place of `tree`, which must have been checked, and its spots."""
    rewriter = _Rewriter(first_line, comment_lines(source))
    template = nodes.Template(list(rewriter.body(tree.body)), lineno=1)
    template.set_environment(environment)
    return template, tuple(rewriter.spots)


def comment_lines(source: str) -> frozenset[int]:
    """The lines (from 1) that hold comments and nothing else; they print nothing, not even a line's end.

    A line that holds only other tags stays as a blank one: it wraps paragraphs and so sets them apart.
    """
    without = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), source).split("\n")
    pairs = zip(source.split("\n"), without, strict=True)
    return frozenset(number for number, (line, rest) in enumerate(pairs, 1) if line.strip() and not rest.strip())


class _Rewriter:
    def __init__(self, first_line: int, silent: frozenset[int]) -> None:
        self.offset = first_line - 1
        self.silent = silent
        self.spots: list[Spot] = []
        self.under: tuple[tuple[int, str], ...] = ()

    def body(self, body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
        for node in body:
            match node:
                case nodes.Output():
                    yield nodes.Output([self.printed(child) for child in node.nodes], lineno=node.lineno)
                case nodes.For():
                    yield self.loop(node)
                case nodes.If():
                    yield from self.choice(node)

    def printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return nodes.TemplateData(self.with_lines(node), lineno=node.lineno)
        number = self.spot(SpotKind.FACT, node, path_of(node))
        return self.inner("print", self.value(node), self.line(node), number)

    def with_lines(self, data: nodes.TemplateData) -> str:
        """The words with a token at each line; lines that hold only comments vanish."""
        lines = list(enumerate(data.data.split("\n"), data.lineno))
        last = lines[-1][0]
        return "".join(
            line_token(number + self.offset) + words + ("\n" if number != last else "")
            for number, words in lines
            if number not in self.silent
        )

    def loop(self, node: nodes.For) -> nodes.For:
        number = self.spot(SpotKind.LOOP, node, path_of(node.iter), name=in_source(node.target))
        source = self.inner("turns", self.value(node.iter), self.line(node), number)
        body = self.within(number, "members", node.body)
        return nodes.For(node.target, source, body, [], None, False, lineno=node.lineno)

    def choice(self, node: nodes.If) -> Iterator[nodes.Node]:
        """An if whose test may be undecided: both branches, between marks."""
        number, line = self.spot(SpotKind.CHOICE, node, in_source(node.test), test=node.test), self.line(node)
        name = f"_test_{number.value}"
        yield nodes.Assign(nodes.Name(name, "store"), self.truth(node.test), lineno=node.lineno)
        yield self.mark("opening", name, node, nodes.Const(in_source(node.test)), line, number)
        yield self.branch("possible", name, node, self.within(number, "yes", node.body))
        otherwise = self.otherwise(node)
        if otherwise:
            yield self.mark("turning", name, node)
            yield self.branch("deniable", name, node, self.within(number, "no", otherwise))
        yield self.mark("closing", name, node)

    def spot(
        self, kind: SpotKind, node: nodes.Node, text: str, *, test: nodes.Node | None = None, name: str = ""
    ) -> nodes.Const:
        """The number of a new spot, as a constant of the tree."""
        number = len(self.spots)
        formula = formula_of(test) if test else None
        self.spots.append(Spot(number, kind, node.lineno + self.offset, text, self.under, formula, name))
        return nodes.Const(number)

    def within(self, number: nodes.Const, outcome: str, body: list[nodes.Node]) -> list[nodes.Node]:
        """The body that is printed if the spot comes out as `outcome`."""
        outside, self.under = self.under, (*self.under, (number.value, outcome))
        inside = list(self.body(body))
        self.under = outside
        return inside

    def otherwise(self, node: nodes.If) -> list[nodes.Node]:
        if not node.elif_:
            return node.else_
        first, *others = node.elif_
        return [nodes.If(first.test, first.body, others, node.else_, lineno=first.lineno)]

    def branch(self, question: str, name: str, node: nodes.If, body: list[nodes.Node]) -> nodes.If:
        test = self.inner(question, nodes.Name(name, "load"))
        return nodes.If(test, body, [], [], lineno=node.lineno)

    def mark(self, mark: str, name: str, node: nodes.If, *arguments: nodes.Expr) -> nodes.Output:
        return nodes.Output([self.inner(mark, nodes.Name(name, "load"), *arguments)], lineno=node.lineno)

    def value(self, node: nodes.Node) -> nodes.Expr:
        match node:
            case nodes.Getattr():
                return self.inner("part", self.value(node.node), nodes.Const(node.attr), self.line(node))
            case nodes.Filter(node=nodes.Node() as operand):
                return self.inner("changed", self.value(operand), nodes.Const(node.name), self.line(node))
            case nodes.Name():
                return nodes.Name(node.name, "load")
        raise TypeError(f"{node!r} passed the check and cannot be rewritten")

    def truth(self, node: nodes.Node) -> nodes.Expr:
        match node:
            case nodes.And():
                return self.inner("and", self.truth(node.left), self.truth(node.right))
            case nodes.Or():
                return self.inner("or", self.truth(node.left), self.truth(node.right))
            case nodes.Not():
                return self.inner("not", self.truth(node.node))
            case nodes.Test(name="known"):
                return self.inner("known", self.value(node.node))
            case nodes.Test(name="empty"):
                return self.inner("empty", self.value(node.node), nodes.Const(last_name(node.node)))
            case nodes.Name():
                return self.inner("circumstance", nodes.Const(node.name))
        raise TypeError(f"{node!r} passed the check and cannot be rewritten")

    def line(self, node: nodes.Node) -> nodes.Const:
        return nodes.Const(node.lineno + self.offset)

    def inner(self, name: str, node: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
        return nodes.Filter(node, f"-{name}", list(arguments), [], None, None)


def in_source(node: nodes.Node) -> str:
    """A test as its author wrote it, near enough."""
    match node:
        case nodes.And():
            return f"{in_source(node.left)} and {in_source(node.right)}"
        case nodes.Or():
            return f"{in_source(node.left)} or {in_source(node.right)}"
        case nodes.Not():
            return f"not {in_source(node.node)}"
        case nodes.Test():
            return f"{in_source(node.node)} is {node.name}"
        case nodes.Getattr():
            return f"{in_source(node.node)}.{node.attr}"
        case nodes.Name():
            return node.name
    return "..."


def last_name(node: nodes.Node) -> str:
    return in_source(node).rpartition(".")[2].replace("_", " ")
