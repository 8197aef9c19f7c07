"""Editing: a deal being worked on.

Opens a deal file (also one with mistakes: nothing is dropped), gives its facts as lines of
a grid, takes answers, notes and choices of positions, undoes and redoes all of it, and
saves after each. A snapshot of the deal can be judged in another thread; a trial copy can
be tried without the file knowing; deals are listed, begun, and filled from tables and from
other deals. The line-by-line interview is here too.

It holds no law and no facts of its own, draws nothing and knows no screen: windows are
built on it. It may use `drafting` and every room below, and touches only the deal's
folder: the deal file, its lock, its journal, and its temporary file, all for the owner
alone. It never guesses for a person, never drops what was typed, never looks at the clock,
and never raises for what somebody typed or for what stands in a file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausekit.editing.completing import Candidate, candidates
    from clausekit.editing.drafted import Drafted, last_draft
    from clausekit.editing.judging import Answer, Days, Extremes, Snapshot
    from clausekit.editing.lines import Count, Grid, Kind, Line, State
    from clausekit.editing.matters import Matter, begin_at, begin_matter, matter_at, matters_in
    from clausekit.editing.open_questions import NextQuestion, next_question
    from clausekit.editing.opening import Opened, open_deal
    from clausekit.editing.positions import ClauseOptions, Option, clause_blocks, clause_options
    from clausekit.editing.stale import stale_since
    from clausekit.editing.trials import Difference, Trial, difference
    from clausekit.editing.working import Change, WorkingDeal
    from clausekit.editing.worst import Worst, worst_finding, worst_of

__all__ = [
    "Answer",
    "Candidate",
    "Change",
    "ClauseOptions",
    "Count",
    "Days",
    "Difference",
    "Drafted",
    "Extremes",
    "Grid",
    "Kind",
    "Line",
    "Matter",
    "NextQuestion",
    "Opened",
    "Option",
    "Snapshot",
    "State",
    "Trial",
    "WorkingDeal",
    "Worst",
    "begin_at",
    "begin_matter",
    "candidates",
    "clause_blocks",
    "clause_options",
    "difference",
    "last_draft",
    "matter_at",
    "matters_in",
    "next_question",
    "open_deal",
    "stale_since",
    "worst_finding",
    "worst_of",
]

# Loaded when first asked for, so that a list of matters is there before the rooms of law.
HOMES = {
    "Candidate": "completing",
    "candidates": "completing",
    "Drafted": "drafted",
    "last_draft": "drafted",
    "stale_since": "stale",
    "Matter": "matters",
    "begin_at": "matters",
    "begin_matter": "matters",
    "matter_at": "matters",
    "matters_in": "matters",
    "NextQuestion": "open_questions",
    "next_question": "open_questions",
    "ClauseOptions": "positions",
    "Option": "positions",
    "clause_blocks": "positions",
    "clause_options": "positions",
    "Difference": "trials",
    "Trial": "trials",
    "difference": "trials",
    "Answer": "judging",
    "Days": "judging",
    "Extremes": "judging",
    "Snapshot": "judging",
    "Count": "lines",
    "Grid": "lines",
    "Kind": "lines",
    "Line": "lines",
    "State": "lines",
    "Opened": "opening",
    "open_deal": "opening",
    "Change": "working",
    "WorkingDeal": "working",
    "Worst": "worst",
    "worst_finding": "worst",
    "worst_of": "worst",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
