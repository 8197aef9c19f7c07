"""Every slip in a law file is told with its file and line, and all of them at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.finding import Finding, Severity
from law.copied import CopiedLaw

AFSL = "cn/cn-afsl.yaml"
RULE = "us/us-bis-affiliates-rule.yaml"

# A file, words in it, what somebody wrote instead, the code, and words of the message.
# The fault stands on the line of the changed words, or so many lines below.
SLIPS = [
    (AFSL, "forbids: [apply-foreign-measure, ", "forbids: [aply-foreign-measure, ", "unknown-conduct",
     "'aply-foreign-measure' is not a conduct; did you mean apply-foreign-measure?", 0),
    (AFSL, "{conduct: cite-foreign-measure,", "{conduct: cite-foreign-measures,", "unknown-conduct",
     "did you mean cite-foreign-measure?", 0),
    (AFSL, "      does: exclude-ic-citing", "      does: exclude-ic-citting", "unknown-conduct",
     "did you mean exclude-ic-citing?", 0),
    ("de/de-awv-7.yaml", "softened_by: [save-blocking-laws]", "softened_by: [save-blocking-law]", "unknown-conduct",
     "did you mean save-blocking-laws?", 0),
    (AFSL, "dated: 2026-05-23", "dated: 2024-05-23", "events-out-of-order", "Put events in order", 0),
    (RULE, "until: 2026-11-09", "until: 2025-01-09", "ends-before-it-begins", "ends before it takes effect", 0),
    ("de/de-awv-7.yaml", "      year: 2018\n", "", "amount-without-year", "An amount never stands without its", -3),
    (AFSL, "family: cn-anti-sanctions", "family: cn-anti-sanction", "unknown-family",
     "'cn-anti-sanction' is not a family of laws; did you mean cn-anti-sanctions?", 0),
    (AFSL, "issuer: Standing", "isuer: Standing", "unknown-key", "did you mean issuer?", 0),
    (AFSL, "    live_when: ", "    live_whne: ", "unknown-key", "did you mean live_when?", 0),
    (AFSL, "issuer: Standing Committee of the National People's Congress\n", "", "missing-key", "issuer", None),
    (AFSL, "    bite: nexus CN\n", "", "missing-key", "bite", None),
    (AFSL, "last_seen: 2026-08-31", "last_seen: 2026-08-32", "not-a-date", "2026-08-32", 0),
    (AFSL, "last_seen: 2026-08-31", "last_seen: last August", "not-a-date", "last August", 0),
    (AFSL, "    binds: \"true\"", "    permits: [cite-foreign-measure]\n    binds: \"true\"", "duty-mode",
     "exactly one of: forbids, requires, expects, permits", None),
    (AFSL, "    binds: \"true\"", "    binds: \"party.organised_in in places.cnn\"", "bad-condition",
     "places.cnn is not a set of places; did you mean cn?", 0),
    (AFSL, "    live_when: \"true\"", "    live_when: \"advanced_item\"", "bad-condition",
     "did you mean advanced_items?", 0),
    (AFSL, "when: deal.reasons.foreign_measure, is: clear", "when: dael.reasons.foreign_measure, is: clear",
     "bad-condition", "did you mean deal?", 0),
    (AFSL, "    binds: \"true\"", "    binds: \"{{ true }}\"", "bad-condition", "without braces", 0),
    (AFSL, "    binds: \"true\"", "    binds: \"party.organised_inn in places.cn\"", "bad-condition",
     "did you mean organised_in?", 0),
    (AFSL, "is: clear}", "is: clearly}", "unknown-word", "clearly", 0),
    (AFSL, "bite: nexus CN", "bite: nexus China", "bad-word", "nexus China", 0),
    (AFSL, "force: statute", "force: statue", "unknown-word", "statue", 0),
    (AFSL, "verified: reproduced", "verified: reprodused", "unknown-word", "reprodused", 0),
    (AFSL, "catches: [giver, taker]", "catches: [givers, taker]", "unknown-word", "givers", 0),
    ("circumstances.yaml", "item.subject_to_ear)\"", "item.subject_to_ear\"", "bad-condition",
     "cannot be read as a condition", 0),
    ("circumstances.yaml", "deal.remote_access.allowed\"", "government_customer and not uae_site or remote_access\"",
     "circular-circumstance", "'remote_access' rests on itself", 0),
    ("conduct.yaml", "kind_of: [exclude-prc-ic]", "kind_of: [exclude-prc-ics]", "unknown-conduct",
     "did you mean exclude-prc-ic?", -2),
    ("us/us-1260h-list.yaml", "matters_when: \"us_defence_supply\"", "matters_when: \"us_defense_supply\"",
     "bad-condition", "did you mean us_defence_supply?", 0),
    ("left-out.yaml", "us-ofac-50-percent:", "us-entity-list:", "left-out-and-entered",
     "'us-entity-list' is left out, and stands in law/us/us-entity-list.yaml", 0),
    ("left-out.yaml", "  seen: 2026-10-09", "  sene: 2026-10-09", "unknown-key", "did you mean seen?", 0),
    (AFSL, "place: CN\n", "place: CHN\n", "unknown-place", "'CHN' is not a place; write a code", 0),
    (AFSL, "    link: \"https://github.com/LawRefBook/Laws\"", "    link: \"\"", "missing-source", "needs a link", 0),
    (AFSL, "    recorded: 2026-11-23", "    recorded: 2020-11-23", "recorded-too-early", "before it was dated", 0),
    ("cn/cn-blocking-rules.yaml", "    degree:\n      - {is: clear}\n", "    degree: []\n", "no-degree",
     "how clearly", None),
    ("forum.yaml", "instruments: [gb-penalty-rule]", "instruments: [gb-penalties-rule]", "unknown-instrument",
     "did you mean gb-penalty-rule?", 0),
    ("forum.yaml", "  fact: forum.seat", "  fact: forum.seet", "unknown-word", "forum.seet", 0),
    ("forum.yaml", "  level: caution", "  level: dire", "unknown-word", "dire", 0),
    ("steps.yaml", "codes: [unconfirmed-status, cliff]", "codes: [unconfirmed-status, clif]", "unknown-code",
     "did you mean cliff?", 0),
    ("steps.yaml", "families: [cn-blocking]", "families: [cn-bloking]", "unknown-family",
     "did you mean cn-blocking?", 0),
    ("steps.yaml", "  when: \"existing_chinese_dealings\"", "  when: \"existing_chinese_dealing\"", "bad-condition",
     "did you mean existing_chinese_dealings?", 0),
    ("wording.yaml", "conduct: cite-foreign-measure", "conduct: cite-foreign-measures", "unknown-conduct",
     "did you mean cite-foreign-measure?", 0),
    ("wording.yaml", "linked_to: CN", "linked_to: DE", "unknown-ladder", "'DE' has no ladder of links", 0),
    ("places.yaml", "cn: {places: [CN]", "cn: {places: [CHN]", "unknown-place", "'CHN' is not a place", 0),
    ("judgement.yaml", "\"party.links.CN.performance\"", "\"partie.links.CN.performance\"", "bad-condition",
     "did you mean party?", 0),
    ("register.yaml", "horizon: 2026-10-09", "horizon: 9 October 2026", "not-a-date", "9 October 2026", 0),
]  # fmt: skip
IDS = [f"{code} in {Path(file).stem}: {new.strip()[:40]}" for file, _, new, code, _, _ in SLIPS]


@pytest.mark.parametrize(("file", "old", "new", "code", "said", "below"), SLIPS, ids=IDS)
def test_a_slip_is_told_with_its_line(
    law: CopiedLaw, file: str, old: str, new: str, code: str, said: str, below: int | None
) -> None:
    line = law.change(file, old, new)
    _, findings = law.read()
    found = [finding for finding in findings if finding.code == code]
    assert found, [str(finding) for finding in findings]
    assert found[0].severity is Severity.ERROR
    assert said in found[0].message
    assert found[0].place.file == f"law/{file}"
    if below is not None:
        assert found[0].place.line == line + below


def test_all_slips_of_all_files_are_told_together(law: CopiedLaw) -> None:
    planted = {
        (AFSL, "forbids: [apply-foreign-measure, ", "forbids: [aply-foreign-measure, "): "unknown-conduct",
        (AFSL, "family: cn-anti-sanctions", "family: cn-anti-sanction"): "unknown-family",
        (AFSL, "dated: 2026-05-23", "dated: 2024-05-23"): "events-out-of-order",
        (RULE, "until: 2026-11-09", "until: 2025-01-09"): "ends-before-it-begins",
        ("de/de-awv-7.yaml", "      year: 2018\n", ""): "amount-without-year",
        ("cn/cn-decree-835.yaml", "last_seen: 2026-06-30", "last_seen: June"): "not-a-date",
        ("us/us-entity-list.yaml", "issuer:", "isuer:"): "unknown-key",
        ("circumstances.yaml", 'item.subject_to_ear)"', 'item.subject_to_ear"'): "bad-condition",
    }
    for slip in planted:
        law.change(*slip)
    _, findings = law.read()
    told = {(finding.place.file, finding.code) for finding in findings}
    assert told >= {(f"law/{file}", code) for (file, _, _), code in planted.items()}
    assert all(finding.place.line for finding in findings)


def test_an_id_that_two_files_use_is_told(law: CopiedLaw) -> None:
    law.write("cn/second.yaml", law.text(AFSL))
    assert _only(law).code == "instrument-twice"
    assert _only(law).place.file == "law/cn/second.yaml"
    assert "law/cn/cn-afsl.yaml" in _only(law).message


def test_a_duty_id_that_is_used_twice_is_told(law: CopiedLaw) -> None:
    law.change("cn/cn-decree-835.yaml", "- id: cn-decree-835-8", "- id: cn-afsl-12")
    assert "cn-afsl-12" in _only(law).message


def test_two_events_of_one_kind_that_run_at_once_are_told(law: CopiedLaw) -> None:
    text = law.text(RULE)
    start = text.index("  - kind: suspended\n")
    event = text[start : text.index("  - kind: published\n", start)]
    line = law.change(RULE, event, event + event)
    found = _only(law)
    assert (found.code, found.place.file) == ("events-overlap", f"law/{RULE}")
    assert "still runs to 2026-11-09" in found.message
    assert found.place.line is not None
    assert found.place.line > line


def test_a_key_written_twice_is_told(law: CopiedLaw) -> None:
    line = law.change(AFSL, "force: statute\n", "force: statute\nforce: order\n")
    found = _only(law)
    assert (found.code, found.place.line) == ("yaml-duplicate-key", line + 1)


def test_a_file_that_is_not_utf_8_is_told_and_the_others_are_read(law: CopiedLaw) -> None:
    content = law.path(AFSL).read_bytes()
    law.path(AFSL).write_bytes(content.replace("中华".encode(), "中华".encode("gb18030"), 1))
    line = law.text(RULE) and content[: content.index("中华".encode())].count(b"\n") + 1
    register, findings = law.read()
    assert [(finding.code, finding.place.line) for finding in findings] == [("yaml-not-utf8", line)]
    assert register is not None
    assert "cn-afsl" not in register.instruments
    assert "cn-decree-835" in register.instruments


@pytest.mark.parametrize("text", ["id: [", "\tid: x\n", "id: &a x\nother: *a\n", "- a\n- list\n", "just words\n", ""])
def test_a_file_that_is_no_instrument_is_told(law: CopiedLaw, text: str) -> None:
    law.write("us/broken.yaml", text)
    register, findings = law.read()
    assert register is not None
    assert findings
    assert {finding.place.file for finding in findings} == {"law/us/broken.yaml"}


@pytest.mark.parametrize("name", ["register", "places", "conduct", "circumstances", "judgement"])
def test_a_general_file_that_is_missing_is_told(law: CopiedLaw, name: str) -> None:
    law.path(f"{name}.yaml").unlink()
    register, findings = law.read()
    assert register is None
    assert [finding.place.file for finding in findings] == [f"law/{name}.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("register.yaml", "horizon: 2026-10-09", "horizon: 9 October 2026"),
        ("places.yaml", "says: Germany", "sais: Germany"),
        ("judgement.yaml", "judged_on: 2026-11-23", "judged_on: today"),
    ],
)
def test_a_slip_in_a_general_file_does_not_hide_those_in_other_files(
    law: CopiedLaw, file: str, old: str, new: str
) -> None:
    law.change(file, old, new)
    law.change(AFSL, "last_seen: 2026-08-31", "last_seen: last August")
    law.change("circumstances.yaml", 'item.subject_to_ear)"', 'item.subject_to_ear"')
    _, findings = law.read()
    assert {finding.place.file for finding in findings} == {f"law/{file}", f"law/{AFSL}", "law/circumstances.yaml"}


def test_no_message_speaks_of_python_or_of_a_library(law: CopiedLaw) -> None:
    for file, old, new, *_ in SLIPS:
        if "/" in file and old in law.text(file):
            law.change(file, old, new)
    _, findings = law.read()
    assert len(findings) >= 10
    for finding in findings:
        assert not re.search(
            r"pydantic|jinja|NoneType|Traceback|Input should|str_|dict\b|\.\d+\.|\[A-Z\]", finding.message
        ), finding


def _only(law: CopiedLaw) -> Finding:
    _, findings = law.read()
    assert len(findings) == 1, [str(finding) for finding in findings]
    return findings[0]
