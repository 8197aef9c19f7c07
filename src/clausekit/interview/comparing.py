"""Two judgements beside each other, and the extremes of one: as entries of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from clausekit.agreement import Document
from clausekit.assessment import Assessment
from clausekit.clauses import NONE
from clausekit.drafting import contract_of
from clausekit.editing.judging import Extremes
from clausekit.editing.trials import Difference
from clausekit.finding import Finding
from clausekit.interview.contract_entries import contract_entries
from clausekit.interview.differences import page_differences
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.finding_entries import bundle_entry, bundles_of

MOST = 40  # entries of one list


def difference_entries(made: Difference, titles: Mapping[str, str]) -> list[Entry]:
    """What a trial copy changes: positions, findings and the words of the contract."""
    if not made:
        return [plain_entry("Nothing differs yet: no finding, no position, no word.", "muted")]
    before, after = map(_contract, made.contracts)
    return [
        *_under("Positions", [_move(titles.get(topic, topic), *pair) for topic, pair in made.positions.items()]),
        *_under(f"New findings ({len(made.added)})", _listed(made.added, titles), "error"),
        *_under(f"At another level ({len(made.changed)})", _levels(made.changed)),
        *_under(f"Findings gone ({len(made.removed)})", _listed(made.removed, titles), "good"),
        *_under("The contract", page_differences(before, after) or [plain_entry("No word differs.", "muted")]),
    ]


def _under(heading: str, entries: Sequence[Entry], look: str = "heading") -> list[Entry]:
    return [plain_entry(heading, look), *entries, plain_entry("")] if entries else []


def _levels(changed: Sequence[tuple[Finding, Finding]]) -> list[Entry]:
    """What the same laws say at another level, of the gravest in full and of others by their names."""
    before = {id(became): was for was, became in changed}
    bundles = bundles_of(became for _, became in changed)
    more = [plain_entry(f"and {len(bundles) - MOST} more", "muted")] if len(bundles) > MOST else []
    return [*(_level([(before[id(one)], one) for one in bundle]) for bundle in bundles[:MOST]), *more]


def _level(pairs: Sequence[tuple[Finding, Finding]]) -> Entry:
    (was, lead), *others = pairs
    worse = was.level is not None and lead.level is not None and lead.level > was.level
    levels = (Span(_said(was), "removed"), Span(" → "), Span(_said(lead), "error" if worse else "good"))
    besides = dict.fromkeys(f"{became.party} ({_said(old)} → {_said(became)})" for old, became in others)
    told = [Span(f"\nThe same laws concern: {', '.join(besides)}.", "muted")] if besides else []
    return Entry("", (*levels, Span(f"  {lead.code}: {lead.message}"), *told), "▲", 0, 2, space=1)


def _said(finding: Finding) -> str:
    return str(finding.level or finding.severity)


def _move(title: str, was: str, became: str) -> Entry:
    spans = (Span(f"{title}: "), Span(was, "removed"), Span(" → "), Span(became, "added"))
    return Entry("", spans, "§", 0, 2)


def _listed(findings: Iterable[Finding], titles: Mapping[str, str]) -> list[Entry]:
    found = bundles_of(findings)
    more = [plain_entry(f"and {len(found) - MOST} more", "muted", space=1)] if len(found) > MOST else []
    return [*(bundle_entry(one, titles, can_be_chosen=False) for one in found[:MOST]), *more]


def _contract(document: Document | None) -> list[Entry]:
    return contract_entries(document) if document else []


def extreme_entries(extremes: Extremes, titles: Mapping[str, str], called: Callable[[str], str]) -> list[Entry]:
    """Worst and best case over the open facts, and the facts on which the difference turns.

    Args:
        called: what a fact, or the status of a law, is called by its path; paths are the keys of the entries.
    """
    facts = [Entry(path, (Span(called(path)), Span(f"  {path}", "muted")), "·", 0, 2) for path in extremes.decided_by]
    between = [one for one in extremes.worst if one not in extremes.best]
    return [
        plain_entry(f"Worst case: {len(extremes.worst)} findings. Best case: {len(extremes.best)}.", space=1),
        plain_entry("The difference turns on these; Enter goes to one:", "heading"),
        *(facts or [plain_entry("none", "muted")]),
        plain_entry(""),
        plain_entry(f"Only at the worst ({len(between)})", "heading"),
        *_listed(between, titles),
        plain_entry(f"Even at the best ({len(extremes.best)})", "heading"),
        *_listed(extremes.best, titles),
    ]


def position_words(assessment: Assessment, topic: str, names: Iterable[str]) -> dict[str, list[Entry]]:
    """The words that each position would print in this deal."""
    chosen = assessment.outcome.chosen
    return {name: _words(assessment, {**chosen, topic: name}, topic) for name in names if name != NONE}


def _words(assessment: Assessment, chosen: Mapping[str, str], topic: str) -> list[Entry]:
    contract, _ = contract_of(assessment.matter, chosen)
    return [entry for entry in contract_entries(contract) if entry.key == topic]
