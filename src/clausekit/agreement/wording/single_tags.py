"""A text that cannot be parsed as a whole, looked at tag by tag, so that one slip hides no other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jinja2 import Environment, TemplateSyntaxError

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.wording.checking import Checker
from clausekit.agreement.wording.faults import fault_of_syntax
from clausekit.agreement.wording.schema import named_shapes
from clausekit.conditions.plain_faults import in_plain_words
from clausekit.finding import Finding

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
TAG = re.compile(r"\{\{.*?\}\}|\{%\s*(?P<word>\w+).*?%\}", re.DOTALL)
LOOP = re.compile(r"\{%\s*for\s+(\w+)\s+in\b")
WHOLE = {"if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "elif": "{{% if deal.users is known %}}{}{{% endif %}}"}
PARTNERS = frozenset({"else", "endif", "endfor"})


def faults_by_tag(
    clause: ClauseText, circumstances: Collection[str], environment: Environment, fault: TemplateSyntaxError
) -> list[Finding]:
    """What stops the text from being parsed, and what is wrong in each of its tags."""
    found = [*_faults(clause, circumstances, environment)]
    first = fault_of_syntax(clause, fault)
    told = any(one.code == first.code and one.place == first.place for one in found)
    return found if told else [first, *found]


def _faults(clause: ClauseText, circumstances: Collection[str], environment: Environment) -> Iterator[Finding]:
    text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), clause.text)
    loops = set(LOOP.findall(text))
    for tag in TAG.finditer(text):
        if tag["word"] in PARTNERS or "{{" in tag[0][2:] or "{%" in tag[0][2:]:
            continue  # part of another tag, or one that was never closed
        line = text.count("\n", 0, tag.start())
        checker = Checker(clause, circumstances)
        try:
            tree = environment.parse("\n" * line + WHOLE.get(tag["word"], "{}").format(tag[0]))
        except TemplateSyntaxError as fault:
            yield clause.finding("wording-syntax", in_plain_words(fault.message), line + clause.first_line)
            continue
        names = loops - set(LOOP.findall(tag[0]))  # a loop may not take a name that is in use
        checker.body(tree.body, {**named_shapes(), **dict.fromkeys(names)})
        yield from checker.findings
