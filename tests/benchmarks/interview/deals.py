"""Deals of a wanted size, made of a starter deal: more facts by its groups copied, more pages by its own wording."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle

from clausekit.drafting import Templates
from clausekit.editing import Days, Kind, WorkingDeal
from clausekit.interview.contract_entries import contract_entries

WORDS_OF_A_PAGE = 500
PAGES_OF_A_STARTER = 13
LONGEST = 19_000  # characters of one clause's own wording; the deal's reader takes 20,000
KEPT = frozenset({"parties", "recitals", "definitions", "signatures"})
SENTENCE = (
    "The Supplier shall deliver the Equipment of lot {} to the Customer at the Site, and the Customer shall accept it "
    "within {} days of its arrival, unless it does not conform to the Specification.\n\n"
)


def large_deal(text: str, templates: Templates, day: date, facts: int, pages: int) -> str:
    """The text of a deal with at least so many facts, and a contract of about so many pages."""
    deal = WorkingDeal(text, templates, Days(day))
    for path in cycle(_copied(deal)):
        if len(deal.grid().lines) >= facts:
            break
        deal.duplicate(path)
    for topic, position in _topics(deal, templates):
        missing = pages * WORDS_OF_A_PAGE - length(deal)
        if missing <= 0:
            break
        deal.reword(topic, position, _wording(templates, topic, position, missing))
    return deal.text


def text_of(text: str, templates: Templates, day: date) -> str:
    """The contract of a deal as paragraphs."""
    contract = WorkingDeal(text, templates, Days(day)).snapshot().judged().contract
    return "\n\n".join(entry.words for entry in contract_entries(contract)) if contract else ""


def length(deal: WorkingDeal) -> int:
    """The words of a deal's contract."""
    contract = deal.snapshot().judged().contract
    return sum(len(entry.words.split()) for entry in contract_entries(contract)) if contract else 0


def _copied(deal: WorkingDeal) -> list[str]:
    """Groups that a deal may hold more than once without being another deal."""
    members = [line.path for line in deal.grid().lines if line.kind is Kind.MEMBER]
    return [path for path in members if path.startswith(("users[", "sites[", "items[")) and path.count("[") == 1]


def _topics(deal: WorkingDeal, templates: Templates) -> Iterator[tuple[str, str]]:
    """Topics to whose words paragraphs can be added: those that define no term."""
    assessment = deal.snapshot().judged().assessment
    chosen = assessment.outcome.chosen if assessment else {}
    for topic, name in chosen.items():
        position = templates.library.topics[topic].positions.get(name)
        if position and topic not in KEPT and '**"' not in position.text:
            yield topic, name


def _wording(templates: Templates, topic: str, position: str, words: int) -> str:
    """The template's words, and as many more as are wanted or as one clause may have."""
    own = templates.library.topics[topic].positions[position].text.strip("\n")
    count = min(words // len(SENTENCE.split()), (LONGEST - len(own)) // len(SENTENCE))
    return own + "\n\n" + "".join(f"{SENTENCE.format(number, number)}" for number in range(1, count + 1))
