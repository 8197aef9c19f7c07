"""What every definition and circumstance says of every entity of the bench."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clausekit.authoring.nexus.entities import Entities, Entity
from clausekit.clauses import Library, Position
from clausekit.conditions import Truth
from clausekit.conditions.formula import All, Comparison, Either, Formula, Named, Not, Over, Share
from clausekit.drafting import Templates
from clausekit.facts import Fact, View, keys_of, read_fragment
from clausekit.finding import Finding, error
from clausekit.law import Register
from clausekit.law.standpoint import Circumstances

IT = "it"  # the id of an entity in the deal that is made for it
ITEM_LISTS = ("deal.items", "deal.deliverables", "deal.computing_hardware")
LISTS = {"users": ("deal.users",), "items": ITEM_LISTS, "sites": ("deal.sites",), "parties": ("deal.parties",)}
CAUGHT, NOT_CAUGHT, CANNOT_TELL = "caught", "not caught", "cannot tell"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one definition or circumstance says of one entity; where it cannot tell, what that turns on."""

    word: str
    turns_on: tuple[str, ...] = ()


@dataclass
class Bench:
    """The answers: by the name of a definition or circumstance, and by entity.

    Args:
        printed_by: the positions that print a definition, as ``topic: position``, by its name.
        states: the circumstance that a definition states, by its name.
    """

    answers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    printed_by: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def of(self, entity: str, word: str) -> list[str]:
        """The names of what answers `word` of an entity."""
        return [name for name, found in self.answers.items() if entity in found and found[entity].word == word]


def bench_of(templates: Templates, entities: Entities) -> Bench:
    """Every entity judged by every definition, and by every circumstance that looks at its like."""
    register = templates.register
    printed = dict(_definitions(templates.library))
    states = {name: circumstance for name, (_, circumstance) in printed.items()}
    bench = Bench({}, {name: position for name, (position, _) in printed.items()}, states, list(entities.findings))
    asked = {**states, **{name: name for name in register.circumstances}}
    looks = {name: _lists(Named(name), register) for name in register.circumstances}
    for entity in entities.all.values():
        judged = _Judged(register, entity, entities.around)
        bench.findings += judged.findings
        for name, circumstance in asked.items():
            if not looks[circumstance].isdisjoint(LISTS[entity.kind]):
                bench.answers.setdefault(name, {})[entity.id] = judged.answer(circumstance)
    return bench


def _definitions(library: Library) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each definition by its name, with who prints it and the circumstance that it states."""
    printed = [
        (position, term, circumstance)
        for topic in library.topics.values()
        for position in topic.positions.values()
        for term, circumstance in position.defines.items()
    ]
    names = Counter(_name(position, term) for position, term, _ in printed)
    for position, term, circumstance in printed:
        name = _name(position, term)
        alone = name if names[name] == 1 else f"{name} ({position.id})"
        yield alone, (f"{position.topic}: {position.id}", circumstance)


def _name(position: Position, term: str) -> str:
    """A term as it is; a label of a paragraph with its topic, as others refer to it."""
    return f"{position.topic}.{term[1:]}" if term.startswith("#") else term


def _lists(formula: Formula, register: Register) -> frozenset[str]:
    """The lists of a deal that a condition runs over, by itself or through circumstances."""
    match formula:
        case All(parts) | Either(parts):
            return frozenset[str]().union(*(_lists(part, register) for part in parts))
        case Not(part):
            return _lists(part, register)
        case Named(name):
            return _lists(register.circumstances[name].when.formula, register)
        case Over(_, _, source, body):
            return frozenset({source}) | _lists(body, register)
        case Comparison(left=Share(counts=counts)):
            return _lists(counts, register)
    return frozenset()


class _Judged:
    """One entity in a deal made for it."""

    def __init__(self, register: Register, entity: Entity, around: Mapping[str, Any]) -> None:
        deal = {**around, entity.kind: {IT: {"name": entity.says, **entity.facts}}}
        _, self.deal, faults = read_fragment({}, deal)
        message = "{}: {}"
        self.findings = [error("bad-bench", message.format(entity.id, one.message), entity.place) for one in faults]
        self.answers = Circumstances(register, self.deal)

    def answer(self, circumstance: str) -> Answer:
        truth: Truth = self.answers.truth(circumstance)
        if truth.value is None:
            return Answer(CANNOT_TELL, tuple(self._said(path) for path in sorted(truth.open)))
        return Answer(CAUGHT if truth.value else NOT_CAUGHT)

    def _said(self, path: str) -> str:
        """An open fact; of an owner, with the share that it holds: ``the 3 per cent held by ...: listings``."""
        head, _, fact = path.rpartition(".")
        owner = self._at(head) if ".owners[" in head else None
        if owner is None:
            return f"its {path.rpartition(f'[{IT}].')[2].replace('_', ' ')}"
        name, share = (_known(owner, part) for part in ("name", "share"))
        held = f"the {share} per cent" if share is not None else "the share, not known,"
        return f"{held} held by {name or owner.id}: {fact.replace('_', ' ')}"

    def _at(self, path: str) -> View | None:
        found: View | Fact = self.deal
        for key in keys_of(path):
            if isinstance(found, View):
                found = found.get(key)
        return found if isinstance(found, View) else None


def _known(owner: View, name: str) -> Any:
    fact = owner.get(name)
    return fact.value if isinstance(fact, Fact) and isinstance(fact.value, str | int) else None
