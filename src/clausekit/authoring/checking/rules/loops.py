"""Loops that say the same words for each member."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.clause_texts import Sheet
from clausekit.finding import Severity


def loop_without_its_member(ground: Ground) -> Iterator[Fault]:
    for sheet in ground.sheets.all.values():
        for spot in sheet.laid_out.spots:
            if spot.kind is SpotKind.LOOP and not any(_names(spot, other) for other in _inside(spot, sheet)):
                message = f"The loop over “{spot.text}” prints nothing of “{spot.name}”, so it repeats the same words."
                yield Fault(sheet.text.place(spot.line), message, *sheet.key)


def _inside(loop: Spot, sheet: Sheet) -> Iterator[Spot]:
    return (spot for spot in sheet.laid_out.spots if any(number == loop.number for number, _ in spot.under))


def _names(loop: Spot, spot: Spot) -> bool:
    """Whether a spot looks at the loop's member."""
    words = spot.text.replace(".", " ").split()
    return loop.name in words


RULE = Rule(
    "loop-without-member",
    Severity.WARNING,
    "A loop prints nothing of its member.",
    "Print a fact of the member, or leave the loop out.",
    loop_without_its_member,
)
