"""Checks a parsed clause text against the short list of what wording may do.

Every fault of the file is reported, with its line, before anything runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from jinja2 import nodes

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.wording.printing import FILTERS
from clausekit.agreement.wording.schema import named_shapes
from clausekit.facts.shapes import Group, Many, Shape
from clausekit.facts.walking import is_list, is_place_code, member_of, part_of
from clausekit.finding import Finding
from clausekit.nearest import did_you_mean

MAX_DEPTH = 12  # tags within tags
MAX_LOOPS = 4  # loops within loops: what they turn out grows with each as a power
MAX_CHAIN = 40  # parts of one expression
TESTS = ("known", "empty")
Shapes = Mapping[str, Shape | None]  # names in use, and what they stand for where it is known

ADVICE: Mapping[type[nodes.Node], str] = {
    nodes.Call: "a tag cannot call anything",
    nodes.Getitem: "write the parts of a fact with dots, such as deal.forum.seat",
    nodes.Const: "words and numbers stand outside the braces; a tag prints a fact",
    nodes.Compare: "comparisons belong to a circumstance; name the circumstance here",
    nodes.CondExpr: "write {% if circumstance %} ... {% endif %}",
    nodes.Concat: "write the facts one after the other, each in its own braces",
}
REMINDER = "wording prints facts, repeats over lists with for, and chooses with if; nothing else"


class Checker:
    """Checks one clause text; `findings` holds what it found."""

    def __init__(self, clause: ClauseText, circumstances: Collection[str]) -> None:
        self.clause = clause
        self.circumstances = circumstances
        self.findings: list[Finding] = []
        self.loops = 0  # around the statement that is being checked
        self.looped: set[str] = set()  # names of loops so far

    def body(self, body: Iterable[nodes.Node], shapes: Shapes, depth: int = 0) -> None:
        """Check statements; `shapes` are the names in use and what they stand for."""
        for node in body:
            self._statement(node, shapes, depth)

    def _statement(self, node: nodes.Node, shapes: Shapes, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.report("too-deep", f"more than {MAX_DEPTH} tags stand within each other", node)
            return
        match node:
            case nodes.Output():
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        self._printed(child, shapes)
            case nodes.If():
                self._choice(node, shapes, depth)
            case nodes.For():
                self._loop(node, shapes, depth)
            case _:
                self._forbidden(node)

    def _choice(self, node: nodes.If, shapes: Shapes, depth: int) -> None:
        for nested, branch in enumerate((node, *node.elif_)):
            self._truth(branch.test, shapes)
            self.body(branch.body, shapes, depth + nested + 1)
        self.body(node.else_, shapes, depth + len(node.elif_) + 1)

    def _loop(self, node: nodes.For, shapes: Shapes, depth: int) -> None:
        if node.test is not None or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
            self.report("forbidden-tag", "a loop looks like {% for item in deal.items %}, without more", node)
        self.loops += 1
        if self.loops > MAX_LOOPS:
            self.report("too-deep", f"more than {MAX_LOOPS} loops stand within each other", node)
        shape = self._shape(node.iter, shapes)
        if shape is not None and not is_list(shape):
            self.report("not-a-list", "a loop repeats over a list of the deal, such as deal.items", node)
        if isinstance(node.target, nodes.Name):
            self._loop_name(node.target, shapes)
            self.looped.add(node.target.name)
            shapes = {**shapes, node.target.name: member_of(shape)}
        self.body(node.body, shapes, depth + 1)
        self.loops -= 1

    def _loop_name(self, target: nodes.Name, shapes: Shapes) -> None:
        name = target.name
        if name in shapes or name in self.circumstances or name.startswith("_") or name == "loop":
            self.report("forbidden-tag", f"'{name}' is taken; give what the loop repeats another name", target)

    def _printed(self, node: nodes.Node, shapes: Shapes) -> None:
        if isinstance(node, nodes.Name) and node.name not in shapes and node.name in self.circumstances:
            self.report("forbidden-tag", f"'{node.name}' is a circumstance: it is tested with if, not printed", node)
            return
        shape = self._shape(node, shapes)
        if isinstance(shape, Group):
            self.report("cannot-print", f"'{_written(node)}' names a group of facts; name one fact of it", node)
        elif isinstance(shape, Many) and not isinstance(node, nodes.Filter):
            self.report(
                "cannot-print",
                f"'{_written(node)}' is a list; repeat over it with for, or print it with | listing",
                node,
            )
        elif is_place_code(shape) and not _filtered(node, "place"):
            self.report("place-code", f"'{_written(node)}' is the code of a place; add | place to print its name", node)

    def _truth(self, node: nodes.Node, shapes: Shapes, length: int = 0) -> None:
        if length > MAX_CHAIN:
            self.report("too-deep", f"a test has more than {MAX_CHAIN} parts", node)
            return
        match node:
            case nodes.And() | nodes.Or():
                self._truth(node.left, shapes, length + 1)
                self._truth(node.right, shapes, length + 1)
            case nodes.Not():
                self._truth(node.node, shapes, length + 1)
            case nodes.Test():
                self._test(node, shapes)
            case nodes.Name() if node.name not in shapes:
                self._circumstance(node)
            case nodes.Name() | nodes.Getattr():
                self._shape(node, shapes)
                message = f"'{_written(node)}' is a fact: a test names a circumstance, or asks 'is known' or 'is empty'"
                self.report("forbidden-tag", message, node)
            case _:
                self._forbidden(node)

    def _test(self, node: nodes.Test, shapes: Shapes) -> None:
        if node.name not in TESTS or node.args or node.kwargs:
            self.report("unknown-test", f"'is {node.name}' is not a test; there are 'is known' and 'is empty'", node)
        shape = self._shape(node.node, shapes)
        if isinstance(shape, Group) or (node.name == "empty" and shape is not None and not is_list(shape)):
            kind = "a list" if node.name == "empty" else "a fact or a list"
            self.report("unknown-test", f"'is {node.name}' asks about {kind}", node)

    def _circumstance(self, node: nodes.Name) -> None:
        if node.name not in self.circumstances:
            message = f"'{node.name}' is not a circumstance{did_you_mean(node.name, self.circumstances)}"
            self.report("unknown-circumstance", message, node)

    def _shape(self, node: nodes.Node, shapes: Shapes, length: int = 0) -> Shape | None:
        """What `node` stands for; None once a fault was reported or nothing more is known."""
        if length > MAX_CHAIN:
            self.report("too-deep", f"an expression has more than {MAX_CHAIN} parts", node)
            return None
        match node:
            case nodes.Name():
                return self._named(node, shapes)
            case nodes.Getattr():
                return self._part(node, self._shape(node.node, shapes, length + 1))
            case nodes.Filter(node=nodes.Node() as operand):
                shape = self._shape(operand, shapes, length + 1)
                return shape if self._filter(node) else None
        self._forbidden(node)
        return None

    def _named(self, node: nodes.Name, shapes: Shapes) -> Shape | None:
        if node.name not in shapes:
            outside = f"; '{node.name}' is known only inside its loop, before {{% endfor %}}"
            hint = outside if node.name in self.looped else did_you_mean(node.name, shapes)
            message = f"'{node.name}' is not a name here{hint}"
            self.report("unknown-fact", message, node)
            return None
        return shapes[node.name]

    def _part(self, node: nodes.Getattr, whole: Shape | None) -> Shape | None:
        if node.attr.startswith("_"):
            self.report("forbidden-tag", f"'{node.attr}' reaches for the program; a tag names facts only", node)
            return None
        if whole is None:
            return None
        exists, part, known = part_of(whole, node.attr)
        if not exists:
            written = f"{_written(node.node)}.{node.attr}"
            self.report("unknown-fact", f"there is no fact {written}{did_you_mean(node.attr, known)}", node)
        return part

    def _filter(self, node: nodes.Filter) -> bool:
        if node.name not in FILTERS:
            message = f"'| {node.name}' is not a filter{did_you_mean(node.name, FILTERS)}"
            self.report("unknown-filter", message, node)
            return False
        if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.report("forbidden-tag", f"'| {node.name}' takes nothing in brackets", node)
        return True

    def _forbidden(self, node: nodes.Node) -> None:
        kind = type(node).__name__.lower()
        self.report("forbidden-tag", ADVICE.get(type(node), f"'{kind}' is not for wording: {REMINDER}"), node)

    def report(self, code: str, message: str, node: nodes.Node) -> None:
        finding = self.clause.finding(code, message, node.lineno + self.clause.first_line - 1)
        if finding not in self.findings:
            self.findings.append(finding)


def check(tree: nodes.Template, clause: ClauseText, circumstances: Collection[str]) -> list[Finding]:
    """Everything in `tree` that wording may not do, or that names nothing known."""
    checker = Checker(clause, circumstances)
    checker.body(tree.body, named_shapes())
    return checker.findings


def _filtered(node: nodes.Node | None, name: str) -> bool:
    """Whether `node` goes through the filter `name`."""
    return isinstance(node, nodes.Filter) and (node.name == name or _filtered(node.node, name))


def _written(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Name():
            return node.name
        case nodes.Filter(node=nodes.Node() as operand):
            return f"{_written(operand)} | {node.name}"
    return "..."
