"""Facts: the deal and its parts, the deal file, and the questions.

It says what a deal is (`deal`), reads and saves the deal file, and lets every other
room see a deal through views. A fact is known, `not known` or not asked; nothing
turns into "no" by silence. It may use pydantic and the list of places, and touches
the deal file through `located_yaml` only. It checks that facts fit together and
never weighs them: it knows no law, no clause and no position, looks at no clock,
and never guesses what a person meant, it only suggests.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from clausekit.facts.answers import NOT_ASKED, NOT_KNOWN, Fact, Interval, NoSuchFact, Open
from clausekit.facts.ownership import Counted, Reckoning
from clausekit.facts.paths import keys_of
from clausekit.facts.places import country_of, is_place, place_name, suggest_place
from clausekit.facts.view import View, person_in, person_view, view, without_members

if TYPE_CHECKING:
    from clausekit.facts.audiences import Audience, audience_of
    from clausekit.facts.deal import Deal, with_positions
    from clausekit.facts.fragments import read_fragment
    from clausekit.facts.questions import FactInfo, all_facts, fact_info, nearest, possible_values
    from clausekit.facts.reading import read_deal, read_deal_text
    from clausekit.facts.saving import read_answer, save_fact

__all__ = [
    "NOT_ASKED",
    "NOT_KNOWN",
    "Audience",
    "Counted",
    "Deal",
    "Fact",
    "FactInfo",
    "Interval",
    "NoSuchFact",
    "Open",
    "Reckoning",
    "View",
    "all_facts",
    "audience_of",
    "country_of",
    "fact_info",
    "is_place",
    "keys_of",
    "nearest",
    "person_in",
    "person_view",
    "place_name",
    "possible_values",
    "read_answer",
    "read_deal",
    "read_deal_text",
    "read_fragment",
    "save_fact",
    "suggest_place",
    "view",
    "with_positions",
    "without_members",
]

# Loaded when first asked for: they bring pydantic, which views and places do without.
HOMES = {
    "Audience": "audiences",
    "audience_of": "audiences",
    "Deal": "deal",
    "with_positions": "deal",
    "read_fragment": "fragments",
    "FactInfo": "questions",
    "all_facts": "questions",
    "fact_info": "questions",
    "nearest": "questions",
    "possible_values": "questions",
    "read_deal": "reading",
    "read_deal_text": "reading",
    "read_answer": "saving",
    "save_fact": "saving",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
