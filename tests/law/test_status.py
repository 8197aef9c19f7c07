"""What an instrument is on a day, and what nobody may say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from clausekit.law import Instrument, Status, due_events, status
from law.copied import CopiedLaw
from shared import REGISTER, TODAY

RULE, FRAMEWORK = "us-bis-affiliates-rule", "us-ai-diffusion-framework"
WORDS = {"not-made", "proposed", "announced", "in-force", "suspended", "stayed", "not-enforced", "scheduled"}
WORDS |= {"expired", "revoked"}
INSTRUMENTS = sorted(REGISTER.instruments.values(), key=lambda instrument: instrument.id)


def on(name: str, day: str, known_at: date = TODAY) -> Status:
    return status(REGISTER, REGISTER.instruments[name], date.fromisoformat(day), known_at)


def days(first: str, last: str) -> Iterator[date]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "name", "confirmed", "says"),
    [
        ("2025-09-28", "not-made", True, "nothing made by that day"),
        ("2025-09-29", "in-force", True, "in force since 2025-09-29"),
        ("2025-10-15", "in-force", True, "in force since 2025-09-29"),
        ("2025-11-05", "in-force", True, "its suspension was announced on 2025-10-30, not yet law"),
        ("2025-11-09", "in-force", True, "its suspension was announced on 2025-10-30, not yet law"),
        ("2025-11-10", "suspended", True, "suspended from 2025-11-10 until 2026-11-09"),
        ("2026-06-01", "suspended", True, "suspended from 2025-11-10 until 2026-11-09"),
        ("2026-10-09", "suspended", True, "suspended from 2025-11-10 until 2026-11-09"),
        ("2026-11-09", "suspended", False, "last seen so on 2026-10-09, not confirmed since"),
        ("2026-11-10", "scheduled", False, "was to return on 2026-11-10; no confirming record"),
        ("2026-11-23", "scheduled", False, "was to return on 2026-11-10; no confirming record"),
        ("2027-12-31", "scheduled", False, "was to return on 2026-11-10; no confirming record"),
    ],
)
def test_the_affiliates_rule(day: str, name: str, confirmed: bool, says: str) -> None:
    found = on(RULE, day)
    assert (found.name, found.confirmed) == (name, confirmed)
    assert says in found.summary


def test_nobody_can_say_whether_the_affiliates_rule_binds_after_its_suspension() -> None:
    assert on(RULE, "2025-10-15").live is True
    assert on(RULE, "2026-06-01").live is False
    assert on(RULE, "2026-11-23").live is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2025-01-12", "not-made"),
        ("2025-01-13", "in-force"),
        ("2025-05-12", "in-force"),
        ("2025-05-13", "not-enforced"),
        ("2025-05-15", "not-enforced"),
        ("2026-05-12", "not-enforced"),
        ("2026-06-30", "not-enforced"),
        ("2026-11-23", "not-enforced"),
        ("2027-12-31", "not-enforced"),
    ],
)
def test_the_diffusion_framework(day: str, name: str) -> None:
    assert on(FRAMEWORK, day).name == name


def test_the_diffusion_framework_is_announced_as_not_enforced_and_its_text_is_still_there() -> None:
    for day in days("2025-05-13", "2027-12-31"):
        found = on(FRAMEWORK, day.isoformat())
        assert "announced as not enforced on 2025-05-13; its text still stands" in found.summary
        assert found.live is False


def test_the_diffusion_framework_is_never_called_rescinded() -> None:
    instrument = REGISTER.instruments[FRAMEWORK]
    printed = [instrument.title, instrument.short, instrument.summary, instrument.citation]
    printed += [f"{event.act} {event.says}" for event in instrument.events]
    printed += [f"{duty.says} {duty.stakes.says}" for duty in instrument.duties]
    printed += [on(FRAMEWORK, day.isoformat()).summary for day in days("2025-01-01", "2027-12-31")]
    printed += [due.says for due in due_events(instrument, date(2025, 1, 1), TODAY)]
    assert [text for text in printed if "rescinded" in text.casefold()] == []
    assert on(FRAMEWORK, "2026-11-23").name not in {"revoked", "expired"}


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_every_day_has_exactly_one_known_status(instrument: Instrument) -> None:
    for day in days("2025-01-01", "2027-12-31"):
        found = status(REGISTER, instrument, day, TODAY)
        assert found.name in WORDS
        assert found.summary


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_nothing_is_confirmed_after_it_was_last_seen_or_after_the_horizon(instrument: Instrument) -> None:
    last = min(instrument.last_seen, REGISTER.horizon)
    for day in days("2025-01-01", "2027-12-31"):
        if day > last:
            assert not status(REGISTER, instrument, day, TODAY).confirmed, day


def test_the_horizon_is_no_later_than_any_day_on_which_an_instrument_was_last_seen() -> None:
    assert [one.id for one in INSTRUMENTS if one.last_seen > REGISTER.horizon] == []


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_what_is_after_the_last_sighting_says_so_in_words(instrument: Instrument) -> None:
    found = status(REGISTER, instrument, TODAY, TODAY)
    assert "not confirmed" in found.summary or "no confirming record" in found.summary


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_before_the_register_begins_nothing_is_known(instrument: Instrument) -> None:
    found = status(REGISTER, instrument, date(2026, 6, 1), REGISTER.begins - timedelta(days=1))
    assert not found.confirmed
    assert found.summary == f"the register begins on {REGISTER.begins}"
    assert found.live is None


def test_the_register_begins_with_its_first_record() -> None:
    recorded = [event.recorded for instrument in INSTRUMENTS for event in instrument.events]
    assert min(recorded) == REGISTER.begins


def test_what_was_recorded_later_is_not_known_before(law: CopiedLaw) -> None:
    law.change(f"us/{RULE}.yaml", "recorded: 2026-11-23", "recorded: 2026-01-01")
    register = law.register()
    known = status(register, register.instruments[RULE], date(2026, 6, 1), date(2026, 2, 1))
    assert known.name == "in-force"
    assert status(register, register.instruments[RULE], date(2026, 6, 1), TODAY).name == "suspended"


LEAD = """\
  - kind: {kind}
    act: "A rule that a newspaper foretells"
    dated: {dated}
    source: press
    link: "https://example.org/act"
    recorded: 2026-11-23
    verified: {verified}
    verified_by: clausekit founders
    says: "a rule is said to have been made"
