"""What can be done with a list, with a member of one, and with a line that is no fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from clausekit.editing.lines import Grid, Kind, Line
from clausekit.editing.working import Change, WorkingDeal

Deed = tuple[str, str]  # its name, and what it does in words
ADD = ("add", "Add one")
REMOVE = ("remove", "Remove all of it (undo brings it back)")
OF_MEMBERS: Sequence[Deed] = (
    ("add", "Add another after it"),
    ("duplicate", "Duplicate it"),
    ("up", "Move it up"),
    ("down", "Move it down"),
    ("remove", "Remove it, and all that stands in it (undo brings it back)"),
)
OF_LISTS: Sequence[Deed] = (ADD, ("none", "There is none at all"), ("not-known", "Asked, and not known"), REMOVE)
OF_FULL_LISTS: Sequence[Deed] = (ADD, REMOVE)
OF_STRAYS: Sequence[Deed] = (REMOVE,)


def list_at(grid: Grid, path: str) -> str | None:
    """The list that a path is, or stands in."""
    return next((line.path for line in _outwards(grid, path) if line.kind is Kind.LIST), None)


def is_list(grid: Grid, path: str) -> bool:
    return list_at(grid, path) == path


def member_at(grid: Grid, path: str) -> str | None:
    """The member, such as a party, that a path is, or stands in; a list is no member."""
    if is_list(grid, path):
        return None
    return next((line.path for line in _outwards(grid, path) if line.kind is Kind.MEMBER), None)


def _outwards(grid: Grid, path: str) -> Iterator[Line]:
    """The line of a path, then those of the groups around it."""
    while path:
        if (line := grid.by_path.get(path)) is not None:
            yield line
        path = path[: max(path.rfind("."), path.rfind("["), 0)]


def has_parts(grid: Grid, path: str) -> bool:
    """Whether a list holds a member."""
    return is_list(grid, path) and any(one.startswith(f"{path}[") for one in grid.by_path)


def deeds_at(grid: Grid, path: str) -> tuple[str, Sequence[Deed]]:
    """What can be done at a path, and the path of what it is done with."""
    line = grid.by_path.get(path)
    if line is not None and line.kind is Kind.LIST:
        return path, OF_FULL_LISTS if has_parts(grid, path) else OF_LISTS
    if line is not None and line.kind is Kind.STRAY:
        return path, OF_STRAYS
    member = member_at(grid, path)
    return (member, OF_MEMBERS) if member else (path, ())


def has_deeds(grid: Grid, path: str) -> bool:
    """Whether something can be done with the line itself, not only with the member around it."""
    at, deeds = deeds_at(grid, path)
    return at == path and bool(deeds)


def do(deal: WorkingDeal, path: str, deed: str) -> Change:
    """Do something to a list, to a member of one, or to a line that is no fact."""
    deeds: Mapping[str, Callable[[], Change]] = {
        "duplicate": lambda: deal.duplicate(path),
        "up": lambda: deal.move(path, -1),
        "down": lambda: deal.move(path, 1),
        "remove": lambda: deal.remove(path),
        "none": lambda: deal.none(path),
        "not-known": lambda: deal.not_known(path),
    }
    return deeds[deed]()
