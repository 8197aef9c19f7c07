"""What windows show: an instrument, help, the next question. Pages are entries; all is said by rooms below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from clausekit.assessment.moving import Move
from clausekit.assessment.undecided import OpenFact
from clausekit.facts import FactInfo
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.keymap import ACTIONS, key_of
from clausekit.law import Register, due_events, status
from clausekit.law.register import Event, Instrument, Verification

IN_PANES = (
    ("↑ ↓ Tab Enter", "In facts: move; Tab and Enter take the answer with its first completion, and go on"),
    ("Enter ← →", "On a heading: add to a list, the menu of a member, or open and close; ← closes, → opens"),
    ("Esc", "In facts: the text as it was; elsewhere: back to where you came from"),
    ("Enter", "In findings: to the fact, else the words; on a heading: open or close it. In the contract: positions"),
    ("f  c  l  p", "In findings: to the fact, the clause, the law (events, sources, verification), the positions"),
    ("f  l", "In the contract: to the fact that fills the blank, or that the finding turns on; to the law"),
    (
        "F3  F4",
        "From a fact or a clause to its finding; from a fact to its blank, from a finding to its words",
    ),
    ("y  ^C", "In findings and contract: copy the paragraph under the cursor; copy what the mouse selected"),
    ("↑ ↓ PgUp PgDn Home End", "Move; the mouse's wheel and clicks do the same"),
)


def instrument_page(register: Register, instrument: Instrument, on: date, known_at: date) -> list[Entry]:
    """An instrument: status on the day, events, what is due, duties and sources, each with its verification."""
    return list(_instrument(register, instrument, on, known_at))


def _instrument(register: Register, instrument: Instrument, on: date, known_at: date) -> Iterator[Entry]:
    answer = status(register, instrument, on, known_at)
    sure = "confirmed" if answer.confirmed else "not confirmed"
    yield plain_entry(instrument.title, "title")
    yield plain_entry(f"{instrument.citation} · {instrument.issuer} · {instrument.force}", "muted", space=1)
    look = "good" if answer.confirmed else "warning"
    yield Entry("", (Span(f"{answer.name} on {on} ({sure}): ", look), Span(answer.summary)), space=1)
    yield plain_entry(instrument.summary, space=1)
    if instrument.note:
        yield plain_entry(instrument.note, "muted", space=1)
    yield plain_entry("Events", "heading")
    yield from (_event(event) for event in instrument.events if event.recorded <= known_at)
    yield from (plain_entry(f"due {due.on}: {due.says}", "warning") for due in due_events(instrument, on, known_at))
    yield from _duties(instrument)
    yield plain_entry("Sources", "heading")
    for source in instrument.sources:
        link = f" {source.link}" if source.verified is not Verification.LEAD else ""
        yield Entry("", (Span(source.says), Span(link, "link"), Span(f" [{source.verified.printed}]", "muted")), "·")


def _event(event: Event) -> Entry:
    if event.verified is Verification.LEAD:
        return plain_entry(f"unconfirmed public note, {event.dated}: {event.says or event.act}", "muted", column=11)
    spans = (
        Span(f"{event.kind.replace('-', ' ')}, {event.act}", "strong"),
        Span(f": {event.says}" if event.says else ""),
        Span(f" [{event.verified.printed}, {event.verified_by}, recorded {event.recorded}] ", "muted"),
        Span(event.link, "link"),
    )
    return Entry("", spans, str(event.dated), 0, 11, space=1)


def _duties(instrument: Instrument) -> Iterator[Entry]:
    if instrument.duties:
        yield plain_entry("Duties", "heading")
    for duty in instrument.duties:
        stakes = f" At stake: {duty.stakes.says}" if duty.stakes.says else ""
        judged = f" [{duty.verified.printed}; degree judged by {duty.judged_by}, {duty.judged_on}]"
        head = Span(f"{duty.at} {duty.mode} ", "strong")
        spans = (head, Span(duty.says), Span(stakes, "muted"), Span(judged, "muted"))
        yield Entry("", spans, "·", 0, 2, space=1)


def help_page(about: FactInfo | None, path: str, own: Mapping[str, str]) -> list[Entry]:
    """Help for what is under the cursor, then every key."""
    found = list(_fact_help(about, path)) if about else []
    keys = [Entry("", (Span(words),), key, 0, 24, label_look="strong") for key, words in IN_PANES]
    actions = [
        Entry(action.id, (Span(action.says),), key_of(action.id, own), 0, 24, label_look="strong") for action in ACTIONS
    ]
    return [*found, plain_entry("Keys", "heading"), *actions, plain_entry(""), *keys]


def _fact_help(about: FactInfo, path: str) -> Iterator[Entry]:
    yield plain_entry(about.question, "strong")
    yield Entry("", (Span(path, "code"), Span(f"  {about.section}", "muted")))
    kind = f"Answer: {about.type}." + (f" One of: {', '.join(about.allowed)}." if about.allowed else "")
    yield plain_entry(kind)
    must = "It must be answered." if about.required else "Leave it empty where it was not asked; write `not known`."
    yield plain_entry(must, "muted", space=1)


def question_page(fact: OpenFact, rank: int, of: int) -> list[Entry]:
    """What an open fact would settle, answer by answer."""
    head = [
        plain_entry(fact.question, "strong"),
        plain_entry(f"Number {rank} of {of} open facts that would move something.", "muted", space=1),
        plain_entry("The answers that move most:", "heading"),
    ]
    return [*head, *(entry for moved in fact.moves[:4] for entry in move_entries(moved))]


def move_entries(moved: Move) -> Iterator[Entry]:
    """What differs between two outcomes: levels up and down, and positions."""
    for key, (before, after) in moved.levels.items():
        look = "added" if after.at_most > before.at_most else "removed" if after.at_most < before.at_most else "note"
        about = " · ".join(part for part in key if part)
        yield Entry("", (Span(f"{before} → {after}", look), Span(f"  {about}")), "·", 0, 2)
    for topic, (was, now) in moved.positions.items():
        yield Entry("", (Span(f"{topic}: "), Span(was, "removed"), Span(" → "), Span(now, "added")), "§", 0, 2)
    yield plain_entry("")
