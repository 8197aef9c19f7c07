"""The whole story: read, assess, choose, assemble, proofread.

From a deal file, a folder of templates and two dates to a contract, a memo and
their findings. It is the one place where the rooms below meet; it decides nothing
itself, writes no file and looks at no clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clausekit.agreement import (
    AgreementForm,
    ClauseText,
    Document,
    Numbering,
    WordingScope,
    assemble,
    check_references,
    check_wording,
    plain_passages,
    proofread,
)
from clausekit.assessment import Assessment, Matter, Outcome, Wording, assess, watched_findings
from clausekit.clauses import NONE, Form, Library, Position, Topic, read_library
from clausekit.facts import Deal
from clausekit.finding import Finding, Place, error, has_errors
from clausekit.kept import Kept, key_of
from clausekit.law import Register, Standpoint, read_register
from clausekit.nearest import did_you_mean
from clausekit.own_wording import own_text, own_wording_finding
from clausekit.templates_folder import TemplatesFolder

FORM = "technology-supply"


@dataclass(frozen=True, slots=True)
class Templates:
    """Law and clauses of one folder, with what is wrong in them."""

    folder: TemplatesFolder
    register: Register
    library: Library
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Draft:
    """A contract and what is to be said of it."""

    assessment: Assessment
    contract: Document
    findings: tuple[Finding, ...]

    @property
    def about_text(self) -> tuple[Finding, ...]:
        """Findings about the contract's text and the templates."""
        law = set(self.assessment.findings)
        return tuple(finding for finding in self.findings if finding not in law)


def read_templates(folder: TemplatesFolder, kept: Kept | None = None) -> tuple[Templates | None, list[Finding]]:
    """Law and clauses; None where the law cannot be read at all. `kept` is what was worked out of them before."""
    register, findings = read_register(folder.law, f"{folder.shown_as}/law", kept)
    if register is None:
        return None, findings
    library, faults = read_library(folder.path, register.circumstances, register.conducts, folder.shown_as, kept)
    if FORM not in library.forms:
        message = f"There is no agreement '{FORM}' that can be read; every draft is made from its running order."
        faults.append(error("no-agreement", message, Place(f"{folder.shown_as}/agreements/{FORM}.yaml")))
    findings = [*findings, *faults, *_wording_faults(library, register, folder.topics(), kept or Kept())]
    return Templates(folder, register, library, tuple(findings)), findings


def _wording_faults(library: Library, register: Register, topics: Collection[str], kept: Kept) -> Iterator[Finding]:
    """What can be seen without a deal to be wrong in the words of every position, chosen or not."""
    names = " ".join((*sorted(register.circumstances), "", *sorted(topics)))
    for topic in library.topics.values():
        for position in topic.positions.values():
            text = clause_text(topic, position)
            key = key_of("faultless wording", text.topic, text.numbering, text.text, names)
            if not kept.get(key):
                faults = [*check_wording(text, register.circumstances), *check_references(text, topics)]
                yield from faults
                if not faults:
                    kept.put(key, True)


def matter_of(
    deal: Deal, templates: Templates, law_as_of: date, known_at: date, wanted: Mapping[str, str]
) -> tuple[Matter, list[Finding]]:
    """The matter to assess, and what counsel chose that the library does not have."""
    form = templates.library.forms[FORM]
    standpoint = Standpoint(templates.register, deal, law_as_of, known_at)
    chosen = {**deal.chosen_positions, **wanted}
    faults = [
        *_unknown_positions(templates.library, form, chosen),
        *_unknown_acts(deal, templates.register),
        *_own_wording_faults(deal, templates),
    ]
    known = {topic: position for topic, position in chosen.items() if _exists(templates.library, topic, position)}
    return Matter(standpoint, templates.library, form, known), faults


def _exists(library: Library, topic: str, position: str) -> bool:
    return topic in library.topics and (position == NONE or position in library.topics[topic].positions)


