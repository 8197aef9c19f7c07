"""The matters of a folder: what is listed, what is passed over, how new ones begin."""

from __future__ import annotations

import stat
from pathlib import Path

from clausekit.editing import Days, begin_matter, matter_at, matters_in, open_deal, worst_finding
from clausekit.finding import Severity
from editing.deals import CAMPUS, DAYS, SHORT, put, receipt_of, working
from shared import TEMPLATES, TEMPLATES_FOLDER


def test_deals_of_the_folder_and_one_below_are_listed(tmp_path: Path) -> None:
    put(tmp_path, SHORT, "b.yaml")
    (tmp_path / "a").mkdir()
    put(tmp_path / "a", CAMPUS, "campus.yaml")
    put(tmp_path, "help: f1\nfacts: f2\n", "keys.yaml")
    put(tmp_path, "- a list\n", "list.yaml")
    put(tmp_path, SHORT, ".hidden.yaml")
    found = matters_in(tmp_path)
    assert [one.path.name for one in found] == ["b.yaml", "campus.yaml"]
    assert found[0].title == "Short"
    assert found[0].parties == ("Seller Inc.", "Buyer AG")
    assert found[0].open == found[0].count.not_asked
    assert matters_in(tmp_path / "nowhere") == []


def test_a_file_that_cannot_be_read_says_why_and_one_with_slips_is_listed(tmp_path: Path) -> None:
    broken = matter_at(put(tmp_path, "title: [", "broken.yaml"))
    assert broken is not None
    assert "broken.yaml:" in broken.problem
    slips = matter_at(put(tmp_path, "titel: Short\nkind: supply\n", "slips.yaml"))
    assert slips is not None
    assert not slips.problem


def test_the_last_draft_and_whether_it_is_stale(tmp_path: Path) -> None:
    path = put(tmp_path, CAMPUS, "campus.yaml")
    (tmp_path / "Al Dhafra AI Campus.receipt.json").write_bytes(receipt_of(working(CAMPUS).snapshot().judged()))
    drafted = matter_at(path)
    assert drafted is not None
    assert (bool(drafted.drafted_on), drafted.is_fresh) == (True, True)
    path.write_text(CAMPUS + "language: en-GB\n")
    changed = matter_at(path)
    assert changed is not None
    assert not changed.is_fresh


def test_a_new_matter_is_empty_or_begins_from_a_starter_without_its_days(tmp_path: Path) -> None:
    path, findings = begin_matter(tmp_path, 'Étoile 杭州: "phase 2"')
    assert not findings
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    matter = matter_at(path)
    assert matter is not None
    assert matter.title == 'Étoile 杭州: "phase 2"'
    second, _ = begin_matter(tmp_path, "Campus", TEMPLATES_FOLDER.deals / "gulf-ai-campus.yaml")
    third, _ = begin_matter(tmp_path, "Campus")
    assert second is not None
    assert third is not None
    assert [second.name, third.name] == ["Campus.yaml", "Campus 2.yaml"]
    opened, _ = open_deal(second, TEMPLATES, DAYS)
    assert opened is not None
    assert opened.deal.title == "Campus"
    assert not {"law_as_of", "known_at", "file_name"} & opened.deal.data.keys()
    opened.deal.close()
    assert begin_matter(tmp_path / "no such folder", "Campus")[0] is None


def test_the_worst_is_what_must_be_mended_then_the_gravest_headline() -> None:
    assert worst_finding(CAMPUS, TEMPLATES, Days(DAYS.today)).words.startswith("Double bind")
    slip = worst_finding(CAMPUS.replace("law_as_of: 2026-11-23", "law_as_of: soon"), TEMPLATES, DAYS)
    assert slip.severity is Severity.ERROR
    assert "'soon' is not a date" in slip.words
    assert "Nothing can be judged" in worst_finding("title: A\n", TEMPLATES, DAYS).words
