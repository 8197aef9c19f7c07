"""From findings to comments on a contract: what is said, and at which words it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from clausekit.agreement.anchors import Anchors
from clausekit.agreement.document import Alternative, Blank, Block, Document, Mark, Run
from clausekit.agreement.wording.labels import in_words
from clausekit.assessment import Assessment
from clausekit.assessment.headlines import CODES
from clausekit.assessment.naming import Names
from clausekit.finding import Finding, Level
from clausekit.law import Register
from clausekit.law.atoms import worst
from clausekit.word.comments import Comment, Comments
from clausekit.word.memo.parts import sentence
from clausekit.word.references import runs_of

ON_THE_WHOLE = {
    "undecided": "Open fact",
    "cliff": "Date that changes the answer",
    "unconfirmed-status": "Status not confirmed",
    "register-horizon": "The register ends here",
}


def annotate(contract: Document, assessment: Assessment, findings: Iterable[Finding]) -> Comments:
    """Comments on the contract: for each clause what catches it, for each blank the fact that is open.

    Args:
        findings: all that was found; those about single parties are put together by clause and by laws.
    """
    notes = _Notes()
    anchors = Anchors(contract)
    for finding, comment in _by_laws(assessment, findings):
        notes.add(anchors.of(finding) or contract.blocks[0], comment)
    for run in _runs(contract):
        notes.add_open(run)
    return notes.comments()


class _Notes:
    """Gathers comments and numbers them as they come."""

    def __init__(self) -> None:
        self._texts: list[Comment] = []
        self._at_blocks: dict[int, list[int]] = defaultdict(list)
        self._at_runs: dict[int, list[int]] = {}

    def add(self, block: Block, comment: Comment) -> None:
        self._at_blocks[id(block)].append(len(self._texts))
        self._texts.append(comment)

    def add_open(self, run: Run) -> None:
        """A comment on a blank or an undecided test; nothing on any other run, nor on one seen before."""
        comment = _open_comment(run)
        if comment is not None and id(run) not in self._at_runs:
            self._at_runs[id(run)] = [len(self._texts)]
            self._texts.append(comment)

    def comments(self) -> Comments:
        return Comments(self._at_blocks, self._at_runs, self._texts)


def _open_comment(run: Run) -> Comment | None:
    match run:
        case Blank(fact=None):
            return Comment("Open", (f"{run.label} is not known yet.",))
        case Blank():
            return Comment("Open", (f"{run.label} is not known yet.", f"The fact: {run.fact}"))
        case Alternative(mark=Mark.OPEN):
            return Comment("Undecided", ("Both wordings stand here until this is answered:", run.question))
    return None


def _runs(contract: Document) -> Iterator[Run]:
    return (run for block in contract.blocks for run in runs_of(block))


def _by_laws(assessment: Assessment, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Comment]]:
    """One comment for all parties that the same laws catch in the same clause, the gravest first."""
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in _once(findings):
        about = finding.message if finding.clause is None else finding.place.line
        groups[finding.clause, finding.code, finding.instruments, about].append(finding)
    register = assessment.matter.standpoint.register
    for group in sorted(groups.values(), key=_gravest):
        gravest = min(group, key=lambda one: _gravest([one]))
        yield gravest, _comment(group, gravest, register, Names(assessment))


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without exposures that a double bind in the same clause tells already."""
    found = list(findings)
    bound = {(one.clause, one.instruments[-1]) for one in found if one.code == "double-bind"}
    for one in found:
        if not (one.code == "exposure" and one.instruments and (one.clause, one.instruments[-1]) in bound):
            yield one


def _gravest(group: Sequence[Finding]) -> tuple[int, int]:
    level = _level(group)
    return (-level.at_most, -level.at_least) if level else (0, 0)


def _level(group: Iterable[Finding]) -> Level | None:
    levels = [finding.level for finding in group if finding.level is not None]
    return worst(levels) if levels else None


def _comment(group: Sequence[Finding], finding: Finding, register: Register, names: Names) -> Comment:
    lines = [*_laws(finding, register), sentence(finding.message), *_others(group, finding, names), *_remedy(finding)]
    kind = CODES.get(finding.code) or ON_THE_WHOLE.get(finding.code) or finding.code.replace("-", " ").capitalize()
    level = _level(group)
    return Comment(f"{kind}: {level or finding.severity}", tuple(lines))


def _laws(finding: Finding, register: Register) -> Iterator[str]:
    """The two laws of a clash by their titles, or the one of an exposure."""
    known = [register.instruments[name] for name in finding.instruments if name in register.instruments]
    roles = ("Asked for by", "Caught by") if len(known) > 1 else ("Law",)
    for role, instrument in zip(roles, known, strict=False):
        yield f"{role}: {instrument.title} ({instrument.citation})"


def _others(group: Sequence[Finding], finding: Finding, names: Names) -> Iterator[str]:
    others = dict.fromkeys(one.party for one in group if one.party and one.party != finding.party)
    if others:
        yield f"The same laws concern here: {names.persons(others)}."


def _remedy(finding: Finding) -> Iterator[str]:
    """The positions that would lower it, the best first, and what is left where none does."""
    if finding.avoidable_by:
        for remedy in sorted(finding.avoidable_by, key=lambda one: one.at_most):
            left = Level(remedy.at_most, remedy.at_most)
            yield f"Lowered by the position “{in_words(remedy.position)}”, to {left} at most."
    elif finding.avoidable_by is not None:
        yield "No other position of this clause lowers it."
    yield from (f"Left to do: {route.rstrip('.')}." for route in finding.routes)
