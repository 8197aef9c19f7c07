"""`circumstances.md`: every circumstance that `use_when` and `{% if %}` may test."""

from __future__ import annotations

from clausekit.authoring.pages.layout import code, page, part
from clausekit.law import Register

INTRODUCTION = (
    "A circumstance is a named condition over facts, in `law/circumstances.yaml`. `use_when` in the head of a position "
    "and `{% if %}` in wording test it by its name; `and`, `or`, `not` and brackets join several. While facts are "
    "open a circumstance may be undecided: then both sides of an `{% if %}` are printed, marked, and the question is "
    "asked."
)


def circumstances_page(register: Register) -> str:
    rows = ((code(one.id), one.says, one.ask, code(one.when.text)) for one in register.circumstances.values())
    return page("Circumstances", INTRODUCTION, [part("All", ("Name", "It holds when", "Question", "Condition"), rows)])
