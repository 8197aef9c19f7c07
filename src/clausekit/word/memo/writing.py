"""The memo from its first line to its last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausekit.agreement.document import Block, Document, Paragraph, Role, Text
from clausekit.assessment.assess import Assessment
from clausekit.finding import Finding
from clausekit.word.memo.answer import answer
from clausekit.word.memo.conflicts import conflicts
from clausekit.word.memo.events import events_to_come
from clausekit.word.memo.evidence import evidence
from clausekit.word.memo.forum import forum
from clausekit.word.memo.matrix import headline_table, matrix
from clausekit.word.memo.parts import body, bullet, fact, new_page, section, small, strong
from clausekit.word.memo.reasons import clauses, dates, open_facts
from clausekit.word.memo.sources import also_seen, sources
from clausekit.word.memo.steps import steps

ALSO = frozenset({"empty-saving", "reason-doubtful", "unprovided-event"})


@dataclass(frozen=True, slots=True)
class MemoFacts:
    """What the memo is told beside the assessment.

    Args:
        title: of the matter.
        contract: findings about the contract's text: blanks and the like.
        changes: what changed since an earlier draft, a line each; None without one.
        language: BCP 47 tag of the memo's text.
    """

    title: str
    contract: Sequence[Finding] = ()
    changes: Sequence[str] | None = None
    language: str = "en-GB"


def memo(assessment: Assessment, facts: MemoFacts) -> Document:
    """The privileged memo on one matter."""
    return Document(
        title=f"Memorandum: {facts.title}",
        blocks=tuple(_blocks(assessment, facts)),
        header="Privileged and confidential: prepared by counsel for the client only",
        footer=facts.title,
        language=facts.language,
    )


def _blocks(assessment: Assessment, facts: MemoFacts) -> Iterator[Block]:
    yield from _head(assessment, facts)
    yield from section("The answer", answer(assessment, facts.contract))
    yield from section("What changed", _changes(facts.changes))
    yield from section("Headlines", headline_table(assessment))
    yield from new_page(section("Clauses, parties and duties", matrix(assessment)))
    yield from new_page(section("The conflicts one by one", conflicts(assessment)))
    yield from new_page(section("Choice of law and forum", forum(assessment)))
    yield from section("Also to weigh", _also(assessment))
    yield from section("Questions and evidence", evidence(assessment))
    yield from section("Steps beside the contract", steps(assessment))
    yield from section("Why each clause stands as it does", clauses(assessment))
    yield from section("Open facts, in order of what they settle", open_facts(assessment))
    yield from section("Dates that change the answer", dates(assessment))
    yield from section("Every dated event until the last duty ends", events_to_come(assessment))
    yield from section("The text of the contract", _contract(facts.contract))
    yield from section("Sources, status and verification", sources(assessment))
    yield from section("Also looked at, with no duty here", also_seen(assessment))


def _head(assessment: Assessment, facts: MemoFacts) -> Iterator[Block]:
    standpoint = assessment.matter.standpoint
    judgement = standpoint.register.judgement
    client = standpoint.deal.parties[standpoint.deal.client]
    yield Paragraph(Role.TITLE, (Text("Memorandum"),))
    yield Paragraph(Role.SUBTITLE, (fact(facts.title),))
    yield Paragraph(Role.LEGEND, (Text("Privileged and confidential. Not for the counterparty."),))
    yield body(strong("Client: "), fact(client.name))
    yield body(strong("Law as of: "), f"{standpoint.law_as_of}, as known on {standpoint.known_at}")
    yield small(
        f"The register was last verified on {standpoint.register.horizon}; no status "
        f"after that day is confirmed. Degrees and levels are our reading, set by {judgement.judged_by} on "
        f"{judgement.judged_on}, and await the signature of a lawyer admitted where each law applies. "
        "This memo supports counsel and is not legal advice."
    )


def _changes(changes: Sequence[str] | None) -> Iterator[Block]:
    if changes is not None:
        yield from (bullet(line) for line in changes or ("Nothing changed since the earlier draft.",))


def _also(assessment: Assessment) -> Iterator[Block]:
    """Findings of law that belong to no clash: reasons in doubt, empty savings, events without a clause."""
    for finding in assessment.findings:
        if finding.code in ALSO:
            yield bullet(finding.message)


def _contract(findings: Sequence[Finding]) -> Iterator[Block]:
    for finding in findings:
        yield bullet(finding.message)
