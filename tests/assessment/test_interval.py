"""The final level always lies inside the interval given before."""

from __future__ import annotations

from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as some

from assessment.half_known import answers_to, atoms_of, levels, open_in, openable_facts
from clausekit.facts import NOT_ASKED, NOT_KNOWN
from clausekit.finding import NOTHING
from shared import LIBRARY, matter, starter_deal

DEALS = {name: starter_deal(name) for name in ("gulf-ai-campus", "carmaker-deepseek")}
FACTS = {name: openable_facts(deal) for name, deal in DEALS.items()}
TOPICS = [topic.id for topic in matter(DEALS["gulf-ai-campus"]).topics if topic.positions]
POSITIONS = some.fixed_dictionaries(
    {topic: some.sampled_from(sorted(LIBRARY.topics[topic].positions)) for topic in TOPICS}
)
NAMES = some.sampled_from(sorted(DEALS))


@some.composite
def opened_deals(draw: some.DrawFn) -> tuple[str, dict[str, object]]:
    """A starter deal with some of its facts opened."""
    name = draw(NAMES)
    few = some.lists(some.sampled_from(FACTS[name]), max_size=12, unique=True)
    paths = draw(some.one_of(few, some.just(FACTS[name])))
    return name, {path: draw(some.sampled_from([NOT_KNOWN, NOT_ASKED])) for path in paths}


@settings(max_examples=150, deadline=None)
@given(opened_deals(), POSITIONS, some.data())
def test_the_final_level_lies_inside_the_interval_given_before(
    half_known: tuple[str, dict[str, object]], chosen: dict[str, str], data: Any
) -> None:
    name, opened = half_known
    found = atoms_of(DEALS[name], opened, chosen)
    before = levels(found)
    asked = sorted({*opened, *open_in(found)})
    answered = data.draw(some.lists(some.sampled_from(asked), unique=True)) if asked else []
    answers = {path: data.draw(some.sampled_from(answers_to(path)), label=path) for path in answered}
    after = levels(atoms_of(DEALS[name], {**opened, **answers}, chosen))
    for key in sorted(before.keys() | after.keys()):
        note(f"{key}: {before.get(key, NOTHING)} before, {after.get(key, NOTHING)} after")
        assert before.get(key, NOTHING).holds(after.get(key, NOTHING))


@settings(max_examples=60, deadline=None)
@given(opened_deals(), POSITIONS)
def test_every_open_fact_that_an_atom_names_can_be_answered(
    half_known: tuple[str, dict[str, object]], chosen: dict[str, str]
) -> None:
    name, opened = half_known
    for path in open_in(atoms_of(DEALS[name], opened, chosen)):
        assert answers_to(path), path


@settings(max_examples=60, deadline=None)
@given(opened_deals(), POSITIONS)
def test_no_unknown_ever_becomes_a_no(half_known: tuple[str, dict[str, object]], chosen: dict[str, str]) -> None:
    """Opening facts never makes a level certain that was not, nor takes a clash away."""
    name, opened = half_known
    known = levels(atoms_of(DEALS[name], {}, chosen))
    after = levels(atoms_of(DEALS[name], opened, chosen))
    for key, level in known.items():
        assert after.get(key, NOTHING).holds(level), key


@settings(max_examples=40, deadline=None)
@given(opened_deals(), POSITIONS)
def test_what_is_not_certain_says_which_facts_would_settle_it(
    half_known: tuple[str, dict[str, object]], chosen: dict[str, str]
) -> None:
    name, opened = half_known
    for atom in atoms_of(DEALS[name], opened, chosen):
        assert (atom.level.at_least < atom.level.at_most) == bool(atom.weighed.open), atom.key
