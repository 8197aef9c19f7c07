"""Bringing into a deal what others have: a table of parties or items, or another matter's facts."""

from __future__ import annotations

from pathlib import Path

from clausekit.cli.arguments import Options
from clausekit.cli.clock import today
from clausekit.cli.console import Console
from clausekit.cli.opening import FaultyError, MisuseError
from clausekit.editing.bringing import Brought, bring_matter, bring_table, likeliest_group, offers
from clausekit.editing.edits import data_at
from clausekit.editing.judging import Days
from clausekit.editing.matters import ENDINGS as OF_DEALS
from clausekit.editing.opening import open_deal, read_matter
from clausekit.editing.tables import ENDINGS as OF_TABLES
from clausekit.editing.tables import read_table
from clausekit.editing.working import WorkingDeal
from clausekit.facts.reading import Reading

DONE, ERRORS = 0, 1


def bring_in(options: Options, console: Console) -> int:
    """Bring a file into a deal as one step; what is wrong in it is taken as it is, and told."""
    opened, findings = open_deal(Path(options.deal), None, Days(today()))
    if opened is None:
        raise FaultyError(options.deal, None, None, findings)
    deal = opened.deal
    try:
        console.findings(opened.told)
        brought = _brought(deal, Path(options.file), options)
        told = brought.take(deal)
        for line in brought.told:
            console.say(f"note: {line}")
        for path, problem in brought.problems.items():
            console.say(f"{path}: {problem}")
        console.say(f"{told.label}: {', '.join(brought.paths)}" if told.changed else told.problem or "nothing is new")
    finally:
        console.findings(deal.close())
    return ERRORS if brought.problems or deal.read_only else DONE


def _brought(deal: WorkingDeal, file: Path, options: Options) -> Brought:
    if file.suffix.lower() in OF_TABLES:
        table, findings = read_table(file)
        if table is None:
            raise FaultyError(options.deal, None, None, findings)
        return bring_table(deal, table, options.rows_are or likeliest_group(table))
    if file.suffix.lower() in OF_DEALS:
        source, findings = read_matter(file)
        if source is None:
            raise FaultyError(file.name, None, None, findings)
        title = data_at(source.located.data, ("title",)) if source.located else None
        return bring_matter(deal, source, title or file.stem, _wanted(source, options.only))
    known = ", ".join(sorted(OF_TABLES | OF_DEALS))
    raise MisuseError(f"'{file}' is neither a table nor a deal; the endings known are {known}")


def _wanted(source: Reading, only: list[str]) -> list[str]:
    """The paths to bring in: those named, or all that may travel."""
    offered = [one.path for one in offers(source)]
    for path in only:
        if path not in offered:
            raise MisuseError(f"'{path}' cannot be brought in; this can: {', '.join(offered)}")
    return only or offered
