"""A house style that lacks what agreements need."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Place, Severity


def unfit_house_style(ground: Ground) -> Iterator[Fault]:
    from clausekit.word import check_house_style  # the reader of Word files is loaded only for this rule

    folder = ground.templates.folder
    for finding in check_house_style(folder.house_style):
        yield Fault(Place(f"{folder.shown_as}/{folder.house_style.name}"), finding.message)


RULE = Rule(
    "unfit-house-style",
    Severity.ERROR,
    "The house style cannot be used: a style, a list or a format is missing or wrong.",
    "Mend house-style.docx in Word, or copy the style from the bundled one.",
    unfit_house_style,
)
