"""From the shapes of practice (forum, evidence, steps, wording) to what the register holds of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from clausekit.finding import LEVEL_WORDS
from clausekit.law import reading_practice as shapes
from clausekit.law.building import Builder
from clausekit.law.practice import EvidenceSource, ForumPoint, Step, Watch
from clausekit.nearest import did_you_mean

# Codes of the findings of law that a step may serve, beside those of the points of forum.
CODES = frozenset(
    {
        "cliff",
        "choice-of-law-open",
        "double-bind",
        "excess",
        "exposure",
        "gap",
        "overriding-mandatory-rules",
        "performance-abroad",
        "reason-doubtful",
        "unconfirmed-status",
        "undecided",
    }
)


def build_forum(
    shaped: Mapping[str, shapes.ForumPointShape], build: Builder, instruments: Collection[str]
) -> dict[str, ForumPoint]:
    """The points of forum; each names instruments of the register."""
    return {name: _point(name, shape, build, instruments) for name, shape in sorted(shaped.items())}


def _point(name: str, shape: shapes.ForumPointShape, build: Builder, instruments: Collection[str]) -> ForumPoint:
    _check_instruments(name, shape.instruments, build, instruments)
    return ForumPoint(
        id=name,
        code=shape.code,
        when=build.condition(shape.when, (name, "when")),
        fact=shape.fact,
        says=shape.says.strip(),
        confirm=shape.confirm.strip(),
        instruments=tuple(shape.instruments),
        level=LEVEL_WORDS.index(shape.level),
        judged_by=shape.judged_by,
        judged_on=shape.judged_on,
    )


def build_evidence(
    shaped: Mapping[str, shapes.EvidenceSourceShape], build: Builder, instruments: Collection[str]
) -> dict[str, EvidenceSource]:
    """Those who answer our questions; each names instruments of the register."""
    return {name: _source(name, shape, build, instruments) for name, shape in sorted(shaped.items())}


def _source(
    name: str, shape: shapes.EvidenceSourceShape, build: Builder, instruments: Collection[str]
) -> EvidenceSource:
    _check_instruments(name, shape.instruments, build, instruments)
    return EvidenceSource(
        id=name,
        who=shape.who,
        when=build.condition(shape.when, (name, "when")),
        says=shape.says.strip(),
        instruments=tuple(shape.instruments),
        level=LEVEL_WORDS.index(shape.level),
        judged_by=shape.judged_by,
        judged_on=shape.judged_on,
    )


def _check_instruments(name: str, named: Collection[str], build: Builder, known: Collection[str]) -> None:
    for index, one in enumerate(named):
        if one not in known:
            message = f"'{one}' is not an instrument of the register{did_you_mean(one, known)}"
            build.fault("unknown-instrument", message, (name, "instruments", index))


def build_steps(
    shaped: Mapping[str, shapes.StepShape], build: Builder, families: Collection[str], forum: Mapping[str, ForumPoint]
) -> dict[str, Step]:
    """The steps beside drafting; each serves findings that there can be."""
    codes = CODES | {point.code for point in forum.values()}
    return {name: _step(name, shape, build, families, codes) for name, shape in sorted(shaped.items())}


def _step(
    name: str, shape: shapes.StepShape, build: Builder, families: Collection[str], codes: Collection[str]
) -> Step:
    for index, one in enumerate(shape.families or ()):
        if one not in families:
            message = f"'{one}' is not a family of laws{did_you_mean(one, families)}"
            build.fault("unknown-family", message, (name, "families", index))
    for index, one in enumerate(shape.codes):
        if one not in codes:
            message = f"'{one}' is not the code of a finding of law{did_you_mean(one, codes)}"
            build.fault("unknown-code", message, (name, "codes", index))
    return Step(
        id=name,
        says=shape.says.strip(),
        who=shape.who,
        by=shape.by,
        codes=frozenset(shape.codes),
        families=frozenset(shape.families or ()),
        reaches=LEVEL_WORDS.index(shape.reaches),
        when=build.condition(shape.when, (name, "when")),
        judged_by=shape.judged_by,
        judged_on=shape.judged_on,
    )


def build_watches(shaped: Mapping[str, shapes.WatchShape], build: Builder, nexus: Collection[str]) -> dict[str, Watch]:
    """The wording to watch for; `nexus` are the places to which a link can be measured."""
    return {name: _watch(name, shape, build, nexus) for name, shape in sorted(shaped.items())}


def _watch(name: str, shape: shapes.WatchShape, build: Builder, nexus: Collection[str]) -> Watch:
    if shape.linked_to is not None and shape.linked_to not in nexus:
        message = f"'{shape.linked_to}' has no ladder of links in judgement.yaml{did_you_mean(shape.linked_to, nexus)}"
        build.fault("unknown-ladder", message, (name, "linked_to"))
    return Watch(
        id=name,
        conduct=build.known_conduct(shape.conduct, (name, "conduct")),
        linked_to=shape.linked_to,
        words=tuple(shape.words),
        beside=tuple(shape.beside or ()),
        unless=tuple(shape.unless or ()),
        never_in_templates=shape.in_templates == "never",
        says=shape.says.strip(),
        advice=shape.advice.strip(),
        place=build.place((name,)),
    )
