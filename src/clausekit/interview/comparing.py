"""Two judgements beside each other, and the extremes of one: as entries of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausekit.assessment import Assessment
from clausekit.clauses import NONE
from clausekit.drafting import contract_of
from clausekit.editing.judging import Answer, Extremes
from clausekit.finding import Finding
from clausekit.interview.contract_entries import contract_entries
from clausekit.interview.differences import finding_differences, page_differences
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.finding_entries import finding_entry, finding_key

MOST = 40  # entries of one list


def differences(before: Answer, after: Answer, titles: Mapping[str, str]) -> list[Entry]:
    """What a trial copy changes: positions, findings and the words of the contract."""
    old, new = _by_key(before.first_findings), _by_key(after.first_findings)
    came = [new[key] for key in new if key not in old or old[key].level != new[key].level]
    went = [old[key] for key in old if key not in new]
    found = finding_differences(_listed(came, titles), _listed(went, titles))
    text = page_differences(_contract(before), _contract(after)) or [plain_entry("No word differs.", "muted")]
    return [
        *_positions(before, after, titles),
        plain_entry("Findings", "heading"),
        *found,
        plain_entry("The contract", "heading"),
        *text,
    ]


def _by_key(findings: Iterable[Finding]) -> dict[str, Finding]:
    return {finding_key(finding): finding for finding in findings}


def _listed(findings: list[Finding], titles: Mapping[str, str]) -> list[Entry]:
    more = [plain_entry(f"and {len(findings) - MOST} more", "muted", space=1)] if len(findings) > MOST else []
    return [*(finding_entry(one, "", titles) for one in findings[:MOST]), *more]


def _contract(answer: Answer) -> list[Entry]:
    return contract_entries(answer.contract) if answer.contract else []


def _positions(before: Answer, after: Answer, titles: Mapping[str, str]) -> list[Entry]:
    if before.assessment is None or after.assessment is None:
        return []
    old, new = before.assessment.outcome.chosen, after.assessment.outcome.chosen
    moved = [topic for topic in new if old.get(topic) != new[topic]]
    entries = [
        Entry(
            "",
            (
                Span(f"{titles.get(topic, topic)}: "),
                Span(old.get(topic, NONE), "removed"),
                Span(" → "),
                Span(new[topic], "added"),
            ),
            "§",
            0,
            2,
        )
        for topic in moved
    ]
    return [plain_entry("Positions", "heading"), *entries, plain_entry("")] if entries else []


def extreme_entries(extremes: Extremes, titles: Mapping[str, str]) -> list[Entry]:
    """Worst and best case over the open facts, and the facts on which the difference turns."""
    facts = [Entry(f"fact:{path}", (Span(path, "link"),), "·", 0, 2) for path in extremes.decided_by]
    between = [one for one in extremes.worst if one not in extremes.best]
    return [
        plain_entry(f"Worst case: {len(extremes.worst)} findings. Best case: {len(extremes.best)}.", "title", space=1),
        plain_entry("The difference turns on these open facts; Enter goes to one:", "heading"),
        *(facts or [plain_entry("none", "muted")]),
        plain_entry(""),
        plain_entry(f"Only at the worst ({len(between)})", "heading"),
        *_listed(between, titles),
        plain_entry(f"Even at the best ({len(extremes.best)})", "heading"),
        *_listed(list(extremes.best), titles),
    ]


def position_words(assessment: Assessment, topic: str, names: Iterable[str]) -> dict[str, list[Entry]]:
    """The words that each position would print in this deal."""
    chosen = assessment.outcome.chosen
    return {name: _words(assessment, {**chosen, topic: name}, topic) for name in names if name != NONE}


def _words(assessment: Assessment, chosen: Mapping[str, str], topic: str) -> list[Entry]:
    contract, _ = contract_of(assessment.matter, chosen)
    return [entry for entry in contract_entries(contract) if entry.key == topic]
