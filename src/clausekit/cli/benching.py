"""`law bench`: what each definition and circumstance catches of the invented entities in the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, open_templates, open_templates_at
from clausekit.finding import has_errors

if TYPE_CHECKING:
    from clausekit.authoring.nexus import Bench, Difference, Entities

DONE, DIFFERS = 0, 1


def bench(options: Options, console: Console) -> int:
    """The table, and what is caught more and less than the file expects, or than other templates catch."""
    from clausekit.authoring.nexus import against_expected, bench_of, between, read_entities

    templates = open_templates(options, console)
    entities = read_entities(templates.folder)
    found = bench_of(templates, entities)
    if has_errors(found.findings):
        raise FaultyError("", None, None, found.findings)
    if options.against:
        differences = between(bench_of(open_templates_at(Path(options.against), console), entities), found)
    else:
        differences = against_expected(entities, found)
    if options.json:
        console.json(_as_json(entities, found, differences))
    else:
        _print(entities, found, console)
        _print_differences(differences, options.against, console)
    return DIFFERS if differences else DONE


def _print(entities: Entities, found: Bench, console: Console) -> None:
    console.data(f"{len(entities.all)} entities; caught, cannot tell, not caught\n")
    for title, names in (("Definitions", found.states), ("Circumstances", found.answers.keys() - found.states.keys())):
        console.data(title)
        for name in sorted(names):
            console.data(_row(name, found))
        console.data("")
    for entity in entities.all.values():
        console.data(f"{entity.id}: {entity.says}")
        for line in _answers(entity.id, found):
            console.data(f"    {line}")
    console.data("")


def _answers(entity: str, found: Bench) -> Iterator[str]:
    """What catches an entity, and what cannot tell, by what that turns on."""
    if caught := found.of(entity, "caught"):
        yield f"caught: {', '.join(caught)}"
    waiting: dict[tuple[str, ...], list[str]] = {}
    for name in found.of(entity, "cannot tell"):
        waiting.setdefault(found.answers[name][entity].turns_on, []).append(name)
    for facts, names in waiting.items():
        yield f"cannot tell, turns on {'; '.join(facts)}: {', '.join(names)}"


def _row(name: str, found: Bench) -> str:
    words = [answer.word for answer in found.answers.get(name, {}).values()]
    counts = "".join(f"{words.count(word):5}" for word in ("caught", "cannot tell", "not caught"))
    by = f"  {found.printed_by[name]}, states {found.states[name]}" if name in found.states else ""
    return f"  {name:42}{counts}{by}"


HEADINGS = {"caught": "Catches more", "not caught": "Catches less", "cannot tell": "Newly undecided"}


def _print_differences(differences: Iterable[Difference], against: str, console: Console) -> None:
    beside = f"the templates in {against}" if against else "what the entities expect"
    ordered = sorted(differences, key=lambda one: (list(HEADINGS).index(one.after), one.name, one.entity))
    if not ordered:
        console.data(f"Nothing differs from {beside}.")
    for after, inside in groupby(ordered, key=lambda one: one.after):
        console.data(f"{HEADINGS[after]} than {beside}:" if after != "cannot tell" else f"{HEADINGS[after]}:")
        for one in inside:
            console.data(f"  {one.name}: {one.entity} ({one.before} -> {one.after})")


def _as_json(entities: Entities, found: Bench, differences: Iterable[Difference]) -> dict[str, Any]:
    return {
        "entities": [
            {
                "id": entity.id,
                "says": entity.says,
                "answers": {
                    name: {"answer": answers[entity.id].word, "turns_on": list(answers[entity.id].turns_on)}
                    for name, answers in found.answers.items()
                    if entity.id in answers
                },
            }
            for entity in entities.all.values()
        ],
        "definitions": [
            {"name": name, "position": position, "circumstance": found.states[name]}
            for name, position in found.printed_by.items()
        ],
        "differences": [
            {"name": one.name, "entity": one.entity, "before": one.before, "after": one.after} for one in differences
        ],
    }
