"""The entities of the bench, as they stand in `cases/nexus.yaml`, each slip told with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import Keys, Located, read_file
from clausekit.nearest import did_you_mean
from clausekit.templates_folder import NEXUS, TemplatesFolder

KINDS = {"user": "users", "item": "items", "site": "sites", "party": "parties"}
EXPECTED = ("caught", "cannot_tell")
KEYS = ("says", *KINDS, *EXPECTED)


@dataclass(frozen=True, slots=True)
class Entity:
    """One invented organisation, product or site.

    Args:
        says: what it is, in a few words.
        kind: the list of a deal in which it stands: ``users``, ``items``, ``sites`` or ``parties``.
        facts: of it, as a deal file would state them.
        expected: what the file expects: the names of what catches it, and of what cannot tell.
    """

    id: str
    says: str
    kind: str
    facts: Mapping[str, Any]
    expected: Mapping[str, tuple[str, ...]]
    place: Place


@dataclass
class Entities:
    """The entities of a folder, the facts of the deal around each, and what is wrong with the file."""

    around: Mapping[str, Any] = field(default_factory=dict)
    all: dict[str, Entity] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_entities(folder: TemplatesFolder) -> Entities:
    """The entities in `cases/nexus.yaml` of a folder; none, and a finding, where it cannot be read."""
    located, findings = read_file(folder.path / "cases" / NEXUS, f"{folder.shown_as}/cases/{NEXUS}")
    read = Entities(findings=list(findings))
    if located is None:
        return read
    groups = {name: _group(located, (name,), read) for name in ("around", "entities")}
    read.around = groups["around"]
    for name, stated in groups["entities"].items():
        entity = _entity(name, stated, located, read)
        if entity:
            read.all[name] = entity
    return read


def _group(located: Located, keys: Keys, read: Entities) -> Mapping[str, Any]:
    found = located.data.get(keys[0]) if isinstance(located.data, dict) else None
    if isinstance(found, dict):
        return found
    read.findings.append(error("bad-bench", f"Write a group '{keys[0]}'.", located.place(())))
    return {}


def _entity(name: str, stated: Any, located: Located, read: Entities) -> Entity | None:
    at = located.place(("entities", name))
    faults = list(_faults(stated))
    read.findings += [error("bad-bench", f"{name}: {fault}.", at) for fault in faults]
    if faults:
        return None
    kind = next(kind for kind in KINDS if kind in stated)
    expected = {key: tuple(stated.get(key) or ()) for key in EXPECTED}
    return Entity(name, str(stated["says"]), KINDS[kind], stated[kind], expected, at)


def _faults(stated: Any) -> Iterator[str]:
    if not isinstance(stated, dict):
        yield "write a group of lines, with 'says' and one of user, item, site or party"
        return
    yield from (f"'{key}' says nothing of an entity{did_you_mean(key, KEYS)}" for key in stated if key not in KEYS)
    if len(stated.keys() & KINDS.keys()) != 1 or not stated.get("says"):
        yield "write 'says' and exactly one of user, item, site or party"
    elif not all(isinstance(stated[kind], dict) for kind in KINDS if kind in stated):
        yield "write its facts as a group of lines"
    if not all(isinstance(stated.get(key, []), list) for key in EXPECTED):
        yield "'caught' and 'cannot_tell' are lists of names"
