"""From findings to comments on a contract: what is said, and at which words it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausekit.agreement.anchors import Anchors
from clausekit.agreement.document import Alternative, Blank, Block, Document, Mark, Run
from clausekit.assessment import Assessment
from clausekit.assessment.headlines import CODES
from clausekit.finding import Finding, Level
from clausekit.law import Register
from clausekit.law.atoms import worst
from clausekit.word.comments import Comment, Comments
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
    for finding in findings:
        about = finding.message if finding.clause is None else finding.place.line
        groups[finding.clause, finding.code, finding.instruments, about].append(finding)
    register = assessment.matter.standpoint.register
    for group in sorted(groups.values(), key=_gravest):
        gravest = min(group, key=lambda one: _gravest([one]))
        yield gravest, _comment(group, gravest, register, _names(assessment))


def _gravest(group: Sequence[Finding]) -> tuple[int, int]:
    level = _level(group)
    return (-level.at_most, -level.at_least) if level else (0, 0)


def _level(group: Iterable[Finding]) -> Level | None:
    levels = [finding.level for finding in group if finding.level is not None]
    return worst(levels) if levels else None


def _names(assessment: Assessment) -> Mapping[str, str]:
    return {name: party.name for name, party in assessment.matter.standpoint.deal.parties.items()}


def _comment(group: Sequence[Finding], finding: Finding, register: Register, names: Mapping[str, str]) -> Comment:
    lines = [*_laws(finding, register), finding.message, *_others(group, finding, names), *_remedy(finding)]
    kind = CODES.get(finding.code) or ON_THE_WHOLE.get(finding.code) or finding.code.replace("-", " ").capitalize()
    level = _level(group)
    return Comment(f"{kind}: {level or finding.severity}", tuple(lines))


def _laws(finding: Finding, register: Register) -> Iterator[str]:
    """The two laws of a clash by their titles, or the one of an exposure."""
    known = [register.instruments[name] for name in finding.instruments if name in register.instruments]
    roles = ("Asked for by", "Caught by") if len(known) > 1 else ("Law",)
    for role, instrument in zip(roles, known, strict=False):
        yield f"{role}: {instrument.title} ({instrument.citation})"


def _others(group: Sequence[Finding], finding: Finding, names: Mapping[str, str]) -> Iterator[str]:
    others = dict.fromkeys(one.party for one in group if one.party and one.party != finding.party)
    if others:
        yield f"The same laws concern here: {', '.join(_name(party, names) for party in others)}"


def _name(party: str, names: Mapping[str, str]) -> str:
    """A party's name; an affiliate is told by the party it belongs to."""
    owner, _, part = party.partition("/")
    name = names.get(owner, owner)
    return f"an affiliate of {name} ({part})" if part else name


def _remedy(finding: Finding) -> Iterator[str]:
    """The positions that would lower it, the best first, and what is left where none does."""
    if finding.avoidable_by:
        for remedy in sorted(finding.avoidable_by, key=lambda one: one.at_most):
            yield f"Lowered by the position {remedy.position}, to {Level(remedy.at_most, remedy.at_most)} at most"
    elif finding.avoidable_by is not None:
        yield "No other position of this clause lowers it."
    yield from (f"Left to do: {route}" for route in finding.routes)
