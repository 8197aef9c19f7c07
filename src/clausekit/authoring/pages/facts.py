"""`facts.md`: every fact that wording may print and conditions may look at."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from clausekit.agreement.wording.printing import FILTERS
from clausekit.authoring.covering.samples import sample
from clausekit.authoring.pages.layout import code, page, part
from clausekit.facts import FactInfo, all_facts, keys_of
from clausekit.facts.audiences import audience_of
from clausekit.facts.derived import DERIVED
from clausekit.facts.paths import ANY

INTRODUCTION = (
    "In wording a fact is written from its root: `{{ deal.dates.end | long_date }}`, `{{ supplier.name }}`, "
    "`{{ customer.address }}`, or, in `{% for user in deal.users %}`, `{{ user.name }}`. `[*]` stands for one member "
    "of a list. Only what is public or shared may be printed; a condition may look at everything."
)


def facts_page(deals: Sequence[Any]) -> str:
    """The page.

    Args:
        deals: the data of deals from which examples are taken.
    """
    parts = []
    for section, found in groupby(all_facts(), key=lambda fact: fact.section):
        parts.append(part(section, HEADER, (_row(fact, deals) for fact in found)))
    return page("Facts", INTRODUCTION, [*parts, _worked_out(), _filters()])


HEADER = ("Fact", "What it is", "Question", "Read by", "Example in a deal")


def _row(fact: FactInfo, deals: Sequence[Any]) -> tuple[str, ...]:
    words = fact.type + (f": {', '.join(fact.allowed)}" if fact.allowed else "")
    return code(fact.path), words, fact.question, str(audience_of(fact.path)), code(_example(fact, deals))


def _example(fact: FactInfo, deals: Sequence[Any]) -> str:
    """An answer that a deal gives, or one that a deal may give."""
    if fact.type == "group" or " by " in fact.type:
        return ""
    stated = (answer for deal in deals for answer in _answers(deal, keys_of(fact.path)))
    answer = next(stated, None) or sample(fact.path)
    written = f"[{', '.join(map(str, answer))}]" if isinstance(answer, list) else str(answer)
    return f"{fact.path.rpartition('.')[2]}: {written}"


def _answers(data: Any, keys: Sequence[str]) -> Iterator[Any]:
    """What stands in a deal at the path of a fact; what is not known is no example."""
    if not keys:
        yield from [] if data in ("not known", "none", []) or isinstance(data, dict) else [data]
    elif isinstance(data, dict):
        below = data.values() if keys[0] == ANY else [data[keys[0]]] if keys[0] in data else []
        for part_ in below:
            yield from _answers(part_, keys[1:])


def _worked_out() -> str:
    return part("Worked out from other facts", ("Fact", "What it is", "Example"), _derived())


def _derived() -> Iterator[tuple[str, ...]]:
    for group, facts in DERIVED.items():
        for name, work_out in facts.items():
            said = (inspect.getdoc(work_out) or "").split("\n")[0]
            yield code(f"{group}.{name}"), said, code(f"{group}.{name}")


def _filters() -> str:
    examples = {"place": "customer.headquarters", "long_date": "deal.dates.end", "share": "owner.share"}
    rows = (
        (code(f"| {name}"), (inspect.getdoc(change) or "").split("\n")[0], _filtered(examples.get(name, ""), name))
        for name, change in FILTERS.items()
    )
    return part("How a fact is printed", ("Filter", "What it does", "Example"), rows)


def _filtered(fact: str, name: str) -> str:
    return code(f"{{{{ {fact or 'user.end_uses'} | {name} }}}}")
