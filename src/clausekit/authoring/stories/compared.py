"""What a story gains, loses, raises, lowers and keeps against the same deal in another setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausekit.authoring.stories.fitting import fits, level_of, said
from clausekit.authoring.stories.judged import Unmet, patterns_in
from clausekit.authoring.stories.stated import Part, told
from clausekit.drafting import Draft
from clausekit.finding import NOTHING, Finding, Level, Severity
from clausekit.law.atoms import worst

CLASHES = frozenset({"gap", "exposure", "double-bind"})
Identity = tuple[str, ...]


def compared(change: Part, before: Draft, made: Draft) -> Iterator[Unmet]:
    """What the story gains, loses, raises, lowers and keeps against the other setting: all of it, and no more."""
    earlier, after = _levels(before), _levels(made)
    moves = {
        "gains": [key for key in after if key not in earlier],
        "loses": [key for key in earlier if key not in after],
        "raises": [key for key in after if key in earlier and _order(after[key]) > _order(earlier[key])],
        "lowers": [key for key in after if key in earlier and _order(after[key]) < _order(earlier[key])],
    }
    for name, keys in moves.items():
        patterns = change.get(name)
        if patterns:
            wanted = list(patterns_in(patterns, made))
            yield from _moved(patterns, wanted, name, [_finding_of(key, earlier, after) for key in keys])
    same = change.get("same")
    yield from _same(patterns_in(same, made), earlier, after) if same else ()
    positions = change.get("positions")
    yield from _same_positions(positions, before, made) if positions else ()


def _moved(patterns: Part, wanted: list[Part], name: str, moved: list[Finding]) -> Iterator[Unmet]:
    for pattern in wanted:
        if not any(fits(pattern.data, finding) for finding in moved):
            yield pattern.place, f"it {name} no {told(pattern.data)}."
    for finding in moved:
        if not any(fits(pattern.data, finding) for pattern in wanted):
            yield patterns.place, f"it also {name} {said(finding)}."


def _same(
    patterns: Iterable[Part], before: Mapping[Identity, Level], after: Mapping[Identity, Level]
) -> Iterator[Unmet]:
    for pattern in patterns:
        fitting = [key for key in {**before, **after} if fits(pattern.data, _finding_of(key, before, after))]
        if not fitting:
            yield pattern.place, f"there is no {told(pattern.data)} at all."
        for key in fitting:
            if before.get(key, NOTHING) != after.get(key, NOTHING):
                was, now = before.get(key, NOTHING), after.get(key, NOTHING)
                yield pattern.place, f"{said(_finding_of(key, before, after))} was {was} and is {now}."


def _same_positions(part: Part, before: Draft, after: Draft) -> Iterator[Unmet]:
    old, new = before.assessment.outcome.chosen, after.assessment.outcome.chosen
    moved = {topic: f"{was} -> {new.get(topic)}" for topic, was in old.items() if new.get(topic) != was}
    wanted = {} if part.data == "same" else part.data
    if moved != wanted:
        yield part.place, f"expected these positions to change: {wanted or 'none'}, and these do: {moved or 'none'}."


def _levels(made: Draft) -> dict[Identity, Level]:
    """The worst level of each clash, by what it is about."""
    found: dict[Identity, list[Level]] = {}
    for finding in made.assessment.atoms:
        if finding.code in CLASHES:
            found.setdefault(_identity(finding), []).append(level_of(finding))
    return {key: worst(levels) for key, levels in found.items()}


def _identity(finding: Finding) -> Identity:
    return (finding.code, finding.party or "", finding.clause or "", finding.squeeze or "", *finding.instruments)


def _order(level: Level) -> tuple[int, int]:
    return level.at_most, level.at_least


def _finding_of(key: Identity, before: Mapping[Identity, Level], after: Mapping[Identity, Level]) -> Finding:
    code, party, clause, squeeze, *instruments = key
    level = after.get(key) or before[key]
    return Finding(
        code,
        Severity.NOTE,
        "",
        party=party,
        clause=clause or None,
        instruments=tuple(instruments),
        level=level,
        squeeze=squeeze or None,
    )
