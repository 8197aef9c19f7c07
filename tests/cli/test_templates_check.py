"""`templates check` from the command line: lines, JSON and SARIF."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import clausekit

SUPPLY = "clauses/supply/1-standard.md"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm's own templates with one slip of each severity, the first of which stops a draft."""
    folder = tmp_path_factory.mktemp("firm")
    assert clausekit("templates", "copy", "own", cwd=folder).code == 0
    path = folder / "own" / SUPPLY
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n\nThe Supplier hereby relies on {{{{ deal.reasons.support }}}}.\n", encoding="utf-8")
    return folder / "own"


def line_of(own: Path) -> int:
    return (own / SUPPLY).read_text(encoding="utf-8").split("\n").index(
        "The Supplier hereby relies on {{ deal.reasons.support }}."
    ) + 1  # fmt: skip


def test_each_finding_is_a_line_and_the_rest_goes_to_standard_error(own: Path) -> None:
    ran = clausekit("templates", "check", "own", "--on", "2027-06-01", cwd=own.parent)
    assert ran.code == 1
    at = f"own/{SUPPLY}:{line_of(own)}"
    codes = {line.rpartition("[")[2].removesuffix("]") for line in ran.out.splitlines() if line.startswith(f"{at}: ")}
    assert codes == {"archaic-word", "printed-above-audience"}
    assert f"own/{SUPPLY}:1: warning: The legal effect of “{SUPPLY}” is not what CHANGES.md last told of." in ran.out
    assert "1 errors, 2 warnings, 0 notes" in ran.err


def test_json_names_the_words_and_the_rules(own: Path) -> None:
    answer = clausekit("templates", "check", "own", "--on", "2027-06-01", "--json", cwd=own.parent).answer
    assert {one["words"] for one in answer["findings"]} == {"hereby", "deal.reasons.support", SUPPLY}
    assert answer["rules"] >= 30
    assert (answer["in_order"], answer["coverage"]) == ("files", None)


def test_sarif_marks_the_words_in_their_line(own: Path) -> None:
    (run,) = clausekit("templates", "check", "own", "--on", "2027-06-01", "--sarif", cwd=own.parent).answer["runs"]
    named = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    line = (own / SUPPLY).read_text(encoding="utf-8").split("\n")[line_of(own) - 1]
    found = {}
    for result in (one for one in run["results"] if one["ruleId"] != "change-not-noted"):
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] == line_of(own)
        assert result["ruleId"] in named
        found[result["level"]] = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert found == {"error": "deal.reasons.support", "warning": "hereby"}


def test_templates_that_are_clean_say_how_they_are_covered(tmp_path: Path) -> None:
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    ran = clausekit("templates", "check", "own", "--on", "2027-06-01", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert "branches are shown by" in ran.err


def test_a_folder_whose_law_cannot_be_read_is_told_and_no_more(tmp_path: Path) -> None:
    assert clausekit("templates", "copy", "own", cwd=tmp_path).code == 0
    (tmp_path / "own/law/conduct.yaml").write_text("a: [", encoding="utf-8")
    ran = clausekit("templates", "check", "own", cwd=tmp_path)
    assert ran.code == 1
    assert ran.out.startswith("own/law/conduct.yaml:")
