"""Wording of a deal's own: it takes the place of a position's words, and is marked wherever it is told.

What it commits to is taken to be what the position commits to from which it started.
Nobody has reviewed that, and every reader is told so.
"""

from __future__ import annotations

from dataclasses import replace

from clausekit.agreement import ClauseText
from clausekit.facts import Deal
from clausekit.finding import Finding, Place, Severity


def own_text(deal: Deal, text: ClauseText) -> ClauseText:
    """The deal's own words in the place of `text`, where it has some for that position; else `text` itself."""
    words = deal.wordings.get(text.topic)
    if words is None or deal.chosen_positions[text.topic] != text.position:
        return text
    place = deal.wording_places.get(text.topic, Place("deal", 1))
    return replace(text, file=place.file or "deal", first_line=place.line or 1, text=words)


def own_wording_finding(text: ClauseText) -> Finding:
    """The warning that a clause is drafted in the deal's own words."""
    return Finding(
        "own-wording",
        Severity.WARNING,
        f"{text.title} is drafted in words of the deal's own. What they commit to is taken to be that of the "
        f"position {text.position}, from which they started; nobody has reviewed whether it still is.",
        Place(text.file, text.first_line, f"positions[{text.topic}].wording"),
        clause=text.topic,
        position=text.position,
    )
