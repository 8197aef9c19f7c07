"""What is printed as JSON: the keys that other programs rely on, absent parts null."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from cli.deals import quick_deal, written_deal
from cli.running import Ran, clausekit
from shared import TEMPLATES_FOLDER

FINDING = {
    "code",
    "severity",
    "message",
    "place",
    "party",
    "clause",
    "position",
    "instruments",
    "family",
    "level",
    "squeeze",
    "avoidable_by",
    "decided_by",
}
GULF = ("gulf-ai-campus", "--json")
STATUSES = {
    "not-made",
    "proposed",
    "announced",
    "in-force",
    "suspended",
    "stayed",
    "not-enforced",
    "scheduled",
    "expired",
    "revoked",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("json")


@pytest.fixture(scope="module")
def checked(folder: Path) -> Ran:
    return clausekit("check", *GULF, cwd=folder)


@pytest.fixture(scope="module")
def explained(folder: Path) -> Ran:
    return clausekit("explain", *GULF, cwd=folder)


def assert_finding(finding: dict[str, Any]) -> None:
    assert finding.keys() >= FINDING
    assert finding["place"].keys() == {"file", "line", "fact"}
    assert finding["severity"] in {"error", "warning", "note"}
    assert finding["level"] is None or finding["level"].keys() == {"at_least", "at_most"}
    assert "" not in finding.values(), "absent parts are null"


def test_check(checked: Ran) -> None:
    answer = checked.answer
    assert answer.keys() == {"deal", "law_as_of", "known_at", "findings", "headlines"}
    assert [answer["deal"], answer["law_as_of"], answer["known_at"]] == ["gulf-ai-campus", "2026-11-23", "2026-11-23"]
    assert answer["findings"]
    for finding in answer["findings"]:
        assert_finding(finding)


def test_absent_parts_of_a_finding_are_null(checked: Ran) -> None:
    horizon = next(one for one in checked.answer["findings"] if one["code"] == "register-horizon")
    absent = ("party", "clause", "position", "family", "squeeze", "avoidable_by", "decided_by")
    assert [horizon[part] for part in absent] == [None] * len(absent)
    assert horizon["place"] == {"file": None, "line": None, "fact": None}


def test_a_double_bind_is_complete(checked: Ran) -> None:
    bind = next(one for one in checked.answer["findings"] if one["code"] == "double-bind")
    assert bind["squeeze"] in {"one-party", "across-parties"}
    assert len(bind["instruments"]) == 2
    assert 0 <= bind["level"]["at_least"] <= bind["level"]["at_most"] <= 4
    assert bind["place"]["fact"].startswith("parties[")
    assert all(remedy.keys() == {"position", "at_most"} for remedy in bind["avoidable_by"])


def test_headlines_are_few(checked: Ran) -> None:
    headlines = checked.answer["headlines"]
    assert 0 < len(headlines) < len(checked.answer["findings"]) / 5
    assert all(headline["message"] for headline in headlines)


def test_explain(explained: Ran) -> None:
    answer = explained.answer
    assert answer.keys() == {"clauses", "duties", "steps", "coming"}
    for clause in answer["clauses"]:
        assert clause.keys() >= {"topic", "position", "chosen_by", "does", "because", "alternatives"}
        assert all(does.keys() == {"conduct", "by", "how"} for does in clause["does"])
        assert all(other.keys() == {"position", "adds", "removes"} for other in clause["alternatives"])


def test_explain_tells_each_duty(explained: Ran) -> None:
    keys = {"instrument", "pinpoint", "party", "mode", "conduct", "force", "degree", "status", "verification"}
    duties = explained.answer["duties"]
    assert {duty["mode"] for duty in duties} <= {"forbids", "requires", "expects", "permits"}
    assert all(duty.keys() >= keys | {"discharged_by"} for duty in duties)
    assert {duty["status"] for duty in duties} <= STATUSES
    assert any("excluded-hardware" in duty["discharged_by"] for duty in duties)


def test_explain_tells_what_another_position_adds_and_removes(explained: Ran) -> None:
    clauses = {clause["topic"]: clause for clause in explained.answer["clauses"]}
    others = {other["position"]: other for other in clauses["excluded-hardware"]["alternatives"]}
    assert others.keys() >= {"neutral-specification", "origin-without-reasons", "cites-measure", "none"}
    assert others["cites-measure"]["adds"]
    assert clauses["excluded-hardware"]["position"] not in others


def test_law(folder: Path) -> None:
    answer = clausekit("law", "--json", "--law-as-of", "2026-11-23", "--known-at", "2026-11-23", cwd=folder).answer
    assert answer.keys() == {"on", "known_at", "instruments", "findings"}
    assert (answer["on"], answer["known_at"]) == ("2026-11-23", "2026-11-23")
    keys = {"id", "title", "jurisdiction", "family", "status", "confirmed", "verification", "next_event"}
    assert all(instrument.keys() >= keys for instrument in answer["instruments"])
    assert {instrument["status"] for instrument in answer["instruments"]} <= STATUSES
    ids = [instrument["id"] for instrument in answer["instruments"]]
    assert len(set(ids)) == len(ids) == len(list(TEMPLATES_FOLDER.law.glob("*/*.yaml")))


@pytest.mark.parametrize(
    ("day", "status"),
    [("2025-10-15", "in-force"), ("2025-11-05", "in-force"), ("2026-06-01", "suspended"), ("2026-11-23", "scheduled")],
)
def test_one_instrument_on_a_day(folder: Path, day: str, status: str) -> None:
    options = ("--json", "--law-as-of", day, "--known-at", "2026-11-23")
    answer = clausekit("law", "us-bis-affiliates-rule", *options, cwd=folder).answer
    assert answer.keys() >= {"id", "on", "known_at", "status", "confirmed", "summary", "events", "sources"}
    assert (answer["id"], answer["on"], answer["known_at"]) == ("us-bis-affiliates-rule", day, "2026-11-23")
    assert answer["status"] == status
    assert answer["events"]
    assert answer["sources"]


def test_the_rule_that_was_to_return_is_not_confirmed(folder: Path) -> None:
    options = ("--json", "--law-as-of", "2026-11-23", "--known-at", "2026-11-23")
    answer = clausekit("law", "us-bis-affiliates-rule", *options, cwd=folder).answer
    assert answer["confirmed"] is False
    assert "was to return on 2026-11-10; no confirming record" in answer["summary"]


def test_facts(folder: Path) -> None:
    answer = clausekit("facts", "--json", cwd=folder).answer
    facts = {fact["path"]: fact for fact in answer}
    assert all(fact.keys() >= {"path", "type", "allowed", "question"} for fact in answer)
    assert facts["parties[*].headquarters"]["type"] == "place"
    assert "cloud-service" in facts["kind"]["allowed"]
    assert facts["title"]["allowed"] is None
    assert all(fact["question"].rstrip(".").strip() for fact in answer)


def test_draft(tmp_path: Path) -> None:
    quick_deal(tmp_path)
    answer = clausekit("draft", "quick.yaml", "--out", "out", "--json", cwd=tmp_path).answer
    assert answer.keys() == {"files", "findings"}
    assert [file["kind"] for file in answer["files"]] == ["contract", "memo", "receipt"]
    for file in answer["files"]:
        assert file.keys() == {"path", "kind", "sha256"}
        assert hashlib.sha256((tmp_path / file["path"]).read_bytes()).hexdigest() == file["sha256"]
    for finding in answer["findings"]:
        assert_finding(finding)


UNREADABLE = {
    "check": {"deal", "law_as_of", "known_at", "findings", "headlines"},
    "explain": {"clauses", "duties", "steps", "coming", "findings"},
    "draft": {"files", "findings"},
}


@pytest.mark.parametrize("verb", UNREADABLE)
@pytest.mark.parametrize("text", ["title: [Lyon\n  hall: yes\n", "", "title: &a Lyon\nkind: *a\n", "\tkind: supply\n"])
def test_json_is_printed_for_a_deal_that_cannot_be_read(tmp_path: Path, verb: str, text: str) -> None:
    written_deal(tmp_path, text)
    out = ["--out", "out"] if verb == "draft" else []
    ran = clausekit(verb, "quick.yaml", *out, "--json", cwd=tmp_path)
    assert ran.code == 1
    assert ran.answer.keys() == UNREADABLE[verb]
    assert any(finding["severity"] == "error" for finding in ran.answer["findings"])
    for finding in ran.answer["findings"]:
        assert_finding(finding)
        assert finding["place"]["file"] == "quick.yaml"
        assert finding["place"]["line"] >= 1


def test_days_that_nobody_named_are_null_where_the_deal_cannot_be_read(tmp_path: Path) -> None:
    written_deal(tmp_path, "title: [")
    answer = clausekit("check", "quick.yaml", "--json", cwd=tmp_path).answer
    assert (answer["law_as_of"], answer["known_at"]) == (None, None)
    answer = clausekit("check", "quick.yaml", "--json", "--law-as-of", "2026-06-01", cwd=tmp_path).answer
    assert (answer["law_as_of"], answer["known_at"]) == ("2026-06-01", None)
