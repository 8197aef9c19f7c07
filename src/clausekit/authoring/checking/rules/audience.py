"""Facts that are printed to more people than may read them."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.wording import SpotKind
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.reasoning import fact_at
from clausekit.facts import all_facts
from clausekit.facts.audiences import Audience, audience_of
from clausekit.finding import Severity


def printed_above_its_audience(ground: Ground) -> Iterator[Fault]:
    for sheet in ground.sheets.all.values():
        for spot in sheet.laid_out.spots:
            if spot.kind is not SpotKind.FACT:
                continue
            audience = audience_of(_printed(fact_at(sheet, spot)))
            if audience > Audience.SHARED:
                message = f"“{spot.text}” is {audience}: the other side reads the contract and may not read this fact."
                yield Fault(sheet.text.place(spot.line), message, *sheet.key)


def _printed(path: str) -> str:
    """The fact that is printed; of members of a list that is their name."""
    info = next((info for info in all_facts() if info.path == path), None)
    return f"{path}[*].name" if info and " by " in info.type else path


RULE = Rule(
    "printed-above-audience",
    Severity.ERROR,
    "A fact that is ours or privileged is printed into the contract.",
    "Leave it out, or state what the contract needs as a fact that both sides may read.",
    printed_above_its_audience,
)
