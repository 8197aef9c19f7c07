"""Generated pages that no longer say what is so, and changes of legal effect that nobody noted."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Needs, Rule
from clausekit.authoring.generated import LOCK
from clausekit.authoring.noting import CHANGES, unnoted
from clausekit.authoring.pages import stale
from clausekit.finding import Place, Severity


def not_noted(ground: Ground) -> Iterator[Fault]:
    folder = ground.templates.folder
    if not (folder.path / LOCK).is_file():
        yield Fault(Place(f"{folder.shown_as}/{CHANGES}", 1), f"There is no “{LOCK}”, so that no change can be seen.")
        return
    for file in unnoted(ground.templates):
        message = f"The legal effect of “{file}” is not what CHANGES.md last told of."
        yield Fault(Place(f"{folder.shown_as}/{file}", 1), message)


def stale_page(ground: Ground) -> Iterator[Fault]:
    from clausekit.authoring.checking.rules import RULES as ALL  # the table of rules holds this one too

    for name in stale(ground.templates, ALL):
        place = Place(f"{ground.templates.folder.shown_as}/{name}", 1)
        yield Fault(place, f"The page “{name}” is missing, or does not list what there is.")


RULES = (
    Rule(
        "stale-page",
        Severity.WARNING,
        "A generated page does not list what there is.",
        "Run clausekit templates pages, which writes it anew.",
        stale_page,
        needs=Needs.FILES,
    ),
    Rule(
        "change-not-noted",
        Severity.WARNING,
        "What has legal effect in a file has changed, and CHANGES.md does not say so.",
        "Run clausekit templates note with the reason; it writes the entry and names the files.",
        not_noted,
        needs=Needs.FILES,
    ),
)