def _unknown_positions(library: Library, form: Form, chosen: Mapping[str, str]) -> Iterator[Finding]:
    for topic, position in chosen.items():
        place = Place(fact=f"positions[{topic}]")
        if topic not in form.running_order:
            yield error("unknown-topic", f"'{topic}' is not a topic{did_you_mean(topic, form.running_order)}", place)
        elif not _exists(library, topic, position):
            names = library.topics[topic].positions
            message = f"'{position}' is not a position of {topic}{did_you_mean(position, names)}"
            yield error("unknown-position", message, place)


def _unknown_acts(deal: Deal, register: Register) -> Iterator[Finding]:
    asked = deal.asks if isinstance(deal.asks, tuple) else ()
    acts = [name for name, conduct in register.conducts.items() if conduct.stratum == "act"]
    for index, act in enumerate(asked):
        if act not in acts:
            yield error("unknown-act", f"'{act}' is not an act{did_you_mean(act, acts)}", Place(fact=f"asks[{index}]"))


def _own_wording_faults(deal: Deal, templates: Templates) -> Iterator[Finding]:
    """What is wrong in the deal's own words: the checks that the templates go through."""
    for text in _own_texts(deal, templates.library):
        yield from check_wording(text, templates.register.circumstances)
        yield from check_references(text, templates.folder.topics())


def _own_texts(deal: Deal, library: Library) -> Iterator[ClauseText]:
    for topic, position in deal.chosen_positions.items():
        if topic in deal.wordings and position != NONE and _exists(library, topic, position):
            yield own_text(deal, clause_text(library.topics[topic], library.position(topic, position)))


def draft(matter: Matter) -> Draft:
    """Assess the matter, assemble its contract from the chosen positions, and proofread it."""
    assessment = assess(matter)
    contract, findings = contract_of(matter, assessment.outcome.chosen)
    watched = watched_in(assessment.outcome, contract)
    return Draft(assessment, contract, (*findings, *watched, *assessment.findings))


def watched_in(outcome: Outcome, contract: Document) -> list[Finding]:
    """What the contract's wording amounts to beside what its positions say they do."""
    return list(watched_findings(outcome, (Wording(*passage) for passage in plain_passages(contract))))


def contract_of(matter: Matter, chosen: Mapping[str, str]) -> tuple[Document, list[Finding]]:
    """The contract made of the `chosen` positions by topic, and what proofreading says of it."""
    contract, faults = assemble(list(texts_of(matter, chosen)), _form(matter), wording_scope(matter))
    reading = [] if has_errors(faults) else proofread(contract, matter.form.proper_names)
    own = [
        text for text in _own_texts(matter.standpoint.deal, matter.library) if chosen.get(text.topic) == text.position
    ]
    return contract, [*faults, *reading, *map(own_wording_finding, own)]


def texts_of(matter: Matter, chosen: Mapping[str, str]) -> Iterator[ClauseText]:
    """The chosen texts in running order, then every schedule that may be referred to."""
    for position in matter.positions(chosen):
        yield own_text(matter.standpoint.deal, clause_text(matter.library.topics[position.topic], position))
    for topic in map(matter.library.topics.__getitem__, matter.form.schedules):
        yield clause_text(topic, first(topic.positions.values()))


def first(positions: Iterable[Position]) -> Position:
    return next(iter(positions))


def clause_text(topic: Topic, position: Position) -> ClauseText:
    """The text of a position, as the agreement is handed it."""
    return ClauseText(
        topic.id,
        position.id,
        topic.title,
        Numbering(topic.numbering),
        position.file,
        position.first_line,
        position.text,
    )


def _form(matter: Matter) -> AgreementForm:
    deal = matter.standpoint.deal
    return AgreementForm(title=matter.form.title, matter=deal.title, language=_language(deal))


def _language(deal: Deal) -> str:
    return deal.language if isinstance(deal.language, str) else "en-GB"


def wording_scope(matter: Matter) -> WordingScope:
    """What wording may look at in a matter."""
    standpoint = matter.standpoint
    questions = {one.id: one.ask for one in standpoint.register.circumstances.values()}
    return WordingScope(standpoint.view, standpoint.circumstance, questions, standpoint.china)
