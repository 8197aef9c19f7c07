"""Two changes of one deal brought together, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clausekit.editing.history import Step, step_between
from clausekit.editing.labels import told_name
from clausekit.editing.typed import shown
from clausekit.facts.faults import path_of
from clausekit.facts.paths import Keys
from clausekit.facts.reading import as_written
from clausekit.finding import Finding, Place, note, warning
from clausekit.located_yaml import REMOVED, changed_text, read_text

THEIRS = "What another program wrote"
OURS = "What you changed, put back"
DRAFTED = "The library of the draft"
LIBRARY: Keys = ("library",)
"""What a draft records in its deal; nobody need be told of that."""
Changes = dict[Keys, Any]


def merged(base: str, ours: str, theirs: str, file: str) -> tuple[list[Step], list[Finding]]:
    """The steps from `ours` to both changes together, and what there is to tell.

    Args:
        base: the text that both began with.

    Where both changed a fact to different values, ours stands, and theirs is one undo away.
    """
    if ours == theirs:
        return [], []
    own, other = _changes(base, ours, file), _changes(base, theirs, file)
    by_draft = other.keys() == {LIBRARY}
    steps = [step_between(ours, theirs, DRAFTED if by_draft else THEIRS, "")]
    if not own:
        return steps, _told(f"Another program changed this deal: {_facts(other)}.", by_draft, file)
    clashes = [keys for keys in own if _clashes(keys, own[keys], other)]
    text, findings = changed_text(theirs, _values_first(own), file)
    if findings:
        return [], findings
    if text != theirs:
        steps.append(step_between(theirs, text, OURS, ""))
    told = f"Another program changed this deal while it was open here: {_facts(other)}. Both changes are in it now."
    return steps, [*_told(told, by_draft, file), *(_clash(keys, own, other, file) for keys in clashes)]


def _told(message: str, by_draft: bool, file: str) -> list[Finding]:
    return [] if by_draft else [note("changed-elsewhere", message, Place(file))]


def _values_first(changes: Changes) -> Changes:
    """What is written before what is taken out, so that no group is left empty in between."""
    return dict(sorted(changes.items(), key=lambda one: one[1] is REMOVED))


def _changes(before: str, after: str, file: str) -> Changes:
    """What changed from one text to the other, by the keys of single facts."""
    old, new = _flat(before, file), _flat(after, file)
    changed = {keys: value for keys, value in new.items() if keys not in old or old[keys] != value}
    gone = {keys: REMOVED for keys in old if keys not in new and not _is_within(keys, new)}
    return {**changed, **gone}


def _flat(text: str, file: str) -> Changes:
    located, _ = read_text(text, file)
    return dict(_leaves((), as_written(located))) if located else {}


def _leaves(keys: Keys, data: Any) -> Iterator[tuple[Keys, Any]]:
    if isinstance(data, Mapping) and data:
        for key, part in data.items():
            yield from _leaves((*keys, key), part)
    elif keys:
        yield keys, data


def _is_within(keys: Keys, others: Changes) -> bool:
    """Whether one of `others` stands for a group around `keys`, or for something in it."""
    return any(other != keys and (other == keys[: len(other)] or keys == other[: len(keys)]) for other in others)


def _clashes(keys: Keys, value: Any, other: Changes) -> bool:
    return bool(keys in other and other[keys] != value) or _is_within(keys, other)


def _clash(keys: Keys, own: Changes, other: Changes, file: str) -> Finding:
    path = path_of(keys)
    told = (
        f"{told_name(path)} was changed here and by another program. Here: {_said(own.get(keys))}. "
        f"There: {_said(other.get(keys, REMOVED))}. What was typed here stands; one undo gives the other."
    )
    return warning("changed-twice", told, Place(file, fact=path))


def _said(value: Any) -> str:
    return "taken out" if value is REMOVED else f"'{shown(value)}'"


def _facts(changes: Changes) -> str:
    names = list(dict.fromkeys(told_name(path_of(keys)) for keys in changes))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{', '.join(names[:3])}{more}" if names else "its comments or its order"
