"""Findings of law on the terminal: few lines, in which every law, clause and person is named."""

from __future__ import annotations

from pathlib import Path

from clausekit.assessment.naming import Names
from clausekit.cli.folding import folded
from cli.running import clausekit
from shared import REGISTER, assessed, starter_deal

CITING = {"excluded-hardware": "cites-measure"}


def test_a_line_stands_for_all_laws_of_a_clause_and_a_person() -> None:
    assessment = assessed(starter_deal("gulf-ai-campus"), CITING)
    names = Names(assessment)
    lines = [line for _, inside in folded(assessment) for line in inside]
    assert len(lines) * 3 < len(assessment.atoms)
    for atom in assessment.atoms:
        told = [line.message for line in lines if (line.clause, line.party) == (atom.clause, atom.party)]
        for instrument in atom.instruments:
            assert any(names.law(instrument) in message for message in told), (atom.clause, atom.party, instrument)
        assert any(str(atom.level) in message for message in told)


def test_no_line_is_milder_than_what_it_stands_for() -> None:
    assessment = assessed(starter_deal("carmaker-deepseek"), CITING)
    warned = {(atom.clause, atom.party) for atom in assessment.atoms if atom.severity == "warning"}
    lines = [line for _, inside in folded(assessment) for line in inside]
    assert warned <= {(line.clause, line.party) for line in lines if line.severity == "warning"}


def test_a_way_out_is_said_and_so_is_that_there_is_none() -> None:
    assessment = assessed(starter_deal("gulf-ai-campus"), CITING)
    said = {line.clause: line.message for _, inside in folded(assessment) for line in inside if line.routes}
    assert said["excluded-parties"].endswith("no wording avoids it.")
    lower = [line.message for _, inside in folded(assessment) for line in inside if line.clause == "excluded-hardware"]
    assert all("; lower with approved-list, " in message for message in lower)


def test_the_terminal_shows_each_headline_above_its_lines(tmp_path: Path) -> None:
    ran = clausekit("check", "gulf-ai-campus", cwd=tmp_path)
    first, second, *_ = ran.out.splitlines()
    assert first.startswith(f"Double bind: {REGISTER.families['us-export-control']}")
    assert second.startswith("parties[supplier]: warning: ")
    assert second.endswith("[double-bind]")
    assert "findings in all; --json gives each of them whole" in ran.err
