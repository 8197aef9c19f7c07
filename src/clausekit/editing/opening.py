"""Opening a deal file to be worked on, and putting back what a crash left in its journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.editing.history import History
from clausekit.editing.journal import Journal, Replayed, replay, set_aside
from clausekit.editing.judging import Days
from clausekit.editing.keeping import Keeper
from clausekit.editing.lock import Lock
from clausekit.editing.working import WorkingDeal
from clausekit.facts.reading import Reading, read_with_mistakes
from clausekit.finding import Finding, Place, note, warning
from clausekit.located_yaml import clear_temporaries
from clausekit.located_yaml.reading import decoded, read_bytes

if TYPE_CHECKING:
    from clausekit.drafting import Templates


@dataclass(frozen=True, slots=True)
class Opened:
    """A deal that was opened, and what there is to tell about it."""

    deal: WorkingDeal
    told: tuple[Finding, ...]


def open_deal(path: Path, templates: Templates | None, days: Days) -> tuple[Opened | None, list[Finding]]:
    """Open a deal file to be worked on; close it with `WorkingDeal.close`.

    A deal with mistakes is opened too. One that another window holds can be read, not changed, until that
    window is closed. After a crash the journal is replayed, and its steps can be undone.

    Args:
        templates: may be None and set later, so that a window need not wait for them.

    Returns:
        The deal and what there is to tell; or None and why the file cannot be read at all.
    """
    content, findings = read_bytes(path, path.name)
    text, faults = decoded(content, path.name) if content is not None else (None, [])
    if text is None:
        return None, [*findings, *faults]
    lock, journal = Lock(path), Journal(path)
    holder = lock.take()
    if holder:
        return _held(path, text, templates, days, Keeper(path, text, lock, journal, _held_by(holder))), []
    clear_temporaries(path.resolve())
    replayed, told = _recovered(journal, path)
    if replayed is None:
        keeper = Keeper(path, text, lock, journal)
        return Opened(WorkingDeal(text, templates, days, keeper, path.name), tuple(told)), []
    keeper = Keeper(path, replayed.saved, lock, journal)
    deal = WorkingDeal(text, templates, days, keeper, path.name, replayed.history)
    return Opened(deal, (*told, *deal.look(), *_saved(keeper, replayed.history))), []


def _saved(keeper: Keeper, history: History) -> Iterable[Finding]:
    return keeper.save(history)


def _held_by(holder: str) -> str:
    return (
        f"This deal is open in another window ({holder}). It can be read here, and is kept up to date; "
        "it can be changed here once it is closed there."
    )


def _held(path: Path, text: str, templates: Templates | None, days: Days, keeper: Keeper) -> Opened:
    deal = WorkingDeal(text, templates, days, keeper, path.name)
    return Opened(deal, (warning("open-elsewhere", keeper.held_elsewhere, Place(path.name)),))


def _recovered(journal: Journal, path: Path) -> tuple[Replayed | None, list[Finding]]:
    """What a crash left in the journal. The journal is set aside first, so that it cannot bring us down twice."""
    told = [_kept_before(path, one) for one in _set_aside_earlier(journal)]
    try:
        aside = set_aside(journal.path)
        replayed = replay(aside) if aside else None
    except OSError as fault:
        return None, [*told, warning("bad-journal", _unreadable(journal.path.name, fault.strerror), Place(path.name))]
    if aside is None:
        return None, told
    if replayed is None:
        return None, [*told, warning("bad-journal", _unreadable(aside.name, "it is no journal"), Place(path.name))]
    journal.begin(replayed.history.first, replayed.entries)
    if not replayed.whole:
        told.append(warning("bad-journal", _unreadable(aside.name, "it breaks off"), Place(path.name)))
    elif not journal.write():
        aside.unlink(missing_ok=True)
    return replayed, [*told, _recovery(path, replayed)]


def _set_aside_earlier(journal: Journal) -> list[Path]:
    return sorted(journal.path.parent.glob(f"{escape(journal.path.name)}.kept*"))


def _kept_before(path: Path, kept: Path) -> Finding:
    message = (
        f"An earlier journal is still beside the deal: {kept.name}. It could not be put back as a whole. "
        "It may hold answers; delete it once nothing is missing."
    )
    return note("old-journal", message, Place(path.name))


def _recovery(path: Path, replayed: Replayed) -> Finding:
    last = replayed.history.last
    until = f" up to: {last.label}" if last else ""
    return note(
        "recovered",
        f"This deal was not closed properly. Everything that was entered is here{until}. Undo still works.",
        Place(path.name),
    )


def _unreadable(name: str, why: str | None) -> str:
    return (
        f"The journal of a window that was not closed properly cannot be read to its end ({why}). It is kept as {name}."
    )


def read_matter(path: Path) -> tuple[Reading | None, list[Finding]]:
    """Another matter's file, with or without mistakes, to be looked at; None and why where it is no deal."""
    content, findings = read_bytes(path, path.name)
    text, faults = decoded(content, path.name) if content is not None else (None, findings)
    if text is None:
        return None, list(faults)
    source = read_with_mistakes(text, path.name)
    return (source, []) if source.located is not None else (None, list(source.findings))
