"""Findings as entries of a page: severity as glyph, word and code, so that nothing hangs on a colour."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clausekit.assessment.findings import severity_of
from clausekit.assessment.headlines import CODES, Headline, headlines
from clausekit.finding import Finding, Severity
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.glyphs import GLYPHS
from clausekit.law import Register

GROUPS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("law", "Clashes of laws, exposures and gaps", frozenset(CODES)),
    (
        "open",
        "Open: an answer would move something",
        frozenset({"undecided", "unconfirmed-status", "choice-of-law-open"}),
    ),
    ("dates", "Dates inside the deal", frozenset({"cliff"})),
    ("more", "More", frozenset()),
)
MENDING = "What must be mended before a draft"


Bundle = tuple[Finding, ...]  # what the same laws say of the same clause, of one party after the other


@dataclass(frozen=True)
class Group:
    """Findings under one heading; `key` opens and closes it, and without one it is always open."""

    key: str
    heading: str
    look: str
    findings: tuple[Finding, ...]

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        return bundles_of(self.findings)

    @property
    def told(self) -> str:
        """The heading with how many entries stand below it, and how many findings where that is more."""
        entries, findings = len(self.bundles), len(self.findings)
        return f"{self.heading} ({entries}{f'; {findings} by party' if findings != entries else ''})"


def bundles_of(findings: Iterable[Finding]) -> tuple[Bundle, ...]:
    """Findings bundled, the gravest first in each."""
    made: dict[object, list[Finding]] = {}
    for finding in findings:
        same = (finding.code, finding.clause, finding.instruments) if finding.instruments else id(finding)
        made.setdefault(same, []).append(finding)
    return tuple(tuple(sorted(bundle, key=_gravest)) for bundle in made.values())


def _gravest(finding: Finding) -> tuple[int, int]:
    return (-finding.level.at_most, -finding.level.at_least) if finding.level else (0, 0)


def finding_key(finding: Finding) -> str:
    """A name for a finding that survives a new judgement."""
    parts = (
        finding.code,
        finding.party,
        finding.clause,
        *finding.instruments,
        str(finding.place),
        finding.message[:60],
    )
    return "finding:" + "|".join(part or "" for part in parts)


def groups(findings: Iterable[Finding], register: Register) -> list[Group]:
    """Findings under their headings: errors, one headline for each family of laws, then open facts and dates."""
    found = list(findings)
    errors = tuple(f for f in found if f.severity is Severity.ERROR)
    rest = [f for f in found if f.severity is not Severity.ERROR]
    made = [Group("", MENDING, "error", errors)] if errors else []
    made += [_of_headline(one) for one in headlines(register, rest)]
    for name, heading, _ in GROUPS[1:]:
        inside = tuple(f for f in rest if _group_name(f) == name)
        made += [Group(f"group:{name}", heading, "heading", inside)] if inside else []
    return made


def _group_name(finding: Finding) -> str:
    if finding.code in CODES and finding.level:
        return "law"
    return next((name for name, _, codes in GROUPS if finding.code in codes), "more")


def _of_headline(headline: Headline) -> Group:
    worst = severity_of(headline.level)
    key = f"headline:{headline.code}|{'|'.join(headline.families)}"
    return Group(key, headline.message, str(worst), headline.findings)


def grouped_entries(made: Iterable[Group], titles: Mapping[str, str], opened: Collection[str]) -> list[Entry]:
    """Headings, and the findings of those that are open.

    Args:
        titles: titles of clauses by topic; `opened` the keys of headings that are open.
    """
    return list(_entries(made, titles, opened)) or [plain_entry("Nothing was found.", "good")]


def _entries(made: Iterable[Group], titles: Mapping[str, str], opened: Collection[str]) -> Iterator[Entry]:
    for group in made:
        is_open = not group.key or group.key in opened
        label = "" if not group.key else "▾" if is_open else "▸"
        yield Entry(group.key, (Span(group.told, group.look),), label, 0, 2, label_look=group.look)
        if is_open:
            yield plain_entry("")
            yield from (bundle_entry(bundle, titles) for bundle in group.bundles)


def bundle_entry(bundle: Bundle, titles: Mapping[str, str], *, can_be_chosen: bool = True) -> Entry:
    """The gravest finding of a bundle, and whom the same laws concern besides."""
    lead, *others = bundle
    entry = finding_entry(lead, finding_key(lead) if can_be_chosen else "", titles)
    if not others:
        return entry
    parties = {one.party or "": one.level for one in reversed(others)}  # the gravest of each party stays
    told = ", ".join(f"{party} ({level})" if level else party for party, level in reversed(parties.items()))
    more = "; m shows each" if can_be_chosen else ""
    return replace(entry, spans=(*entry.spans, Span(f"\nThe same laws concern: {told}{more}.", "muted")))


def finding_entry(finding: Finding, key: str, titles: Mapping[str, str]) -> Entry:
    """One finding: glyph, severity and code, what it says, whom and what it concerns."""
    level = f" {finding.level}" if finding.level else ""
    spans = [Span(f"{finding.severity} {finding.code}{level}  ", str(finding.severity)), Span(finding.message)]
    about = [titles.get(finding.clause, finding.clause) if finding.clause else "", finding.party or ""]
    told = " · ".join(filter(None, [*about, *_where(finding)]))
    if told:
        spans.append(Span(f"\n{told}", "muted"))
    return Entry(key, tuple(spans), GLYPHS[finding.severity], 0, 2, label_look=str(finding.severity), space=1)


def _where(finding: Finding) -> Iterator[str]:
    if finding.place.fact:
        yield finding.place.fact
    elif finding.place.file:
        yield str(finding.place)


def counts(findings: Iterable[Finding]) -> str:
    """How many there are of each severity, as one reads them in the status line."""
    found = list(findings)
    numbers = {one: sum(finding.severity is one for finding in found) for one in Severity}
    return " ".join(f"{GLYPHS[one]} {number} {one}{'s' * (number != 1)}" for one, number in numbers.items())
