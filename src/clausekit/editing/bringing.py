"""Bringing in rows of a table and another matter's facts: nothing is dropped, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clausekit.editing.edits import ABOUT, data_at, free_id, list_at
from clausekit.editing.labels import name_label
from clausekit.editing.lines import State
from clausekit.editing.tables import Table
from clausekit.editing.typed import shown, written
from clausekit.editing.working import Change, WorkingDeal
from clausekit.facts import NOT_ASKED, NOT_KNOWN, Audience, audience_of
from clausekit.facts.column_names import ID, fact_of_column, facts_in_rows
from clausekit.facts.faults import path_of
from clausekit.facts.paths import Keys, keys_of
from clausekit.facts.reading import Reading, as_written
from clausekit.facts.shapes import Travels
from clausekit.facts.standing import Standing, standing
from clausekit.facts.travel import travels_of
from clausekit.located_yaml import changed_text

GROUPS = ("parties", "items", "users", "sites")
NO_COLUMN = "No heading of a column is known, so every cell is kept as a note. Columns may be called: {}."
TO_BE_FOUND = "unknown"  # what others write for: asked, and not known


@dataclass(frozen=True, slots=True)
class Brought:
    """What a deal becomes with what is brought in.

    Args:
        text: the deal with it; `label` is what was done, in plain words.
        told: what was left as it is, or stays behind, a plain line each.
        problems: what is wrong with what was brought in, by path; it is taken as it is, to be mended in its place.
        paths: the members and facts that came.
    """

    text: str
    label: str
    told: tuple[str, ...]
    problems: Mapping[str, str]
    paths: tuple[str, ...]

    def take(self, deal: WorkingDeal) -> Change:
        """Take it into the deal, as one step."""
        return deal.take(self.text, self.label)


@dataclass(slots=True)
class _Gathered:
    """Changes as they are gathered, and what there is to tell."""

    data: Any
    changes: dict[Keys, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def member(self, group: str, name: str, wanted: str) -> tuple[Keys, bool]:
        """Where a member goes, and whether it is there already: one of the same name is the same."""
        members = data_at(self.data, (group,))
        there = members if isinstance(members, Mapping) else {}
        same = next((key for key, one in there.items() if name and _name(one) == name.casefold()), None)
        taken = {*there, *(keys[1] for keys in self.changes if len(keys) > 1 and keys[0] == group)}
        keys: Keys = (
            group,
            same or free_id({str(key) for key in taken}, wanted or name, list_at(group).element.name),
        )
        self.paths.append(path_of(keys))
        return keys, same is not None

    def state(self, keys: Keys, value: Any) -> str:
        """State a fact where it is open; returns what was brought in and is not stated, in words."""
        here = data_at(self.data, keys)
        if here in (None, NOT_KNOWN.value):
            self.changes[keys] = value
        elif shown(here) != shown(value):
            self.told.append(f"{path_of(keys)} stays “{shown(here)}”; what was brought in says “{shown(value)}”.")
            return f"{name_label(str(keys[-1]))}: {shown(value)}"
        return ""

    def note(self, keys: Keys, **notes: str) -> None:
        """Note something about a member, behind what is noted already."""
        for name, text in notes.items():
            place: Keys = (ABOUT, path_of(keys), name)
            before = data_at(self.data, place)
            if text:
                self.changes[place] = f"{before}; {text}" if isinstance(before, str) else text

    def brought(self, deal: WorkingDeal, label: str) -> Brought:
        text, findings = changed_text(deal.text, self.changes, deal.file)
        made = WorkingDeal(text, deal.templates, deal.days, None, deal.file)
        return Brought(
            text,
            label,
            (*self.told, *(finding.message for finding in findings)),
            dict(_problems(made, self.paths)),
            tuple(self.paths),
        )


def _name(member: Any) -> str:
    name = member.get("name") if isinstance(member, Mapping) else None
    return name.casefold() if isinstance(name, str) else ""


def _problems(deal: WorkingDeal, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    for line in deal.grid().lines:
        if line.state is State.WRONG and line.path.startswith(tuple(paths)):
            yield line.path, line.problem


# Tables


def columns_of(table: Table, group: str) -> tuple[str | None, ...]:
    """The fact that each column of a table holds; None for one that is kept as a note."""
    found: list[str | None] = []
    for heading in table.header:
        name = fact_of_column(group, heading)
        found.append(None if name in found else name)
    return tuple(found)


def headed(table: Table, group: str) -> Table:
    """The table with headings: a single column without one that is known is a list of names."""
    if len(table.header) == 1 and fact_of_column(group, table.header[0]) is None:
        return replace(table, header=("name",), rows=(table.header, *table.rows))
    return table


def likeliest_group(table: Table) -> str:
    """What the rows of a table are, by how many of its columns can be told."""
    return max(GROUPS, key=lambda group: sum(name is not None for name in columns_of(table, group)))


def bring_table(deal: WorkingDeal, table: Table, group: str) -> Brought:
    """The deal with a member for each row of a table; a row that names one that is there fills its open facts.

    Columns that are no fact, and cells that say otherwise than the deal, are kept as notes about the member.
    """
    gathered = _Gathered(deal.data, told=list(table.told))
    table = headed(table, group)
    columns = columns_of(table, group)
    if not any(columns):
        gathered.told.append(NO_COLUMN.format(", ".join(map(name_label, facts_in_rows(group)))))
    for row in table.rows:
        _bring_row(gathered, group, table.header, columns, row)
    count = len(table.rows)
    return gathered.brought(deal, f"{count} row{'s' * (count != 1)} of a table brought in as {group}")


def _bring_row(
    gathered: _Gathered, group: str, header: tuple[str, ...], columns: tuple[str | None, ...], row: tuple[str, ...]
) -> None:
    cells = {name: cell for name, cell in zip(columns, row, strict=True) if name and cell}
    name, wanted = cells.get("name", ""), cells.pop(ID, "")
    keys, there = gathered.member(group, name, wanted)
    leaves = facts_in_rows(group)
    values = {fact: _value(leaves[fact], cell) for fact, cell in cells.items()}
    rest = [f"{head}: {cell}" for head, fact, cell in zip(header, columns, row, strict=True) if cell and not fact]
    if there:
        rest += filter(None, (gathered.state((*keys, fact), value) for fact, value in values.items()))
    else:
        gathered.changes[keys] = values
    gathered.note(keys, note="; ".join(rest))


def _value(leaf: Any, cell: str) -> Any:
    return NOT_KNOWN.value if cell.casefold() == TO_BE_FOUND else written(leaf, cell)


# Another matter


@dataclass(frozen=True, slots=True)
class Offer:
    """What another matter has that may be taken over.

    Args:
        path: of a member, a group or a fact; `label` is what it is called.
        facts: how many facts may travel; `to_confirm` of them may have changed since.
        stays: how many facts of it belong to that matter, and stay there.
    """

    path: str
    label: str
    facts: int
    to_confirm: int
    stays: int


def offers(source: Reading) -> tuple[Offer, ...]:
    """What may be taken over from another matter, in the order in which it is asked."""
    made = []
    for path, label, facts in _movable(source):
        going = [one for one in facts if _rule(one, source) is not Travels.NEVER]
        confirm = [one for one in going if _rule(one, source) is Travels.TO_CONFIRM]
        if going:
            made.append(Offer(path, label, len(going), len(confirm), len(facts) - len(going)))
    return tuple(made)


def _movable(source: Reading) -> Iterator[tuple[str, str, list[Standing]]]:
    """Members of lists, groups and single facts of a matter, each with the facts that are known in it."""
    stated = list(standing(as_written(source.located))) if source.located else []
    known = [one for one in stated if _is_known(one)]
    for one in stated:
        of_list = one.member and one.depth == 1
        alone = one.depth == 0 and not isinstance(one.written, Mapping)
        of_group = one.depth == 0 and one.name not in GROUPS and isinstance(one.written, Mapping)
        if (of_list and str(one.keys[0]) in GROUPS) or alone or of_group:
            inside = [other for other in known if other.keys[: len(one.keys)] == one.keys]
            yield one.path, _called(one), inside


def _is_known(one: Standing) -> bool:
    """Whether it states something itself: an answer, or a word for a whole group."""
    return one.written not in (NOT_ASKED, NOT_KNOWN.value) and (one.is_fact or not isinstance(one.written, Mapping))


def _called(one: Standing) -> str:
    name = one.written.get("name") if isinstance(one.written, Mapping) else None
    return f"{name} ({one.keys[0]})" if isinstance(name, str) else name_label(one.name)


def _rule(one: Standing, source: Reading) -> Travels:
    """What its field says; what is noted as privileged stays, whatever the field says."""
    noted = source.deal.about if source.deal else None
    around = [path_of(one.keys[:end]) for end in range(1, len(one.keys) + 1)]
    marked = isinstance(noted, Mapping) and any(path in noted for path in around)
    if marked and audience_of(one.path, source.deal) is Audience.PRIVILEGED:
        return Travels.NEVER
    return travels_of(one.path)


def bring_matter(deal: WorkingDeal, source: Reading, name: str, paths: Iterable[str]) -> Brought:
    """The deal with what stands at `paths` of another matter; facts that are known here stay as they are.

    Args:
        name: what the other matter is called, for the note of where facts come from.
    """
    gathered = _Gathered(deal.data)
    wanted = set(paths)
    for path, _, facts in _movable(source):
        if path in wanted:
            _bring_part(gathered, keys_of(path), facts, source, name)
    return gathered.brought(deal, f"facts of “{name}” brought in")


def _bring_part(gathered: _Gathered, keys: Keys, facts: list[Standing], source: Reading, name: str) -> None:
    called = next((str(one.written) for one in facts if one.keys == (*keys, "name")), "")
    is_member = len(keys) > 1
    to, there = gathered.member(str(keys[0]), called, str(keys[1])) if is_member else (keys, True)
    confirm, stays = [], []
    fresh: dict[Keys, Any] = {}
    for one in facts:
        rule = _rule(one, source)
        place = (*to, *one.keys[len(keys) :])
        if rule is Travels.NEVER:
            stays.append(name_label(one.name))
        elif is_member and not there:
            fresh[place] = one.written
        else:
            gathered.state(place, one.written)
        confirm += [name_label(one.name)] if rule is Travels.TO_CONFIRM else []
    if fresh:
        gathered.changes[to] = _nested(fresh, len(to))
    if not is_member:
        gathered.paths.append(path_of(keys))
    gathered.note(to, source=f"taken over from “{name}”", note=_to_confirm(confirm))
    if stays:
        gathered.told.append(f"{path_of(to)}: {_listed(stays)} belong to that matter, and stay there.")


def _nested(flat: Mapping[Keys, Any], depth: int) -> dict[str, Any]:
    """Facts by their keys as groups inside groups."""
    made: dict[str, Any] = {}
    for keys, value in flat.items():
        inside = made
        for key in keys[depth:-1]:
            inside = inside.setdefault(str(key), {})
        inside[str(keys[-1])] = value
    return made


def _to_confirm(names: Iterable[str]) -> str:
    found = _listed(names)
    return f"To be confirmed, since it may have changed: {found}" if found else ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