sources:
"""


@pytest.mark.parametrize("kind", ["revoked", "in-force", "revived", "suspended", "stayed", "expired", "withdrawn"])
@pytest.mark.parametrize("name", [RULE, FRAMEWORK, "us-entity-list"])
def test_a_lead_never_moves_a_status(law: CopiedLaw, kind: str, name: str) -> None:
    law.change(f"us/{name}.yaml", "sources:\n", LEAD.format(kind=kind, dated="2026-10-20", verified="lead"))
    register = law.register()
    for day in days("2026-08-01", "2027-02-01"):
        before = status(REGISTER, REGISTER.instruments[name], day, TODAY)
        after = status(register, register.instruments[name], day, TODAY)
        assert (after.name, after.confirmed, after.live) == (before.name, before.confirmed, before.live)


def test_a_lead_is_mentioned_as_an_unconfirmed_public_note(law: CopiedLaw) -> None:
    law.change(f"us/{RULE}.yaml", "sources:\n", LEAD.format(kind="revived", dated="2026-10-20", verified="lead"))
    register = law.register()
    found = status(register, register.instruments[RULE], TODAY, TODAY)
    assert "unconfirmed public note, 2026-10-20: a rule is said to have been made" in found.summary


def test_a_verified_record_of_the_same_event_does_move_it(law: CopiedLaw) -> None:
    law.change(f"us/{RULE}.yaml", "sources:\n", LEAD.format(kind="revived", dated="2026-11-12", verified="primary"))
    register = law.register()
    found = status(register, register.instruments[RULE], TODAY, TODAY)
    assert found.name == "in-force"
    assert found.live is True


@pytest.mark.parametrize(
    ("kind", "name", "live"),
    [
        ("proposed", "proposed", False),
        ("announced", "announced", False),
        ("in-force", "in-force", True),
        ("stayed", "stayed", False),
        ("enforcement-withheld", "not-enforced", False),
        ("expired", "expired", False),
        ("withdrawn", "revoked", False),
        ("revoked", "revoked", False),
        ("published", "not-made", False),
        ("related", "not-made", False),
        ("suspension-announced", "not-made", False),
    ],
)
def test_each_kind_of_event(law: CopiedLaw, kind: str, name: str, live: bool) -> None:
    file = f"us/{FRAMEWORK}.yaml"
    text = law.text(file)
    before, rest = text.split("events:\n")
    after = rest.partition("sources:\n")[2]
    event = LEAD.format(kind=kind, dated="2026-03-01", verified="primary")
    law.write(file, f"{before}events:\n{event}{after}")
    register = law.register()
    instrument = register.instruments[FRAMEWORK]
    assert status(register, instrument, date(2026, 2, 28), TODAY).name == "not-made"
    found = status(register, instrument, date(2026, 3, 1), TODAY)
    assert (found.name, found.live) == (name, live)


def test_a_law_that_is_made_and_not_yet_in_effect_is_scheduled() -> None:
    found = on("cn-data-security-law", "2021-07-01")
    assert (found.name, found.confirmed, found.live) == ("scheduled", True, False)
    assert found.summary == "made on 2021-06-10; takes effect on 2021-09-01"
    assert on("cn-data-security-law", "2021-09-01").name == "in-force"


def test_guidance_and_statements_stand_and_are_not_in_force() -> None:
    for name in ("us-gp10-prc-ics", "us-diversion-guidance", "us-ai-training-policy", "cn-mofcom-ascend-statement"):
        assert "in force since" not in on(name, "2025-06-15").summary


def test_what_is_due_is_told_in_order_and_leads_are_marked() -> None:
    due = due_events(REGISTER.instruments[RULE], date(2026, 6, 1), TODAY)
    assert [(one.on.isoformat(), one.unconfirmed) for one in due] == [
        ("2026-11-10", False),
        ("2027-01-11", True),
        ("2027-01-11", True),
    ]
    assert due_events(REGISTER.instruments[RULE], date(2026, 6, 1), REGISTER.begins - timedelta(days=1)) == ()
