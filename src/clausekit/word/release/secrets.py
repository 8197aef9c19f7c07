"""What a deal, its assessment and other matters hold that a file must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausekit.agreement.document import Block, Contents, Document, PageBreak
from clausekit.assessment import Assessment
from clausekit.facts import Audience, Deal, audience_of
from clausekit.facts.shapes import Leaf
from clausekit.facts.standing import standing
from clausekit.finding import Finding
from clausekit.word.printed import printed
from clausekit.word.references import runs_of
from clausekit.word.release.needles import STRETCH, Needle, Secrets
from clausekit.word.release.plain_words import WORD, holds, plain_words
from clausekit.word.release.stated import Stated
from clausekit.word.release.text_rules import is_blank

MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[\[.*?\]\]|\[#.*?\]", re.DOTALL)
LEGAL_FORMS = re.compile(
    r"(?i)[\s,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|pjsc|psc|jsc|ag|se|gmbh|kg|sa|"
    r"s\.a|sas|nv|n\.v|bv|b\.v|spa|s\.p\.a|oy|ab|as|kk|k\.k|pte|pty|sdn|bhd|fz-?llc|fze|dmcc|group|holdings?)\.?(?=[\s,.]|$)"
)
PARTED = re.compile(r"[()（）/;]")
SHORTEST_NAME = 4
NAMES = ("parties", "users")
NAMING = ("name", "ultimate_parent", "maker", "title", "file_name")


def secrets_of(
    deal: Deal,
    assessment: Assessment,
    memo: Document,
    findings: Iterable[Finding],
    others: Sequence[Deal] | None = None,
) -> Secrets:
    """All that a file about `deal` must not hold.

    Args:
        memo: the privileged memo on it.
        findings: what was found about it, of whatever kind.
        others: the deals of other matters; None where none were looked at.
    """
    library = assessment.matter.library
    wording = [
        MARKUP.sub(" ", position.text) for topic in library.topics.values() for position in topic.positions.values()
    ]
    shared = [text for text, audience, _ in texts_of(deal) if audience <= Audience.SHARED]
    private = [*_facts(deal, shared)]
    internal = list(dict.fromkeys((*_messages(findings), *_library(assessment), *_memo(memo))))
    needles = [*(one for one in private if _words(one.text) < STRETCH), *_ids(assessment, findings, wording)]
    if others is not None:
        needles += other_parties(deal, others)
    passages = [one for one in (*private, *internal) if _words(one.text) >= STRETCH]
    return Secrets(tuple(needles), tuple(passages), (*wording, *shared), _stated(deal), others is not None)


def _stated(deal: Deal) -> Stated:
    """What everybody may read, by its own right: not wording, which the gate reads as closely as any other."""
    facts = [
        (path, text)
        for text, audience, path in texts_of(deal)
        if audience <= Audience.SHARED and not path.startswith("positions")
    ]
    names = (text for path, text in facts if path.rpartition(".")[2] in NAMING)
    return Stated(tuple(text for _, text in facts), tuple(text for text in names if not is_blank(text)))


def _words(text: str) -> int:
    return len(WORD.findall(plain_words(text)))


def texts_of(deal: Deal) -> Iterator[tuple[str, Audience, str]]:
    """Every text that a deal states, with who may read it and its path."""
    for one in standing(deal.plain):
        if isinstance(one.shape, Leaf) and one.shape.word == "text":
            for text in one.written if isinstance(one.written, tuple | list) else (one.written,):
                if isinstance(text, str):
                    yield text, audience_of(one.path, deal), one.path


def _facts(deal: Deal, shared: Sequence[str]) -> Iterator[Needle]:
    """Texts above the audience, but for those that stand in a text which is not."""
    open_words = [plain_words(text) for text in shared]
    for text, audience, path in texts_of(deal):
        plain = plain_words(text)
        if audience > Audience.SHARED and _tells(text) and not any(holds(words, plain) for words in open_words):
            yield Needle("release-fact", f"the fact {path}, which is {audience}", text)


def _tells(text: str) -> bool:
    """Whether a text is one that would not stand anywhere by chance: not a single everyday word."""
    plain = text.strip()
    return len(plain) >= SHORTEST_NAME and not (plain.isalpha() and plain.islower() and plain.isascii())


def _messages(findings: Iterable[Finding]) -> Iterator[Needle]:
    for finding in findings:
        yield Needle("release-finding", f"the finding {finding.code}", finding.message)


def _library(assessment: Assessment) -> Iterator[Needle]:
    """What legal staff wrote for each other about clauses and law."""
    for topic in assessment.matter.library.topics.values():
        yield Needle("release-internal", f"what legal staff say about {topic.id}", topic.about)
        for position in topic.positions.values():
            yield Needle("release-internal", f"what legal staff say about {topic.id}", position.says)
            yield Needle("release-internal", f"what legal staff say about {topic.id}", position.gives_up)
    for instrument in assessment.matter.standpoint.register.instruments.values():
        for text in (instrument.summary, instrument.note):
            yield Needle("release-internal", f"the register's entry {instrument.id}", text)


def _memo(memo: Document) -> Iterator[Needle]:
    for block in memo.blocks:
        for text in _block_texts(block):
            yield Needle("release-memo", "a sentence of the memo", text)


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Contents() | PageBreak():
            return
    yield printed(runs_of(block))


def _ids(assessment: Assessment, findings: Iterable[Finding], wording: Sequence[str]) -> Iterator[Needle]:
    """Ids that no wording of the library uses as words."""
    matter = assessment.matter
    register = matter.standpoint.register
    positions = {
        name
        for topic in matter.library.topics.values()
        for one in topic.positions.values()
        for name in (f"{topic.id}/{one.id}", f"{topic.id}={one.id}", f"{one.order}-{one.id}", one.id)
    }
    groups = {
        "the id of a position": positions,
        "the id of an instrument": set(register.instruments),
        "the id of a conduct": set(register.conducts),
        "the id of a circumstance": set(register.circumstances),
        "the code of a finding": {finding.code for finding in findings},
    }
    everything = plain_words("\n".join(wording))
    for what, names in groups.items():
        for name in sorted(names):
            if "-" in name and not holds(everything, plain_words(name)):
                yield Needle("release-id", what, name)


def other_parties(deal: Deal, others: Iterable[Deal]) -> Iterator[Needle]:
    """Names of persons of other matters, but for those that this one has too."""
    own = [plain_words(text) for text, _, _ in texts_of(deal)]
    seen: set[str] = set()
    for other in others:
        for name in _names(other):
            for telling in (name, *_cores(name)):
                plain = plain_words(telling)
                if plain and plain not in seen and not any(holds(words, plain) for words in own):
                    seen.add(plain)
                    yield Needle("release-other-matter", "a name from another matter", telling)


def _names(deal: Deal) -> Iterator[str]:
    """The names of a deal's parties, users, their affiliates, owners and parents, and of the deal itself."""
    for text, _, path in texts_of(deal):
        last = path.rpartition(".")[2]
        if path.startswith(NAMES) and last in ("name", "ultimate_parent") and _tells(text):
            yield text
    yield deal.title


def _cores(name: str) -> Iterator[str]:
    """What is left of a name without legal forms, in each script it is given in."""
    for piece in PARTED.split(name):
        core = LEGAL_FORMS.sub("", piece.strip()).strip(" ,.")
        if core != name and (len(core.split()) > 1 or not core.isascii()) and len(core) >= SHORTEST_NAME:
            yield core
