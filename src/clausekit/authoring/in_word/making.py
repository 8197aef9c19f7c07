"""Positions as a Word file that a lawyer edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from clausekit.agreement.authored import Written
from clausekit.authoring.in_word.samples import Samples
from clausekit.authoring.named_positions import sheet_key
from clausekit.clauses import Does, Position
from clausekit.drafting import Templates
from clausekit.finding import Finding
from clausekit.word.comments import NO_COMMENTS, Comment, Comments
from clausekit.word.sheets import HeadRow, Sheet, write_sheets

ROLES = {"each": "Each party", "supplier": "The Supplier", "customer": "The Customer"}


def sheets_of(positions: Iterable[Position], templates: Templates, day: date) -> list[Sheet]:
    """A sheet for each position, with samples from the starter deals as the law stood on `day`."""
    samples = Samples(templates, day)
    return [_sheet(one, templates, samples) for one in positions]


def _sheet(position: Position, templates: Templates, samples: Samples) -> Sheet:
    conducts = {name: conduct.says for name, conduct in templates.register.conducts.items()}
    topic = templates.library.topics[position.topic]
    return Sheet(
        sheet_key(position),
        topic.title,
        tuple(_head(position, conducts)),
        position.text,
        position.first_line,
        samples.of(position.text),
    )


def _head(position: Position, conducts: Mapping[str, str]) -> Iterator[HeadRow]:
    yield HeadRow("Says", position.says)
    yield HeadRow("Gives up", position.gives_up or "—")
    if position.use_when.text != "true":
        yield HeadRow("Used when", position.use_when.text)
    for does in position.does:
        yield HeadRow("Commits", _told(does, conducts.get(does.conduct, does.conduct)))
    yield HeadRow("Approver", f"{position.approver.replace('-', ' ')}; reviewed on {position.reviewed_on}")


def _told(does: Does, conduct: str) -> str:
    """Who is committed to what, in words."""
    towards = f" towards {ROLES[does.to].lower()}" if does.to and does.to != does.by else ""
    about = f", about {'the counterparty' if does.against == 'counterparty' else does.against}" if does.against else ""
    spares = "; affiliates are spared" if does.spares_affiliates else ""
    return f"{ROLES[does.by]} {does.how}{towards}{about}: {conduct}{spares}"


def word_file(sheets: Sequence[Sheet], findings: Iterable[Finding], made: date) -> bytes:
    """The Word file of some sheets, with the findings about them as comments where they stand."""
    return write_sheets(sheets, made=made, comments=_comments(sheets, findings))


def _comments(sheets: Sequence[Sheet], findings: Iterable[Finding]) -> Comments:
    about: Mapping[str, list[Finding]] = _by_sheet(findings)
    at_blocks: dict[int, list[int]] = defaultdict(list)
    texts: list[Comment] = []
    for sheet in sheets:
        for finding in about.get(sheet.key, ()):
            block = _block_at(sheet, finding)
            if block is not None:
                at_blocks[id(block.block)].append(len(texts))
                texts.append(Comment(f"{finding.severity.capitalize()} ({finding.code})", (finding.message,)))
    return Comments(at_blocks, {}, texts) if texts else NO_COMMENTS


def _by_sheet(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """The findings by the clause file they are about."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in dict.fromkeys(findings):
        path = Path(finding.place.file or "")
        found[f"{path.parent.name}/{path.stem}"].append(finding)
    return found


def _block_at(sheet: Sheet, finding: Finding) -> Written | None:
    """The block at a finding's line; the first for what is said of the head or of the whole."""
    blocks = sheet.blocks
    line = (finding.place.line or 1) - sheet.first_line + 1
    before = [one for one in blocks if one.line <= line]
    return before[-1] if before else next(iter(blocks), None)
