"""Wording that the starter deals cannot fill: it loops without measure, or a filter does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement import WordingScope
from clausekit.agreement.wording import fill
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.settings import BadSetting, Setting, Stage
from clausekit.drafting import matter_of, wording_scope
from clausekit.finding import Severity


def cannot_be_filled(ground: Ground) -> Iterator[Fault]:
    told: set[tuple[object, str]] = set()
    for name, scope in _scopes(ground):
        for sheet in ground.sheets.all.values():
            for finding in fill(sheet.text, scope)[1]:
                if finding.severity is Severity.ERROR and (finding.place, finding.message) not in told:
                    told.add((finding.place, finding.message))
                    yield Fault(finding.place, f"With the deal “{name}” {finding.message}.", *sheet.key)


def _scopes(ground: Ground) -> Iterator[tuple[str, WordingScope]]:
    stage, day = Stage(ground.templates), ground.register.horizon
    for name in ground.templates.folder.starter_deals():
        try:
            deal = stage.deal(Setting(name, {}, {}, day, day))
        except BadSetting:
            continue  # told where deals are read
        yield name, wording_scope(matter_of(deal, ground.templates, day, day, {})[0])


RULE = Rule(
    "cannot-be-filled",
    Severity.ERROR,
    "A starter deal cannot fill the wording: a loop without measure, a text without end, a filter that does not fit.",
    "Take loops out of each other, and use the filter for that kind of fact.",
    cannot_be_filled,
)
