"""Which variants a change touches, and how each reads before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clausekit.agreement.comparing import redline_text
from clausekit.agreement.document import Document
from clausekit.assessment import Assessment, assess
from clausekit.assessment.comparing import Comparison, compare
from clausekit.authoring.binding import Clause, clauses_of
from clausekit.authoring.clause_texts import Sheets
from clausekit.authoring.covering import Variant, cover
from clausekit.authoring.covering.trying import Trial, allowed
from clausekit.authoring.reasoning import World
from clausekit.authoring.settings import BadSetting, Setting, Stage
from clausekit.drafting import Templates, matter_of
from clausekit.facts import Deal


@dataclass(frozen=True)
class Differing:
    """A clause that reads otherwise; None stands for the side that lacks it."""

    before: Clause | None
    after: Clause | None

    @property
    def content(self) -> tuple[object, object]:
        """What each side says, whatever its numbers."""
        return self.before and self.before.content, self.after and self.after.content


@dataclass(frozen=True)
class Touched:
    """A variant that reads otherwise.

    Args:
        names: of the variants that change in the same way, this one first.
        positions: the position of each topic that had another before, and that one.
        clauses: those that differ.
    """

    names: tuple[str, ...]
    positions: tuple[str, ...]
    clauses: tuple[Differing, ...]

    def redline(self, *, colour: bool = False) -> str:
        """What changed, in plain characters."""
        return redline_text(self._document("before"), self._document("after"), colour=colour)

    def _document(self, side: str) -> Document:
        clauses = [clause for one in self.clauses if (clause := getattr(one, side))]
        return Document("", tuple(block for clause in clauses for block in clause.blocks))


@dataclass(frozen=True)
class Moved:
    """A starter deal that is answered otherwise."""

    deal: str
    comparison: Comparison


@dataclass(frozen=True)
class Changes:
    """What a change does.

    Args:
        variants: how many variants were made.
        touched: those that read otherwise, alike ones together.
        moved: the starter deals whose positions or findings are others.
    """

    variants: int
    touched: tuple[Touched, ...]
    moved: tuple[Moved, ...]

    @property
    def count(self) -> int:
        """How many variants are touched."""
        return sum(len(one.names) for one in self.touched)


def changes(old: Templates, new: Templates) -> Changes:
    """What the change from `old` to `new` templates does."""
    variants = _variants(old, new)
    touched = [found for name, deal, chosen in variants if (found := _touched(name, deal, chosen, old, new))]
    return Changes(len(variants), tuple(_alike(touched)), tuple(_moved(old, new)))


def _variants(old: Templates, new: Templates) -> list[tuple[str, Deal, Mapping[str, str]]]:
    """Every variant of the new templates, then those of the old ones that show a position that is gone."""
    worlds = {side: World(Sheets(side_templates)) for side, side_templates in (("new", new), ("old", old))}
    now = cover(worlds["new"]).variants
    gone = worlds["old"].sheets.all.keys() - worlds["new"].sheets.all.keys()
    had = cover(worlds["old"]).variants if gone else ()
    before = [one for one in had if any(goal.key in gone for goal in one.first)]
    return [*_deals(now, Stage(new), ""), *_deals(before, Stage(old), " before")]


def _deals(variants: Sequence[Variant], stage: Stage, mark: str) -> Iterator[tuple[str, Deal, Mapping[str, str]]]:
    for one in variants:
        yield f"{one.name}{mark} ({one.setting.deal})", stage.deal(one.setting), one.setting.chosen


def _touched(name: str, deal: Deal, chosen: Mapping[str, str], old: Templates, new: Templates) -> Touched | None:
    before, after = _contract(deal, chosen, old), _contract(deal, chosen, new)
    clauses = tuple(_differing(before.printed[0], after.printed[0]))
    positions = tuple(
        f"{topic}: {position}, shown against {before.chosen.get(topic, 'nothing')}"
        for topic, position in after.chosen.items()
        if before.chosen.get(topic) != position
    )
    return Touched((name,), positions, clauses) if clauses else None


def _differing(before: Document, after: Document) -> Iterator[Differing]:
    was, now = ({clause.name: clause for clause in clauses_of(side)} for side in (before, after))
    for name in {**now, **was}:
        one = Differing(was.get(name), now.get(name))
        if one.content[0] != one.content[1]:
            yield one


def _contract(deal: Deal, chosen: Mapping[str, str], templates: Templates) -> Trial:
    """The contract that one set of templates makes; a position it lacks gives way to the first that it has."""
    day = templates.register.horizon
    matter, _ = matter_of(deal, templates, day, day, {})
    topics = {topic.id: topic for topic in matter.topics}
    known = {
        topic: position for topic, position in chosen.items() if topic in topics and position in topics[topic].positions
    }
    return Trial(matter, {**allowed(matter), **known})


def _alike(touched: Sequence[Touched]) -> Iterator[Touched]:
    """Variants in which the same clauses change in the same words, together."""
    found: dict[str, list[Touched]] = {}
    for one in touched:
        found.setdefault(repr([clause.content for clause in one.clauses]), []).append(one)
    for first, *others in found.values():
        names = tuple(name for one in (first, *others) for name in one.names)
        positions = dict.fromkeys(position for one in (first, *others) for position in one.positions)
        yield replace(first, names=names, positions=tuple(positions))


def _moved(old: Templates, new: Templates) -> Iterator[Moved]:
    """The starter deals that are answered otherwise; words alone answer nothing."""
    if _judged_by(old) == _judged_by(new):
        return
    stage, day = Stage(new), new.register.horizon
    for name in new.folder.starter_deals():
        try:
            deal = stage.deal(Setting(name, {}, {}, day, day))
        except BadSetting:
            continue
        found = compare(_assessed(deal, old, day), _assessed(deal, new, day))
        if found.positions or found.findings:
            yield Moved(name, found)


def _judged_by(templates: Templates) -> object:
    """All that an assessment looks at: the law, and what positions do."""
    law = [(path.name, path.read_bytes()) for path in sorted(templates.folder.law.rglob("*.yaml"))]
    positions = [
        (topic.id, topic.modifies, one.id, one.order, one.does, one.use_when.text, one.softens, one.needs)
        for topic in templates.library.topics.values()
        for one in topic.positions.values()
    ]
    return law, positions, templates.library.forms


def _assessed(deal: Deal, templates: Templates, day: date) -> Assessment:
    return assess(matter_of(deal, templates, day, day, {})[0])
