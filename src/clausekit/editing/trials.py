"""What-if: a copy of a deal that no file knows, and the difference it would make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from clausekit.agreement.comparing import redline_text
from clausekit.agreement.document import Document
from clausekit.editing.judging import Answer
from clausekit.editing.merging import merged
from clausekit.editing.working import Change, WorkingDeal
from clausekit.finding import Finding
from clausekit.receipt import finding_id

KEPT = "What-if kept"


class Trial:
    """A trial copy of a deal.

    Attributes:
        deal: the copy; it is worked on like any other deal, and saved nowhere.
    """

    def __init__(self, origin: WorkingDeal) -> None:
        self._origin = origin
        self._begun_with = origin.text
        self.deal = WorkingDeal(origin.text, origin.templates, origin.days, None, origin.file)

    def on(self, day: date) -> None:
        """Ask as of another day of the law; what the deal states of its day is left as it is."""
        self.deal.days = replace(self.deal.days, law_as_of=day)
        self.deal.version += 1

    def keep(self) -> Change:
        """Take what was tried into the deal, as one step; the trial's day is taken too."""
        self._origin.days = self.deal.days
        return self._origin.take(self._together(), KEPT)

    def _together(self) -> str:
        """The trial's text; what was changed in the deal meanwhile is in it as well."""
        text = self.deal.text
        for step in merged(self._begun_with, text, self._origin.text, self._origin.file)[0]:
            text = step.done(text)
        return text if self._origin.text != self._begun_with else self.deal.text


@dataclass(frozen=True)
class Difference:
    """What one answer says that another does not.

    Args:
        added, removed: findings that only the later, or only the earlier one has.
        changed: findings of both whose level differs, earlier and later.
        positions: topics that take another position: the earlier and the later one.
    """

    added: tuple[Finding, ...]
    removed: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]
    positions: Mapping[str, tuple[str, str]]
    contracts: tuple[Document | None, Document | None]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.positions or self.text)

    @cached_property
    def text(self) -> str:
        """What changed in the contract, below its headings: ``[-gone-]`` and ``{+come+}``; empty where nothing did."""
        before, after = self.contracts
        return redline_text(before, after) if before and after else ""


def difference(before: Answer, after: Answer) -> Difference:
    """What `after` says that `before` does not, and the other way round. Waits for both to be complete."""
    old, new = _by_id(before.findings), _by_id(after.findings)
    return Difference(
        added=tuple(one for key in new for one in new[key][len(old.get(key, ())) :]),
        removed=tuple(one for key in old for one in old[key][len(new.get(key, ())) :]),
        changed=tuple(
            (was, became)
            for key in old
            for was, became in zip(old[key], new.get(key, ()), strict=False)
            if (was.level, was.severity) != (became.level, became.severity)
        ),
        positions=_positions(before, after),
        contracts=(before.contract, after.contract),
    )


def _by_id(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding_id(finding)].append(finding)
    return found


def _positions(before: Answer, after: Answer) -> dict[str, tuple[str, str]]:
    old, new = _chosen(before), _chosen(after)
    topics = dict.fromkeys([*old, *new])
    moved = {topic: (old.get(topic, "none"), new.get(topic, "none")) for topic in topics}
    return {topic: pair for topic, pair in moved.items() if pair[0] != pair[1]}


def _chosen(answer: Answer) -> Mapping[str, str]:
    return answer.assessment.outcome.chosen if answer.assessment else {}
